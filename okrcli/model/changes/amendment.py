"""Open changes of goalposts, of any kind of record."""

from collections.abc import Iterable, Mapping
from functools import cache, reduce
from itertools import groupby
from operator import or_
from types import NoneType
from typing import Annotated, Any, ClassVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from okrcli.model.base import Day, Id, OkrModel, Text
from okrcli.model.changes.factor import Factor

MOST_FACTORS = 100
"""The most conversions between units in one record: their exact product grows with each."""

_VALUE_SCHEMA = WithJsonSchema({"type": ["number", "string", "array", "object", "null"]})


def field_type(record: type[BaseModel], name: str) -> Any:
    """Return the type of a field's value when it is set, so without `None`."""
    field = record.model_fields[name]
    type_: Any = field.annotation
    if NoneType in get_args(type_):
        type_ = reduce(or_, (member for member in get_args(type_) if member is not NoneType))
    return Annotated[type_, *field.metadata] if field.metadata else type_


@cache
def _reader(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)


def _with_types_of_the_fields(schema: dict[str, Any], amendment: type["Amendment"]) -> None:
    """Add to an amendment's JSON Schema that its values have the type of the field it names."""
    types = amendment.types()
    names: dict[str, Any] = {"type": "string", "enum": [*types]}
    if amendment.pattern:
        names = {"anyOf": [names, {"type": "string", "pattern": amendment.pattern}]}
    schema["properties"]["field"] = names
    values = groupby(types, key=lambda name: _or_null(types[name]))
    schema["allOf"] = [
        {
            "if": {"properties": {"field": {"enum": list(fields)}}, "required": ["field"]},
            "then": {"properties": dict.fromkeys(("was", "now"), value)},
        }
        for value, fields in values
    ]


def _or_null(type_: Any) -> dict[str, Any]:
    schema = _reader(type_).json_schema()
    if "$defs" in schema or schema.get("type") == "object":
        return {"type": ["object", "null"]}
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    types = schema.get("type", "string")
    return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]} | (
        {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    )


class Amendment(OkrModel):
    """An open change of a goalpost.

    Attributes:
        date: The first day on which the new value applies.
        field: Which key was changed.
        was: The value before the change; `null` when there was none.
        now: The value after the change, equal to the one in the field above; `null` when the field
            was removed.
        why: The reason.
        approved_by: Who agreed to it.
        factor: With `field: unit`: what one old unit is in the new one, as in `60` or `1/60`.
            Values from before that day are converted; without it, they stay in the old unit.

    Class attributes of the amendments of a kind of record:

    - `pattern`: Matches fields inside list items, as in `steps.pilot.due`; empty if there are none.
    """

    model_config = ConfigDict(json_schema_extra=_with_types_of_the_fields)

    pattern: ClassVar[str] = ""

    date: Day
    field: str
    was: Annotated[Any, _VALUE_SCHEMA]
    now: Annotated[Any, _VALUE_SCHEMA]
    why: Text
    approved_by: Id | None = None
    factor: Factor | None = None

    @classmethod
    def types(cls) -> Mapping[str, Any]:
        """Return the type of each goalpost: a field that only an amendment may change.

        Those of one kind of value stand together.
        """
        raise NotImplementedError

    @classmethod
    def type_of(cls, field: str) -> Any:
        """Return the type of the goalpost called *field*; `None` where there is none."""
        return cls.types().get(field)

    @classmethod
    def read_value(cls, field: str, value: Any) -> Any:
        """Return *value* as a value of the goalpost called *field*.

        Raises:
            ValidationError: It is not a valid value of that field.
        """
        return _reader(cls.type_of(field)).validate_python(value)

    @field_validator("field")
    @classmethod
    def _is_a_goalpost(cls, value: str) -> str:
        if cls.type_of(value) is None:
            raise PydanticKnownError("literal_error", {"expected": _type_text(cls.types())})
        return value

    @field_validator("was", "now")
    @classmethod
    def _has_the_type_of_its_field(cls, value: Any, info: ValidationInfo) -> Any:
        """Read the value as its field would; `None` says that the field was or is absent."""
        field = info.data.get("field")
        if value is None or field is None:
            return value
        try:
            return cls.read_value(field, value)
        except ValidationError as error:
            raise PydanticCustomError("amended_value", error.errors()[0]["msg"]) from None

    @model_validator(mode="after")
    def _factor_is_of_a_unit(self) -> "Amendment":
        if self.factor is not None and (self.field != "unit" or None in (self.was, self.now)):
            raise PydanticCustomError(
                "factor_field", "has a `factor`, which only goes from one `unit` to another"
            )
        return self


def _type_text(names: Iterable[str]) -> str:
    *first, last = [f"'{name}'" for name in names]
    return f"{', '.join(first)} or {last}" if first else last


def _require_few_factors(amendments: tuple[Amendment, ...]) -> tuple[Amendment, ...]:
    count = sum(amendment.factor is not None for amendment in amendments)
    if count > MOST_FACTORS:
        raise PydanticCustomError(
            "factor_count",
            "has {count} amendments with a `factor`, which is more than {most}",
            {"count": count, "most": MOST_FACTORS},
        )
    return amendments


FEW_FACTORS = AfterValidator(_require_few_factors)
"""Refuses amendments that convert between units more often than `MOST_FACTORS`."""
