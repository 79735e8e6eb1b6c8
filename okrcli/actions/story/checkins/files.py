"""What commits did to the files of check-ins, each known by its name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from okrcli.actions.story.contents import File, existing
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import FileState, LogEntry
from okrcli.storage.layout import id_of
from okrcli.views.story import EventKind


@frozen_dataclass
class CheckinChange:
    """What a commit did to a check-in.

    Attributes:
        file: Its path, and git's name of its content.
        former: As above, before an edit; `None` where it was not edited.
    """

    kind: EventKind
    entry: LogEntry
    file: File
    former: File | None = None

    @property
    def files(self) -> tuple[File, ...]:
        """All that has to be read of it."""
        return (self.file,) if self.former is None else (self.file, self.former)

    @property
    def id(self) -> str:
        """The check-in's id."""
        return id_of(self.file[0])


class Touch(NamedTuple):
    """A check-in's file that a commit touched."""

    entry: LogEntry
    path: str

    @property
    def state(self) -> FileState:
        """What became of it."""
        return self.entry.files[self.path]


@frozen_dataclass
class CheckinFiles:
    """The check-ins that commits touched.

    Attributes:
        touches: The earliest first.
    """

    touches: Sequence[Touch]

    @property
    def blobs(self) -> list[str]:
        """Git's names of all that they ever held, the latest first: so git finds them soonest."""
        states = [entry.files[path] for entry, path in reversed(self.touches)]
        former = [blob for state in states for blob in state.before]
        return list(dict.fromkeys([*(state.blob for state in states), *former]))

    @property
    def rewritten(self) -> Iterator[str]:
        """The ids of those to which commits did more than add them."""
        for name, numbers in self._numbers.items():
            if len(numbers) > 1 or self.touches[numbers[0]].state.is_gone:
                yield name

    def with_one_of(self, blobs: Collection[str]) -> set[str]:
        """Return the ids of those in which a commit left one of *blobs*."""
        pairs = zip(self._ids, self.touches, strict=True)
        return {name for name, (entry, path) in pairs if entry.files[path].blob in blobs}

    def changes(self, names: Collection[str] | None = None) -> list[CheckinChange]:
        """Return what became of those called *names*, of all if `None`; the earliest first.

        Nothing of what only moved or came by a branch is among them.
        """
        numbers = self._numbers if names is None else self._numbers_of(names)
        found: list[tuple[int, CheckinChange]] = []
        for own in numbers.values():
            found += _changes((number, self.touches[number]) for number in own)
        return [change for _, change in sorted(found, key=lambda pair: pair[0])]

    def changes_of(self, name: str) -> list[CheckinChange]:
        """Return what became of the one called *name*, the earliest first."""
        numbers = self._numbers.get(name, ())
        return [change for _, change in _changes((n, self.touches[n]) for n in numbers)]

    @cached_property
    def _ids(self) -> Sequence[str]:
        """The ids of the check-ins, in the order of the touches."""
        return [id_of(path) for _, path in self.touches]

    @cached_property
    def _numbers(self) -> Mapping[str, Sequence[int]]:
        """By id the places of what commits did to each."""
        return self._numbers_of(None)

    def _numbers_of(self, names: Collection[str] | None) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._ids):
            if names is None or name in names:
                found[name].append(number)
        return found


def _changes(touches: Iterable[tuple[int, Touch]]) -> Iterator[tuple[int, CheckinChange]]:
    """Yield what became of one check-in, with the number of its touch."""
    is_gone, known, own = False, set[str](), [*touches]
    remaining = {touch.entry.sha for _, touch in own if not touch.state.is_gone}
    for number, touch in own:
        entry, path, state = touch.entry, touch.path, touch.state
        old = next(filter(existing, state.before), None)
        if state.is_gone:
            if entry.sha not in remaining:
                is_gone = True
                if old:
                    yield number, CheckinChange(EventKind.CHECKIN_DELETED, entry, (path, old))
        else:
            if kind := _kind(state, known, was_gone=is_gone):
                former = (path, old) if old and old != state.blob else None
                yield number, CheckinChange(kind, entry, (path, state.blob), former)
            is_gone = False
            known.add(state.blob)


def _kind(state: FileState, known: Collection[str], *, was_gone: bool) -> EventKind | None:
    if not known:
        return EventKind.CHECKED_IN
    if state.blob not in known:
        return EventKind.CHECKIN_EDITED
    # What was added as it is known came by another branch, or only moved.
    return EventKind.CHECKIN_RESTORED if was_gone or state.letter != "A" else None
