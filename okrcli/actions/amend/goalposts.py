"""All goalposts, and how their values are parsed; imported for help, and so without the records."""

from collections.abc import Callable, Mapping
from typing import Any

from okrcli.actions.days import day_of
from okrcli.compute.inputs import inputs_of_all_types
from okrcli.compute.inputs.base import keep_text
from okrcli.compute.typed_values import typed_amount, typed_bounds
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass

NOTHING = "none"
"""What is typed to empty a field."""

TARGET_BY = "target_by"
"""The date of a KPI's target, which is typed separately."""

_Reader = Callable[[str, str | None], Any]


@frozen_dataclass
class Goalpost:
    """A goalpost, as people fill it in.

    Attributes:
        field: The record's.
        help: What it is, in a few words.
        form: How it is written; `None` for any text.
        read: Parses a text to its value; is given the values' unit.
    """

    field: str
    help: str
    form: str | None = None
    read: _Reader = keep_text


def _day(text: str, _unit: str | None) -> Any:
    return day_of(text)


def _weight(text: str, _unit: str | None) -> Any:
    return typed_amount(text, None)


def _segments(text: str, _unit: str | None) -> Any:
    return tuple(part for piece in text.split(",") if (part := piece.strip()))


def _mapping(text: str, _unit: str | None) -> Any:
    from okrcli.storage.yaml.reader import read  # noqa: PLC0415  few KPIs have such a field

    document = read("typed", f"typed: {text}\n".encode())
    if not document.readable or document.findings or list(document.data) != ["typed"]:
        raise UsageError(f"'{text}' cannot be read.", "Write it as in {type: nps, scale: [0, 10]}.")
    return document.data["typed"]


_DAY, _CADENCE = "YYYY-MM-DD", "daily|weekly|biweekly|monthly|quarterly"
_OTHERS = (
    Goalpost("start", "First day.", _DAY, _day),
    Goalpost("due", "Last day of the key result, or of the step.", _DAY, _day),
    Goalpost("weight", "Weight of the key result, or of the step.", read=_weight),
    Goalpost("cadence", "Period of a `maintain` key result.", _CADENCE),
    Goalpost("title", "Title of a `binary` key result, which is its goal."),
    Goalpost("kpi", "KPI that provides its values."),
    Goalpost("unit", "Unit of the values."),
    Goalpost("direction", "Which values of a KPI are better.", "up|down|range"),
    Goalpost("bounds", "Possible values of a KPI.", "LOW..HIGH", typed_bounds),
    Goalpost("warning", "How far from a KPI's target is not yet a breach.", read=typed_amount),
    Goalpost(TARGET_BY, "Date by which to reach a KPI's target.", _DAY, _day),
    Goalpost("aggregate", "How segments combine.", "mean|sum|last|weighted"),
    Goalpost("formula", "Formula over other KPIs."),
    Goalpost("segments", "Segments of a KPI, all that it has from then on.", "A,B", _segments),
    Goalpost("survey", "How answers become a KPI's value.", "'{type: nps}'", _mapping),
    Goalpost("ambition", "Ambition of an objective.", "committed|aspirational"),
    Goalpost("progress_from", "What its score is computed from.", "key_results|children|both"),
)


def all_goalposts() -> Mapping[str, Goalpost]:
    """Return every goalpost of any key result, KPI or objective, by field."""
    of_types = (
        Goalpost(input_.field, input_.help, input_.form, _day if input_.is_day else input_.read)
        for input_ in inputs_of_all_types().values()
        if input_.is_goalpost
    )
    return {goalpost.field: goalpost for goalpost in (*of_types, *_OTHERS)}
