"""Work meant to move a key result."""

from typing import Literal

from okrcli.model.base import Day, Id, OkrModel, Text


class Initiative(OkrModel):
    """Work that is done for some key results; it never counts as progress."""

    id: Id
    title: Text
    key_results: tuple[Id, ...] = ()
    owner: Id | None = None
    due: Day | None = None
    status: Literal["planned", "active", "done", "cancelled"] = "planned"
    note: Text | None = None
