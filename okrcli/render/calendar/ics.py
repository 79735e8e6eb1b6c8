"""The calendar as iCalendar (RFC 5545): whole days, and the same events on each export."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

from okrcli.errors import UsageError
from okrcli.next_step import StepWords
from okrcli.printable import inert
from okrcli.render.options import RenderOptions
from okrcli.views.calendar import CalendarEvent, EventKind, TeamCalendar
from okrcli.views.reminders import owner_text

if TYPE_CHECKING:
    from icalendar import Event

_TITLES: Mapping[EventKind, str] = {
    EventKind.CYCLE_BEGINS: "{} begins",
    EventKind.CYCLE_ENDS: "{} ends",
    EventKind.CHECKIN: "Check-in: {}",
    EventKind.READING: "Reading: {}",
    EventKind.FOLLOW_UP: "Follow-up: {}",
    EventKind.ACTION: "Action: {}",
    EventKind.KEY_RESULT: "Due: {}",
    EventKind.STEP: "Step due: {}",
    EventKind.INITIATIVE: "Initiative due: {}",
    EventKind.IMPROVEMENT: "Improvement due: {}",
    EventKind.KPI_TARGET: "Target due: {}",
}
_OF_EVERYBODY: Final = frozenset({EventKind.CYCLE_BEGINS, EventKind.CYCLE_ENDS})
_FIRST_DAY: Final = date(2020, 1, 1)
"""Exports are numbered by the days since then, so that a later one counts more."""


def render(calendar: TeamCalendar, options: RenderOptions) -> str:
    """Return the events; a later export moves those of an earlier one and doubles none.

    Raises:
        UsageError: The library that writes it is not installed.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415  an extra
    except ImportError as error:
        raise UsageError(
            "A calendar needs icalendar, which is not installed.",
            "Install it with: pip install 'okrcli[calendar]'",
        ) from error
    file = Calendar()
    file.add("prodid", "-//okr//calendar//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", inert(calendar.workspace))
    for event in calendar.events:
        file.add_component(_event(event, calendar, options.words))
    return bytes(file.to_ical()).decode()


def _event(event: CalendarEvent, calendar: TeamCalendar, words: StepWords) -> "Event":
    from icalendar import Event  # noqa: PLC0415  as above

    written = Event()
    written.add("uid", _uid(event, calendar))
    written.add("dtstamp", datetime.combine(calendar.as_of, time(), UTC))
    written.add("sequence", max(0, (calendar.as_of - _FIRST_DAY).days))
    written.add("dtstart", event.day)
    if event.day < date.max:
        written.add("dtend", event.day + timedelta(days=1))
    if event.every and not event.is_cancelled:
        written.add("rrule", {"freq": "daily", "interval": event.every, "until": event.until})
    written.add("summary", inert(_TITLES[event.kind].format(_title(event))))
    if description := _description(event, calendar, words):
        written.add("description", description)
    written.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    written.add("transp", "TRANSPARENT")  # nobody is busy all day
    return written


def _uid(event: CalendarEvent, calendar: TeamCalendar) -> str:
    parts = (calendar.workspace, event.kind, event.ref, event.detail)
    return f"{uuid5(NAMESPACE_OID, json.dumps(parts))}@okr"


def _title(event: CalendarEvent) -> str:
    is_of_segment = event.kind is EventKind.READING and event.detail
    return f"{event.title}, {event.detail}" if is_of_segment else event.title


def _description(event: CalendarEvent, calendar: TeamCalendar, words: StepWords) -> str:
    """Return what it is about, who owns it, and the command that settles it."""
    if event.kind in _OF_EVERYBODY:
        return ""
    lines = [event.ref, owner_text(event.owner, calendar.names)]
    if event.step and not event.is_cancelled:
        lines.append(words.command(event.step))
    return "\n".join(map(inert, lines))
