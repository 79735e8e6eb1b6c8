"""How the files of definitions have stood, commit by commit, under all names that they had."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from okrcli.actions.check.past_files import WORKSPACE, PastFiles, PastRequest, horizon_of
from okrcli.actions.story.cycle_moves import settings_in
from okrcli.actions.story.names import Definition, names_of
from okrcli.checks.past import SettingsVersion
from okrcli.compute.as_of.definitions import with_current_kpis, with_current_names
from okrcli.frozen import frozen_dataclass
from okrcli.history.command import literal
from okrcli.history.log import NO_BLOBS, LogEntry, read_log
from okrcli.history.moves import file_along, inside, markers_removed
from okrcli.history.repository import Repository, open_repository
from okrcli.history.snapshots import contents_of
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.layout import SETTINGS_FILE
from okrcli.storage.workspace import plan_with

_PLACES = ("objectives", "kpis", SETTINGS_FILE)
_NOT_COMMITTED = "the files, not committed yet"


class _State(NamedTuple):
    """A file since a commit."""

    path: str
    day: date
    commit: str
    blob: str

    @property
    def name(self) -> str:
        """What people call the state."""
        return f"commit {self.commit[:8]}"


class Version(NamedTuple):
    """What a file held since a commit, or holds now.

    Attributes:
        name: What people call the state.
        plan: With what the file held; now, with everything.
    """

    day: date
    name: str
    plan: Plan


@frozen_dataclass
class DefinitionVersions:
    """The files of definitions along first parents, as the branch had them.

    Attributes:
        states: Of each definition that ever changed, in the order of the commits, by its path.
        settings: The settings as commits left them, and as they are, where they ever changed.
    """

    plan: Plan
    today: date
    states: Mapping[str, Sequence[_State]] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)
    settings: Sequence[SettingsVersion] = ()

    @classmethod
    def of(
        cls, root: Path, plan: Plan, today: date, since: date | None = None
    ) -> "DefinitionVersions":
        """Return how the definitions of *plan* stood in the workspace *root*.

        Args:
            root: The workspace's folder.
            plan: What it holds.
            today: What is not committed changed then.
            since: Only what changed after this day is looked at, with what was there before;
                everything if `None`.

        Raises:
            HistoryError: Git cannot tell.
        """
        repository = open_repository(root)
        if repository is None or repository.head() is None:
            return cls(plan, today)
        entries = list(_entries(repository, root, plan, today))
        here = repository.name_of(root)
        # Not git's own status: it would start the filters that the repository itself names.
        status = repository.status(*(root / place for place in _PLACES))
        changed = {file.name for file in status.files}
        records: tuple[Definition, ...] = (*plan.objectives, *plan.kpis)
        dirty = {record.path for record in records if inside(here, record.path) in changed}
        every = _states(entries, records)
        states = _changed_after(every, dirty, since)
        settings = _settings_states(entries, since)
        is_same = len(settings) < 2 and inside(here, SETTINGS_FILE) not in changed
        known = [*states.values(), [] if is_same else settings]
        blobs = {state.blob for held in known for state in held}
        contents = contents_of(repository, blobs) if blobs else {}
        versions = () if is_same else _settings_versions(settings, contents, plan, today)
        broken = [path for path, held in states.items() if not _can_read_first(held, contents)]
        if broken:  # what was before has to be looked for further back
            states = {**states, **{path: every[path] for path in broken}}
            contents = contents_of(repository, (s.blob for held in states.values() for s in held))
        return cls(plan, today, states, contents, versions)

    def versions(self, path: str) -> list[Version]:
        """Return how the definition at *path* stood, the earliest first; none if never changed."""
        if path not in self.states:
            return []
        found = [
            Version(
                state.day,
                state.name,
                self._with_present_names(plan_with(state.path, self.contents[state.blob])),
            )
            for state in self.states[path]
        ]
        return [*found, Version(self.today, _NOT_COMMITTED, self._present)]

    @cached_property
    def _present(self) -> Plan:
        return self._with_present_names(self.plan) if self.plan.former_names.kpis else self.plan

    def _with_present_names(self, held: Plan) -> Plan:
        """Return *held* with today's names of KPIs, also in what was amended."""
        return held.with_definitions(
            tuple(with_current_kpis(held.objectives, self.plan)),
            tuple(with_current_names(held.kpis, self.plan)),
        )


