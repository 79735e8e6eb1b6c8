"""Open changes of a key result's goalposts, of any type."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from okrcli.model.changes.amendment import Amendment, field_type
from okrcli.model.key_results.step import Step

if TYPE_CHECKING:
    from okrcli.model.key_results.base import KeyResult

SHARED_GOALPOSTS = ("weight", "start", "due", "unit", "kpi")
"""The goalposts of every key result."""

STEP_GOALPOSTS = ("weight", "due")
"""The goalposts of every step: `steps.ID.due`."""

_STEP_FIELD = re.compile(rf"steps\.[a-z0-9]+(?:-[a-z0-9]+)*\.({'|'.join(STEP_GOALPOSTS)})")

_Types = tuple[type["KeyResult"], ...]


def goalposts() -> Mapping[str, Any]:
    """Return the type of each goalpost of any type of key result.

    Goalposts with the same kind of value are next to each other.
    """
    return _goalposts_of(_types())


def _types() -> _Types:
    from okrcli.model.key_results import KEY_RESULT_TYPES  # noqa: PLC0415  they hold amendments

    return tuple(KEY_RESULT_TYPES.values())


@cache
def _goalposts_of(types: _Types) -> Mapping[str, Any]:
    own = {name: field_type(type_, name) for type_ in types for name in type_.own_goalposts}
    found = own | {name: field_type(types[0], name) for name in SHARED_GOALPOSTS}
    kinds = list(dict.fromkeys(map(repr, found.values())))
    return dict(sorted(found.items(), key=lambda field: kinds.index(repr(field[1]))))


class KeyResultAmendment(Amendment):
    """An open change of a key result's goalpost."""

    pattern: ClassVar[str] = f"^{_STEP_FIELD.pattern}$"

    @classmethod
    def types(cls) -> Mapping[str, Any]:
        """Return the type of each goalpost of any type of key result."""
        return goalposts()

    @classmethod
    def type_of(cls, field: str) -> Any:
        """Return the type of the goalpost called *field*, which may be that of a step."""
        if step := _STEP_FIELD.fullmatch(field):
            return field_type(Step, step[1])
        return super().type_of(field)
