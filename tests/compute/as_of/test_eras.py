"""What a KPI was made of, day by day."""

from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.compute.as_of.eras import eras_of, points_by_era
from okrcli.compute.reports.report import KeyResultReport, KpiReport, Pace
from okrcli.compute.reports.report_builder import build_report
from okrcli.compute.timeline import Timeline
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, a_reading, an_objective

QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))


def _amendment(day: str, field: str, was: Any, now: Any, **more: Any) -> dict[str, Any]:
    return {"date": day, "field": field, "was": was, "now": now, "why": "Agreed.", **more}


def test_kpi_without_amendments_has_one_era() -> None:
    kpi = a_kpi(60)
    assert [era.kpi for era in eras_of(kpi, "aggregate")] == [kpi]


def test_value_of_a_day_is_made_as_was_agreed_then() -> None:
    kpi = a_kpi(
        segments=["voice", "chat"],
        aggregate="sum",
        amendments=[_amendment("2026-11-02", "aggregate", "mean", "sum")],
    )
    checkins = [
        a_checkin(
            day, *(a_reading(10, segment=segment) for segment in ("voice", "chat")), name_end=end
        )
        for day, end in (("2026-11-01", "00000001"), ("2026-11-02", "00000002"))
    ]
    readings = Timeline.of(a_plan(kpi, checkins)).readings["nps"]
    assert [point.value for point in points_by_era(readings, kpi)] == [10, 20]


def test_segment_that_was_removed_still_counts_on_earlier_days() -> None:
    kpi = a_kpi(
        segments=["voice"],
        amendments=[_amendment("2026-11-02", "segments", ["voice", "sms"], ["voice"])],
    )
    checkin = a_checkin("2026-11-01", a_reading(10, segment="voice"), a_reading(30, segment="sms"))
    readings = Timeline.of(a_plan(kpi, checkin)).readings["nps"]
    assert [point.value for point in points_by_era(readings, kpi)] == [20]


def _computed() -> Plan:
    """Return a load in hours since November, halved since then by a ratio that was not before."""
    load = a_kpi(
        id="load",
        unit="h",
        amendments=[_amendment("2026-11-02", "unit", "min", "h", factor="1/60")],
    )
    ratio = a_kpi(
        5,
        id="ratio",
        formula="load / 2",
        amendments=[_amendment("2026-11-02", "formula", "load / 60", "load / 2")],
    )
    readings = [
        a_checkin("2026-10-15", a_reading(480, "load"), name_end="00000001"),
        a_checkin("2026-11-10", a_reading(6, "load"), name_end="00000002"),
    ]
    return a_plan(load, ratio, readings)


def _kpi(plan: Plan, name: str, day: str) -> KpiReport:
    report = build_report(plan, QUARTER, date.fromisoformat(day))
    return next(kpi for kpi in report.kpis if kpi.id == name)


def test_computed_kpi_has_each_value_by_the_formula_and_the_units_of_its_day() -> None:
    series = _kpi(_computed(), "ratio", "2026-11-20").series
    assert [str(point.day) for point in series] == ["2026-10-15", "2026-11-02", "2026-11-10"]
    assert [point.value for point in series] == [8, 4, 3]
    assert _kpi(_computed(), "ratio", "2026-10-20").value == 8


def _ended(day: str, *amendments: dict[str, Any], **now: Any) -> KeyResultReport:
    kpi = a_kpi(240, id="frt", direction="down", amendments=amendments, **now)
    objective = an_objective(a_key_result(None, 240, id="frt", kpi="frt"))
    checkins = [
        a_checkin("2026-12-20", a_reading(420, "frt"), name_end="00000001"),
        a_checkin("2027-01-20", a_reading(5, "frt"), name_end="00000002"),
    ]
    report = build_report(a_plan(objective, kpi, checkins), QUARTER, date.fromisoformat(day))
    return report.objectives[0].key_results[0]


def test_ended_key_result_keeps_its_score_when_its_kpi_is_measured_otherwise() -> None:
    unit = _amendment("2027-01-10", "unit", "min", "h", factor="1/60")
    then = _ended("2026-12-31", unit, unit="h", baseline=Decimal(10))
    now = _ended("2027-02-01", unit, unit="h", baseline=Decimal(10))
    assert then.measured.progress == now.measured.progress == Decimal("0.5")
    assert [now.value, now.unit, now.pace] == [420, "min", Pace.MISSED]


def test_ended_key_result_keeps_the_baseline_that_its_kpi_had() -> None:
    baseline = _amendment("2027-01-10", "baseline", 600, 450)
    now = _ended("2027-02-01", baseline, unit="min", baseline=Decimal(450))
    assert now.measured.progress == Decimal("0.5")
