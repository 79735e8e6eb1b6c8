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
        computed: The score that its key results came to on that day, which holds since; `null`
            where they came to none.
        score: What counts instead, where a person says another one; then `why` says the reason.
        why: Why the score is another than the computed one, or why it was closed again.
        because: Why what was promised was missed, of a committed objective.
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
        was: What was said before it was closed again.
    """

    was: Annotated[tuple[FormerClosing, ...], BeforeValidator(_as_several)] = ()

    @property
    def final_score(self) -> Number | None:
        """The score that counts: what a person says, else what was computed."""
        return self.computed if self.score is None else self.score
