"""The key-result types; a new one is registered here."""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from okrcli.model.key_results.amendment import KeyResultAmendment, goalposts
from okrcli.model.key_results.base import KeyResult
from okrcli.model.key_results.binary import Binary
from okrcli.model.key_results.maintain import Maintain
from okrcli.model.key_results.metric import Metric
from okrcli.model.key_results.milestones import Milestones
from okrcli.model.key_results.step import Step

KEY_RESULT_TYPES: Mapping[str, type[KeyResult]] = {
    "metric": Metric,
    "maintain": Maintain,
    "milestones": Milestones,
    "binary": Binary,
}
"""Every type by its name in `type:`."""


class _OfItsType:
    """Validates the type that `type:` names; reads the table when records are first built."""

    @staticmethod
    def __get_pydantic_core_schema__(_source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        types: Any = reduce(or_, KEY_RESULT_TYPES.values())
        return handler.generate_schema(Annotated[types, Field(discriminator="type")])


KeyResultField = Annotated[KeyResult, _OfItsType, Field(title="Key result")]

__all__ = [
    "KEY_RESULT_TYPES",
    "Binary",
    "KeyResult",
    "KeyResultAmendment",
    "KeyResultField",
    "Maintain",
    "Metric",
    "Milestones",
    "Step",
    "goalposts",
]
