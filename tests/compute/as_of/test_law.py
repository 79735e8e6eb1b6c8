"""The law of `--as-of`: nothing that is dated later changes what is said of a day."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.reports.report import KeyResultReport, KpiReport, ObjectiveReport, Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from tests.builders import (
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)
from tests.compute.as_of.edits import edited, edits

QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
DAYS = st.integers(0, 80).map(lambda number: QUARTER.start + timedelta(days=number))

NAMES = {"id", "ref", "kpi", "guards", "parent", "reason", "gaps", "formula", "amendments"}
"""What may be called otherwise; and how goalposts moved, which names fields and reasons."""


def _plan() -> Plan:
    help_ = an_objective(
        a_key_result(id="nps", title="NPS", unit="points"),
        a_key_result(600, 240, id="frt", title="First reply", unit="min"),
        milestones(id="steps", title="Steps"),
        id="help",
        title="Help",
        ambition="committed",
        parent="company",
    )
    speed = an_objective(
        a_maintain(at_most=5, id="churn", title="Churn"),
        a_key_result(40, 60, id="csat", title="CSAT", kpi="csat"),
        id="speed",
        title="Speed",
    )
    company = an_objective(id="company", title="Company", progress_from="children")
    kpis = [
        a_kpi(60, id="csat", title="CSAT of all", unit="points"),
        a_kpi(80, id="load", title="Load", direction="down", baseline=Decimal(100)),
        a_kpi(2, id="ratio", title="Ratio", formula="csat / load "),
    ]
    checkins = [
        a_checkin(
            day,
            an_entry(40 + number, "help/nps"),
            an_entry(600 - 40 * number, "2026-Q4/help/frt"),
            an_entry(3 + number, "speed/churn"),
            a_reading(45 + 2 * number, "csat"),
            a_reading(100 - number, "load"),
            name_end=f"{number:08x}",
        )
        for number, day in enumerate(("2026-10-09", "2026-10-23", "2026-11-06", "2026-12-04"))
    ]
    return a_plan([help_, speed, company], kpis, checkins)


def _facts(report: Report) -> Mapping[str, Any]:
    """Return what *report* says, names aside, by title."""
    facts: dict[str, Any] = {
        each.title: _without_names(each) | {"key results": _key_results(each)}
        for each in report.objectives
    }
    facts |= {f"KPI {each.title}": _without_names(each) for each in report.kpis}
    facts["attention"] = sorted((each.concern, each.title) for each in report.attention)
    return facts


def _key_results(objective: ObjectiveReport) -> Mapping[str, Any]:
    return {each.title: _without_names(each) for each in objective.key_results}


def _without_names(record: ObjectiveReport | KeyResultReport | KpiReport) -> dict[str, Any]:
    return {
        name: value for name, value in asdict(record).items() if name not in {*NAMES, "key_results"}
    }


@given(DAYS, st.data())
def test_nothing_that_is_dated_later_changes_the_report_of_a_day(
    day: date, data: st.DataObject
) -> None:
    plan = _plan()
    later = edited(plan, data.draw(edits(day)))
    assert _facts(build_report(later, QUARTER, day)) == _facts(build_report(plan, QUARTER, day))


@given(DAYS, st.data())
def test_report_of_a_day_stays_as_it_was_on_that_day(day: date, data: st.DataObject) -> None:
    before = [each for each in data.draw(edits(QUARTER.start)) if each[1] <= day]
    then = edited(_plan(), before)
    later = edited(then, data.draw(edits(day)))
    assert _facts(build_report(later, QUARTER, day)) == _facts(build_report(then, QUARTER, day))
