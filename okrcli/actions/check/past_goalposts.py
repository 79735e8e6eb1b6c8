"""Objectives and KPIs as git has them: when they were agreed, and since then."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from okrcli.actions.check.past_files import PastFiles, PastRequest, commit_named, commit_of
from okrcli.checks.past import Commit, MergedState, Version
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import LogEntry
from okrcli.history.mainline import Before, before
from okrcli.history.repository import Repository
from okrcli.history.snapshots import blobs_at, contents_of
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.layout import SETTINGS_FILE
from okrcli.storage.workspace import plan_of, plan_with


def definitions_in(files: Mapping[str, bytes]) -> Plan:
    """Return the objectives and KPIs that *files*, contents by path, hold."""
    # The settings of that day do not matter, and might be of no use any more.
    return plan_of({**files, SETTINGS_FILE: b"version: 1\n"})


Definitions = Sequence[Objective | Kpi]
Reader = Callable[[str, bytes], Definitions]
"""Returns what a file with a path and a content defines."""


def reader_beside(request: PastRequest) -> Reader:
    """Return what reads definitions of the past, but for those that are still as they were.

    Most are: what nobody has changed since is not parsed again.
    """
    plan = request.plan
    records: Definitions = (*plan.objectives, *plan.kpis)
    present = {record.path: record for record in records}

    def read(path: str, raw: bytes) -> Definitions:
        source = plan.sources.get(path)
        if path in present and source is not None and source.raw == raw:
            return (present[path],)
        held = plan_with(path, raw, request.reader)
        return (*held.objectives, *held.kpis)

    return read


class _Step(NamedTuple):
    """How a commit left a file: *blob* is `None` where it has none."""

    commit: Commit
    blob: str | None
    is_doubtful: bool = False


class _State(NamedTuple):
    """A file as some commits left it, the last first."""

    path: str
    steps: Sequence[_Step]


class _Line(NamedTuple):
    """A file as a line of commits left it that was merged later, and as that line found it."""

    last: _State
    base: _State


@frozen_dataclass
class PastGoalposts:
    """Where the goalposts stood: when agreed, by each line of commits, then day by day.

    Attributes:
        repository: The repository.
        files: What it has of the workspace.
        starts: By path of the file, the first day on which an objective or a KPI binds: on which
            the objective's cycle began, or the day after that of the KPI's first reading.
        read: Reads what a file defines.
    """

    repository: Repository
    files: PastFiles
    starts: Mapping[str, date]
    read: Reader
    _trees: dict[str, dict[str, str]] = field(default_factory=dict, init=False)

    @cached_property
    def blobs_to_read(self) -> list[str]:
        """What has to be read of git, as far as it is certain beforehand."""
        states = [*self._states, *(line.last for line in self._merged_lines.values())]
        return [state.steps[0].blob for state in states if state.steps[0].blob is not None]

    def versions(self, contents: Mapping[str, bytes]) -> tuple[Version, ...]:
        """Return all as the main line had them before they bound, and day by day since.

        Args:
            contents: By git's name, of what is wanted at least.
        """
        return tuple(self._version(state, contents) for state in self._states)

    def merged_later(self, contents: Mapping[str, bytes]) -> Mapping[str, MergedState]:
        """Return by path those that a line of commits left otherwise that was merged later.

        Args:
            contents: By git's name, of what is wanted at least.
        """
        return {
            path: MergedState(self._version(last, contents), self._version(base, contents))
            for path, (last, base) in self._merged_lines.items()
        }

    def _version(self, state: _State, contents: Mapping[str, bytes]) -> Version:
        """Return the last that can be read: one that cannot binds nobody, and hides none."""
        made, held = state.steps[0], tuple[Objective | Kpi, ...]()
        for step in state.steps:
            if step.blob is None:
                break
            known = contents if step.blob in contents else self._read(step.blob)
            if held := tuple(self.read(state.path, known[step.blob])):
                made = step
                break
        commit = made.commit
        return Version(
            commit.day,
            commit.name,
            tuple(record for record in held if isinstance(record, Objective)),
            is_doubtful=made.is_doubtful,
            kpis=tuple(record for record in held if isinstance(record, Kpi)),
        )

    def _read(self, blob: str) -> Mapping[str, bytes]:
        return contents_of(self.repository, [blob])

    @cached_property
    def _states(self) -> list[_State]:
        since: dict[tuple[str, date], _Step] = {}
        for entry in self._touching:
            for path in entry.files.keys() & self.starts.keys():
                if not self._is_before(self.starts[path], entry.sha):
                    since[path, entry.day] = _step(entry, path)
        states = [self._main_state(path) for path in self._early]
        states += [_State(path, [step]) for (path, _), step in since.items()]
        # What was taken away again in time, or on the day it came, was not agreed.
        return [state for state in states if state.steps and state.steps[0].blob is not None]

    @cached_property
    def _touching(self) -> Sequence[LogEntry]:
        """The commits that touched what may bind: nearly all only add a check-in."""
        wanted = self.starts.keys()
        return [entry for entry in self.files.commits if not wanted.isdisjoint(entry.files)]

    def _is_before(self, start: date, sha: str) -> bool:
        made = self.files.log.dates[sha]
        return made.moment.date() < start and not made.is_doubtful

    @cached_property
    def _early(self) -> Mapping[str, list[LogEntry]]:
        """By path the commits that touched a file before its cycle, the last first."""
        early: dict[str, list[LogEntry]] = defaultdict(list)
        for entry in reversed(self._touching):
            for path in entry.files.keys() & self.starts.keys():
                if self._is_before(self.starts[path], entry.sha):
                    early[path].append(entry)
        return early

    @cached_property
    def _before(self) -> Mapping[date, Before]:
        """How the history stood when each cycle began; empty where nothing was ever merged."""
        if not self.files.has_merges:
            return {}
        log, head = self.files.log, self.files.head
        starts = set(self.starts.values())
        return {start: before(log, head, partial(self._is_before, start)) for start in starts}

    def _main_state(self, path: str) -> _State:
        stood = self._before.get(self.starts[path])
        if stood is None:
            return _State(path, [_step(entry, path) for entry in self._early[path]])
        steps = [
            _step(entry, path) for entry in self._early[path] if entry.sha not in stood.line_of
        ]
        # A merge has what it took of one line, and no commit of its own for it.
        tips = [] if stood.tip is None else [self._step_at(stood.tip, path)]
        return _State(path, [*tips, *steps])

    @cached_property
    def _merged_lines(self) -> Mapping[str, _Line]:
        lines = ((path, self._line(path, stood)) for path, stood in self._states_before())
        return {path: line for path, line in lines if line is not None}

    def _states_before(self) -> Iterator[tuple[str, Before]]:
        for path in self._early:
            stood = self._before.get(self.starts[path])
            if stood is not None and stood.line_of:
                yield path, stood

    def _line(self, path: str, stood: Before) -> _Line | None:
        """Return what the latest line made of a file that changed it and was merged later."""
        ends = [
            stood.line_of[commit.sha] for commit in self._early[path] if commit.sha in stood.line_of
        ]
        if not ends:
            return None
        end = max(ends, key=lambda sha: self.files.log.dates[sha].moment)
        own = [commit for commit in self._early[path] if stood.line_of.get(commit.sha) == end]
        steps = [self._step_at(end, path), *(_step(entry, path) for entry in own)]
        parent = next(iter(own[-1].parents), None)
        base = _Step(commit_of(own[-1]), None) if parent is None else self._step_at(parent, path)
        return _Line(_State(path, steps), _State(path, [base]))

    def _step_at(self, sha: str, path: str) -> _Step:
        return _Step(commit_named(self.files.log, sha), self._tree(sha).get(path))

    def _tree(self, sha: str) -> Mapping[str, str]:
        """Return the files of the workspace in a commit, whatever its folder was called then."""
        if sha not in self._trees:
            root = self.repository.root
            trees = (dict(blobs_at(self.repository, sha, root / f)) for f in self.files.folders)
            self._trees[sha] = next((tree for tree in trees if SETTINGS_FILE in tree), {})
        return self._trees[sha]


def _step(entry: LogEntry, path: str) -> _Step:
    return _Step(commit_of(entry), entry.blob_of(path), entry.made.is_doubtful)
