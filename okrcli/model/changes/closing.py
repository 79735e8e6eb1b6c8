"""How an objective ended."""

from typing import Annotated, Any

from annotated_types import Ge, Le
from pydantic import BeforeValidator, Field

from okrcli.model.base import Day, Number, OkrModel, Text

Score = Annotated[Number, Ge(0), Le(1), Field(json_schema_extra={"minimum": 0, "maximum": 1})]
"""From 0 to 1."""


def _as_several(value: Any) -> Any:
    return [value] if isinstance(value, dict | FormerClosing) else value


class FormerClosing(OkrModel):
    """The score of a closed objective, and what was learned from it.

    Attributes:
        date: On which day it was closed.
        computed: The score computed from its key results on that day; `null` if there was none. It
            does not change afterwards.
        score: The score that counts instead, if a person decides on another one; `why` then gives
            the reason.
        why: Why the score differs from the computed one, or why the objective was closed again.
        because: For a committed objective that was missed: why.
        worked: What worked.
        did_not: What did not work.
        next: What to do differently.
    """

    date: Day
    computed: Score | None = None
    score: Score | None = None
    why: Text | None = None
    because: Text | None = None
    worked: Text | None = None
    did_not: Text | None = None
    next: Text | None = None


class Closing(FormerClosing):
    """The score of a closed objective, and what was learned from it.

    Attributes:
        was: The earlier closings, if it was closed again.
    """

    was: Annotated[tuple[FormerClosing, ...], BeforeValidator(_as_several)] = ()

    @property
    def final_score(self) -> Number | None:
        """The score that counts: the one a person decided on, otherwise the computed one."""
        return self.computed if self.score is None else self.score
