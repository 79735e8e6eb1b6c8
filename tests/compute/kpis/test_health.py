"""The health of KPIs."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.kpis.health import health_of, is_kpi_stale
from okrcli.compute.reports.report import KpiReport
from okrcli.model.base import Cadence
from okrcli.model.kpi import Kpi
from tests.builders import Aim, Numeric, a_checkin, a_kpi, a_reading
from tests.compute.reported import report_on


@pytest.mark.parametrize(
    ("value", "health"),
    [
        ("60", "healthy"),
        ("75", "healthy"),
        ("59", "warning"),
        ("54", "warning"),
        ("53.9", "breach"),
    ],
)
def test_health_upwards_has_a_warning_band_of_a_tenth(value: str, health: str) -> None:
    assert health_of(a_kpi(60), Decimal(value)) == health


@pytest.mark.parametrize(
    ("value", "health"),
    [("60", "healthy"), ("10", "healthy"), ("66", "warning"), ("66.1", "breach")],
)
def test_health_downwards_is_mirrored(value: str, health: str) -> None:
    assert health_of(a_kpi(60, direction="down"), Decimal(value)) == health


@pytest.mark.parametrize(
    ("value", "health"),
    [
        ("30", "healthy"),
        ("50", "healthy"),
        ("27", "warning"),
        ("26.9", "breach"),
        ("55", "warning"),
        ("55.1", "breach"),
    ],
)
def test_health_in_a_range_warns_outside_of_it(value: str, health: str) -> None:
    assert health_of(a_kpi((30, 50), direction="range"), Decimal(value)) == health


@pytest.mark.parametrize(
    ("target", "fields", "value", "health"),
    [
        (90, {"unit": "%"}, 85, "warning"),
        (90, {"unit": "%"}, "84.9", "breach"),
        (0, {}, -5, "warning"),
        (0, {}, "-5.1", "breach"),
        (-20, {}, -22, "warning"),
        (-20, {}, "-22.1", "breach"),
        (60, {"warning": 1}, 59, "warning"),
        (60, {"warning": 1}, "58.9", "breach"),
        (90, {"unit": "%", "warning": 0}, "89.9", "breach"),
        (60, {"direction": "range"}, 66, "warning"),
        (60, {"direction": "range"}, 53, "breach"),
    ],
)
def test_health_tolerance_is_in_points_for_percentages_and_0_unless_stated(
    target: Aim, fields: dict[str, Any], value: Numeric, health: str
) -> None:
    assert health_of(a_kpi(target, **fields), Decimal(value)) == health


@pytest.mark.parametrize("kpi", [a_kpi(), a_kpi(60, direction=None)])
def test_health_without_a_target_or_direction_is_unknown(kpi: Kpi) -> None:
    assert health_of(kpi, Decimal(70)) == "no_data"


def test_health_without_a_value_is_unknown() -> None:
    assert health_of(a_kpi(60), None) == "no_data"


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


def test_kpi_with_a_formula_has_no_value_without_readings() -> None:
    assert _the_kpi("2026-11-20", a_kpi(3, id="ratio", formula="clv / cac")).value is None
