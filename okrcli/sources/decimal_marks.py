"""The decimal mark, decided by all numbers of a file together."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from okrcli.compute.amounts import MARKS
from okrcli.model.kpi import DecimalName
from okrcli.sources.base import Cell, Refusal, ShownNumber
from okrcli.wording.numbers.parse import readings, spell

_PLAIN: Final = re.compile(r"-?[0-9]+(?:([.,])(?:[0-9]{1,2}|[0-9]{4,}))?", re.ASCII)
"""Numbers without decimals, or with a number of decimals that thousands cannot have."""

_NAMES: Final[Mapping[str, DecimalName]] = {mark: name for name, mark in MARKS.items()}
_DIGITS: Final = re.compile(r"[0-9](?:[0-9.,' ]*[0-9])?")
_SPACES: Final = str.maketrans(dict.fromkeys("\t\u00a0\u202f\u2009\u2007", " "))


def decimal_of(cells: Iterable[Cell]) -> DecimalName | None:
    """Return the only decimal mark that numbers of a column can have; `None` if none, or two.

    `12,5` has a decimal comma, `1,234.50` a decimal point; `1,234` may have either.
    """
    certain: set[DecimalName] = set()
    for cell in cells:
        if not isinstance(cell, str) or isinstance(cell, Refusal | ShownNumber):
            continue
        if plain := _PLAIN.fullmatch(cell):
            certain.update([_NAMES[plain[1]]] if plain[1] else [])
        else:
            certain.update(_certain_marks(cell))
    return certain.pop() if len(certain) == 1 else None


def _certain_marks(text: str) -> Iterable[DecimalName]:
    for digits in _DIGITS.findall(text.translate(_SPACES)):
        fitting = [name for name, mark in MARKS.items() if readings(digits, mark)]
        if len(fitting) == 1:
            yield fitting[0]


def in_one_way(text: str, decimal: DecimalName) -> str:
    """Return *text* with its number spelt unambiguously.

    Unambiguous text, or text that is not a number with that *decimal*, stays as it is.
    """
    digits = _DIGITS.search(text.translate(_SPACES))
    if digits is None or len(readings(digits[0])) < 2:
        return text
    values = readings(digits[0], MARKS[decimal])
    return text[: digits.start()] + spell(values[0]) + text[digits.end() :]
