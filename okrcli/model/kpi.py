"""A KPI: one file under `kpis/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le
from pydantic import ConfigDict, PlainValidator, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.model.base import (
    Cadence,
    Day,
    Flag,
    Id,
    KpiId,
    NotNegative,
    Number,
    ObjectiveRef,
    OkrModel,
    Record,
    Text,
    Whole,
    WithAddedDay,
    as_number,
)
from okrcli.model.changes.amendment import Amendment, field_type
from okrcli.model.changes.approval import Approvable, Approval
from okrcli.model.changes.former import FormerField
from okrcli.model.goalposts import BAND_SCHEMA, Band, Baseline, Target, as_target
from okrcli.model.settings import Language
from okrcli.model.tables import TableFormat

Direction = Literal["up", "down", "range"]
Kind = Literal["leading", "lagging"]
Family = Literal["revenue", "customer", "operations", "satisfaction"]
KpiStatus = Literal["draft", "active"]
Aggregate = Literal["mean", "sum", "last", "weighted"]
DecimalName = Literal["comma", "point"]
ScaleName = Literal["share", "percent"]
DateOrder = Literal["ymd", "dmy", "mdy", "my"]


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


BoundsField = Annotated[
    Bounds,
    PlainValidator(_as_bounds),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": ["number", "null"]},
            "minItems": 2,
            "maxItems": 2,
            "examples": [[0, 100], [-100, 100], [0, None]],
        }
    ),
]


class KpiTarget(OkrModel):
    """What the KPI aims at: a value or a range.

    Attributes:
        value: The value that is aimed at.
        range: Of a KPI with `direction: range`: the lowest and the highest good value,
            `[low, high]`.
        by: Until when; without it, always. Until then a KPI with a baseline is judged by the
            straight line from the baseline to the target.
        since: The first day of that line, on which the baseline held; without it, the day on which
            the KPI was `added`, else the day of its first reading.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["value"]},
            "then": {
                "properties": {"range": False},
                "errorMessage": "Keep `value` or `range`, one of them.",
            },
            "else": {"required": ["range"], "errorMessage": "Give `value` or `range`."},
        }
    )

    value: Number | None = None
    range: Annotated[Target, WithJsonSchema(BAND_SCHEMA)] | None = None
    by: Day | None = None
    since: Day | None = None

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
        type: What is asked: `nps` (would you recommend us?), `csat` (are you satisfied?) or `ces`
            (how easy was it?).
        scale: Lowest and highest possible answer, as in `[1, 5]`.
        version: Of CES: 1 asks for effort (lower is better), 2 for ease.
        top_box: Of CSAT: the answers that count as satisfied; without it, the top two.
        answers: What answers in words count as, as in `{Great: 3, Okay: 2, Not good: 1}`; without
            it, the usual ones in English, Spanish and Russian are known.
    """

    type: Literal["nps", "csat", "ces"]
    scale: tuple[Whole, Whole] | None = None
    version: Annotated[Whole, Ge(1), Le(2)] | None = None
    top_box: tuple[Whole, ...] | None = None
    answers: Mapping[Text, Whole] = {}

    @model_validator(mode="after")
    def _answers_are_on_the_scale(self) -> "Survey":
        low, high = self.scale or (min(self.answers.values(), default=0), None)
        if any(number < low or (high and number > high) for number in self.answers.values()):
            raise PydanticCustomError("answers_scale", "has `answers` outside of its `scale`")
        return self


class ReadingSource(OkrModel):
    """A file in the repository that readings are imported from; never a command.

    Attributes:
        file: The file's path.
        format: What kind of file; without it, its name tells.
        table: Of a database, the table to read; of a workbook, the sheet.
        columns: The file's own name for each column that a reading needs, as in
            `{date: Fecha, value: Valor}`.
        decimal: What stands before the decimals in its numbers, `comma` or `point`; without it,
            the numbers tell.
        dates: In which order day, month and year stand in its dates: `ymd`, `dmy` or `mdy`, and
            `my` where `Oct-26` is a month; without it, the dates tell.
        encoding: Of a text file that is not UTF-8, as in `windows-1251`.
        skip: How many lines stand above the names of the columns; without it, the names tell.
        scale: Of percentages without a sign: `percent` where 4.8 is 4.8 %, `share` where 0.048 is.
    """

    file: Text
    format: TableFormat | None = None
    table: Text | None = None
    columns: Mapping[str, str] = {}
    decimal: DecimalName | None = None
    dates: DateOrder | None = None
    encoding: Text | None = None
    skip: Annotated[Whole, Ge(0)] | None = None
    scale: ScaleName | None = None


class Alert(OkrModel):
    """When to shout: `breaches` of the last `of` readings in breach.

    Attributes:
        breaches: This many readings in breach are an alert.
        of: This many of the last readings are looked at.
        xmr: Whether readings that are unlikely by their own history are an alert, too.
    """

    breaches: Annotated[Whole, Ge(1)] = 3
    of: Annotated[Whole, Ge(1)] = 3
    xmr: Flag = True

    @model_validator(mode="after")
    def _can_happen(self) -> "Alert":
        if self.breaches > self.of:
            raise PydanticCustomError("alert", "asks for more breaches than it looks at readings")
        return self


def _as_amended_target(value: Any) -> KpiTarget | Decimal | Band:
    """Return a target as it is written out, or only the value or range of one."""
    if isinstance(value, dict | KpiTarget):
        return KpiTarget.model_validate(value)
    return as_target(value)


_AmendedTarget = Annotated[
    KpiTarget | Decimal | Band,
    PlainValidator(_as_amended_target),
    WithJsonSchema({"type": ["number", "array", "object"]}),
]


class KpiAmendment(Amendment):
    """An open change of a KPI's goalpost."""

    @classmethod
    def types(cls) -> Mapping[str, Any]:
        """Return the type of each of its goalposts."""
        own = {name: field_type(Kpi, name) for name in Kpi.goalposts()}
        return own | {"target": _AmendedTarget}


