"""The check-in files in the history: what was committed first, and what became of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from okrcli.actions.check.past_files import PastFiles, commit_of
from okrcli.checks.past import Commit, Rewrite
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import LogEntry
from okrcli.model.plan import Plan
from okrcli.storage.layout import SETTINGS_FILE, Kind, kind_of
from okrcli.storage.workspace import plan_of
from okrcli.system import is_link

_NOT_COMMITTED = "a change that is not committed yet"


class _Event(NamedTuple):
    """What one commit did to one file."""

    entry: LogEntry
    path: str

    @property
    def is_deletion(self) -> bool:
        return self.entry.files[self.path].is_gone

    @property
    def blob(self) -> str:
        return self.entry.files[self.path].blob


@frozen_dataclass
class PastCheckins:
    """The check-in files, each by the path that it has now, or had last.

    A check-in is known by its file's name: one that is gone from its path, and is there under
    another with the same name, was moved.

    Attributes:
        originals: What was committed of those that may not be so any more.
    """

    files: PastFiles
    present: frozenset[str]
    events: Mapping[str, list[_Event]]
    originals: Mapping[str, list[_Event]]

    @classmethod
    def of(cls, files: PastFiles, plan: Plan) -> "PastCheckins":
        """Return those of *files*; *plan* is what is there now."""
        present = frozenset(plan.sources.keys() | plan.unreadable)
        events = _by_present_path(files, present)
        changed = (path for path, history in events.items() if _may_differ(path, history, files))
        originals = {
            path: _originals(events[path], files)
            for path in changed
            if files.is_known(path) or path in present
        }
        return cls(files, present, events, originals)

    @cached_property
    def first_commits(self) -> Mapping[str, Commit]:
        """The commit that first had each."""
        return {path: commit_of(history[0].entry) for path, history in self.events.items()}

    @property
    def blobs_to_read(self) -> Iterator[str]:
        """Yield git's names of the contents that are to be compared."""
        return (event.blob for originals in self.originals.values() for event in originals)

    def rewrites(self, contents: Mapping[str, bytes]) -> Iterator[Rewrite]:
        """Yield what is not any more as it was committed.

        Args:
            contents: By git's name.
        """
        for path, originals in sorted(self.originals.items()):
            for original in originals:
                if rewrite := self._rewrite(path, contents[original.blob]):
                    yield rewrite
                    break

    def _rewrite(self, path: str, original: bytes) -> Rewrite | None:
        file = self.files.root / path
        is_there = path in self.present and file.is_file() and not is_link(file)
        if is_there and _without_returns(file.read_bytes()) == _without_returns(original):
            return None
        before = plan_of({SETTINGS_FILE: b"version: 1\n", path: original})
        last = _last_change(self.events[path]).entry
        if path in self.files.dirty:
            return Rewrite(path, "edited" if is_there else "deleted", _NOT_COMMITTED, before=before)
        return Rewrite(
            path, "edited" if is_there else "deleted", commit_of(last).name, last.day, before
        )


def _last_change(history: list[_Event]) -> _Event:
    """Return what last gave the file another content, or took it away; not what only moved it."""
    moved = {id(event.entry) for event in history if not event.is_deletion}
    changes = [e for e in history if not (e.is_deletion and id(e.entry) in moved)]
    last = changes[-1]
    for event in reversed(changes):
        if event.blob != last.blob:
            break
        last = event
    return last


def _without_returns(content: bytes) -> bytes:
    """Return *content* with the line ends that git keeps, whatever it writes to the disk."""
    return content.replace(b"\r\n", b"\n")


def _by_present_path(files: PastFiles, present: frozenset[str]) -> Mapping[str, list[_Event]]:
    """Return the events of each check-in, the earliest first."""
    by_path: dict[str, list[_Event]] = defaultdict(list)
    for entry in files.commits:
        for path in entry.files:
            if kind_of(path) is Kind.CHECKIN:
                by_path[path].append(_Event(entry, path))
    if by_path.keys() <= present:
        return by_path
    by_name: dict[str, list[str]] = defaultdict(list)
    for path in present:
        by_name[path.rpartition("/")[2]].append(path)
    grouped: dict[str, list[_Event]] = defaultdict(list)
    for path, history in by_path.items():
        grouped[_path_now(path, history, by_path, by_name, present)] += history
    for history in grouped.values():
        history.sort(key=lambda state: state.entry.made.moment)
    return grouped


def _path_now(
    path: str,
    history: list[_Event],
    by_path: Mapping[str, list[_Event]],
    by_name: Mapping[str, list[str]],
    present: frozenset[str],
) -> str:
    """Return where the check-in at *path* is now; *path* when it is there, or nowhere."""
    if path in present:
        return path
    began = history[0].entry.made.moment
    others = by_name.get(path.rpartition("/")[2], ())
    later = (
        other
        for other in sorted(others)
        if other not in by_path or by_path[other][-1].entry.made.moment >= began
    )
    return next(later, path)


def _may_differ(path: str, history: list[_Event], files: PastFiles) -> bool:
    if len(history) == 1:  # as nearly all have
        return history[0].is_deletion or history[0].path != path or path in files.dirty
    blobs = {state.blob for state in history if not state.is_deletion}
    is_where_it_was = not history[-1].is_deletion or history[-1].path != path
    return len(blobs) > 1 or path in files.dirty or not is_where_it_was


def _originals(history: list[_Event], files: PastFiles) -> list[_Event]:
    """Return what was committed without having been there before: the first, on every branch."""
    present = [state for state in history if not state.is_deletion]
    if not present:
        return []
    first, *others = present
    found = [first]
    for other in others:
        is_new = other.blob != first.blob and other.entry.files[other.path].letter == "A"
        if is_new and not _was_there(other, history, files):
            found.append(other)
    return found


def _was_there(event: _Event, history: list[_Event], files: PastFiles) -> bool:
    before = files.log.ancestors(event.entry.sha)
    return any(
        other.entry.sha in before or (other.entry is event.entry and other is not event)
        for other in history
    )
