"""A KPI as of a day: its value in force, its health and its age."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.choices import Cadence
from okrcli.compute.kpis.health import is_kpi_stale
from okrcli.compute.reports.report import KpiReport
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


@pytest.mark.parametrize(("day", "stale"), [("2026-11-17", False), ("2026-11-18", True)])
def test_kpi_that_was_never_read_is_stale_a_cadence_after_it_was_added(
    day: str, *, stale: bool
) -> None:
    report = _the_kpi(day, a_kpi(60, added="2026-11-10"))
    assert (report.stale, report.next_due) == (stale, date(2026, 11, 17))


def test_kpi_stands_in_no_report_before_it_was_added_but_keeps_its_readings() -> None:
    kpi, reading = a_kpi(60, added="2026-11-10"), a_checkin("2026-10-05", a_reading(50))
    assert report_on("2026-11-09", kpi, reading).kpis == ()
    (report,) = report_on("2026-11-10", kpi, reading).kpis
    assert [point.day for point in report.series] == [date(2026, 10, 5)]
    assert (report.health, report.stale) == ("breach", True)


def test_line_of_a_kpi_begins_on_the_day_it_was_added() -> None:
    target = KpiTarget(value=Decimal(60), by=date(2026, 12, 31))
    kpi = a_kpi(baseline=Decimal(40), added="2026-11-01").model_copy(update={"target": target})
    report = _the_kpi("2026-11-01", kpi, ("2026-10-05", 38), ("2026-11-01", 40))
    assert (report.expected, report.health) == (Decimal(40), "healthy")


def test_draft_kpi_binds_nobody() -> None:
    kpi = a_kpi(60, status="draft", segments=["chat"])
    readings = a_checkin("2026-10-05", a_reading(10), a_reading(10, segment="chat"))
    (report,) = report_on("2026-11-20", kpi, readings).kpis
    assert (report.status, report.value) == ("draft", Decimal(10))
    assert (report.health, report.stale, report.next_due) == ("no_data", False, None)
    assert [(each.health, each.stale) for each in report.segments] == [("no_data", False)]
