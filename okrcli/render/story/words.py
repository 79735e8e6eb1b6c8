"""What commits did, in words; texts from files in them are not inert yet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from okrcli.compute.rounding import full_number, listed_text
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.goalposts import Band, Change
from okrcli.model.kpi import Bounds
from okrcli.model.readings import Reading
from okrcli.printable import inert_value
from okrcli.render.drawing.style import Glyphs
from okrcli.render.text.amendments import absent_text, change_rule
from okrcli.views.story import OF_CHECKINS, Event, EventKind, FieldMove

_LONG = frozenset({"note", "why", "initiatives", "guards", "serves", "source", "survey", "alert"})
"""Fields whose values are too long for a line."""

_MOST_ENTRIES = 4
_MOST_LETTERS = 60


def event_text(event: Event, glyphs: Glyphs) -> str:
    """Return what a commit did to what *event* is about."""
    text = _WORDS_OF_KIND[event.kind](event, glyphs)
    why = None if event.kind in OF_CHECKINS else event.why
    return f"{text}: {why}" if why else text


def value_text(value: Any, glyphs: Glyphs) -> str:
    """Return the value of a field as people read it."""
    if isinstance(value, BaseModel):
        pairs = ((name, getattr(value, name)) for name in type(value).model_fields)
        stated = [(name, part) for name, part in pairs if part not in (None, ())]
        return ", ".join(f"{name} {value_text(part, glyphs)}" for name, part in stated)
    if isinstance(value, tuple | list):
        return listed_text([value_text(part, glyphs) for part in value]) or "none"
    if isinstance(value, Band | Bounds):
        ends = (value_text(end, glyphs) for end in (value.low, value.high))
        return f"[{', '.join(ends)}]"
    if isinstance(value, Decimal):
        return full_number(value)
    return change_rule(value) if isinstance(value, Change) else inert_value(value) or "none"


def moves_text(moves: Iterable[FieldMove], glyphs: Glyphs) -> str:
    """Return how fields changed, each with its values before and after."""
    return "; ".join(_move(move, glyphs) for move in moves)


def _move(move: FieldMove, glyphs: Glyphs) -> str:
    name = move.field.replace("_", " ")
    if move.field in _LONG:
        return f"{name} changed"
    was, now = (
        absent_text(move.field) if value is None else value_text(value, glyphs)
        for value in (move.was, move.now)
    )
    if move.field == "title":
        was, now = f'"{was}"', f'"{now}"'
    return f"{name} {was} {glyphs.arrow} {now}"


def _creation_text(event: Event, glyphs: Glyphs) -> str:
    stated = {move.field: move.now for move in event.moves}
    title = stated.pop("title", "")
    facts = ", ".join(_fact(name, value, glyphs) for name, value in stated.items())
    verb = f"carried from {event.other}" if event.kind is EventKind.CARRIED else "created"
    return f"{verb}: {title}" + (f" ({facts})" if facts else "")


def _fact(name: str, value: Any, glyphs: Glyphs) -> str:
    text = value_text(value, glyphs)
    return text if name == "status" else f"{name.replace('_', ' ')} {text}"


def _approval_text(event: Event, _glyphs: Glyphs) -> str:
    return f"approved by {event.by}{_on(event)}"


def _amendment_text(event: Event, glyphs: Glyphs) -> str:
    agreed = f"approved by {event.by}" if event.by else "not approved"
    return f"amended from {event.dated} on: {moves_text(event.moves, glyphs)} ({agreed})"


def _withdrawal_text(event: Event, _glyphs: Glyphs) -> str:
    what = f"step {event.other} dropped" if event.other else _DONE[event.kind]
    since = f" from {event.dated} on" if event.dated else ""
    agreed = f" (approved by {event.by})" if event.by else " (not approved)"
    return f"{what}{since}{agreed if event.dated else ''}"


def _closing_text(event: Event, glyphs: Glyphs) -> str:
    stated = {move.field: move.now for move in event.moves}
    computed, score = stated.get("computed"), stated.get("score")
    if computed is None and score is None:
        return f"closed{_on(event)}"
    counts = value_text(computed if score is None else score, glyphs)
    text = f"closed{_on(event)} with score {counts}"
    return text if score is None else f"{text} (computed {value_text(computed, glyphs)})"


def _on(event: Event) -> str:
    """Return the date in the file, if it is not the commit's day."""
    return f" on {event.dated}" if event.dated and event.dated != event.commit.day else ""


def _goalpost_moved(event: Event, glyphs: Glyphs) -> str:
    return f"{moves_text(event.moves, glyphs)}, without an amendment"


