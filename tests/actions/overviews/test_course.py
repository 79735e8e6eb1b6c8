"""How owned key results went."""

from datetime import date

import pytest

from okrcli.actions.overviews.course import days_of_trend, key_result_evidence
from okrcli.actions.overviews.ownership import Ownership
from okrcli.actions.selection import Selection
from okrcli.compute.reports.discipline import Discipline
from okrcli.compute.reports.report import Pace
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from okrcli.views.review import KeyResultEvidence
from tests.builders import (
    Q4,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)

DAY = date(2026, 10, 22)


def _evidence(plan: Plan, day: date = DAY) -> list[KeyResultEvidence]:
    owned = Ownership(snapshot_on(plan, day), Q4, Selection(owner="ana"))
    return list(key_result_evidence(owned, plan))


def test_trend_tells_progress_pace_and_confidence_week_by_week() -> None:
    plan = a_plan(
        an_objective(a_key_result()),
        a_checkin("2026-10-08", an_entry(42, confidence=7)),
        a_checkin("2026-10-20", an_entry(50, confidence=3)),
    )
    [evidence] = _evidence(plan)
    assert [(point.day, point.progress and float(point.progress)) for point in evidence.trend] == [
        (date(2026, 10, 8), 0.1),
        (date(2026, 10, 15), 0.1),
        (DAY, 0.5),
    ]
    assert [point.confidence for point in evidence.trend] == [7, 7, 3]
    assert [point.pace for point in evidence.trend] == [Pace.ON_TRACK, Pace.ON_TRACK, Pace.AT_RISK]


def test_trend_has_the_goalposts_of_each_day() -> None:
    moved = {"date": "2026-10-16", "field": "target", "was": 50, "now": 60, "why": "More"}
    plan = a_plan(
        an_objective(a_key_result(amendments=[moved])), a_checkin("2026-10-08", an_entry(45))
    )
    [evidence] = _evidence(plan)
    shares = [point.progress for point in evidence.trend]
    assert [share and float(share) for share in shares] == [0.5, 0.5, 0.25]


def test_trend_of_what_was_moved_goes_back_to_where_it_was() -> None:
    former = [{"ref": "old/score", "until": "2026-10-16"}]
    plan = a_plan(
        an_objective(id="old"),
        an_objective(a_key_result(formerly=former)),
        a_checkin("2026-10-08", an_entry(45, "2026-Q4/old/score")),
    )
    [evidence] = _evidence(plan)
    assert [point.progress and float(point.progress) for point in evidence.trend] == [0.25] * 3


def test_trend_of_what_was_added_begins_then() -> None:
    [evidence] = _evidence(a_plan(an_objective(a_key_result(added="2026-10-16"))))
    assert [point.day for point in evidence.trend] == [DAY]


def test_draft_owes_no_check_ins() -> None:
    [evidence] = _evidence(a_plan(an_objective(a_key_result(), status="draft")))
    assert evidence.discipline is None


def test_readings_of_the_kpi_are_check_ins() -> None:
    plan = a_plan(
        an_objective(a_key_result(kpi="nps")),
        a_kpi(50),
        a_checkin("2026-10-08", a_reading(42)),
        a_checkin("2026-10-15", an_entry(confidence=7)),
    )
    [evidence] = _evidence(plan)
    assert evidence.discipline == Discipline(3, 2, 2)


def test_no_check_in_is_due_after_the_end() -> None:
    gone = {"date": "2026-10-10", "why": "Too late"}
    dropped = a_key_result(id="dropped", dropped=gone)
    short = a_key_result(id="short", due="2026-10-09")
    finished = milestones(1, id="finished")
    plan = a_plan(
        an_objective(dropped, short, finished),
        a_checkin("2026-10-09", an_entry(None, "2026-Q4/cx-leader/finished", done=["step-1"])),
    )
    due = [evidence.discipline and evidence.discipline.due for evidence in _evidence(plan)]
    assert due == [1, 1, 1]


def test_nobody_looks_at_past_days_for_who_owns_nothing() -> None:
    assert _evidence(a_plan(an_objective(a_key_result(), owner="pavel"))) == []


@pytest.mark.parametrize(
    ("cycle", "until", "count"),
    [
        (Q4, date(2026, 10, 1), 1),
        (Q4, date(2026, 10, 8), 1),
        (Q4, date(2026, 10, 9), 2),
        (Q4, date(2026, 12, 31), 13),
        (Cycle("2026", date(2026, 1, 1), date(2026, 12, 31)), date(2026, 12, 31), 13),
    ],
)
def test_trend_has_few_days_however_long_the_cycle(cycle: Cycle, until: date, count: int) -> None:
    days = days_of_trend(cycle, until)
    assert days == sorted(set(days))
    assert (days[-1], len(days)) == (until, count)
