"""A KPI as of a day: its value in force, its health and its age."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.kpis.health import is_kpi_stale
from okrcli.compute.reports.report import KpiReport
from okrcli.model.base import Cadence
from okrcli.model.kpi import Kpi, KpiTarget
from tests.builders import Numeric, a_checkin, a_kpi, a_reading
from tests.compute.reported import report_on


@pytest.mark.parametrize(
    ("cadence", "days"),
    [("daily", 1), ("weekly", 7), ("biweekly", 14), ("monthly", 31), ("quarterly", 92)],
)
def test_kpi_is_stale_without_a_reading_within_its_cadence(cadence: Cadence, days: int) -> None:
    kpi, read = a_kpi(cadence=cadence), date(2026, 1, 1)
    assert not is_kpi_stale(kpi, read, date.fromordinal(read.toordinal() + days))
    assert is_kpi_stale(kpi, read, date.fromordinal(read.toordinal() + days + 1))


def _the_kpi(day: str, kpi: Kpi, *readings: tuple[str, Numeric]) -> KpiReport:
    checkins = (a_checkin(on, a_reading(value, kpi.id)) for on, value in readings)
    return report_on(day, kpi, *checkins).kpis[0]


def test_kpi_report_has_value_trend_and_health_of_the_day() -> None:
    kpi = a_kpi(60, unit="points")
    readings = (("2026-11-02", 44), ("2026-11-09", 47), ("2026-11-30", 99))
    report = _the_kpi("2026-11-16", kpi, *readings)
    assert (report.value, report.value_date) == (Decimal(47), date(2026, 11, 9))
    assert (report.trend, report.health, report.stale) == (Decimal(3), "breach", False)
    assert (report.target, report.unit, len(report.series)) == (Decimal(60), "points", 2)
    assert (report.next_due, report.formula, report.reason) == (date(2026, 11, 16), None, None)


@pytest.mark.parametrize(("cadence", "due"), [("daily", "2026-11-10"), ("monthly", "2026-12-10")])
def test_next_reading_is_due_a_cadence_after_the_last(cadence: str, due: str) -> None:
    report = _the_kpi("2026-11-20", a_kpi(60, cadence=cadence), ("2026-11-09", 47))
    assert str(report.next_due) == due


def test_kpi_report_says_whether_it_leads_or_lags() -> None:
    assert _the_kpi("2026-11-20", a_kpi(kind="leading")).kind == "leading"
    assert _the_kpi("2026-11-20", a_kpi()).kind is None


def test_kpi_that_was_never_read_is_stale_and_without_data() -> None:
    report = _the_kpi("2026-11-16", a_kpi(60))
    assert (report.value, report.health, report.stale) == (None, "no_data", True)
    assert (report.trend, report.next_due) == (None, None)


def test_kpi_is_stale_whatever_its_value() -> None:
    report = _the_kpi("2026-11-20", a_kpi(60), ("2026-11-02", 75))
    assert (report.health, report.stale) == ("healthy", True)


def test_kpi_report_says_what_is_expected_on_the_way_to_a_target_with_a_date() -> None:
    target = {"value": Decimal(60), "by": "2026-12-31", "since": "2026-10-01"}
    kpi = a_kpi(target=None, baseline=Decimal(40), cadence="monthly").model_copy(
        update={"target": KpiTarget.model_validate(target)}
    )
    report = _the_kpi("2026-11-29", kpi, ("2026-10-31", "46.6"))
    assert report.health == "healthy"
    assert report.expected is not None
    assert round(report.expected, 2) == Decimal("46.59")
    assert _the_kpi("2026-12-31", kpi, ("2026-12-30", 60)).expected is None


def test_kpi_with_a_formula_has_no_value_without_readings() -> None:
    assert _the_kpi("2026-11-20", a_kpi(3, id="ratio", formula="clv / cac")).value is None
