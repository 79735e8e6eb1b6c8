"""An objective with its key results: one file under `objectives/`."""

from collections.abc import Mapping
from typing import Any, Literal

from okrcli.choices import Ambition, Cadence
from okrcli.model.base import CycleId, Day, Id, ObjectiveRef, Record, Text, WithAddedDay
from okrcli.model.changes.amendment import Amendment, field_type
from okrcli.model.changes.approval import Approvable, Approval
from okrcli.model.changes.closing import Closing
from okrcli.model.changes.former import FormerNamesField
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.initiative import Initiative
from okrcli.model.key_results import KeyResult, KeyResultField
from okrcli.model.settings import Language

ObjectiveStatus = Literal["draft", "active", "closed", "cancelled"]
ProgressFrom = Literal["key_results", "children", "both"]


class ObjectiveAmendment(Amendment):
    """An open change of an objective's goalpost."""

    @classmethod
    def types(cls) -> Mapping[str, Any]:
        """Return the type of each of its goalposts."""
        return {name: field_type(Objective, name) for name in Objective.goalposts()}


class Objective(Record, WithAddedDay, Approvable):
    """Where a team wants to be.

    F16 says how its score is computed from its key results and children.

    Attributes:
        id: The file's name; not a key in the file.
        cycle: The folder's name; not a key in the file.
        title: Where you want to be: words, no number.
        owner: The person who is accountable for it.
        team: The team that it belongs to.
        parent: The objective that this one supports, as in `acme-growth`; not needed for the
            objectives of a top team.
        impact: With `why`, the answer to "so what?": `growth`, `efficiency` or `expansion`.
        why: The reason, in a sentence.
        ambition: `committed` (1.0 is expected) or `aspirational` (0.7 is a good score).
        status: `draft`, `active`, `closed` or `cancelled`.
        progress_from: What its score is computed from: its own `key_results`, its `children`, or
            `both`.
        cadence: How often check-ins of its key results are due. Default: the cadence in okr.yaml.
        approved_by: Who agreed to it, and when.
        key_results: The measurable proof that the objective is reached; two to five key results.
        initiatives: The work that moves the key results; it never counts as progress.
        note: Anything worth knowing about it.
        language: The language of its texts: `en`, `es` or `ru`. Default: detected from each text,
            or the language in okr.yaml.
        added: The day on which it was added. Default: the cycle's first day. It appears in no
            report before that day.
        amendments: Every change of `ambition` or `progress_from` after the cycle began.
        cancelled: For a cancelled objective: since when, and why; before that day it is active.
        closing: For a closed objective: its score and what was learned; before that day it is
            active.
        formerly: The names that it had, as in `cx-first`; check-ins under these names still count.
        carried_from: The objective of an earlier cycle that it continues.
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
    amendments: tuple[ObjectiveAmendment, ...] = ()
    cancelled: Withdrawal | None = None
    closing: Closing | None = None
    formerly: FormerNamesField = ()
    carried_from: ObjectiveRef | None = None

    @classmethod
    def goalposts(cls) -> tuple[str, ...]:
        """Return its fields that only an amendment may change once the cycle has begun."""
        return ("ambition", "progress_from")

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return f"{self.cycle}/{self.id}"

    def ref_of(self, key_result: KeyResult) -> str:
        """Return the reference of one of its key results, with the cycle."""
        return f"{self.cycle}/{self.id}/{key_result.id}"
