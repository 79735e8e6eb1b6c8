"""The individuals chart: its limits, its signals, and the laws that both keep."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from okrcli.compute.kpis.xmr import FACTOR, Limits, Side, Signal, SignalRule, limits, signals
from okrcli.model.kpi import Bounds

OUTSIDE, RUN_OF_8, OUTER_QUARTER = SignalRule


def _values(text: str) -> list[Decimal]:
    return [Decimal(each) for each in text.split()]


class Published(NamedTuple):
    """A published series, and what another library makes of it: mean, range, lower and upper."""

    values: str
    mean: float
    moving_range: float
    lower: float
    upper: float


# The figures are those of the Python library `manufacturing` 1.6.0, whose limits are 2.66 mean
# moving ranges from the mean ("Understanding Variation, Wheeler", its source says):
# `manufacturing.alt_vis._calculate_x_mr_limits(pandas.Series(values), calc_length=len(values),
# iqr_limit=1e9)`. The last argument turns off its own habit of leaving out outlying ranges first.
PUBLISHED = {
    "Wheeler, a series of 11": Published(
        "82 84 75 79 84 81 81 82 80 78 74", 80.0, 3.2, 71.488, 88.512
    ),
    "NIST/SEMATECH e-Handbook 6.3.2.2, flow rate": Published(
        "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1",
        50.81,
        1.8777777777777784,
        45.81511111111111,
        55.8048888888889,
    ),
    "Montgomery, viscosity of aircraft primer paint": Published(
        "33.75 33.05 34.00 33.81 33.46 34.02 33.68 33.27 33.49 33.20 33.62 33.00 33.54 33.12 33.84",
        33.52333333333333,
        0.480714285714286,
        32.24463333333333,
        34.802033333333334,
    ),
}


@pytest.mark.parametrize("published", PUBLISHED.values(), ids=PUBLISHED)
def test_limits_are_those_of_another_library(published: Published) -> None:
    found = limits(_values(published.values))
    assert found is not None
    assert [float(each) for each in found] == pytest.approx(published[1:], rel=1e-12)


# What the two books print themselves, rounded; the handbook divides by 1.128, not by 1/2.66.
@pytest.mark.parametrize(
    ("series", "lower", "upper", "within"),
    [
        ("NIST/SEMATECH e-Handbook 6.3.2.2, flow rate", "45.8159", "55.8041", "0.0009"),
        ("Montgomery, viscosity of aircraft primer paint", "32.24", "34.80", "0.005"),
    ],
)
def test_limits_are_those_in_the_books(series: str, lower: str, upper: str, within: str) -> None:
    found = limits(_values(PUBLISHED[series].values))
    assert found is not None
    assert abs(found.lower - Decimal(lower)) <= Decimal(within)
    assert abs(found.upper - Decimal(upper)) <= Decimal(within)


@pytest.mark.parametrize("published", PUBLISHED.values(), ids=PUBLISHED)
def test_published_series_without_a_special_cause_have_no_value_outside(
    published: Published,
) -> None:
    assert OUTSIDE not in {each.rule for each in signals(_values(published.values))}


def test_limits_are_exact() -> None:
    values = _values("82 84 75 79 84 81 81 82 80 78 74")
    expected = (Decimal(80), Decimal("3.2"), Decimal("71.488"), Decimal("88.512"))
    assert limits(values) == Limits(*expected)


@pytest.mark.parametrize("count", range(8))
def test_limits_and_signals_need_8_values(count: int) -> None:
    values = [Decimal(n * n) for n in range(count)]
    assert limits(values) is None
    assert signals(values) == ()


def test_limit_of_0_is_a_limit() -> None:
    """Of ten values the mean is 2.66 and the mean moving range 1: the lower limit is exactly 0."""
    around = Decimal("2.66")
    values = [around + Decimal(n % 2) - Decimal("0.5") for n in range(10)]
    found = limits(values)
    assert found is not None
    assert found.lower == 0
    assert found.within(Bounds(Decimal(0))) == found
    assert signals(values) == ()


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (Bounds(), ("71.488", "88.512")),
        (Bounds(Decimal(0), Decimal(100)), ("71.488", "88.512")),
        (Bounds(Decimal(74), None), ("74", "88.512")),
        (Bounds(None, Decimal(85)), ("71.488", "85")),
        (Bounds(Decimal(74), Decimal(85)), ("74", "85")),
    ],
)
def test_bound_takes_the_place_of_a_limit_beyond_it(
    bounds: Bounds, expected: tuple[str, str]
) -> None:
    found = limits(_values("82 84 75 79 84 81 81 82 80 78 74"))
    assert found is not None
    drawn = found.within(bounds)
    assert (drawn.lower, drawn.upper) == tuple(map(Decimal, expected))
    assert (drawn.mean, drawn.moving_range) == (found.mean, found.moving_range)


# Of the first series the mean is 11.5 and 0.38 x the sum of ranges 47.5, of the second the mean is
# 97.5 and 0.19 x the sum of ranges 104.5: both ends lie on their line to the last digit.
ON_UPPER_LIMIT = "0 11 0 11 0 11 0 59"
ON_OUTER_QUARTER = "0 87 0 87 0 202 202 202"


@pytest.mark.parametrize("sign", [1, -1])
def test_value_on_a_limit_is_inside(sign: int) -> None:
    values = [each * sign for each in _values(ON_UPPER_LIMIT)]
    lines = limits(values)
    assert lines is not None
    assert values[-1] == (lines.upper if sign > 0 else lines.lower)
    assert signals(values) == ()
    values[-1] += sign * Decimal("1E-20")
    assert signals(values) == (Signal(OUTSIDE, 7, 7, "high" if sign > 0 else "low"),)


@pytest.mark.parametrize("sign", [1, -1])
def test_value_as_near_to_the_mean_as_to_the_limit_is_not_in_the_outer_quarter(sign: int) -> None:
    values = [each * sign for each in _values(ON_OUTER_QUARTER)]
    assert signals(values) == ()
    beyond = values[:5] + [each + sign * Decimal("1E-20") for each in values[5:]]
    assert signals(beyond) == (Signal(OUTER_QUARTER, 5, 7, "high" if sign > 0 else "low"),)


def test_run_of_8_is_found_and_7_are_none() -> None:
    seven = _values("1 9 1 9 1 9 1 9 1 6 6 6 6 6 6 6 1 1 1 1")
    eight = _values("1 9 1 9 1 9 1 9 1 6 6 6 6 6 6 6 6 1 1 1 1")
    assert not [each for each in signals(seven) if each.rule is RUN_OF_8]
    assert [each for each in signals(eight) if each.rule is RUN_OF_8] == [
        Signal(RUN_OF_8, 9, 16, "high")
    ]


def test_value_on_the_mean_ends_a_run() -> None:
    interrupted = "6 6 6 6 5 6 6 6 6 4 4 4 4 5 4 4 4 4"
    assert RUN_OF_8 not in {each.rule for each in signals(_values(interrupted))}
    whole = signals(_values(interrupted.replace("5 ", "")))
    assert [each for each in whole if each.rule is RUN_OF_8] == [
        Signal(RUN_OF_8, 0, 7, "high"),
        Signal(RUN_OF_8, 8, 15, "low"),
    ]


NOISE = "0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4"


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("2 9 9 9", (25, 27)),
        ("9 2 9 9", (24, 27)),
        ("9 9 2 9", (24, 27)),
        ("9 9 9 2", (24, 26)),
        ("9 9 2 2", None),
        ("9 2 2 9 9", None),
        ("9 9 9 9 9", (24, 28)),
        ("9 9 2 9 2 9 9", (24, 30)),
        ("9 -5 9 -5", None),
        ("9 9 9 2 2 9 9 9", (24, 26)),
    ],
)
def test_3_of_4_in_the_outer_quarter_are_found(end: str, found: tuple[int, int] | None) -> None:
    values = _values(f"{NOISE} {end}")
    quarters = [each for each in signals(values) if each.rule is OUTER_QUARTER]
    assert [(each.first, each.last) for each in quarters[:1]] == ([found] if found else [])
    assert {each.side for each in quarters} == ({"high"} if found else set())


def test_signals_come_oldest_first() -> None:
    values = _values(f"-40 {NOISE} 9 9 9 50")
    found = signals(values)
    assert [each.first for each in found] == sorted(each.first for each in found)
    assert found[0] == Signal(OUTSIDE, 0, 0, "low")
    assert (OUTSIDE, 28, "high") in {(each.rule, each.last, each.side) for each in found}


NUMBERS = st.decimals(-1000, 1000, places=2, allow_nan=False, allow_infinity=False)
SERIES = st.lists(NUMBERS, min_size=8, max_size=40)
LONGEST = Decimal("0.3333333333333333333333333333")
_MIRRORED: dict[Side, Side] = {"high": "low", "low": "high"}


@given(NUMBERS | st.sampled_from([LONGEST, Decimal("1E+30"), -LONGEST]), st.integers(8, 100))
def test_constant_series_has_no_signal(value: Decimal, count: int) -> None:
    assert limits([value] * count) == Limits(value, Decimal(0), value, value)
    assert signals([value] * count) == ()


@given(SERIES, NUMBERS, st.integers(1, 50))
def test_limits_and_signals_shift_and_scale_with_the_values(
    values: list[Decimal], shift: Decimal, scale: int
) -> None:
    moved = [each * scale + shift for each in values]
    before, after = limits(values), limits(moved)
    assert before is not None
    assert after is not None
    assert after.moving_range == pytest.approx(before.moving_range * scale, abs=Decimal("1E-20"))
    for name in ("mean", "lower", "upper"):
        expected = getattr(before, name) * scale + shift
        assert getattr(after, name) == pytest.approx(expected, abs=Decimal("1E-20"))
    assert signals(moved) == signals(values)


@given(SERIES)
def test_signals_of_mirrored_values_are_on_the_other_side(values: list[Decimal]) -> None:
    mirrored = [-each for each in values]
    expected = {each._replace(side=_MIRRORED[each.side]) for each in signals(values)}
    assert set(signals(mirrored)) == expected


@given(SERIES)
def test_mean_lies_between_the_limits_and_signals_are_where_they_say(
    values: list[Decimal],
) -> None:
    lines = limits(values)
    assert lines is not None
    assert lines.lower <= lines.mean <= lines.upper
    for each in signals(values):
        assert 0 <= each.first <= each.last < len(values)
        assert _beyond(lines.mean, values[each.first], each.side)
        assert _beyond(lines.mean, values[each.last], each.side)


def _beyond(line: Decimal, value: Decimal, side: Side) -> bool:
    return value > line if side == "high" else value < line


@given(SERIES)
def test_runs_are_as_long_as_they_can_be(values: list[Decimal]) -> None:
    runs = [each for each in signals(values) if each.rule is RUN_OF_8]
    lines = limits(values)
    assert lines is not None
    assert runs == _runs_by_hand(values, lines.mean)


def _runs_by_hand(values: Sequence[Decimal], mean: Decimal) -> list[Signal]:
    """Look at every stretch of the series, and keep those that cannot grow."""
    sides: tuple[Side, ...] = ("high", "low")
    found = [
        Signal(RUN_OF_8, first, last, side)
        for side in sides
        for first in range(len(values))
        for last in range(first + 7, len(values))
        if all(_beyond(mean, each, side) for each in values[first : last + 1])
        and (first == 0 or not _beyond(mean, values[first - 1], side))
        and (last == len(values) - 1 or not _beyond(mean, values[last + 1], side))
    ]
    return sorted(found, key=lambda each: each.first)


@given(SERIES)
def test_outer_quarter_is_found_exactly_where_a_window_of_4_has_3(values: list[Decimal]) -> None:
    lines = limits(values)
    assert lines is not None
    half = FACTOR / 2 * lines.moving_range
    assume(all(abs(abs(each - lines.mean) - half) > Decimal("1E-9") for each in values))
    sides: tuple[Side, ...] = ("high", "low")
    for side in sides:
        line = lines.mean + half if side == "high" else lines.mean - half
        near = [_beyond(line, each, side) for each in values]
        expected = {
            position
            for first in range(len(values) - 3)
            if sum(near[first : first + 4]) >= 3
            for position in range(first, first + 4)
            if near[position]
        }
        quarters = [e for e in signals(values) if e.rule is OUTER_QUARTER and e.side == side]
        covered = {at for each in quarters for at in range(each.first, each.last + 1) if near[at]}
        assert covered == expected
