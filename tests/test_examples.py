"""The example workspaces that are in order: each loads, passes the check and tells its story."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from okrcli.checks.context import CheckContext
from okrcli.checks.kpis.parts import parts_of
from okrcli.checks.run import check, structure_findings
from okrcli.compute.kpis.alerts import AlertKind, KpiAlert, alerts_of
from okrcli.compute.reports.report import KeyResultReport, Pace, Report
from okrcli.compute.reports.report_builder import build_report, snapshot_on
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Severity
from okrcli.model.key_results import Binary, KeyResult, Maintain, Metric, Milestones
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.workspace import load_plan

EXAMPLES = Path(__file__).parent.parent / "examples"
IN_ORDER = ("crm", "customer-experience", "customer-success", "revenue-operations")
LAST_DAY = date(2026, 11, 20)
FRIDAYS = tuple(LAST_DAY - timedelta(weeks=weeks) for weeks in range(8))
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

in_order = pytest.mark.parametrize("name", IN_ORDER)


@cache
def the_plan(name: str) -> Plan:
    return load_plan(EXAMPLES / name)


@cache
def the_report(name: str, day: date = LAST_DAY) -> Report:
    plan = the_plan(name)
    cycle = plan.report_cycle(day)
    assert cycle is not None
    return build_report(plan, cycle, day)


def key_results_of(name: str, day: date = LAST_DAY) -> list[KeyResultReport]:
    return [
        each for objective in the_report(name, day).objectives for each in objective.key_results
    ]


def all_key_results(plan: Plan) -> list[KeyResult]:
    return [key_result for objective in plan.objectives for key_result in objective.key_results]


def test_every_folder_is_an_example_that_is_tested() -> None:
    assert {each.name for each in EXAMPLES.iterdir() if each.is_dir()} == {*IN_ORDER, "as-drafted"}


@in_order
def test_example_loads_without_a_finding(name: str) -> None:
    plan = the_plan(name)
    assert plan.findings == ()
    assert structure_findings(plan) == ()


@in_order
def test_example_passes_the_check(name: str) -> None:
    found = check(the_plan(name), LAST_DAY)
    assert [each for each in found if each.severity is Severity.ERROR] == []


@in_order
def test_example_has_at_most_three_warnings(name: str) -> None:
    found = check(the_plan(name), LAST_DAY)
    assert sum(each.severity is Severity.WARNING for each in found) <= 3


@in_order
def test_example_is_worded_well(name: str) -> None:
    assert check(the_plan(name), LAST_DAY, select=["S", "M", "A", "T"]) == ()


@in_order
def test_example_reports_every_key_result(name: str) -> None:
    report = the_report(name)
    assert len(report.objectives) >= 3
    assert all(each.progress is not None for each in report.objectives)
    assert all(each.measured.progress is not None for each in key_results_of(name))


@in_order
def test_example_has_key_results_ahead_and_behind(name: str) -> None:
    gaps = [each.measured.gap for each in key_results_of(name) if each.measured.gap is not None]
    assert min(gaps) < -0.25
    assert {Pace.ON_TRACK, Pace.AT_RISK, Pace.OFF_TRACK} <= {
        each.pace for each in key_results_of(name)
    }


@in_order
def test_example_has_a_key_result_that_fell_below_its_baseline(name: str) -> None:
    low = {
        each.ref
        for friday in FRIDAYS
        for each in key_results_of(name, friday)
        if each.measured.progress is not None and each.measured.progress < 0
    }
    now = {each.ref for each in key_results_of(name) if (each.measured.progress or 0) > 0}
    assert low & now


@in_order
def test_example_has_an_old_value_whose_check_in_is_overdue(name: str) -> None:
    assert any(each.stale and each.overdue for each in key_results_of(name))


@in_order
def test_example_has_check_ins_of_eight_weeks_by_several_people(name: str) -> None:
    checkins = the_plan(name).checkins
    weeks = {each.date.isocalendar()[:2] for each in checkins}
    assert len(weeks) >= 8
    assert all(len(people_in_week(checkins, friday)) >= 3 for friday in FRIDAYS)


def people_in_week(checkins: tuple[CheckIn, ...], friday: date) -> set[str]:
    return {each.by for each in checkins if timedelta(0) <= friday - each.date < timedelta(7)}


@in_order
def test_example_ends_on_its_last_check_in(name: str) -> None:
    assert max(each.date for each in the_plan(name).checkins) == LAST_DAY


@in_order
def test_example_has_key_results_of_several_types(name: str) -> None:
    types = {type(each) for each in all_key_results(the_plan(name))}
    assert {Metric, Maintain, Milestones} <= types


def test_some_example_has_a_binary_key_result() -> None:
    assert any(
        isinstance(each, Binary) for name in IN_ORDER for each in all_key_results(the_plan(name))
    )


@in_order
def test_example_has_a_goalpost_moved_with_a_reason(name: str) -> None:
    amendments = [each for kr in all_key_results(the_plan(name)) for each in kr.amendments]
    assert amendments
    assert all(each.was != each.now and each.approved_by for each in amendments)


@in_order
def test_example_has_a_correction_on_the_same_day(name: str) -> None:
    assert any(list(corrected(the_plan(name))))


def corrected(plan: Plan) -> Iterator[bool]:
    seen: dict[tuple[str, date], str] = {}
    for checkin in plan.checkins:
        for reading in checkin.readings:
            key = (f"{reading.kpi} {reading.segment}", reading.date or checkin.date)
            yield seen.setdefault(key, checkin.id) != checkin.id


@in_order
def test_example_has_kudos_and_an_improvement_that_is_followed_up(name: str) -> None:
    plan = the_plan(name)
    assert any(each.kudos for each in plan.checkins)
    followed = {each.improvement for checkin in plan.checkins for each in checkin.followups}
    assert {each.id for each in plan.improvements} == followed != set()


@in_order
def test_every_kpi_in_breach_has_an_open_improvement(name: str) -> None:
    in_breach = {each.id for each in the_report(name).kpis if each.health == "breach"}
    improved = {each.kpi for each in the_plan(name).improvements if each.closed is None}
    assert in_breach == improved


@in_order
def test_example_is_complete(name: str) -> None:
    plan = the_plan(name)
    assert [each.ref for each in plan.objectives if not is_complete(plan, each)] == []
    assert all(each.owner and each.due for each in all_key_results(plan))
    assert all(
        each.unit and each.baseline is not None and (each.target or each.change)
        for each in all_key_results(plan)
        if isinstance(each, Metric)
    )


def is_complete(plan: Plan, objective: Objective) -> bool:
    team = plan.settings.teams[objective.team or ""]
    aligned = team.parent is None or plan.parent_of(objective) is not None
    says_why = objective.why and objective.impact and objective.approved_by and objective.owner
    return aligned and bool(says_why) and 2 <= len(objective.key_results) <= 5


@in_order
def test_teams_have_three_to_five_kpis_leading_and_lagging(name: str) -> None:
    plan = the_plan(name)
    below_the_top = {each for each, team in plan.settings.teams.items() if team.parent}
    for team in below_the_top:
        kinds = [each.kind for each in plan.kpis if each.team == team]
        assert 3 <= len(kinds) <= 5, team
        assert {"leading", "lagging"} == set(kinds), team
    watched = [each for each in plan.kpis if each.id not in parts_of(CheckContext(plan, LAST_DAY))]
    assert 10 <= len(watched) <= 15
    assert all(each.serves and each.why and each.target and each.unit for each in watched)


@in_order
def test_example_can_be_moved_in_time(name: str) -> None:
    for file in (EXAMPLES / name).rglob("*.yaml"):
        undated = ISO_DAY.sub("", file.read_text(encoding="utf-8"))
        assert not re.search(r"\b20\d\d\b|\bQ[1-4]\b|trimestre|квартал", undated), file


WITH_A_YEAR = ("crm", "customer-success")

with_a_year = pytest.mark.parametrize("name", WITH_A_YEAR)


def alerts_in(name: str) -> tuple[KpiAlert, ...]:
    plan = the_plan(name)
    return alerts_of(plan, snapshot_on(plan, LAST_DAY))


@with_a_year
def test_example_has_a_year_of_readings_of_many_kpis(name: str) -> None:
    kpis = snapshot_on(the_plan(name), LAST_DAY).kpis.values()
    long_read = [
        each
        for each in kpis
        if each.series and (each.series[-1].day - each.series[0].day).days >= 357
    ]
    assert len(long_read) >= 8
    assert all(len(each.series) >= 12 for each in long_read)


@with_a_year
def test_example_has_a_breach_with_a_plan_a_signal_and_a_silent_kpi(name: str) -> None:
    alerts = [each for each in alerts_in(name) if each.severity is Severity.ERROR]
    assert any(each.kind is AlertKind.BREACH and each.improvement for each in alerts)
    assert {AlertKind.STALE, AlertKind.SIGNAL} <= {each.kind for each in alerts}


@with_a_year
def test_example_computes_what_a_customer_brings_for_what_it_costs(name: str) -> None:
    kpis = snapshot_on(the_plan(name), LAST_DAY).kpis
    ratio, clv, cac = kpis["clv_per_cac"], kpis["clv"], kpis["cac"]
    assert clv.value is not None
    assert cac.value is not None
    assert ratio.value == clv.value / cac.value
    assert len(ratio.series) >= 50
