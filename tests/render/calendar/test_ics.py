import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.errors import UsageError
from okrcli.next_step import NextStep, StepKind
from okrcli.render import CALENDAR_FORMATS, RenderOptions
from okrcli.views.calendar import CalendarEvent, EventKind, TeamCalendar
from tests.render.golden import assert_golden
from tests.render.report.drawn import ANY_TEXT
from tests.render.samples import DAY, HOSTILE
from tests.render.test_reports import CONTROLS

REF = "2026-Q4/cx-leader/nps"


def an_event(kind: EventKind = EventKind.CHECKIN, **changes: Any) -> CalendarEvent:
    facts: dict[str, Any] = {
        "ref": REF,
        "title": "Raise NPS from 40 to 60",
        "day": date(2026, 11, 27),
        "owner": "ana",
        "every": 7,
        "until": date(2026, 12, 31),
        "step": NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps"),
    }
    return CalendarEvent(kind, **(facts | changes))


def a_deadline(kind: EventKind, **changes: Any) -> CalendarEvent:
    return an_event(kind, **({"every": None, "until": None, "step": None} | changes))


def a_calendar(*events: CalendarEvent, as_of: date = DAY) -> TeamCalendar:
    return TeamCalendar("Acme Support", as_of, events, {"ana": "Ana Ruiz"})


def full_calendar() -> TeamCalendar:
    cycle = {"ref": "2026-Q4", "title": "2026-Q4", "owner": None}
    return a_calendar(
        a_deadline(EventKind.CYCLE_BEGINS, day=date(2026, 10, 1), **cycle),
        an_event(),
        an_event(EventKind.READING, ref="csat", title="CSAT", detail="chat", owner=None),
        an_event(EventKind.FOLLOW_UP, ref="csat-2026-11-02", title="CSAT"),
        a_deadline(EventKind.ACTION, ref="csat-2026-11-02", title="Train", detail="1"),
        a_deadline(EventKind.KEY_RESULT, is_cancelled=True),
        a_deadline(EventKind.STEP, title="Сделан первый шаг; «ура», да", detail="pilot"),
        a_deadline(EventKind.INITIATIVE, title=HOSTILE, detail="desk", owner="светлана"),
        a_deadline(EventKind.IMPROVEMENT, ref="csat-2026-11-02", title="CSAT"),
        a_deadline(EventKind.KPI_TARGET, ref="nps", title="NPS", day=date.max),
        a_deadline(EventKind.CYCLE_ENDS, day=date(2026, 12, 31), **cycle),
    )


def written(calendar: TeamCalendar) -> str:
    return CALENDAR_FORMATS["ics"](calendar, RenderOptions(COMMAND_LINE))


def read(calendar: TeamCalendar) -> list[Any]:
    """Return the events as the library reads them."""
    return list(Calendar.from_ical(written(calendar)).events)


def test_calendar_is_the_golden_one() -> None:
    unfolded = written(full_calendar()).replace("\r\n ", "")  # where is the library's business
    assert_golden("calendar.ics", unfolded.replace("\r\n", "\n"))


def test_lines_end_and_are_folded_as_the_standard_wants() -> None:
    lines = written(full_calendar()).encode().split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_every_kind_of_event_has_a_title_of_its_own() -> None:
    titles = {str(read(a_calendar(an_event(kind)))[0]["summary"]) for kind in EventKind}
    assert len(titles) == len(EventKind)


def test_event_is_of_a_whole_day_in_which_nobody_is_busy() -> None:
    (event,) = read(a_calendar(an_event()))
    assert (event.start, event.end) == (date(2026, 11, 27), date(2026, 11, 28))
    assert (event["transp"], event["status"]) == ("TRANSPARENT", "CONFIRMED")
    assert event["rrule"] == {
        "FREQ": ["DAILY"],
        "INTERVAL": [7],
        "UNTIL": [date(2026, 12, 31)],
    }
    assert event["description"] == f"{REF}\nAna Ruiz (ana)\nokr checkin cx-leader/nps VALUE"


def test_later_export_moves_the_event_instead_of_adding_one() -> None:
    later = a_calendar(an_event(day=date(2026, 12, 4)), as_of=date(2026, 11, 28))
    (before,), (after,) = read(a_calendar(an_event())), read(later)
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    assert datetime(2026, 11, 20, tzinfo=UTC) == before.DTSTAMP


def test_each_thing_has_an_identity_of_its_own() -> None:
    events = [
        an_event(),
        an_event(EventKind.KEY_RESULT),
        an_event(ref="2026-Q4/cx-leader/aht"),
        an_event(EventKind.READING, detail="chat"),
        an_event(EventKind.READING, detail="voice"),
    ]
    ours = {event["uid"] for event in read(a_calendar(*events))}
    theirs = {event["uid"] for event in read(replace(a_calendar(*events), workspace="Other"))}
    assert (len(ours), len(theirs), ours & theirs) == (5, 5, set())


def test_cancelled_event_says_so_and_does_not_repeat() -> None:
    (event,) = read(a_calendar(an_event(is_cancelled=True)))
    assert event["status"] == "CANCELLED"
    assert "rrule" not in event
    assert "okr checkin" not in event["description"]


@given(ANY_TEXT)
def test_any_text_is_text_and_nothing_else(text: str) -> None:
    hostile = f"{text}\r\nEND:VEVENT\r\nATTACH:javascript:alert(1)\r\n{HOSTILE}"
    calendar = a_calendar(an_event(title=hostile, detail=hostile, owner=hostile))
    (event,) = read(calendar)
    assert "attach" not in event
    assert not CONTROLS.search(written(calendar).replace("\r\n", "\n"))


def test_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(UsageError, match="icalendar") as refused:
        written(a_calendar())
    assert refused.value.hints == ("Install it with: pip install 'okrcli[calendar]'",)
