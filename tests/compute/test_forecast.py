"""Forecasts: formula F24."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from okrcli.compute.forecast import forecast, forecast_band
from okrcli.compute.reports.report import Forecast, Point
from tests.builders import (
    Numeric,
    a_binary,
    a_key_result,
    a_kpi,
    a_maintain,
    a_reading,
    an_entry,
    milestones,
)
from tests.compute.reported import checked_in, with_entries

START = date(2026, 8, 24)
DUE = date(2026, 9, 30)


def _weekly(*values: Numeric) -> list[Point]:
    return [
        Point(START + timedelta(weeks=week), Decimal(value)) for week, value in enumerate(values)
    ]


def _forecast(*values: Numeric, baseline: int = 40, target: int = 60) -> Forecast:
    made = forecast(_weekly(*values), Decimal(baseline), Decimal(target), DUE)
    assert made is not None
    return made


def test_f24_least_squares_over_three_days_and_more() -> None:
    made = _forecast(41, 43, 44, 46)
    assert round(made.slope, 4) == Decimal("0.2286")
    assert (made.method, made.points) == ("least_squares", 4)
    assert made.value_at_due is not None
    assert round(made.value_at_due, 4) == Decimal("49.5571")


def test_f24_two_days_are_the_line_through_them() -> None:
    made = _forecast(41, 48)
    assert (made.method, made.points, made.slope) == ("line_through_two", 2, Decimal(1))
    assert made.value_at_due == 78
    assert made.reaches_target_on == START + timedelta(days=19)


@pytest.mark.parametrize("values", [(), (41,)])
def test_f24_fewer_days_give_no_forecast(values: tuple[int, ...]) -> None:
    assert forecast(_weekly(*values), Decimal(40), Decimal(60), DUE) is None


def test_f24_falling_target_is_reached_by_a_falling_line() -> None:
    made = _forecast(40, 33, baseline=40, target=20)
    assert made.reaches_target_on == START + timedelta(days=20)


@pytest.mark.parametrize("values", [(41, 41, 41), (46, 44, 43)])
def test_f24_line_that_leads_elsewhere_never_reaches(values: tuple[int, ...]) -> None:
    assert _forecast(*values).reaches_target_on is None


def test_f24_more_than_ten_years_is_never() -> None:
    assert _forecast("40", "40.001").reaches_target_on is None


def test_f24_target_that_the_line_has_passed_was_reached_by_the_last_day() -> None:
    assert _forecast(41, 61, 81).reaches_target_on == START + timedelta(weeks=2)


def test_f24_day_is_the_first_full_one_at_the_target() -> None:
    made = _forecast(41, 44)
    assert made.reaches_target_on == START + timedelta(days=45)


def test_f24_without_a_due_date_there_is_no_value_at_it() -> None:
    made = forecast(_weekly(41, 48), Decimal(40), Decimal(60), None)
    assert made is not None
    assert made.value_at_due is None
    assert made.reaches_target_on is not None


def test_f24_report_has_the_forecast_of_a_metric() -> None:
    entries = {"2026-11-02": an_entry(41), "2026-11-09": an_entry(48)}
    made = with_entries(a_key_result(40, 60), entries).measured.forecast
    assert made is not None
    assert made.value_at_due == 100


def test_f24_range_is_reached_at_its_near_end() -> None:
    entries = {"2026-11-02": an_entry(90), "2026-11-09": an_entry(83)}
    made = with_entries(a_key_result(90, (30, 50)), entries).measured.forecast
    assert made is not None
    assert made.reaches_target_on == date(2026, 12, 12)


def test_f24_readings_from_before_the_time_box_are_left_out() -> None:
    readings = {
        "2026-09-01": a_reading(10),
        "2026-11-02": a_reading(41),
        "2026-11-09": a_reading(48),
    }
    made = with_entries(
        a_key_result(40, 60, kpi="nps"), readings, "2026-11-16", a_kpi()
    ).measured.forecast
    assert made is not None
    assert made.points == 2


def test_f24_nothing_is_forecast_after_the_due_date() -> None:
    entries = {"2026-11-02": an_entry(41), "2026-11-09": an_entry(48)}
    assert with_entries(a_key_result(40, 60), entries, "2027-01-01").measured.forecast is None


@pytest.mark.parametrize("kind", [a_maintain(at_most=5), milestones(), a_binary()])
def test_f24_is_for_metrics_only(kind: object) -> None:
    assert checked_in(kind, 1).measured.forecast is None  # type: ignore[arg-type]  # any of the types


def test_band_is_the_textbook_one_of_two_standard_errors_of_a_prediction() -> None:
    """Residuals 0.2, -0.4, 0.2 around y = 39.8 + 2x/7; s² = 0.24; at x = 21: 1 + 1/3 + 2²/2."""
    band = forecast_band(_weekly(40, Decimal("41.4"), 44), START + timedelta(weeks=3))

    assert band is not None
    assert (band.low + band.high) / 2 == Decimal("45.8")
    error = (Decimal("0.24") * (1 + Decimal(1) / 3 + Decimal(4) / 2)).sqrt()
    assert abs(band.high - band.low - 4 * error) < Decimal("1e-20")


def test_band_of_values_on_a_line_has_no_width_and_few_values_have_none() -> None:
    band = forecast_band(_weekly(40, 42, 44), DUE)

    assert band is not None
    assert band.high - band.low < Decimal("1e-10")
    assert forecast_band(_weekly(40, 42), DUE) is None
