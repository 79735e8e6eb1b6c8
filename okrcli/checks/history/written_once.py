"""H801 of what is written once: amendments and approvals, of which the date says since when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from okrcli.checks.context import CheckContext
from okrcli.checks.history.agreed import cycles_with_past
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.shown import goalpost_text
from okrcli.checks.past import Past
from okrcli.model.base import Record
from okrcli.model.changes.amendment import Amendment
from okrcli.model.changes.approval import Approval
from okrcli.model.cycle import CycleAmendment
from okrcli.model.finding import Finding, Location
from okrcli.model.objective import Objective
from okrcli.model.settings import Settings

Note = Amendment | CycleAmendment | Approval


class _Notes(NamedTuple):
    """A list of them: whose it is, and where it stands in its file."""

    owner: str
    location: Location
    notes: tuple[Note, ...]


class _State(NamedTuple):
    """All lists of a file, by what they are called, as a commit of a day left them."""

    name: str
    day: date
    is_binding: bool
    lists: Mapping[str, _Notes]


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it is, and its states before, the earliest first."""

    record: Record
    ref: str | None
    now: Mapping[str, _Notes]
    before: tuple[_State, ...]


def rewritten_agreements(context: CheckContext, past: Past) -> Iterator[Finding]:
    """Find amendments and approvals that were changed, taken away, or dated long before they came.

    What came with its file came with its date: nothing was agreed before it.
    """
    running = cycles_with_past(context.plan, past, context.day)
    for file in _files(context, past):
        if file.before and not isinstance(file.record, Objective):
            yield from _wrong(context, past, file, set(running))
        elif file.before and isinstance(file.record, Objective) and file.record.cycle in running:
            yield from _wrong(context, past, file, None)


def _files(context: CheckContext, past: Past) -> Iterator[_File]:
    states: dict[str, list[_State]] = {}
    for version in past.versions:
        for former in version.objectives:
            state = _State(
                version.name, version.day, former.status != "draft", _of_objective(former)
            )
            states.setdefault(former.ref, []).append(state)
    for objective in context.plan.objectives:
        before = tuple(states.get(objective.ref, ()))
        yield _File(objective, objective.ref, _of_objective(objective), before)
    settings = context.plan.settings
    of_settings = (
        _State(version.name, version.day, True, _of_settings(version.settings))
        for version in past.settings.versions
    )
    yield _File(settings, None, _of_settings(settings), tuple(of_settings))


def _of_objective(objective: Objective) -> Mapping[str, _Notes]:
    approvals = _Notes(objective.ref, ("approved_by",), objective.approved_by)
    return {"": approvals} | {
        key_result.id: _Notes(
            objective.ref_of(key_result),
            ("key_results", index, "amendments"),
            key_result.amendments,
        )
        for index, key_result in enumerate(objective.key_results)
    }


def _of_settings(settings: Settings) -> Mapping[str, _Notes]:
    return {
        name: _Notes(f"the cycle {name}", ("cycles", name, "amendments"), cycle.amendments)
        for name, cycle in settings.cycles.items()
    }


def _wrong(
    context: CheckContext, past: Past, file: _File, names: set[str] | None
) -> Iterator[Finding]:
    for name, notes in file.now.items():
        if names is None or name in names:
            yield from _taken_away(context, file, name, notes)
            yield from _dated_back(context, past, file, name, notes)


def _taken_away(context: CheckContext, file: _File, name: str, now: _Notes) -> Iterator[Finding]:
    for state in file.before:
        gone = [note for note in _notes_in(state, name) if note not in now.notes]
        if gone and state.is_binding:
            message = (
                f"{_text_of(gone[0])} of {now.owner} was in {state.name}, and has been changed or "
                "removed since."
            )
            hint = "Put it back as it was; what is agreed later is another entry."
            place = context.plan.key_place(file.record, *now.location)
            yield Finding.of(SILENT_GOALPOST, place, message, hint, file.ref, location=now.location)
            return


def _dated_back(
    context: CheckContext, past: Past, file: _File, name: str, now: _Notes
) -> Iterator[Finding]:
    grace = context.judges.checkin.grace_days
    for index, note in enumerate(now.notes):
        came = _commit_of(context, past, file, [_has(state, name, note) for state in file.before])
        if came is not None and (days := (came[1] - note.date).days) > grace:
            message = (
                f"{_text_of(note)} of {now.owner} is dated {note.date}, and came with {came[0]} "
                f"on {came[1]}: {days} days later, more than the {grace} days of grace."
            )
            hint = "Date it on the day on which it is written; `why` can tell when it was agreed."
            location = (*now.location, index, "date")
            place = context.plan.place(file.record, *location)
            yield Finding.of(SILENT_GOALPOST, place, message, hint, file.ref, location=location)


def _commit_of(
    context: CheckContext, past: Past, file: _File, has_it: list[bool]
) -> tuple[str, date] | None:
    """Return what brought a note, and when; `None` when it was there from the beginning."""
    if True in has_it:
        first = file.before[has_it.index(True)]
        return None if has_it[0] else (first.name, first.day)
    is_new = file.record.path in past.uncommitted
    return ("a change that is not committed yet,", context.day) if is_new else None


def _has(state: _State, name: str, note: Note) -> bool:
    return note in _notes_in(state, name)


def _notes_in(state: _State, name: str) -> Iterable[Note]:
    return state.lists[name].notes if name in state.lists else ()


def _text_of(note: Note) -> str:
    if isinstance(note, Approval):
        return f"The approval by {note.who}"
    return f"The amendment of `{note.field}` to {goalpost_text(note.now)}"
