"""The story of a workspace, or of one thing in it, from its commits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from okrcli.actions.check.past_files import PastRequest, horizon_of
from okrcli.actions.story.checkins.events import checkin_events
from okrcli.actions.story.checkins.files import CheckinChange
from okrcli.actions.story.contents import File, FileChange
from okrcli.actions.story.definition_events import DefinitionEvents
from okrcli.actions.story.identities import Versions
from okrcli.actions.story.names import Definition, with_present_kpis
from okrcli.actions.story.related_changes import related_changes
from okrcli.actions.story.subject import StorySubject, everything, subject_called
from okrcli.actions.story.workspace_history import WorkspaceHistory
from okrcli.checks.history.first_readings import first_readings
from okrcli.checks.history.first_values import FirstValues
from okrcli.garbage import without_garbage_collection
from okrcli.history.log import LogEntry
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.storage.workspace import load_definitions
from okrcli.views.story import Event, Story, StoryCommit

_Definition = TypeVar("_Definition", Objective, Kpi)


class CommittedEvent(NamedTuple):
    """An event, and its commit."""

    entry: LogEntry
    event: Event


def story_of(root: Path, day: date, ref: str | None = None, now: datetime | None = None) -> Story:
    """Return the story of the workspace *root*, or of what *ref* names in it.

    Args:
        root: The workspace's folder.
        day: References without a cycle mean the one that holds it.
        ref: An objective, a key result or a KPI, as it is called or was; everything without one.
        now: By the clock, which tells dates of commits that cannot be; else the day tells.

    Raises:
        OkrError: There is no history, or nothing of that name.
    """
    with without_garbage_collection():
        return _story_of(root, day, ref, now)


def _story_of(root: Path, day: date, ref: str | None, now: datetime | None) -> Story:
    plan, horizon = load_definitions(root), horizon_of(day, now)
    request = PastRequest(root, plan, day, None, horizon, is_trusting=True)
    history = WorkspaceHistory.open(request)
    paths = (path for commit in history.files.commits for path in commit.files)
    subject = everything(plan) if ref is None else subject_called(plan, ref, day, paths)
    told, followed = StoryTelling(history).of(subject)
    subject = followed.as_called_now()
    return Story(
        plan.settings.name,
        subject.ref,
        subject.names,
        subject.title,
        tuple(event for _, event in told),
        tuple(sorted(history.files.dirty)),
    )


@dataclass
class StoryTelling:
    """Tells what the commits of a history did."""

    history: WorkspaceHistory
    _readable: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _read_already: dict[File, CheckIn] = field(default_factory=dict)
    _known: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _ancestors: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, subject: StorySubject) -> tuple[list[CommittedEvent], StorySubject]:
        """Return the events about *subject*, the earliest first, and it with all its names."""
        changes = self._checkins(subject)
        # What is computed is first read when all are that it is computed from.
        read = self._checkins(everything(subject.plan)) if subject.is_computed else changes
        told, whole = self._definitions(subject, self._first_readings(read))
        if whole is not subject:
            changes = self._checkins(whole)
        position = {entry.sha: at for at, entry in enumerate(self.history.files.commits)}
        own = [event for event in told if whole.has_event(event.event)]
        checkins = [
            CommittedEvent(*event) for event in checkin_events(changes, self._read(changes), whole)
        ]
        return sorted([*own, *checkins], key=lambda told: position[told.entry.sha]), whole

    def definitions(self, first_readings: Mapping[str, date]) -> list[Event]:
        """Return what became of all definitions, the earliest first.

        Args:
            first_readings: The day on which each KPI was first read.
        """
        told, _ = self._definitions(everything(self.history.plan), first_readings)
        return [event for _, event in told]

    def _checkins(self, subject: StorySubject) -> list[tuple[CheckinChange, StoryCommit]]:
        """Return what commits did to the check-ins that can be about *subject*."""
        authors, checkins = self.history.authors, self.history.checkins
        if subject.is_everything:
            changes = checkins.changes()
        else:
            blobs = self.history.contents.raw.with_one_of(subject.words)
            found = checkins.changes(checkins.with_one_of(blobs))
            changes = [change for change in found if change.file[1] in blobs]
        return [(change, authors.commit(change.entry)) for change in changes]

    def _read(self, changes: Sequence[tuple[CheckinChange, StoryCommit]]) -> Mapping[File, CheckIn]:
        wanted = [
            file for change, _ in changes for file in change.files if file not in self._read_already
        ]
        self._read_already |= self.history.contents.checkins(wanted)
        return self._read_already

    def _first_readings(
        self, changes: Sequence[tuple[CheckinChange, StoryCommit]]
    ) -> Mapping[str, date]:
        checkins = tuple(self._read(changes).values())
        days = {change.file[0]: commit.day for change, commit in reversed(changes)}
        return first_readings(replace(self.history.plan, checkins=checkins), days)

    def _definitions(
        self, subject: StorySubject, first_readings: Mapping[str, date]
    ) -> tuple[list[CommittedEvent], StorySubject]:
        """Return what became of definitions; the names of *subject* are followed on the way."""
        told: list[CommittedEvent] = []
        waiting = self.history.definitions
        values = FirstValues(self.history.plan, first_readings)
        while True:
            turn = [
                change for change in waiting if any(subject.defines(c.path) for c in change.changes)
            ]
            if not turn:
                return told, subject
            for commit in turn:
                changes = related_changes(commit, subject, self.history.contents)
                told += [
                    CommittedEvent(commit.entry, event)
                    for event in self._events(commit.entry, changes, values)
                ]
            subject = subject.with_names_in(event for _, event in reversed(told))
            shas = {change.entry.sha for change in turn}
            waiting = [change for change in waiting if change.entry.sha not in shas]

    def _events(
        self, entry: LogEntry, changes: Sequence[FileChange], values: FirstValues
    ) -> Iterator[Event]:
        """Yield what a commit did: a merge, what it did to all of its parents."""

        def binds(record: Definition) -> bool:
            return self._binds(record, entry.day, values)

        definitions = DefinitionEvents(self.history.authors.commit(entry), binds)
        parents = max((len(change.before) for change in changes), default=0)
        by_parent = []
        for parent in range(parents):
            versions = [self._versions(change, parent) for change in changes]
            objectives = _of(Objective, versions)
            kpis = _of(Kpi, versions)
            by_parent.append([*definitions.of_objectives(objectives), *definitions.of_kpis(kpis)])
        first, *others = by_parent or [[]]
        for event in first:
            if all(event in other for other in others) and not self._is_known(entry, event):
                yield event

    def _versions(
        self, change: FileChange, parent: int
    ) -> tuple[Definition | None, Definition | None]:
        """Return a definition before and after; one that nobody can read is as it was before."""
        path = change.path
        before = self._readable.get((path, change.before[parent] or ""), change.before[parent])
        old = self.history.contents.definition(path, before)
        new = self.history.contents.definition(path, change.now)
        if new is None and change.now is not None:
            self._readable[path, change.now] = before
            new = old
        plan = self.history.plan
        return with_present_kpis(old, plan), with_present_kpis(new, plan)

    def _binds(self, record: Definition, day: date, values: FirstValues) -> bool:
        if record.status == "draft":
            return False
        if isinstance(record, Kpi):
            first = values.day_of([record])
            return first is not None and first < day
        cycle = self.history.plan.cycle(record.cycle)
        return cycle is not None and cycle.start <= day

    def _is_known(self, entry: LogEntry, event: Event) -> bool:
        """Return whether another line of commits did the same, as a cherry-pick does."""
        if not self.history.files.has_merges:
            return False
        facts = (event.kind, event.ref, event.moves, event.by, event.dated, event.why, event.other)
        others = self._known[repr(facts)]
        is_known = bool(others) and not self._ancestors_of(entry.sha).issuperset(others)
        others.append(entry.sha)
        return is_known

    def _ancestors_of(self, sha: str) -> frozenset[str]:
        if sha not in self._ancestors:
            self._ancestors[sha] = self.history.files.log.ancestors(sha)
        return self._ancestors[sha]


def _of(
    kind: type[_Definition], versions: Iterable[tuple[Definition | None, Definition | None]]
) -> list[Versions[_Definition]]:
    return [
        (old if isinstance(old, kind) else None, new if isinstance(new, kind) else None)
        for old, new in versions
        if isinstance(old or new, kind)
    ]
