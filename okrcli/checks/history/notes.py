"""Notes on objectives, key results, steps, KPIs and cycles, which must never be edited."""

from collections.abc import Hashable, Iterator
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from okrcli.checks.history.shown import goalpost_text
from okrcli.model.base import Record
from okrcli.model.changes.closing import Closing, FormerClosing
from okrcli.model.finding import Location
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.settings import Settings


class Note(NamedTuple):
    """Something that is written once.

    Attributes:
        field: The field that contains it.
        value: Its value.
        text: What it is called in a sentence.
        day: Its date; `None` if it has none.
        keys: Where it stands, from the node that it is about.
    """

    field: str
    value: Any
    text: str
    day: date | None
    keys: Location


class Subject(NamedTuple):
    """What notes are about: an objective, a key result, a step, a KPI or a cycle.

    Attributes:
        name: What tells it from all others.
        text: What it is called in a sentence.
        location: Where it stands in the file of *record*.
        part_of: The name of what it was added to; `None` for what has its own file.
    """

    record: Record
    name: Hashable
    text: str
    location: Location
    notes: tuple[Note, ...]
    part_of: Hashable = None


def subjects_in_objective(objective: Objective) -> Iterator[Subject]:
    """Yield the objective, its key results and their steps."""
    yield Subject(objective, objective.ref, objective.ref, (), _notes_of(objective))
    for index, key_result in enumerate(objective.key_results):
        ref = objective.ref_of(key_result)
        where = ("key_results", index)
        yield Subject(objective, ref, ref, where, _notes_of(key_result), objective.ref)
        for position, step in enumerate(key_result.listed_steps):
            text = f"the step {step.id} of {ref}"
            at = (*where, "steps", position)
            yield Subject(objective, (ref, step.id), text, at, _notes_of(step), ref)


def subject_of_kpi(kpi: Kpi) -> Subject:
    """Return the KPI with its notes."""
    return Subject(kpi, ("kpi", kpi.id), kpi.id, (), _notes_of(kpi))


def subjects_in_settings(settings: Settings) -> Iterator[Subject]:
    """Yield the cycles that the settings define."""
    for name, dates in settings.cycles.items():
        where = ("cycles", name)
        yield Subject(settings, ("cycle", name), f"the cycle {name}", where, _notes_of(dates))


def _notes_of(record: Any) -> tuple[Note, ...]:
    for name in _written_once_in(record.__class__):
        if getattr(record, name):
            return tuple(_read_notes(record))
    return ()  # as of most key results, in all of their versions


_WITHDRAWALS: Final = ("dropped", "cancelled")
_BARE: Final = ("added", "carried_from")
_WRITTEN_ONCE: Final = frozenset(
    {"amendments", "approved_by", "formerly", "closing", *_WITHDRAWALS, *_BARE}
)


@cache
def _written_once_in(kind: Any) -> tuple[str, ...]:
    return tuple(_fields_of(kind) & _WRITTEN_ONCE)


def _read_notes(record: Any) -> Iterator[Note]:
    for index, amendment in enumerate(_value(record, "amendments") or ()):
        text = f"The amendment of `{amendment.field}` to {goalpost_text(amendment.now)}"
        yield Note("amendments", amendment, text, amendment.date, ("amendments", index))
    for index, approval in enumerate(_value(record, "approved_by") or ()):
        text = f"The approval by {approval.who}"
        yield Note("approved_by", approval, text, approval.date, ("approved_by", index))
    for index, former in enumerate(_value(record, "formerly") or ()):
        text = f"The former name `{former.ref}`"
        yield Note("formerly", former, text, former.until, ("formerly", index))
    for field in _WITHDRAWALS:
        if withdrawal := _value(record, field):
            yield Note(field, withdrawal, f"`{field}`", withdrawal.date, (field,))
    for field in _BARE:
        if (value := _value(record, field)) is not None:
            yield Note(field, value, f"`{field}: {value}`", None, (field,))
    yield from _closings(_value(record, "closing"))


def _value(record: Any, field: str) -> Any:
    """Return what *record* has in *field*; `None` where records of its kind have no such field."""
    # Pydantic takes ten times as long to say that there is none.
    return getattr(record, field) if field in _fields_of(record.__class__) else None


@cache
def _fields_of(kind: Any) -> frozenset[str]:
    return frozenset(kind.model_fields)


def _closings(closing: Closing | None) -> Iterator[Note]:
    """Yield how it was closed, also before; one that was closed again keeps what it said."""
    if closing is not None:
        for keys, note_of in (
            (("closing",), closing),
            *((("closing",), was) for was in closing.was),
        ):
            said = tuple(getattr(note_of, name) for name in FormerClosing.model_fields)
            yield Note("closing", said, "`closing`", note_of.date, keys)
