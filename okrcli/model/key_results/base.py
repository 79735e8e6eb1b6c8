"""What every key-result type shares."""

from decimal import Decimal
from itertools import groupby
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, ValidationError, ValidationInfo, field_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.model.base import Day, Id, KpiId, NotNegative, OkrModel, Text
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


_VALUE_SCHEMA = WithJsonSchema({"type": ["number", "string", "array", "null"]})


def _with_types_of_the_fields(schema: dict[str, Any]) -> None:
    """Add to an amendment's JSON Schema that its values have the type of the field it names."""
    schema["allOf"] = [
        {
            "if": {"properties": {"field": {"enum": list(fields)}}, "required": ["field"]},
            "then": {"properties": dict.fromkeys(("was", "now"), values)},
        }
        for values, fields in groupby(AMENDABLE, key=_or_null)
    ]


def _or_null(field: str) -> dict[str, Any]:
    schema = goalpost_type(field).json_schema()
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    types = schema["type"]
    return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}


class Amendment(OkrModel):
    """An open change of a goalpost.

    Attributes:
        date: From this day on the new value holds.
        field: Which key was changed.
        was: Its value before; `null` when it had none.
        now: Its value from that day on, the same as above; `null` when it has none any more.
        why: The reason.
        approved_by: Who agreed to it.
    """

    model_config = ConfigDict(json_schema_extra=_with_types_of_the_fields)

    date: Day
    field: AmendableField
    was: Annotated[Any, _VALUE_SCHEMA]
    now: Annotated[Any, _VALUE_SCHEMA]
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
        id: Lower-case words joined by `-`, once in the objective.
        title: What proves it, measurably: "Raise NPS from 40 to 60".
        owner: The one who answers for it; without it, the objective's owner.
        unit: Of what the values are, as people write it: `"%"`, `h`, `EUR`, `points`. Not needed
            when the KPI gives it, nor for a bare number.
        kpi: The KPI whose readings are its values: the name of its file.
        start: The first day of the expected line; without it, the cycle's first day.
        due: The last day; without it, the cycle's last day.
        weight: How much it counts in the objective's score; 0 is shown but not counted.
        guards: KPIs that must stay healthy while this moves.
        note: What is worth knowing about it.
        amendments: Every change of a goalpost after the cycle began.
    """

    id: Id
    title: Text
    owner: Id | None = None
    unit: Text | None = None
    kpi: KpiId | None = None
    start: Day | None = None
    due: Day | None = None
    weight: NotNegative = Decimal(1)
    guards: tuple[KpiId, ...] = ()
    note: Text | None = None
    amendments: tuple[Amendment, ...] = ()
