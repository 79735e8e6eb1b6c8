"""The health of KPIs against the target, and on the way to a target with a date: F27."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.kpis.standard import Standard, begins_with_first_reading
from okrcli.compute.reports.report import Health, Point
from okrcli.model.kpi import Kpi
from tests.builders import Aim, Numeric, a_day, a_kpi

START, END = date(2026, 10, 1), date(2026, 12, 31)
ORDER = ("breach", "warning", "healthy")


def health_of(kpi: Kpi, value: Numeric) -> Health:
    """Return the health of a value of today."""
    point = Point(START, Decimal(value))
    return Standard.of(kpi, [point]).health(point, START)


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
    assert health_of(a_kpi(60), value) == health


@pytest.mark.parametrize(
    ("value", "health"),
    [("60", "healthy"), ("10", "healthy"), ("66", "warning"), ("66.1", "breach")],
)
def test_health_downwards_is_mirrored(value: str, health: str) -> None:
    assert health_of(a_kpi(60, direction="down"), value) == health


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
    assert health_of(a_kpi((30, 50), direction="range"), value) == health


@pytest.mark.parametrize(
    ("target", "fields", "value", "health"),
    [
        (90, {"unit": "%"}, 85, "warning"),
        (90, {"unit": "%"}, "84.9", "breach"),
        (0, {"unit": "%", "direction": "down"}, 5, "warning"),
        (0, {"unit": "%", "direction": "down"}, "5.1", "breach"),
        (-20, {}, -22, "warning"),
        (-20, {}, "-22.1", "breach"),
        (60, {"warning": 1}, 59, "warning"),
        (60, {"warning": 1}, "58.9", "breach"),
        (90, {"unit": "%", "warning": 0}, "89.9", "breach"),
        (60, {"direction": "range"}, 66, "warning"),
        (60, {"direction": "range"}, 53, "breach"),
    ],
)
def test_tolerance_is_a_tenth_or_5_points_of_a_percentage_unless_stated(
    target: Aim, fields: dict[str, Any], value: Numeric, health: str
) -> None:
    assert health_of(a_kpi(target, **fields), value) == health


def test_target_of_0_tolerates_nothing_where_the_unit_is_no_percentage() -> None:
    deaths = a_kpi(0, unit="deaths", direction="down")
    assert health_of(deaths, 0) == "healthy"
    assert health_of(deaths, 1) == "breach"
    assert health_of(a_kpi(0, direction="down", warning=1), 1) == "warning"


@pytest.mark.parametrize("kpi", [a_kpi(), a_kpi(60, direction=None)])
def test_health_without_a_target_or_direction_is_unknown(kpi: Kpi) -> None:
    assert health_of(kpi, 70) == "no_data"


def test_health_without_a_value_is_unknown() -> None:
    assert Standard.of(a_kpi(60), ()).health(None, START) == "no_data"


def a_climbing_kpi(baseline: Numeric = 40, target: Numeric = 60, **fields: Any) -> Kpi:
    """Return a KPI that is on its way over the fourth quarter, read monthly."""
    aim = {"value": Decimal(target), "by": END, "since": START} | fields.pop("aim", {})
    way = "up" if Decimal(target) > Decimal(baseline) else "down"
    kpi = {"baseline": Decimal(baseline), "direction": way, "cadence": "monthly"} | fields
    return Kpi.model_validate({"id": "nps", "title": "NPS", "target": aim} | kpi)


def health_on(kpi: Kpi, read_on: str, value: Numeric, day: str | None = None) -> Health:
    point = Point(a_day(read_on), Decimal(value))
    return Standard.of(kpi, [point]).health(point, a_day(day or read_on))


@pytest.mark.parametrize(
    ("value", "health"),
    [("46.6", "healthy"), ("46.5", "warning"), ("41.6", "warning"), ("41.5", "breach")],
)
def test_f27_kpi_on_its_way_is_judged_by_the_line(value: str, health: str) -> None:
    assert health_on(a_climbing_kpi(), "2026-10-31", value) == health


@pytest.mark.parametrize(
    ("value", "health"),
    [("53.4", "healthy"), ("53.5", "warning"), ("58.4", "warning"), ("58.5", "breach")],
)
def test_f27_line_downwards_is_mirrored(value: str, health: str) -> None:
    kpi = a_climbing_kpi(60, 40, warning=5)
    assert health_on(kpi, "2026-10-31", value) == health


@pytest.mark.parametrize(
    ("day", "health"),
    [
        ("2026-11-29", "healthy"),
        ("2026-11-30", "healthy"),
        ("2026-12-01", "breach"),
        ("2026-12-30", "breach"),
    ],
)
def test_f27_line_is_that_of_the_readings_day_until_the_next_one_is_due(
    day: str, health: str
) -> None:
    assert health_on(a_climbing_kpi(), "2026-10-31", "46.6", day) == health


def test_f27_from_the_last_day_on_the_target_itself_counts() -> None:
    kpi = a_climbing_kpi()
    assert health_on(kpi, "2026-12-30", "59.8") == "healthy"
    assert health_on(kpi, "2026-12-30", "59.8", "2026-12-31") == "warning"
    assert health_on(kpi, "2026-12-31", "60") == "healthy"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"warning": Decimal(9)}, 9),
        ({}, 5),
        ({"target": 200, "baseline": 0}, 20),
        ({"target": 0, "baseline": 8}, 0),
        ({"unit": "%"}, 5),
        ({"unit": "%", "baseline": 56}, 1),
        ({"unit": "%", "target": 0, "baseline": 8}, 2),
    ],
)
def test_f27_tolerance_beside_a_line_is_at_most_a_quarter_of_the_way(
    fields: dict[str, Any], expected: int
) -> None:
    kpi = a_climbing_kpi(**fields)
    assert kpi.target is not None
    assert kpi.target.value is not None
    assert Standard.of(kpi, [Point(START, Decimal(1))]).tolerance(kpi.target.value, START) == (
        expected
    )


def test_f27_line_without_a_first_day_begins_with_the_first_reading() -> None:
    kpi = a_climbing_kpi(aim={"since": None})
    first, last = Point(date(2026, 11, 1), Decimal(40)), Point(date(2026, 12, 1), Decimal(50))
    assert Standard.of(kpi, [first, last]).health(last, last.day) == "healthy"
    assert Standard.of(kpi, [last]).expected(last.day, last.day) == 40
    assert Standard.of(kpi, [first, last]).expected(last.day, last.day) == 50


@pytest.mark.parametrize(
    "kpi",
    [
        a_climbing_kpi(aim={"by": None}),
        a_climbing_kpi(baseline=70, direction="up"),
        a_climbing_kpi(direction="range"),
        a_climbing_kpi(direction=None),
        a_kpi((30, 50), direction="range", baseline=Decimal(20)),
        a_climbing_kpi().model_copy(update={"baseline": "unknown"}),
        a_climbing_kpi().model_copy(update={"baseline": None}),
    ],
)
def test_f27_without_a_way_to_go_the_target_itself_counts(kpi: Kpi) -> None:
    assert Standard.of(kpi, [Point(START, Decimal(1))]).line is None


_values = st.integers(-1000, 1000).map(Decimal)
_days = st.integers(0, (END - START).days + 30).map(lambda n: START + timedelta(days=n))


@given(_values, _values, _days)
def test_f27_value_on_the_line_is_healthy_on_its_day_until_the_last(
    baseline: Decimal, target: Decimal, day: date
) -> None:
    standard = Standard.of(a_climbing_kpi(baseline, target), [Point(START, baseline)])
    if standard.line is not None:
        point = Point(day, standard.line.value_on(day))
        assert standard.health_when_read(point) == "healthy"


@given(_values, _values, _values, _days, st.integers(0, 100))
def test_f27_better_value_never_has_worse_health(
    baseline: Decimal, target: Decimal, value: Decimal, day: date, better_by: int
) -> None:
    kpi = a_climbing_kpi(baseline, target)
    way = 1 if kpi.direction == "up" else -1
    standard = Standard.of(kpi, [Point(START, baseline)])
    worse, better = (Point(day, value + way * gain) for gain in (0, better_by))
    assert ORDER.index(standard.health_when_read(worse)) <= ORDER.index(
        standard.health_when_read(better)
    )


@given(_values, _values, _values, _days, _days)
def test_f27_waiting_never_betters_the_health_of_a_value_before_the_last_day(
    baseline: Decimal, target: Decimal, value: Decimal, read_on: date, day: date
) -> None:
    standard = Standard.of(a_climbing_kpi(baseline, target), [Point(START, baseline)])
    point = Point(read_on, value)
    if read_on <= day < END:
        assert ORDER.index(standard.health(point, day)) <= ORDER.index(
            standard.health_when_read(point)
        )


def test_line_begins_with_the_first_reading_where_nothing_says_when() -> None:
    target = {"value": 60, "by": "2026-12-31"}
    kpi = Kpi.model_validate(
        {"id": "nps", "path": "kpis/nps.yaml", "title": "NPS", "direction": "up", "baseline": 40}
        | {"target": target}
    )
    assert begins_with_first_reading(kpi)
    assert not begins_with_first_reading(kpi.model_copy(update={"added": date(2026, 10, 1)}))
    assert not begins_with_first_reading(kpi.model_copy(update={"baseline": None}))
