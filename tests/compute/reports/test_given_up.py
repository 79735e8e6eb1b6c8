"""What was dropped, cancelled or closed, on the days before and after."""

from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.compute.pace import ENOUGH
from okrcli.compute.reports.report import ObjectiveReport, Pace
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from tests.builders import a_checkin, a_key_result, a_plan, an_entry, an_objective, milestones

QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
NPS, CSAT = "2026-Q4/cx-leader/nps", "2026-Q4/cx-leader/csat"
CHECKINS = (
    a_checkin("2026-11-06", an_entry(50, NPS), an_entry(40, CSAT)),
    a_checkin("2026-11-13", an_entry(60, NPS), an_entry(60, CSAT), name_end="00000002"),
)
DROPPED = {"date": "2026-11-10", "why": "No longer ours.", "approved_by": "pavel"}


def _report(objective: Objective, day: str) -> ObjectiveReport:
    plan = a_plan(objective, CHECKINS)
    return build_report(plan, QUARTER, date.fromisoformat(day)).objectives[0]


def _with_dropped() -> Objective:
    return an_objective(a_key_result(), a_key_result(id="csat", dropped=DROPPED))


def test_dropped_key_result_counts_until_the_day_before() -> None:
    before = _report(_with_dropped(), "2026-11-09")
    assert before.score == Decimal("0.25")
    assert before.reporting == (2, 2)
    since = _report(_with_dropped(), "2026-11-10")
    assert since.score == Decimal("0.5")
    assert since.reporting == (1, 1)


def test_dropped_key_result_stands_as_on_the_day_before_and_owes_nothing() -> None:
    objective = _report(_with_dropped(), "2026-11-30")
    key_result = objective.key_results[1]
    assert key_result.dropped is not None
    assert [key_result.value, key_result.pace, key_result.next_checkin] == [40, None, None]
    assert [key_result.overdue, key_result.stale, key_result.late] == [False, False, None]


def test_dropped_step_does_not_count_from_that_day_on() -> None:
    steps = [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "dropped": DROPPED}]
    objective = an_objective(milestones(steps=steps, id="steps"))
    checkin = a_checkin("2026-11-06", an_entry(None, "2026-Q4/cx-leader/steps", done=["a"]))
    plan = a_plan(objective, checkin)

    def score(day: int) -> Decimal | None:
        return build_report(plan, QUARTER, date(2026, 11, day)).objectives[0].score

    assert [score(9), score(10)] == [Decimal("0.5"), Decimal(1)]


def _closed(**closing: Any) -> Objective:
    fields = {"date": "2026-12-31", "computed": Decimal("0.6"), **closing}
    return an_objective(a_key_result(), status="closed", closing=fields)


def test_score_of_a_closed_objective_is_the_one_that_was_written() -> None:
    assert _report(_closed(), "2026-12-31").score == Decimal("0.6")
    assert _report(_closed(score=Decimal("0.4"), why="W"), "2027-01-20").score == Decimal("0.4")
    assert _report(_closed(), "2026-12-30").score == 1


def test_pace_of_a_closed_objective_is_that_of_its_final_score() -> None:
    assert ENOUGH["aspirational"] > Decimal("0.6")
    assert _report(_closed(), "2026-12-31").pace is Pace.MISSED
    assert _report(_closed(score=Decimal("0.7"), why="W"), "2026-12-31").pace is Pace.DONE


def test_cancelled_objective_had_a_pace_before() -> None:
    objective = an_objective(a_key_result(), status="cancelled", cancelled=DROPPED)
    assert _report(objective, "2026-11-09").pace is not None
    since = _report(objective, "2026-11-10")
    assert (since.pace, since.status, since.cancelled is not None) == (None, "cancelled", True)


def test_line_begins_on_the_day_on_which_the_baseline_was_measured() -> None:
    measured = {
        "date": "2026-11-01",
        "field": "baseline",
        "was": "unknown",
        "now": 40,
        "why": "Measured.",
    }
    key_result = a_key_result(40, 60, measure_by="2026-11-10", amendments=[measured])
    report = _report(an_objective(key_result), "2026-11-13").key_results[0]
    assert (report.start, report.measured.unmeasured) == (date(2026, 11, 1), False)
    before = _report(an_objective(key_result), "2026-10-31").key_results[0]
    assert (before.start, before.measured.unmeasured) == (date(2026, 10, 1), True)


def test_nothing_is_expected_of_a_dropped_key_result() -> None:
    measured = _report(_with_dropped(), "2026-11-30").key_results[1].measured
    assert [measured.forecast, measured.expected, measured.expected_value] == [None, None, None]
