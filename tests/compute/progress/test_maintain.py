"""Values to maintain: formula F12."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from okrcli.choices import Cadence
from okrcli.compute.progress.maintain import MaintainMeasure, period_of
from okrcli.compute.reports.report import Pace
from tests.builders import a_kpi, a_maintain, a_reading, an_entry
from tests.compute.reported import checked_in, with_entries

CHURN = "2026-Q4/cx-leader/churn"


@pytest.mark.parametrize(("value", "held"), [(20, False), (2, True), (5, True)])
def test_f12_maintain_is_held_within_bounds_that_are_inclusive(value: int, held: bool) -> None:
    report = checked_in(a_maintain(at_most=5), value, "2026-10-05")
    assert report.measured.progress == (1 if held else 0)
    assert report.pace is (Pace.ON_TRACK if held else Pace.OFF_TRACK)


@pytest.mark.parametrize(("value", "held"), [(9, False), (10, True), (20, True), (21, False)])
def test_f12_maintain_between_two_bounds_includes_both(value: int, held: bool) -> None:
    report = checked_in(a_maintain(at_least=10, at_most=20), value, "2026-10-05")
    assert report.measured.progress == (1 if held else 0)


def _weeks(values: Sequence[int | None]) -> dict[str, Any]:
    """Return one entry a week from the cycle's first day on."""
    start = date(2026, 10, 1).toordinal()
    return {
        str(date.fromordinal(start + 7 * week)): an_entry(value, CHURN)
        for week, value in enumerate(values)
        if value is not None
    }


def test_f12_maintain_is_periods_held_over_periods_elapsed() -> None:
    report = with_entries(a_maintain(at_most=5), _weeks([2] * 5 + [20] + [2] * 6), "2026-12-20")
    assert report.measured.progress is not None
    assert round(report.measured.progress, 4) == Decimal("0.9167")


def test_f12_a_missing_inner_period_is_not_held() -> None:
    report = with_entries(a_maintain(at_most=5), _weeks([2, None, 2, 2]), "2026-11-20")
    assert report.measured.progress == Decimal("0.75")


def test_f12_periods_after_the_last_reading_do_not_count() -> None:
    report = with_entries(a_maintain(at_most=5), _weeks([2, 2]), "2026-12-31")
    assert report.measured.progress == 1


def test_f12_the_last_value_of_a_period_decides() -> None:
    entries = {"2026-10-01": an_entry(20, CHURN), "2026-10-07": an_entry(4, CHURN)}
    assert with_entries(a_maintain(at_most=5), entries, "2026-10-07").measured.progress == 1


def test_f12_readings_from_before_the_time_box_hold_no_period() -> None:
    key_result = a_maintain(at_most=5, kpi="churn_rate")
    entries = {"2026-09-20": a_reading(2, "churn_rate")}
    report = with_entries(key_result, entries, "2026-10-02", a_kpi(id="churn_rate"))
    assert (report.value, report.measured.progress, report.pace) == (
        Decimal(2),
        None,
        Pace.NO_DATA,
    )


@pytest.mark.parametrize(
    ("day", "cadence", "period"),
    [
        ("2026-10-15", "daily", 0),
        ("2026-10-16", "daily", 1),
        ("2026-10-21", "weekly", 0),
        ("2026-10-22", "weekly", 1),
        ("2026-10-29", "biweekly", 1),
        ("2026-10-31", "monthly", 0),
        ("2026-11-01", "monthly", 1),
        ("2027-01-01", "monthly", 3),
        ("2026-12-31", "quarterly", 0),
        ("2027-01-01", "quarterly", 1),
    ],
)
def test_f12_periods_are_counted_from_the_first_day(
    day: str, cadence: Cadence, period: int
) -> None:
    assert period_of(date.fromisoformat(day), date(2026, 10, 15), cadence) == period


def test_ends_are_the_bounds_that_there_are_also_where_they_are_one_value() -> None:
    def stated(**bounds: int) -> list[tuple[str, Decimal]]:
        return [*MaintainMeasure().ends(a_maintain(**bounds), None).by_field]

    assert stated(at_least=5) == [("at_least", Decimal(5))]
    assert stated(at_most=9) == [("at_most", Decimal(9))]
    assert stated(at_least=5, at_most=5) == [("at_least", Decimal(5)), ("at_most", Decimal(5))]


def test_f12_a_period_is_judged_by_the_bounds_of_its_day() -> None:
    """A looser bound makes no miss good, and a stricter one takes nothing back."""
    amended = {"date": "2026-10-22", "field": "at_most", "was": Decimal(5), "why": "New plans."}
    weeks = _weeks([2, 8, 8, 8])

    loosened = a_maintain(at_most=9, amendments=[{**amended, "now": Decimal(9)}])
    assert with_entries(loosened, weeks, "2026-10-25").measured.progress == Decimal("0.5")
    tightened = a_maintain(
        at_most=3, amendments=[{**amended, "was": Decimal(9), "now": Decimal(3)}]
    )
    assert with_entries(tightened, weeks, "2026-10-25").measured.progress == Decimal("0.75")


def test_f12_bounds_of_an_earlier_unit_are_converted_with_the_values() -> None:
    of_unit = {"date": "2026-10-15", "field": "unit", "was": "min", "now": "h", "why": "Shorter."}
    key_result = a_maintain(
        at_most=2, unit="h", amendments=[{**of_unit, "factor": Fraction(1, 60)}]
    )
    weeks = _weeks([100, 150, 1, 3])

    assert with_entries(key_result, weeks, "2026-10-25").measured.progress == Decimal("0.5")
