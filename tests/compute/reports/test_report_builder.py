"""The report as a whole, and parts of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.compute.reports.report_builder import build_report
from okrcli.model.cycle import Cycle
from okrcli.model.finding import BAD_IGNORE, SCHEMA, Finding, FindingCounts, Place
from okrcli.model.improvement import Improvement
from okrcli.model.settings import Settings
from tests.builders import (
    Q4,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    an_entry,
    an_objective,
)
from tests.compute.reported import report_on, the_key_result

DAY = date(2026, 11, 16)


def test_report_says_of_what_and_when_it_is() -> None:
    plan = a_plan(an_objective(), settings=Settings(name="Acme"))
    report = build_report(plan, Q4, DAY, revision="1a2b3c")
    assert (report.workspace, report.as_of, report.revision) == ("Acme", DAY, "1a2b3c")
    assert (report.cycle, report.elapsed, report.days_left) == (Q4, Decimal(46) / 91, 45)


def test_report_of_a_past_cycle_has_no_days_left() -> None:
    report = report_on("2027-02-01")
    assert (report.elapsed, report.days_left) == (Decimal(1), 0)


def test_report_of_an_open_ended_cycle_has_no_end_line_or_forecast_date() -> None:
    settings = Settings.model_validate({"cycles": {"run": {"start": "2026-10-01"}}})
    plan = a_plan(
        an_objective(a_key_result(), cycle="run"),
        a_checkin("2026-11-02", an_entry(50, "run/cx-leader/nps")),
        settings=settings,
    )
    report = build_report(plan, Cycle("run", date(2026, 10, 1), None), DAY)
    key_result = report.objectives[0].key_results[0]
    assert (report.elapsed, report.days_left) == (Decimal(0), None)
    assert (key_result.measured.progress, key_result.due) == (Decimal("0.5"), None)
    assert (key_result.measured.expected, key_result.measured.gap, key_result.pace) == (
        None,
        None,
        None,
    )


def test_report_counts_findings() -> None:
    findings = [
        Finding.of(SCHEMA, Place("a.yaml"), "Wrong."),
        Finding.of(SCHEMA, Place("b.yaml"), "Wrong."),
        Finding.of(BAD_IGNORE, Place("b.yaml"), "Useless."),
    ]
    report = build_report(a_plan(), Q4, DAY, findings=findings)
    assert report.findings == FindingCounts(error=2, warning=1, info=0)


def test_report_holds_the_objectives_of_its_cycle_and_all_kpis() -> None:
    report = report_on(DAY, an_objective(), an_objective(id="old", cycle="2026-Q3"), a_kpi())
    assert [each.ref for each in report.objectives] == ["2026-Q4/cx-leader"]
    assert [each.id for each in report.kpis] == ["nps"]


def test_key_result_has_its_own_dates_weight_unit_and_owner() -> None:
    key_result = a_key_result(
        start="2026-10-15", due="2026-12-20", weight=2, unit="points", owner="eva"
    )
    report = the_key_result(DAY, an_objective(key_result))
    assert (report.start, report.due) == (date(2026, 10, 15), date(2026, 12, 20))
    assert (report.weight, report.unit, report.owner) == (Decimal(2), "points", "eva")


def test_key_result_takes_dates_unit_and_owner_from_cycle_kpi_and_objective() -> None:
    report = the_key_result(DAY, an_objective(a_key_result(kpi="nps")), a_kpi(unit="points"))
    assert (report.start, report.due) == (Q4.start, Q4.end)
    assert (report.weight, report.unit, report.owner) == (Decimal(1), "points", "ana")


def test_f25_report_of_a_past_day_has_that_days_goalposts() -> None:
    amendment = {
        "date": "2026-11-02",
        "field": "target",
        "was": 65,
        "now": 60,
        "why": "The survey's scale changed.",
        "approved_by": "carlos",
    }
    objective = an_objective(a_key_result(40, 60, amendments=[amendment]))
    checkin = a_checkin("2026-10-30", an_entry(50))
    before = the_key_result("2026-11-01", objective, checkin)
    after = the_key_result("2026-11-02", objective, checkin)
    assert (before.measured.target, before.measured.progress) == (Decimal(65), Decimal("0.4"))
    assert (after.measured.target, after.measured.progress) == (Decimal(60), Decimal("0.5"))


def _plan_for(kpi: str, owner: str | None = None, **fields: Any) -> Improvement:
    return Improvement.model_validate(
        {
            "id": f"{kpi.replace('_', '-')}-1",
            "kpi": kpi,
            "opened": DAY,
            "owner": owner,
            "cause": {"type": "training", "text": "New people."},
            "goal": {"value": 80, "by": "2026-12-31"},
            "actions": [{"title": "Train", "owner": "eva", "due": "2026-12-01"}],
            **fields,
        }
    )


def test_report_holds_the_improvement_plans_that_are_open() -> None:
    closed = _plan_for("win_rate", closed={"date": DAY})
    report = report_on(DAY, a_kpi(), a_kpi(id="win_rate"), _plan_for("nps"), closed)
    assert [each.id for each in report.improvements] == ["nps-1"]
