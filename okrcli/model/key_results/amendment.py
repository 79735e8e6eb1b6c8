"""Open changes of goalposts, whichever type of key result has them."""

from collections.abc import Mapping
from functools import cache, reduce
from itertools import groupby
from operator import or_
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError, ValidationInfo, field_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from okrcli.model.base import Day, Id, OkrModel, Text

if TYPE_CHECKING:
    from okrcli.model.key_results.base import KeyResult

SHARED_GOALPOSTS = ("weight", "start", "due")
"""The goalposts of every key result."""

_VALUE_SCHEMA = WithJsonSchema({"type": ["number", "string", "array", "null"]})


_Types = tuple[type["KeyResult"], ...]


def goalposts() -> Mapping[str, Any]:
    """Return the type of each goalpost: a field that only an amendment may change.

    Those of one kind of value stand together: the types' own values, what all types share, and
    the types' own dates.
    """
    return _goalposts_of(_types())


def _types() -> _Types:
    from okrcli.model.key_results import KEY_RESULT_TYPES  # noqa: PLC0415  they hold amendments

    return tuple(KEY_RESULT_TYPES.values())


@cache
def _goalposts_of(types: _Types) -> Mapping[str, Any]:
    own = {name: _value_type(type_, name) for type_ in types for name in type_.own_goalposts}
    shared = {name: _value_type(types[0], name) for name in SHARED_GOALPOSTS}
    dates = {name: type_ for name, type_ in own.items() if type_ == shared["due"]}
    values = {name: type_ for name, type_ in own.items() if name not in dates}
    return values | shared | dates


@cache
def _reader(types: _Types, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_goalposts_of(types)[name])


def _value_type(key_result: type["KeyResult"], name: str) -> Any:
    """Return the type of a field's value that is there: without `None`."""
    field = key_result.model_fields[name]
    type_: Any = field.annotation
    if NoneType in get_args(type_):
        type_ = reduce(or_, (member for member in get_args(type_) if member is not NoneType))
    return Annotated[type_, *field.metadata] if field.metadata else type_


class _NameOfAGoalpost:
    """One of the names of `goalposts`, which are known once all types are."""

    @staticmethod
    def __get_pydantic_core_schema__(_source: Any, _handler: Any) -> CoreSchema:
        return core_schema.literal_schema([*goalposts()])


def _with_types_of_the_fields(schema: dict[str, Any]) -> None:
    """Add to an amendment's JSON Schema that its values have the type of the field it names."""
    schema["allOf"] = [
        {
            "if": {"properties": {"field": {"enum": list(fields)}}, "required": ["field"]},
            "then": {"properties": dict.fromkeys(("was", "now"), values)},
        }
        for values, fields in groupby(goalposts(), key=_or_null)
    ]


def _or_null(field: str) -> dict[str, Any]:
    schema = _reader(_types(), field).json_schema()
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
    field: Annotated[str, _NameOfAGoalpost]
    was: Annotated[Any, _VALUE_SCHEMA]
    now: Annotated[Any, _VALUE_SCHEMA]
    why: Text
    approved_by: Id

    @field_validator("was", "now")
    @classmethod
    def _has_the_type_of_its_field(cls, value: Any, info: ValidationInfo) -> Any:
        """Read the value as its field would; `None` says that the field was or is absent."""
        field = info.data.get("field")
        if value is None or field is None:
            return value
        try:
            return _reader(_types(), field).validate_python(value)
        except ValidationError as error:
            raise PydanticCustomError("amended_value", error.errors()[0]["msg"]) from None