def _entries(repository: Repository, root: Path, plan: Plan, today: date) -> Iterable[LogEntry]:
    """Return the commits that changed definitions, also where the workspace was before."""
    here = repository.name_of(root)
    specs = [literal(inside(here, folder)) for folder in _PLACES]
    line = read_log(repository, specs, inside(here, ""), shape="line").entries
    if not line or not markers_removed(repository, WORKSPACE, line[0].sha):
        return line
    request = PastRequest(root, plan, today, None, horizon_of(today, None), is_trusting=True)
    files = PastFiles.of(repository, request, None)
    both = [
        entry
        for folder in _PLACES
        for entry in file_along(repository, files.history, folder, files.head)
    ]
    order = {sha: position for position, sha in enumerate(files.log.dates)}
    return sorted(both, key=lambda entry: order[entry.sha])


def _states(
    entries: Iterable[LogEntry],
    records: Iterable[Definition],
) -> Mapping[str, Sequence[_State]]:
    """Return the states of each of *records*, by its path."""
    records_of: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for name in set(_files_of(record)):
            records_of[name].append(record.path)
    found: dict[str, list[_State]] = defaultdict(list)
    for entry in entries:
        for path, file in entry.files.items():
            for owner in records_of.get(path.rpartition(".")[0], ()):
                is_known = any(state.blob == file.blob for state in found[owner][-1:])
                if not is_known and file.blob not in NO_BLOBS:
                    found[owner].append(_State(path, entry.day, entry.sha, file.blob))
    return found


def _changed_after(
    states: Mapping[str, Sequence[_State]], dirty: set[str], since: date | None
) -> dict[str, Sequence[_State]]:
    """Return those that changed after the day *since*, and one before of each of their files."""
    wanted = ((path, _after(known, since)) for path, known in states.items())
    return {
        path: known
        for path, known in wanted
        if path in dirty or (len(known) > 1 and (since is None or known[-1].day > since))
    }


def _can_read_first(states: Sequence[_State], contents: Mapping[str, bytes]) -> bool:
    """Return whether the first of *states* of each file can be read."""
    first = {state.path: state for state in reversed(states)}
    held = [plan_with(state.path, contents[state.blob]) for state in first.values()]
    return all(plan.objectives or plan.kpis for plan in held)


def _settings_states(entries: Iterable[LogEntry], since: date | None) -> Sequence[_State]:
    """Return how the settings stood since the day *since*; as `_states`."""
    states = [
        _State(SETTINGS_FILE, entry.day, entry.sha, blob)
        for entry in entries
        if (blob := entry.blob_of(SETTINGS_FILE))
    ]
    return _after(states, since)


def _settings_versions(
    states: Iterable[_State], contents: Mapping[str, bytes], plan: Plan, today: date
) -> Sequence[SettingsVersion]:
    read = ((state, settings_in(contents[state.blob])) for state in states)
    known = [
        SettingsVersion(state.day, state.name, settings) for state, settings in read if settings
    ]
    return [*known, SettingsVersion(today, _NOT_COMMITTED, plan.settings)]


def _after(states: Sequence[_State], since: date | None) -> Sequence[_State]:
    """Return those of *states* that came after the day *since*, behind what was there before.

    That is the last state of each file: a key result may have come from another one.
    """
    earlier = sum(1 for state in states if since is not None and state.day <= since)
    last = {state.path: state for state in states[:earlier]}
    before = [state for state in states[:earlier] if state is last[state.path]]
    return [*before, *states[earlier:]]


def _files_of(record: Definition) -> Iterator[str]:
    """Yield the files that define *record* or a key result of it, or did, without their suffix."""
    yield record.path.rpartition(".")[0]
    folder = "kpis" if isinstance(record, Kpi) else "objectives"
    if record.formerly:
        yield from (f"{folder}/{name}" for name in names_of(record))
    for key_result in record.key_results if isinstance(record, Objective) else ():
        if key_result.formerly:
            for name in names_of(record, key_result):
                yield f"objectives/{name.rpartition('/')[0]}"
