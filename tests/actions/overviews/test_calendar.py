"""The days that a team has to keep in mind."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.overviews.calendar import calendar_of
from okrcli.actions.selection import EVERYBODY, Selection
from okrcli.errors import UnknownReferenceError
from okrcli.model.base import Record
from okrcli.model.kpi import Kpi
from okrcli.views.calendar import CalendarEvent, EventKind
from tests.builders import (
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    an_entry,
    an_improvement,
    an_objective,
    milestones,
)

DAY = date(2026, 11, 20)
END = date(2026, 12, 31)
KPI = {"path": "kpis/nps.yaml", "id": "nps", "title": "NPS", "added": date(2026, 11, 1)}
REF = "2026-Q4/cx-leader/nps"


def events_of(
    *records: Record | Iterable[Record], selection: Selection = EVERYBODY, within: int = 366
) -> tuple[CalendarEvent, ...]:
    return calendar_of(a_plan(*records), DAY, selection, within=within).events


def of_kind(kind: EventKind, *records: Record, **options: Any) -> list[CalendarEvent]:
    return [event for event in events_of(*records, **options) if event.kind is kind]


def checked_in(*days: str) -> list[Record]:
    return [a_checkin(day, an_entry(45)) for day in days]


def test_cycle_begins_and_ends() -> None:
    assert [(event.kind, event.day) for event in events_of(an_objective())] == [
        (EventKind.CYCLE_BEGINS, date(2026, 10, 1)),
        (EventKind.CYCLE_ENDS, END),
    ]


def test_cycle_that_is_over_has_no_events() -> None:
    assert events_of(an_objective(cycle="2026-Q3")) == ()


def test_checkin_is_due_again_and_again_until_the_key_result_is() -> None:
    objective = an_objective(a_key_result(due=date(2026, 12, 15)))
    (event,) = of_kind(EventKind.CHECKIN, objective, *checked_in("2026-11-19"))
    assert (event.ref, event.owner, event.day) == (REF, "ana", date(2026, 11, 26))
    assert (event.every, event.until) == (7, date(2026, 12, 15))
    assert event.step is not None


def test_checkin_keeps_its_identity_when_it_moves() -> None:
    objective = an_objective(a_key_result())
    (before,) = of_kind(EventKind.CHECKIN, objective, *checked_in("2026-11-12"))
    (after,) = of_kind(EventKind.CHECKIN, objective, *checked_in("2026-11-12", "2026-11-19"))
    assert (before.kind, before.ref, before.detail) == (after.kind, after.ref, after.detail)
    assert before.day < after.day


def test_checkins_that_are_no_longer_due_are_cancelled() -> None:
    given_up = {"date": DAY, "why": "The survey is gone.", "approved_by": "ana"}
    for objective in (
        an_objective(a_key_result(dropped=given_up)),
        an_objective(a_key_result(), status="cancelled", cancelled=given_up),
    ):
        (event,) = of_kind(EventKind.CHECKIN, objective, *checked_in("2026-11-12"))
        assert (event.is_cancelled, event.day) == (True, END)


def test_deadlines_that_are_not_the_end_of_the_cycle_are_events_of_their_own() -> None:
    objective = an_objective(
        a_key_result(due=date(2026, 12, 15)),
        milestones(steps=[{"id": "pilot", "title": "Two teams", "due": DAY}]),
        initiatives=[{"id": "desk", "title": "A night desk", "due": DAY, "status": "cancelled"}],
    )
    found = {
        event.kind: (event.ref, event.detail, event.day, event.is_cancelled)
        for event in events_of(objective)
    }
    assert found[EventKind.KEY_RESULT] == (REF, "", date(2026, 12, 15), False)
    assert found[EventKind.STEP] == ("2026-Q4/cx-leader/training", "pilot", DAY, False)
    assert found[EventKind.INITIATIVE] == ("2026-Q4/cx-leader", "desk", DAY, True)


def test_reading_is_due_by_the_cadence_of_the_kpi() -> None:
    kpi = a_kpi(50, cadence="monthly", added=date(2026, 11, 1), owner="pavel")
    (event,) = of_kind(EventKind.READING, an_objective(), kpi, within=30)
    assert (event.ref, event.owner, event.every) == ("nps", "pavel", 31)
    assert event.until == date(2026, 12, 20)


def test_kpi_has_the_day_of_its_target() -> None:
    target = {"value": Decimal(50), "by": date(2027, 3, 31)}
    kpi = Kpi.model_validate({**KPI, "target": target})
    (event,) = of_kind(EventKind.KPI_TARGET, kpi)
    assert (event.ref, event.day) == ("nps", date(2027, 3, 31))


def test_improvement_has_follow_ups_actions_and_a_goal() -> None:
    found = {event.kind: event for event in events_of(a_kpi(60), an_improvement())}
    follow_up = found[EventKind.FOLLOW_UP]
    assert (follow_up.every, follow_up.until) == (7, END)
    assert found[EventKind.IMPROVEMENT].day == END
    action = found[EventKind.ACTION]
    assert (action.ref, action.detail, action.owner) == ("nps-plan", "1", "zoe")


def test_closed_improvement_is_cancelled() -> None:
    closed = an_improvement(closed={"date": DAY, "value": 50, "note": "It worked."})
    found = events_of(a_kpi(60), closed)
    assert {event.kind: event.is_cancelled for event in found if event.ref == "nps-plan"} == {
        EventKind.FOLLOW_UP: True,
        EventKind.IMPROVEMENT: True,
    }


def test_draft_is_in_no_calendar() -> None:
    found = events_of(an_objective(a_key_result(due=date(2026, 12, 15)), status="draft"))
    assert {event.kind for event in found} == {EventKind.CYCLE_BEGINS, EventKind.CYCLE_ENDS}


def test_selection_keeps_what_a_person_or_a_team_owns() -> None:
    objectives = (
        an_objective(a_key_result(due=date(2026, 12, 15), owner="pavel")),
        an_objective(a_key_result(due=date(2026, 12, 15)), id="growth", team="sales"),
    )
    for selection, ref in (
        (Selection(owner="pavel"), REF),
        (Selection(team="sales"), "2026-Q4/growth/nps"),
    ):
        found = events_of(*objectives, selection=selection)
        assert {event.ref for event in found if "/" in event.ref} == {ref}


def test_unknown_person_is_refused() -> None:
    with pytest.raises(UnknownReferenceError):
        events_of(an_objective(), selection=Selection(owner="nobody-here"))
