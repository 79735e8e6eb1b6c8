"""The values of goalposts as they stand in a file."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.compute.rounding import number_text
from okrcli.model.base import OkrModel
from okrcli.model.goalposts import Band, Change, ChangeKind
from okrcli.model.kpi import Bounds

Goalpost = Decimal | Band | Bounds | Change | date | str | tuple[Any, ...] | OkrModel | None

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
        case Change(amount, kind):
            sign = "" if amount < 0 else "+"
            return f"{sign}{number_text(amount)}{_SUFFIXES[kind]}"
        case Band(low, high) | Bounds(low, high):
            return goalpost_text((low, high))
        case tuple():
            return f"[{', '.join(map(goalpost_text, value))}]"
        case _:
            return _mapping_text(value) if isinstance(value, OkrModel) else str(value)


def _mapping_text(record: OkrModel) -> str:
    stated = (
        f"{name}: {goalpost_text(getattr(record, name))}"
        for name, field in type(record).model_fields.items()
        if getattr(record, name) != field.get_default()
    )
    return f"{{{', '.join(stated)}}}"
