from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.as_of.units import unit_changes
from okrcli.compute.reports.report import KeyResultReport, KpiReport
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from tests.builders import (
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)

QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
REF = "2026-Q4/cx-leader/frt"


def _unit(**more: Any) -> dict[str, Any]:
    return {
        "date": "2026-11-02",
        "field": "unit",
        "was": "min",
        "now": "h",
        "why": "Read in hours.",
        **more,
    }


def _number(field: str, was: int, now: int) -> dict[str, Any]:
    return {"date": "2026-11-02", "field": field, "was": was, "now": now, "why": "Hours."}


def _plan(*amendments: dict[str, Any], later: int | None = None) -> Plan:
    key_result = a_key_result(10, 4, id="frt", unit="h", amendments=amendments)
    checkins = [a_checkin("2026-10-15", an_entry(480, REF))]
    if later is not None:
        checkins.append(a_checkin("2026-11-10", an_entry(later, REF)))
    return a_plan(an_objective(key_result), checkins)


def _report(plan: Plan, day: str) -> KeyResultReport:
    report = build_report(plan, QUARTER, date.fromisoformat(day))
    return report.objectives[0].key_results[0]


def test_progress_is_the_same_in_either_unit() -> None:
    plan = _plan(_unit(factor="1/60"))
    before, since = _report(plan, "2026-11-01"), _report(plan, "2026-11-02")
    assert before.measured.progress == since.measured.progress == Decimal(1) / 3
    assert [before.value, before.unit, before.measured.baseline] == [480, "min", 600]
    assert [since.value, since.unit, since.measured.baseline] == [8, "h", 10]


def test_value_since_the_change_is_not_converted() -> None:
    report = _report(_plan(_unit(factor="1/60"), later=6), "2026-11-20")
    assert [point.value for point in report.measured.series] == [8, 6]


def test_value_that_nothing_converts_is_shown_in_its_own_unit_and_counts_for_nothing() -> None:
    plan = _plan(_unit(), _number("baseline", 600, 10), _number("target", 240, 4))
    report = _report(plan, "2026-11-20")
    assert [report.value, report.value_unit, report.unit] == [480, "min", "h"]
    assert report.measured.progress is None
    assert report.measured.reason == (
        "The last value, 480 min of 2026-10-15, is in another unit than h, "
        "and no factor converts it."
    )
    assert not report.is_reporting


def test_value_in_the_new_unit_counts_also_where_nothing_converts_the_old_ones() -> None:
    plan = _plan(_unit(), _number("baseline", 600, 10), _number("target", 240, 4), later=7)
    report = _report(plan, "2026-11-20")
    assert [report.value, report.value_unit, report.measured.progress] == [7, None, Decimal("0.5")]
    assert len(report.measured.series) == 1


def test_unit_that_was_first_stated_changes_no_value() -> None:
    stated = a_key_result(600, 240, unit="min", amendments=[_unit(was=None, now="min")])
    assert unit_changes(stated.amendments) == ()


def _kpi(plan: Plan, day: str) -> KpiReport:
    return build_report(plan, QUARTER, date.fromisoformat(day)).kpis[0]


@pytest.mark.parametrize(
    ("factor", "health", "value", "unit"),
    [("1/60", "breach", 8, None), (None, "no_data", 480, "min")],
)
def test_readings_of_a_kpi_are_converted_or_count_for_nothing(
    factor: str | None, health: str, value: int, unit: str | None
) -> None:
    amendment = _unit() if factor is None else _unit(factor=factor)
    kpi = a_kpi(
        4, id="frt", unit="h", direction="down", baseline=Decimal(10), amendments=[amendment]
    )
    objective = an_objective(a_key_result(10, 4, id="frt", kpi="frt"))
    plan = a_plan(objective, kpi, a_checkin("2026-10-15", a_reading(480, "frt")))
    report = _kpi(plan, "2026-11-20")
    assert [report.health, report.value, report.value_unit] == [health, value, unit]
    before = _kpi(plan, "2026-11-01")
    assert [before.health, before.value, before.unit] == ["breach", 480, "min"]
    assert before.target == (240 if factor else 4)
    if factor:
        assert _report(plan, "2026-11-20").measured.progress == Decimal(1) / 3
    else:
        assert _report(plan, "2026-11-20").measured.progress is None