def _agreement_changed(event: Event, glyphs: Glyphs) -> str:
    gone = [inert_value(move.was) for move in event.moves if move.now is None]
    listed = listed_text(gone) if gone else moves_text(event.moves, glyphs)
    return f"what was agreed has been changed or removed: {listed}"


def _checked_in(event: Event, glyphs: Glyphs) -> str:
    by = f" by {event.by}" if event.by and event.by != event.commit.author else ""
    dated = f" for {event.dated}" if event.dated and event.dated != event.commit.day else ""
    head = f"{_DONE[event.kind]}{by}{dated}"
    entries = [_entry(entry) for entry in event.entries]
    text = moves_text(event.moves, glyphs) or listed_text(entries, _MOST_ENTRIES)
    note = _note(event.why) if event.kind is EventKind.CHECKED_IN else ""
    if not text:
        return head + note
    return f"{head}{'' if head == _DONE[EventKind.CHECKED_IN] else ':'} {text}{note}"


def _entries(entries: Sequence[KeyResultEntry | Reading]) -> str:
    """Return the first *entries* and how many more there are: an import may have a million."""
    more = len(entries) - _MOST_ENTRIES
    told = ", ".join(_entry(entry) for entry in entries[:_MOST_ENTRIES])
    return told + (f" and {more:,} more" if more > 0 else "")


def _entry(entry: KeyResultEntry | Reading) -> str:
    if isinstance(entry, Reading):
        segment = f" {entry.segment}" if entry.segment else ""
        return f"{entry.kpi}{segment} {full_number(entry.value)}{_note(entry.note)}"
    parts = [] if entry.value is None else [full_number(entry.value)]
    parts += [f"+{step}" for step in entry.done] + [f"-{step}" for step in entry.undone]
    text = [" ".join(parts)] if parts else []
    text += [f"confidence {entry.confidence}"] if entry.confidence else []
    name = entry.key_result.rpartition("/")[2]
    return f"{name} {', '.join(text)}".rstrip() + _note(entry.note)


def _note(note: str | None) -> str:
    if note is None:
        return ""
    return f' "{note if len(note) <= _MOST_LETTERS else note[: _MOST_LETTERS - 1] + "…"}"'


_DONE: Mapping[EventKind, str] = {
    EventKind.DROPPED: "dropped",
    EventKind.CANCELLED: "cancelled",
    EventKind.CHECKED_IN: "checked in",
    EventKind.CHECKIN_EDITED: "check-in edited after it was committed",
    EventKind.CHECKIN_DELETED: "check-in deleted",
    EventKind.CHECKIN_RESTORED: "check-in restored",
}


def _renaming_text(event: Event, _glyphs: Glyphs) -> str:
    verb = "moved" if event.kind is EventKind.MOVED else "renamed"
    unsaid = ", without saying so in `formerly`" if event.is_silent else ""
    return f"{verb}; it was {event.other}{unsaid}"


def _retraction_text(event: Event, _glyphs: Glyphs) -> str:
    if event.ref == event.other:
        return f"check-in {event.other} retracted"
    return f"retracted from check-in {event.other}"


def _sentence(form: str) -> Callable[[Event, Glyphs], str]:
    def format_event(event: Event, _glyphs: Glyphs) -> str:
        return form.format(event=event)

    return format_event


_WORDS_OF_KIND: Mapping[EventKind, Callable[[Event, Glyphs], str]] = {
    EventKind.CREATED: _creation_text,
    EventKind.CARRIED: _creation_text,
    EventKind.ACTIVATED: _sentence("made active without an approval"),
    EventKind.APPROVED: _approval_text,
    EventKind.AMENDED: _amendment_text,
    EventKind.CHECKED_IN: _checked_in,
    EventKind.RETRACTED: _retraction_text,
    EventKind.RENAMED: _renaming_text,
    EventKind.MOVED: _renaming_text,
    EventKind.DROPPED: _withdrawal_text,
    EventKind.CANCELLED: _withdrawal_text,
    EventKind.CLOSED: _closing_text,
    EventKind.REOPENED: _sentence("reopened"),
    EventKind.EDITED: lambda event, glyphs: moves_text(event.moves, glyphs),
    EventKind.GOALPOST_MOVED: _goalpost_moved,
    EventKind.AGREEMENT_CHANGED: _agreement_changed,
    EventKind.CHECKIN_EDITED: _checked_in,
    EventKind.CHECKIN_DELETED: _checked_in,
    EventKind.CHECKIN_RESTORED: _checked_in,
    EventKind.DELETED: _sentence("deleted: {event.moves[0].was}"),
}
