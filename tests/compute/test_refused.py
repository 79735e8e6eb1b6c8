"""Which refused entries could have changed what is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.compute.refused import Refusals
from okrcli.compute.reports.report import Concern, KeyResultReport, KpiReport, Report
from okrcli.compute.reports.report_builder import (
    build_report,
    refused_for_kpis,
    snapshot_on,
)
from okrcli.compute.reports.selection import select
from okrcli.model.plan import Plan
from tests.builders import Q4
from tests.checks.workspaces import TODAY, loaded
from tests.refused_entries import HEAD, NEW, REFUSED, WORKSPACE, numbers_of, with_refused


def plan_of(entry: str, head: str = HEAD) -> Plan:
    return refuse_entries(loaded(with_refused(entry, head)), TODAY)


def report_of(plan: Plan, day: date = TODAY) -> Report:
    return build_report(plan, Q4, day)


def key_result(report: Report, name: str) -> KeyResultReport:
    return next(each for each in report.objectives[0].key_results if each.id == name)


def kpi(report: Report, name: str) -> KpiReport:
    return next(each for each in report.kpis if each.id == name)


_HEADS = st.builds(
    "date: {}\nby: {}\nrecorded: {}T09:00:00Z\n".format,
    st.dates(date(2026, 9, 1), date(2026, 12, 31)),
    st.sampled_from(["ana", "zoe"]),
    st.dates(date(2026, 9, 1), date(2026, 12, 31)),
)
_VALID = st.sampled_from(
    [
        "  - {key_result: cx/hours, value: 15, confidence: 3}\n",
        "  - {key_result: cx/live, value: 1}\n",
        "  - {key_result: cx/course, done: [rest], undone: [pilot]}\n",
    ]
)


@given(_HEADS, st.sampled_from(sorted(REFUSED)), st.lists(_VALID, max_size=3), _HEADS)
def test_refused_entry_changes_no_number_of_the_report_of_any_workspace(
    head: str, name: str, valid: list[str], other: str
) -> None:
    entries = "key_results:\n" + "".join(valid) if valid else "note: Nothing new\n"
    files = {**WORKSPACE, "checkins/2026/2026-11-20-ana-00000009.yaml": other + entries}
    without = refuse_entries(loaded(files), TODAY)
    with_it = refuse_entries(loaded({**files, NEW: head + REFUSED[name]}), TODAY)

    assert numbers_of(report_of(with_it)) == numbers_of(report_of(without))


def test_entry_that_would_be_in_force_is_counted_where_its_value_stands() -> None:
    report = report_of(plan_of(REFUSED["decimal comma"]))

    assert key_result(report, "hours").refused == 1
    assert [each.refused for each in report.kpis] == [0, 0, 0, 0]
    concerns = [each.ref for each in report.attention if each.concern is Concern.REFUSED]
    assert concerns == ["2026-Q4/cx/hours"]
    assert len(report.refused) == report.findings.error == 1
    assert report.other_errors == 0


def test_reading_is_counted_with_the_key_results_and_formulas_that_it_feeds() -> None:
    report = report_of(plan_of("readings:\n  - {kpi: cac, value: many}\n"))

    assert (kpi(report, "cac").refused, kpi(report, "ratio").refused) == (1, 1)
    assert key_result(report, "ratio").refused == 1
    assert (kpi(report, "clv").refused, kpi(report, "csat").refused) == (0, 0)


@pytest.mark.parametrize(
    ("day", "count"), [("2026-11-05", 0), ("2026-11-06", 1), ("2026-11-20", 1)]
)
def test_older_entry_could_not_have_been_in_force(day: str, count: int) -> None:
    plan = plan_of(REFUSED["decimal comma"], HEAD.replace("date: 2026-11-20", f"date: {day}"))
    report = report_of(plan)

    assert key_result(report, "hours").refused == count
    assert len(report.refused) == 1


def test_reading_of_a_segment_is_held_against_that_segment() -> None:
    old = HEAD.replace("date: 2026-11-20", "date: 2026-11-05")
    plan = plan_of("readings:\n  - {kpi: csat, value: 500, segment: voice}\n", old)
    assert kpi(report_of(plan), "csat").refused == 1
    plan = plan_of("readings:\n  - {kpi: csat, value: 500, segment: chat}\n", old)
    assert kpi(report_of(plan), "csat").refused == 0


@pytest.mark.parametrize(
    "name", ["decimal comma", "reading of a day to come", "a day that is none"]
)
def test_earlier_day_knows_nothing_of_it(name: str) -> None:
    plan = plan_of(REFUSED[name])
    assert len(report_of(plan).refused) == 1
    assert report_of(plan, date(2026, 11, 19)).refused == ()


def test_report_of_a_team_or_owner_is_told_its_own() -> None:
    plan = plan_of(REFUSED["decimal comma"] + REFUSED["reading out of bounds"])
    report = report_of(plan)
    assert len(report.refused) == report.findings.error == 2

    other = select(report, team="sales")
    assert (other.refused, other.findings.error) == ((), 0)
    own = select(report, owner="ana")
    assert [each.key_result for each in own.refused] == ["2026-Q4/cx/hours"]
    assert own.findings.error == 1


def test_refused_for_kpis_are_also_those_of_what_they_are_computed_from() -> None:
    plan = plan_of("readings:\n  - {kpi: cac, value: many}\n  - {kpi: csat, value: many}\n")
    snapshot = snapshot_on(plan, TODAY)

    assert [each.kpi for each in refused_for_kpis(snapshot, ["ratio"])] == ["cac"]
    assert [each.kpi for each in refused_for_kpis(snapshot, ["ratio", "csat"])] == ["cac", "csat"]
    assert refused_for_kpis(snapshot, ["clv"]) == ()


def test_corrected_entries_are_not_counted() -> None:
    right = HEAD.replace("T09", "T10") + "readings:\n  - {kpi: csat, value: 83}\n"
    files = {**with_refused(REFUSED["reading out of bounds"]), NEW.replace("02", "03"): right}
    plan = refuse_entries(loaded(files), TODAY)

    assert len(plan.refused) == 1
    assert Refusals.of(plan, TODAY).entries == ()
