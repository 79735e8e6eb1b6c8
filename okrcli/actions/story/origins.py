"""Which commit did what a rule of letter H finds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from okrcli.actions.check.past_files import commit_of
from okrcli.actions.story.checkins.files import CheckinFiles
from okrcli.actions.story.cycle_moves import CycleMoves
from okrcli.actions.story.people import Authors
from okrcli.checks.contributions import Contribution, claims_in
from okrcli.checks.history.other_author import OTHER_AUTHOR
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import LogEntry
from okrcli.model.finding import Finding
from okrcli.model.plan import Plan
from okrcli.storage.layout import Kind, id_of, kind_of
from okrcli.views.story import NAMES_CHANGE, Event, EventKind, FieldMove, StoryCommit

_REWRITES = frozenset({EventKind.CHECKIN_EDITED, EventKind.CHECKIN_DELETED})
_NOTES = frozenset({EventKind.APPROVED, EventKind.AMENDED, EventKind.AGREEMENT_CHANGED})
_MADE = frozenset({EventKind.CREATED, EventKind.CARRIED, EventKind.ACTIVATED})
_LISTS = frozenset({"approved_by", "amendments"})


@frozen_dataclass
class Origins:
    """What commits did to the workspace.

    Attributes:
        events: The events of definitions, the earliest first.
        checkins: The check-ins that commits touched.
        entries: The commits, the earliest first.
        cycles: What they did to cycles; `None` where nobody asks.
        contributions: What they added in people's names.
    """

    plan: Plan
    events: Sequence[Event]
    checkins: CheckinFiles
    entries: Sequence[LogEntry]
    authors: Authors
    cycles: CycleMoves | None = None
    contributions: Sequence[Contribution] = ()

    def event_of(self, finding: Finding) -> Event | None:
        """Return what moved the goalpost, or wrote the note, that *finding* is about."""
        own = self.by_ref.get(self.present_ref(finding.ref or ""), [])
        if finding.rule.name == "late-addition":
            return _addition_of(own, is_step="steps" in finding.location)
        if _LISTS.intersection(finding.location):
            return _last(event for event in own if event.kind in _NOTES)
        silent = [event for event in own if event.is_silent]
        named = str(finding.location[-1]) if finding.location else ""
        exact = (event for event in silent if any(_is(named, m.field) for m in event.moves))
        return _last(exact) or _last(silent)

    def commit_of(self, finding: Finding) -> StoryCommit | None:
        """Return the commit that did what *finding* is about; else the last of its file."""
        entry = self._find_named(finding) or self._of_checkin(finding) or self._of_approval(finding)
        if entry is None and self.cycles is not None:
            entry = self.cycles.commit_of(finding.location)
        if entry is not None:
            return self.authors.commit(entry)
        event = self.event_of(finding)
        return event.commit if event else self._last_of(finding.place.path)

    def present_ref(self, ref: str) -> str:
        """Return what is called *ref* now, as definitions tell it, or commits that renamed it."""
        former = self.plan.former_names
        if found := former.key_results.get(ref):
            return found[0].ref_of(found[1])
        objective, kpi = former.objectives.get(ref), former.kpis.get(ref)
        if objective or kpi:
            return objective.ref if objective else kpi.id if kpi else ref
        return self._present_name(ref)

    def _present_name(self, ref: str) -> str:
        for event in self._renames:
            if event.other and (ref == event.other or ref.startswith(f"{event.other}/")):
                ref = event.ref + ref.removeprefix(event.other)
        return ref

    @cached_property
    def _renames(self) -> list[Event]:
        return [event for event in self.events if event.kind in NAMES_CHANGE]

    @cached_property
    def by_ref(self) -> Mapping[str, list[Event]]:
        """The events of each definition, by its present reference."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            found[self.present_ref(event.ref)].append(event)
        return found

    def _find_named(self, finding: Finding) -> LogEntry | None:
        """Return the commit that *finding* names itself, as one with a date to come."""
        names = {str(part).removeprefix("commit ") for part in finding.location}
        known = (entry for entry in self.entries if entry.sha[:8] in names)
        return next(known, None) if "commits" in finding.location else None

    def _of_checkin(self, finding: Finding) -> LogEntry | None:
        if kind_of(finding.place.path) is not Kind.CHECKIN:
            return None
        own = self.checkins.changes_of(id_of(finding.place.path))
        rewritten = [change for change in own if change.kind in _REWRITES]
        is_rewrite = finding.rule.name == "rewritten-check-in" and rewritten
        return rewritten[-1].entry if is_rewrite else own[0].entry if own else None

    def _of_approval(self, finding: Finding) -> LogEntry | None:
        """Return the commit that added an approval in the name of somebody else."""
        if finding.rule != OTHER_AUTHOR or finding.ref is None:
            return None
        record = self.plan.objectives_by_ref.get(finding.ref) or self.plan.kpis_by_id.get(
            finding.ref
        )
        claims = claims_in(record) if record else ()
        meant = {claim for claim, location in claims if location == finding.location}
        names = {added.commit for added in self.contributions if meant & added.claims}
        return next((entry for entry in self.entries if commit_of(entry).name in names), None)

    def _last_of(self, path: str) -> StoryCommit | None:
        touching = (entry for entry in reversed(self.entries) if path in entry.files)
        found = next(touching, None)
        return self.authors.commit(found) if found else None


def _addition_of(events: Sequence[Event], *, is_step: bool) -> Event | None:
    """Return what added a definition, or the last of its steps, or made it bind."""
    if is_step:
        edits = (event for event in events if any(_is_new_step(move) for move in event.moves))
        return _last(edits)
    made = _last(event for event in events if event.kind in _MADE or _is_unsaid_name(event))
    return made or _last(event for event in events if event.kind is EventKind.APPROVED)


def _is_unsaid_name(event: Event) -> bool:
    """Return whether something got a name by which nothing knows what it was before."""
    return event.kind in NAMES_CHANGE and event.is_silent


def _is_new_step(move: FieldMove) -> bool:
    return move.field.startswith("steps.") and move.was is None


def _last(events: Iterable[Event]) -> Event | None:
    found = None
    for event in events:
        found = event
    return found


def _is(name: str, field: str) -> bool:
    """Return whether the *field* that moved is that which is called *name*, or a step's."""
    return bool(name) and name in {field, field.rpartition(".")[2]}
