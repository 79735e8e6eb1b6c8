"""An objective with its key results: one file under `objectives/`."""

from typing import Literal

from okrcli.model.base import (
    Cadence,
    CycleId,
    Day,
    Id,
    ObjectiveRef,
    OkrModel,
    Record,
    Text,
    WithAddedDay,
)
from okrcli.model.initiative import Initiative
from okrcli.model.key_results import KeyResult, KeyResultField
from okrcli.model.settings import Language

Ambition = Literal["committed", "aspirational"]
ObjectiveStatus = Literal["draft", "active", "closed", "cancelled"]
ProgressFrom = Literal["key_results", "children", "both"]


class Approval(OkrModel):
    """Who agreed to an objective, and when.

    Attributes:
        who: Who agreed.
        date: On which day.
    """

    who: Id
    date: Day


class Objective(Record, WithAddedDay):
    """Where a team wants to be.

    How its score is made of what stands below it: F16.

    Attributes:
        id: The file's name; not a key in the file.
        cycle: The folder's name; not a key in the file.
        title: Where you want to be: words, no number.
        owner: The one who answers for it.
        team: The team that it belongs to.
        parent: The objective that this one serves, as in `acme-growth`; not needed for the top
            team's.
        impact: With `why`, the answer to "so what?": `growth`, `efficiency` or `expansion`.
        why: The reason, in a sentence.
        ambition: `committed` (1.0 is expected) or `aspirational` (0.7 is a good score).
        status: `draft`, `active`, `closed` or `cancelled`.
        progress_from: What its score is made of: its own `key_results`, its `children`, or `both`.
        cadence: How often check-ins of its key results are due; without it, okr.yaml's cadence.
        approved_by: Who agreed to it, and when.
        key_results: The measurable proof that it is reached; two to five.
        initiatives: The work; it never counts as progress.
        note: What is worth knowing about it.
        language: What its texts are in: `en`, `es` or `ru`; without it, each text tells, and where
            it does not, okr.yaml.
        added: The day on which it was added; without it, the cycle's first. Before that day it
            stands in no report.
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
    cadence: Cadence | None = None
    added: Day | None = None
    approved_by: tuple[Approval, ...] = ()
    key_results: tuple[KeyResultField, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    note: Text | None = None
    language: Language | None = None

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return f"{self.cycle}/{self.id}"

    def ref_of(self, key_result: KeyResult) -> str:
        """Return the reference of one of its key results, with the cycle."""
        return f"{self.cycle}/{self.id}/{key_result.id}"
