"""An objective with its key results: one file under `objectives/`."""

from typing import Literal

from okrcli.model.base import CycleId, Day, Id, ObjectiveRef, OkrModel, Record, Text
from okrcli.model.initiative import Initiative
from okrcli.model.key_results import KeyResult, KeyResultField

Ambition = Literal["committed", "aspirational"]
ObjectiveStatus = Literal["draft", "active", "closed", "cancelled"]
ProgressFrom = Literal["key_results", "children", "both"]


class Approval(OkrModel):
    """Who agreed to an objective, and when."""

    who: Id
    date: Day


class Objective(Record):
    """Where a team wants to be.

    Attributes:
        id: The file's name; not a key in the file.
        cycle: The folder's name; not a key in the file.
        parent: The objective this one serves; `None` for a top team's.
        impact: With *why*, the answer to "so what?".
        progress_from: What its score is made of; F16.
    """

    id: Id
    cycle: CycleId
    title: Text
    owner: Id | None = None
    team: Id | None = None
    parent: ObjectiveRef | None = None
    impact: Literal["growth", "efficiency", "expansion"] | None = None
    why: Text | None = None
    ambition: Ambition = "aspirational"
    status: ObjectiveStatus = "active"
    progress_from: ProgressFrom = "key_results"
    approved_by: tuple[Approval, ...] = ()
    key_results: tuple[KeyResultField, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    note: Text | None = None

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return f"{self.cycle}/{self.id}"

    def ref_of(self, key_result: KeyResult) -> str:
        """Return the reference of one of its key results, with the cycle."""
        return f"{self.cycle}/{self.id}/{key_result.id}"
