"""Work meant to move a key result."""

from typing import Literal

from okrcli.model.base import Day, Id, OkrModel, Text


class Initiative(OkrModel):
    """Work that is done for some key results; it never counts as progress.

    Attributes:
        id: Lower-case words joined by `-`, unique in the objective.
        title: What is done.
        key_results: Ids of this objective's key results that it is meant to move.
        owner: The person who does it.
        due: The deadline.
        status: Its status: `planned`, `active`, `done` or `cancelled`.
        note: Anything worth knowing about it.
    """

    id: Id
    title: Text
    key_results: tuple[Id, ...] = ()
    owner: Id | None = None
    due: Day | None = None
    status: Literal["planned", "active", "done", "cancelled"] = "planned"
    note: Text | None = None
