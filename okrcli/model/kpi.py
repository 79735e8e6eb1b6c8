"""A KPI: one file under `kpis/`."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le
from pydantic import ConfigDict, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.choices import (
    Aggregate,
    Cadence,
    DateOrder,
    DecimalName,
    Direction,
    Family,
    Kind,
    ScaleName,
    TableFormat,
)
from okrcli.frozen import frozen_dataclass
from okrcli.model.base import (
    Day,
    Flag,
    Id,
    KpiId,
    NotNegative,
    Number,
    ObjectiveRef,
    OkrModel,
    ParsedBy,
    Record,
    Text,
    Whole,
    WithAddedDay,
    as_number,
)
from okrcli.model.changes.amendment import FEW_FACTORS, Amendment, field_type
from okrcli.model.changes.approval import Approvable, Approval
from okrcli.model.changes.former import FormerNamesField
from okrcli.model.goalposts import BAND_SCHEMA, Band, Baseline, Target, as_target
from okrcli.model.settings import Language

KpiStatus = Literal["draft", "active"]


@frozen_dataclass
class Bounds:
    """The values that are possible at all, including both ends; `None` is an open end."""

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
    ParsedBy(_as_bounds),
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
        value: The value to reach.
        range: For a KPI with `direction: range`: the lowest and the highest good value, `[low,
            high]`.
        by: The day by which the target is to be reached; without it, the target always applies.
            Until that day a KPI with a baseline is judged by the straight line from the baseline to
            the target.
        since: The first day of that line, on which the KPI was at its baseline. Default: the day on
            which the KPI was `added`, or the day of its first reading.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["value"]},
            "then": {
                "properties": {"range": False},
                "errorMessage": "Keep only one of `value` and `range`.",
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
            raise PydanticCustomError("one_aim", "needs either `value` or `range`")
        if self.range is not None and not isinstance(self.range, Band):
            raise PydanticCustomError("band_size", "needs a range of two numbers: [low, high]")
        return self


class Survey(OkrModel):
    """How survey answers become the KPI's value.

    Attributes:
        type: What is asked: `nps` (would you recommend us?), `csat` (are you satisfied?) or `ces`
            (how easy was it?).
        scale: Lowest and highest possible answer, as in `[1, 5]`.
        version: For CES: 1 asks for effort (lower is better), 2 asks for ease.
        top_box: For CSAT: the answers that count as satisfied. Default: the top two, or the
            top one of at most three.
        answers: The numbers that answers in words count as, as in `{Great: 3, Okay: 2, Not good:
            1}`. Default: the usual answers in English, Spanish and Russian.
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
            raise PydanticCustomError("answers_scale", "has `answers` outside its `scale`")
        return self


class ReadingSource(OkrModel):
    """A file in the repository that readings are imported from; never a command.

    Attributes:
        file: The file's path.
        format: The format of the file. Default: detected from its name.
        table: The table to read from a database, or the sheet to read from a workbook.
        columns: The file's own name for each column that a reading needs, as in
            `{date: Fecha, value: Valor}`.
        decimal: The decimal separator of its numbers, `comma` or `point`. Default: detected from
            the numbers.
        dates: The order of day, month and year in its dates: `ymd`, `dmy` or `mdy`, or `my` where
            `Oct-26` is a month. Default: detected from the dates.
        encoding: The encoding of a text file that is not UTF-8, as in `windows-1251`.
        skip: The number of lines above the column names. Default: detected from the names.
        scale: The scale of percentages without a sign: `percent` when 4.8 means 4.8 %, `share` when
            0.048 does.
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
    """When to raise an alert: `breaches` of the last `of` readings in breach.

    Attributes:
        breaches: The number of readings in breach that raises an alert.
        of: The number of latest readings to look at.
        xmr: Whether readings that are unlikely by the KPI's own history raise an alert, too.
    """

    breaches: Annotated[Whole, Ge(1)] = 3
    of: Annotated[Whole, Ge(1)] = 3
    xmr: Flag = True

    @model_validator(mode="after")
    def _can_happen(self) -> "Alert":
        if self.breaches > self.of:
            raise PydanticCustomError(
                "alert", "asks for more `breaches` than the readings it looks at (`of`)"
            )
        return self


def _as_amended_target(value: Any) -> KpiTarget | Decimal | Band:
    """Return a whole target, or only the value or range of one."""
    if isinstance(value, dict | KpiTarget):
        return KpiTarget.model_validate(value)
    return as_target(value)


_AmendedTarget = Annotated[
    KpiTarget | Decimal | Band,
    ParsedBy(_as_amended_target),
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
    """A number that the team watches permanently.

    Attributes:
        id: The file's name; not a key in the file.
        status: `draft` or `active`; a draft is not binding.
        title: The name of the number, as people call it.
        why: What it shows, and why that matters.
        unit: The unit of the values, as people write it: `"%"`, `h`, `EUR`, `points`.
        direction: Which values are better: `up`, `down`, or `range` for those between two values.
        bounds: The values that are possible at all, `[low, high]`; `null` is an open end. A reading
            outside them is refused.
        kind: `leading` predicts results, `lagging` shows them.
        family: What it is about: `revenue`, `customer`, `operations` or `satisfaction`.
        owner: The person who is accountable for it.
        team: The team that it belongs to.
        serves: Objectives that it supports, as in `cx-leader` or `2026-Q4/cx-leader`.
        baseline: The value at the start, or `unknown`.
        target: What it aims at: `{value: 60, by: 2026-12-31}`, or `{range: [20, 30]}`.
        warning: The largest distance from the target, in the KPI's own unit, that is a warning and
            not a breach. Default: 10 % of the target, or 5 points for a percentage; on the way to a
            target with a date, at most a quarter of that way.
        cadence: How often a reading is due.
        segments: Parts of the KPI that a reading can be about, as in `[voice, sms, chat]`.
        aggregate: How the segments' readings of a day become the KPI's value: `mean`, `last`,
            `weighted` by the readings' weights, or `sum`, which a day has once it has all segments
            that were read by then.
        formula: Arithmetic over other KPIs' values, as in `clv / cac`.
        survey: How survey answers become its value.
        source: A file in the repository that its readings are imported from.
        alert: When to raise an alert.
        note: Anything worth knowing about it.
        language: The language of its texts: `en`, `es` or `ru`. Default: detected from each text,
            or the language in okr.yaml.
        added: The day from which it is watched. It appears in no report before that day, although
            earlier readings still show what is usual.
        approved_by: Who agreed to it, and when; before the first such day it was a draft.
        amendments: Every change of a goalpost after its first reading.
        formerly: The names that it had, as in `nps_old`; readings under these names still count.
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
    amendments: Annotated[tuple[KpiAmendment, ...], FEW_FACTORS] = ()
    formerly: FormerNamesField = ()

    @classmethod
    def goalposts(cls) -> tuple[str, ...]:
        """Return its fields that only an amendment may change after its first reading.

        Segments may be added freely; only removing one needs an amendment.
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
        """Return whether readings are expected and health is judged on *day*."""
        return self.status == "active" and self.exists_on(day)
