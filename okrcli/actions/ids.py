"""Ids from titles and names in any script."""

import re

from okrcli.system import is_reserved_name

LONGEST = 64
EASY = 40
"""The longest convenient id."""


def id_from(text: str, joint: str = "-") -> str:
    """Return an id made of the words of *text*, cut at a word's end; empty without letters.

    Args:
        text: A title or a name.
        joint: The separator of words: `-`, or `_` in the id of a KPI.
    """
    from anyascii import anyascii  # noqa: PLC0415  its tables are read when a name is made

    words = re.findall(r"[a-z0-9]+", re.sub(r"['’ʹʺ]", "", anyascii(text).lower()))
    name = ""
    for word in words:
        longer = f"{name}{joint}{word}" if name else word[:EASY]
        if len(longer) > EASY:
            break
        name = longer
    return name


def kpi_id_from(text: str) -> str:
    """Return the id of a KPI made of the words of *text*, which begins with a letter."""
    name = id_from(text, "_")
    return f"n_{name}"[:LONGEST].rstrip("_") if name[:1].isdigit() else name


def free_id(wanted: str, taken: set[str], joint: str = "-") -> str:
    """Return *wanted*, or the first of `wanted-2`, `wanted-3` … that is free and can be a file."""
    names = [wanted, *(f"{wanted[: LONGEST - 5]}{joint}{n}" for n in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken and not is_reserved_name(name))
