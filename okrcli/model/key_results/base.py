"""What every key-result type shares."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from annotated_types import Ge
from pydantic import ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from okrcli.model.base import Day, Id, KpiId, Number, OkrModel, Text
from okrcli.model.goalposts import AMENDABLE, goalpost_type

AmendableField = Literal[
    "baseline",
    "target",
    "change",
    "at_least",
    "at_most",
    "weight",
    "start",
    "due",
    "measure_by",
]


class Amendment(OkrModel):
    """An open change of a goalpost: before *date* it was *was*, from that day on it is *now*."""

    date: Day
    field: AmendableField
    was: Any
    now: Any
    why: Text
    approved_by: Id

    @field_validator("was", "now")
    @classmethod
    def _has_the_type_of_its_field(cls, value: Any, info: ValidationInfo) -> Any:
        """Read the value as its field would; `None` says that the field was or is absent."""
        field = info.data.get("field")
        if value is None or field not in AMENDABLE:
            return value
        try:
            return goalpost_type(field).validate_python(value)
        except ValidationError as error:
            raise PydanticCustomError("amended_value", error.errors()[0]["msg"]) from None


class KeyResultBase(OkrModel):
    """A measurable proof that the objective is reached.

    Attributes:
        unit: Of what the values are, as people write it (`%`, `h`, `EUR`); `None` when the KPI
            gives it, or for a bare number.
        start: First day of the expected line; `None` is the cycle's first day.
        due: `None` is the cycle's last day.
        weight: Share in the objective's score; 0 is shown but not counted.
        guards: KPIs that must stay healthy while this moves.
    """

    id: Id
    title: Text
    owner: Id | None = None
    unit: Text | None = None
    kpi: KpiId | None = None
    start: Day | None = None
    due: Day | None = None
    weight: Annotated[Number, Ge(0)] = Decimal(1)
    guards: tuple[KpiId, ...] = ()
    note: Text | None = None
    amendments: tuple[Amendment, ...] = ()
