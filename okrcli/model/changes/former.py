"""The names that something had before."""

from typing import Annotated, Any

from annotated_types import Ge, MaxLen
from pydantic import GetJsonSchemaHandler, StringConstraints, TypeAdapter, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from okrcli.model.base import Day, OkrModel, Whole, advice

_PART = r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*"

FormerRef = Annotated[
    str,
    StringConstraints(pattern=rf"^{_PART}(?:/{_PART}){{0,2}}$", max_length=194),
    advice("Write the name that it had, as in `cx-leader` or `cx-leader/nps`."),
]


class Former(OkrModel):
    """A name that it had; in a file, the name alone may be written instead.

    Attributes:
        ref: The former reference, with the cycle or without.
        until: For a key result that was moved: the first day on which it counts in its new place;
            before that day it counts in the old one.
        position: For a key result that was moved: its place among the key results of the old
            objective on the day before, from 1.
    """

    ref: FormerRef
    until: Day | None = None
    position: Annotated[Whole, Ge(1)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, value: Any) -> Any:
        return {"ref": value} if isinstance(value, str) else value


class _OrName:
    """Adds to the schema that the name alone may replace the mapping."""

    @staticmethod
    def __get_pydantic_json_schema__(
        core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [TypeAdapter(FormerRef).json_schema(), handler(core_schema)]}


FormerField = Annotated[Former, _OrName]

_MOST = 100
"""An objective's names cover those of its key results: the names multiply."""

FormerNamesField = Annotated[tuple[FormerField, ...], MaxLen(_MOST)]
