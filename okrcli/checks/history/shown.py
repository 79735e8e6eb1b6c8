"""The values of goalposts as they stand in a file."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from okrcli.compute.rounding import number_text
from okrcli.model.goalposts import Band, Change, ChangeKind

Goalpost = Decimal | Band | Change | date | str | None

_SUFFIXES: Mapping[ChangeKind, str] = {
    "absolute": "",
    "points": "pp",
    "percent": "%",
    "percent_of_baseline": "% of baseline",
}


def goalpost_text(value: Goalpost) -> str:
    """Return *value* as it is written in a file; `null` when there is none."""
    match value:
        case None:
            return "null"
        case Decimal():
            return number_text(value)
        case Band(low, high):
            return f"[{number_text(low)}, {number_text(high)}]"
        case Change(amount, kind):
            sign = "" if amount < 0 else "+"
            return f"{sign}{number_text(amount)}{_SUFFIXES[kind]}"
        case _:
            return str(value)
