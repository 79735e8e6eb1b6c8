"""What became of check-ins, as a story tells it."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Protocol

from okrcli.actions.story.checkins.files import CheckinChange
from okrcli.actions.story.contents import File
from okrcli.history.log import LogEntry
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.readings import Reading
from okrcli.views.story import Event, EventKind, FieldMove, StoryCommit

Entry = KeyResultEntry | Reading


class Subject(Protocol):
    """What a story is about."""

    def has_entry(self, entry: Entry, checkin: CheckIn) -> bool:
        """Return whether *entry* of *checkin* is about it."""

    @property
    def is_everything(self) -> bool:
        """Whether it is all that there is."""


def checkin_events(
    changes: Sequence[tuple[CheckinChange, StoryCommit]],
    checkins: Mapping[File, CheckIn],
    subject: Subject,
) -> Iterator[tuple[LogEntry, Event]]:
    """Yield the events of *changes* that are about *subject*, each with its commit.

    Args:
        changes: The earliest first.
        checkins: What the files of *changes* held; those that nobody can read are missing.
        subject: What the story is about.
    """
    told: set[str] = set()
    for change, commit in changes:
        checkin = checkins.get(change.file)
        if checkin is None:
            if subject.is_everything:
                yield change.entry, _event(change, commit)
            continue
        own: tuple[Entry, ...] = (*checkin.key_results, *checkin.readings)
        entries = tuple(entry for entry in own if subject.has_entry(entry, checkin))
        former = checkins.get(change.former) if change.former else None
        retractions = [*_retractions(checkin, told, subject)]
        if entries or (subject.is_everything and (own or not retractions)):
            told.add(change.id)
            event = _event(change, commit, checkin, entries)
            yield change.entry, replace(event, moves=_value_moves(former, checkin))
        if change.kind is EventKind.CHECKED_IN:
            for retraction in retractions:
                yield change.entry, _retraction_event(change, commit, checkin, retraction)


def _event(
    change: CheckinChange,
    commit: StoryCommit,
    checkin: CheckIn | None = None,
    entries: tuple[Entry, ...] = (),
) -> Event:
    return Event(
        change.kind,
        commit,
        change.id,
        change.file[0],
        entries=entries,
        by=checkin.by if checkin else None,
        dated=checkin.date if checkin else None,
        why=checkin.note if checkin else None,
        is_silent=change.kind in {EventKind.CHECKIN_EDITED, EventKind.CHECKIN_DELETED},
    )


def _value_moves(former: CheckIn | None, checkin: CheckIn) -> tuple[FieldMove, ...]:
    """Return the values that an edit changed."""
    if former is None:
        return ()
    old, new = _values(former), _values(checkin)
    names = dict.fromkeys((*old, *new))
    moves = (FieldMove(name, old.get(name), new.get(name)) for name in names)
    return tuple(move for move in moves if move.was != move.now)


def _values(checkin: CheckIn) -> dict[str, Decimal | None]:
    values = {entry.key_result: entry.value for entry in checkin.key_results}
    return values | {reading.kpi: reading.value for reading in checkin.readings}


def _retractions(checkin: CheckIn, told: Container[str], subject: Subject) -> Iterator[Any]:
    """Yield what *checkin* retracts of *subject*; *told* are the check-ins that are about it."""
    for retraction in getattr(checkin, "retracted", ()):
        named = _as_entry(retraction)
        if subject.is_everything or (
            subject.has_entry(named, checkin) if named else retraction.checkin in told
        ):
            yield retraction


def _as_entry(retraction: Any) -> Entry | None:
    """Return what stands for the thing that a retraction names; `None` where it names none."""
    if retraction.key_result:
        return KeyResultEntry.model_construct(key_result=retraction.key_result)
    if retraction.kpi:
        return Reading.model_construct(kpi=retraction.kpi, value=Decimal(0))
    return None


def _retraction_event(
    change: CheckinChange, commit: StoryCommit, checkin: CheckIn, retraction: Any
) -> Event:
    about = retraction.key_result or retraction.kpi or retraction.checkin
    return Event(
        EventKind.RETRACTED,
        commit,
        about,
        change.file[0],
        by=checkin.by,
        dated=checkin.date,
        why=retraction.why,
        other=retraction.checkin,
    )
