"""When check-ins are due, and that reports say the same."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from okrcli.compute.reports.checkin_due import due_of, key_results_due, key_results_of
from okrcli.compute.reports.report_builder import build_report, snapshot_on
from okrcli.storage.workspace import plan_of
from tests.actions.question_workspaces import Files, questions_of_related
from tests.actions.series_workspaces import series_workspaces
from tests.builders import (
    NPS,
    Q4,
    a_checkin,
    a_day,
    a_key_result,
    a_plan,
    an_entry,
    an_objective,
    milestones,
)

DAY = "2026-11-16"


def _due(day: str, owner: str | None, *records: Any) -> list[str]:
    found = key_results_due([Q4], snapshot_on(a_plan(*records), a_day(day)))
    return [due.ref for due in found if owner in {None, due.owner}]


def test_due_is_what_was_never_checked_in() -> None:
    assert _due("2026-10-01", "ana", an_objective(a_key_result())) == [NPS]


@pytest.mark.parametrize(("day", "due"), [("2026-11-15", []), ("2026-11-16", [NPS])])
def test_due_is_what_has_reached_its_cadence(day: str, due: list[str]) -> None:
    checkin = a_checkin("2026-11-09", an_entry(50))
    assert _due(day, "ana", an_objective(a_key_result()), checkin) == due


def test_due_is_for_the_owner_of_the_key_result_or_else_of_its_objective() -> None:
    objective = an_objective(a_key_result(), a_key_result(id="other", owner="eva"))
    assert _due(DAY, "ana", objective) == [NPS]
    assert _due(DAY, "eva", objective) == ["2026-Q4/cx-leader/other"]
    assert _due(DAY, None, objective) == [NPS, "2026-Q4/cx-leader/other"]
    assert _due(DAY, "pavel", objective) == []


def test_due_is_ordered_by_the_longest_awaited() -> None:
    objective = an_objective(a_key_result(), a_key_result(id="other"))
    earlier = a_checkin("2026-11-02", an_entry(50, "2026-Q4/cx-leader/other"))
    later = a_checkin("2026-11-06", an_entry(50))
    assert _due(DAY, "ana", objective, earlier, later) == ["2026-Q4/cx-leader/other", NPS]


def test_due_is_nothing_before_the_cycle_begins() -> None:
    assert _due("2026-09-20", "ana", an_objective(a_key_result())) == []


def test_due_is_nothing_that_is_settled() -> None:
    done = a_checkin(
        "2026-10-05", an_entry(key_result="2026-Q4/cx-leader/training", done=["step-1"])
    )
    assert _due(DAY, "ana", an_objective(milestones(1)), done) == []


def test_due_in_a_cycle_shorter_than_the_cadence_is_still_due() -> None:
    plan = a_plan(an_objective(a_key_result(), cycle="2026-W47"))
    week = plan.cycle("2026-W47")
    assert week is not None
    due = key_results_due([week], snapshot_on(plan, date(2026, 11, 17)))
    assert [each.ref for each in due] == ["2026-W47/cx-leader/nps"]


@pytest.mark.parametrize(("within", "due"), [(6, []), (7, [NPS])])
def test_due_is_what_will_be_within_some_days(within: int, due: list[str]) -> None:
    plan = a_plan(an_objective(a_key_result()), a_checkin(DAY, an_entry(50)))
    found = key_results_due([Q4], snapshot_on(plan, a_day(DAY)), within=within)
    assert [each.ref for each in found] == due


def _require_same_as_reported(files: Files) -> None:
    plan = plan_of(files)
    for day in (date(2026, 10, 20), date(2026, 11, 20), date(2027, 1, 10)):
        snapshot = snapshot_on(plan, day)
        for cycle in plan.cycles_at(day):
            then = snapshot.plan.cycle(cycle.id) or cycle
            reported = {
                report.ref: report
                for objective in build_report(plan, then, day).objectives
                for report in objective.key_results
            }
            found = {due.ref: due for due in key_results_of(then, snapshot)}
            assert found.keys() == reported.keys()
            for ref, report in reported.items():
                due = found[ref]
                assert due.checkin == (
                    report.last_checkin,
                    report.next_checkin,
                    report.days_overdue,
                    report.overdue,
                )
                assert (due.title, due.type, due.kpi, due.owner, due.start) == (
                    report.title,
                    report.type,
                    report.kpi,
                    report.owner,
                    report.start,
                )


@settings(max_examples=100)
@given(series_workspaces())
def test_report_says_the_same_of_a_long_series(files: Files) -> None:
    _require_same_as_reported(files)


@settings(max_examples=50)
@given(questions_of_related())
def test_report_says_the_same_of_related_things(drawn: tuple[Files, list[str]]) -> None:
    _require_same_as_reported(drawn[0])


def test_check_in_is_due_as_if_something_were_left_where_nobody_knows() -> None:
    objective = an_objective(milestones(1))
    done = a_checkin(
        "2026-11-09", an_entry(key_result="2026-Q4/cx-leader/training", done=["step-1"])
    )
    snapshot = snapshot_on(a_plan(objective, done), a_day(DAY))

    for is_settled, due in ((None, None), (True, None), (False, date(2026, 11, 16))):
        found = due_of(objective, objective.key_results[0], Q4, snapshot, is_settled=is_settled)
        assert found.checkin.next_checkin == due