class Kpi(Record, WithAddedDay, Approvable):
    """A number that is watched for good.

    Attributes:
        id: The file's name; not a key in the file.
        status: `draft` or `active`; a draft binds nobody.
        title: What is watched, as people call it.
        why: What it tells, and why that matters.
        unit: Of what the values are, as people write it: `"%"`, `h`, `EUR`, `points`.
        direction: Where good is: `up`, `down`, or `range` for between two values.
        bounds: The values that are possible at all, `[low, high]`; `null` is an open end. A reading
            outside is refused.
        kind: `leading` shows results coming, `lagging` shows them.
        family: What it is about: `revenue`, `customer`, `operations` or `satisfaction`.
        owner: The one who answers for it.
        team: The team that it belongs to.
        serves: Objectives that it matters to, as in `cx-leader` or `2026-Q4/cx-leader`.
        baseline: The value at the start, or `unknown`.
        target: What it aims at: `{value: 60, by: 2026-12-31}`, or `{range: [20, 30]}`.
        warning: How far from the target, in the KPI's own unit, is still a warning and no breach;
            without it, 10 % of the target, of a percentage 5 points, and on the way to a target
            with a date at most a quarter of that way.
        cadence: How often a reading is due.
        segments: What a reading may be about instead of the whole, as in `[voice, sms, chat]`.
        aggregate: How the segments' readings of a day become the KPI's value: `mean`, `sum`, `last`
            or `weighted` by the readings' weights.
        formula: Arithmetic over other KPIs' values, as in `clv / cac`.
        survey: How the answers of a survey become its value.
        source: A file in the repository that its readings are imported from.
        alert: When to shout.
        note: What is worth knowing about it.
        language: What its texts are in: `en`, `es` or `ru`; without it, each text tells, and where
            it does not, okr.yaml.
        added: The day from which on it is watched. Before that day it stands in no report, although
            readings of that time still tell what is usual.
        approved_by: Who agreed to it, and when; before the first such day it was a draft.
        amendments: Every change of what it is judged by, after its first reading.
        formerly: The names that it had, as in `nps_old`: readings that name it so count.
    """

    model_config = ConfigDict(title="KPI")

    id: KpiId
    title: Text
    why: Text | None = None
    unit: Text | None = None
    direction: Direction | None = None
    bounds: BoundsField = Bounds()
    kind: Kind | None = None
    family: Family | None = None
    owner: Id | None = None
    team: Id | None = None
    status: KpiStatus = "active"
    serves: tuple[ObjectiveRef, ...] = ()
    baseline: Baseline | None = None
    target: KpiTarget | None = None
    warning: NotNegative | None = None
    cadence: Cadence = "weekly"
    segments: tuple[Id, ...] = ()
    aggregate: Aggregate = "mean"
    formula: Text | None = None
    survey: Survey | None = None
    source: ReadingSource | None = None
    alert: Alert = Alert.model_construct()
    note: Text | None = None
    language: Language | None = None
    added: Day | None = None
    approved_by: tuple[Approval, ...] = ()
    amendments: tuple[KpiAmendment, ...] = ()
    formerly: tuple[FormerField, ...] = ()

    @classmethod
    def goalposts(cls) -> tuple[str, ...]:
        """Return its fields that only an amendment may change after its first reading.

        Of `segments` only those that are taken away bind; new ones are free.
        """
        return (
            "baseline",
            "warning",
            "target",
            "direction",
            "bounds",
            "unit",
            "formula",
            "aggregate",
            "survey",
            "segments",
        )

    def binds_on(self, day: date) -> bool:
        """Return whether its readings are owed, and its health is judged, on *day*."""
        return self.status == "active" and self.exists_on(day)
