"""A KPI: one file under `kpis/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le
from pydantic import PlainValidator, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.model.base import (
    Cadence,
    Day,
    Flag,
    Id,
    KpiId,
    Number,
    ObjectiveRef,
    OkrModel,
    Record,
    Text,
    Whole,
    as_number,
)
from okrcli.model.goalposts import Band, Baseline, Target

Direction = Literal["up", "down", "range"]
Aggregate = Literal["mean", "sum", "last", "weighted"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The values that are possible at all, ends included; `None` is an open end."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __contains__(self, value: Decimal) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def _as_bounds(value: Any) -> Bounds:
    if isinstance(value, Bounds):
        return value
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise PydanticCustomError("bounds_form", "is not a pair: write [0, 100] or [0, null]")
    low, high = (None if end is None else as_number(end) for end in value)
    if low is not None and high is not None and low >= high:
        raise PydanticCustomError("bounds_order", "has its low end above its high end")
    return Bounds(low, high)


_END_SCHEMA = {"type": ["number", "null"]}
BoundsField = Annotated[
    Bounds,
    PlainValidator(_as_bounds),
    WithJsonSchema({"type": "array", "items": _END_SCHEMA, "minItems": 2, "maxItems": 2}),
]


class KpiTarget(OkrModel):
    """What the KPI aims at: a *value*, or a *range*; *by* is when, `None` for always."""

    value: Number | None = None
    range: Target | None = None
    by: Day | None = None

    @model_validator(mode="after")
    def _has_one_aim(self) -> "KpiTarget":
        if (self.value is None) == (self.range is None):
            raise PydanticCustomError("one_aim", "needs `value` or `range`, one of them")
        if self.range is not None and not isinstance(self.range, Band):
            raise PydanticCustomError("band_size", "needs a range of two numbers: [low, high]")
        return self


class Survey(OkrModel):
    """How the answers of a survey become the KPI's value.

    Attributes:
        scale: Lowest and highest possible answer, `[1, 5]`.
        version: Of CES: 1 asks for effort (lower is better), 2 for ease.
        top_box: The answers that count as satisfied; `None` is the top two.
    """

    type: Literal["nps", "csat", "ces"]
    scale: tuple[Whole, Whole] | None = None
    version: Annotated[Whole, Ge(1), Le(2)] | None = None
    top_box: tuple[Whole, ...] | None = None


class ReadingSource(OkrModel):
    """A file in the repository that readings are imported from; never a command."""

    file: Text
    format: Literal["csv", "json", "sqlite"] | None = None
    table: Text | None = None
    columns: Mapping[str, str] = {}


class Alert(OkrModel):
    """When to shout: *breaches* of the last *of* readings in breach."""

    breaches: Annotated[Whole, Ge(1)] = 3
    of: Annotated[Whole, Ge(1)] = 3
    xmr: Flag = True

    @model_validator(mode="after")
    def _can_happen(self) -> "Alert":
        if self.breaches > self.of:
            raise PydanticCustomError("alert", "asks for more breaches than it looks at readings")
        return self


class Kpi(Record):
    """A number that is watched for good.

    Attributes:
        id: The file's name; not a key in the file.
        warning: How far from the target, in the KPI's own unit, is still a warning and no breach;
            `None` is 10 % of the target, or 5 points.
        cadence: How often a reading is due.
        segments: What a reading may be about instead of the whole, as in voice, sms, chat.
        aggregate: How the segments' readings of a day become the KPI's value.
        formula: Arithmetic over other KPIs' values, as in `clv / cac`.
    """

    id: KpiId
    title: Text
    why: Text | None = None
    unit: Text | None = None
    direction: Direction | None = None
    bounds: BoundsField = Bounds()
    kind: Literal["leading", "lagging"] | None = None
    family: Literal["revenue", "customer", "operations", "satisfaction"] | None = None
    owner: Id | None = None
    team: Id | None = None
    serves: tuple[ObjectiveRef, ...] = ()
    baseline: Baseline | None = None
    target: KpiTarget | None = None
    warning: Annotated[Number, Ge(0)] | None = None
    cadence: Cadence = "weekly"
    segments: tuple[Id, ...] = ()
    aggregate: Aggregate = "mean"
    formula: Text | None = None
    survey: Survey | None = None
    source: ReadingSource | None = None
    alert: Alert = Alert()
    note: Text | None = None
