"""Titles that say a baseline, with another one in its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from okrcli.compute.rounding import number_text
from okrcli.wording.titles.statement import Statement

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

Read = Callable[[str], Statement]
"""Reads a title."""


def with_baseline(title: str, old: Decimal, new: Decimal, read: Read) -> str:
    """Return *title* with the baseline *new* where it says *old*, and nothing else changed.

    Where that is not certain it stays as it is: what is read in it must be the same afterwards,
    but for the baseline.

    Args:
        title: The title of a key result.
        old: The baseline that it may say.
        new: Another one.
        read: Reads titles.
    """
    said = read(title)
    if said.from_ != old or old == new:
        return title
    spots = [found for found in _NUMBER.finditer(title) if _value(found[0]) == old]
    if len(spots) != 1:
        return title
    start, end = spots[0].span()
    for text in _spellings(new, title):
        changed = f"{title[:start]}{text}{title[end:]}"
        if _same_but_for(read(changed), said, new):
            return changed
    return title


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _spellings(number: Decimal, title: str) -> Iterator[str]:
    """Yield how *number* can be written, first with the mark that *title* has in others."""
    text = number_text(number)
    comma = re.search(r"\d,\d", title) is not None
    yield from (text.replace(".", ","), text) if comma else (text, text.replace(".", ","))


def _same_but_for(now: Statement, before: Statement, baseline: Decimal) -> bool:
    if now.from_ != baseline:
        return False
    return replace(now, text="", from_=None) == replace(before, text="", from_=None)
