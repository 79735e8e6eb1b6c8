from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.numbers.durations import Duration, OpenDuration, in_unit, read_duration

HOUR, MINUTE, SECOND = 3_600_000, 60_000, 1_000


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        ("0:04:35", 275 * SECOND),
        ("00:04:35.5", 275_500),
        ("125:30:00", 125 * HOUR + 30 * MINUTE),
        ("-0:04:30", -270 * SECOND),
        ("1 day, 2:03:04", 26 * HOUR + 3 * MINUTE + 4 * SECOND),
        ("2 дня 00:30:00", 48 * HOUR + 30 * MINUTE),
        ("1.02:00:00", 26 * HOUR),
        ("4:30 h", 270 * MINUTE),
        ("4:30 мин", 270 * SECOND),
        ("04:35.5", 275_500),
        ("1h 15m", 75 * MINUTE),
        ("1h15m", 75 * MINUTE),
        ("1h30", 90 * MINUTE),
        ("4m30", 270 * SECOND),
        ("1 h 15 min", 75 * MINUTE),
        ("1 hour and 15 minutes", 75 * MINUTE),
        ("1 hr, 15 mins", 75 * MINUTE),
        ("1 hora y 15 minutos", 75 * MINUTE),
        ("1 час 15 минут", 75 * MINUTE),
        ("1 ч. 15 мин.", 75 * MINUTE),
        ("4'35\"", 275 * SECOND),
        ("4m 35.5s", 275_500),
        ("90m", 90 * MINUTE),
        ("PT1H15M", 75 * MINUTE),
        ("P1DT2H", 26 * HOUR),
        ("PT4M35.5S", 275_500),
    ],
)
def test_duration_is_read_as_clocks_and_people_write_it(text: str, milliseconds: int) -> None:
    assert read_duration(text) == Duration(Decimal(milliseconds))


@pytest.mark.parametrize(
    ("unit", "milliseconds"),
    [("hours", 270 * MINUTE), ("minutes", 270 * SECOND), ("seconds", 270 * SECOND)],
)
def test_clock_of_two_numbers_is_of_the_unit_that_is_measured(unit: str, milliseconds: int) -> None:
    assert read_duration("4:30", unit) == Duration(Decimal(milliseconds))


@pytest.mark.parametrize("unit", [None, "days", "weeks", "ms", "points"])
def test_clock_of_two_numbers_is_open_without_such_a_unit(unit: str | None) -> None:
    with pytest.raises(OpenDuration) as caught:
        read_duration("4:30", unit)

    assert str(caught.value) == (
        "4:30 could be 4 h 30 min or 4 min 30 s: write 4:30:00 or 0:04:30."
    )


def test_days_beside_hours_may_be_working_days() -> None:
    assert read_duration("1d 4h") == Duration(Decimal(28 * HOUR), is_elapsed=False)


@pytest.mark.parametrize(
    "text",
    [
        *("", "5", "1.5 h", "15 min", "5 days", "12:75", "4:30 PM", "10:20 days", "1:2:3"),
        *("1h 75m", "15m 1h", "1h 1h", "h15", "1h x", "P", "PT", "P1Y", "1d", "5s 3"),
        *("2026-11-20", "1:30-2:00", "1,5h 30m", "--1:00:00", "1h" * 40),
    ],
)
def test_what_is_no_length_of_time_is_none(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize(
    ("milliseconds", "unit", "value"),
    [
        (270 * SECOND, "minutes", "4.5"),
        (275 * SECOND, "minutes", "4.58333333333333"),
        (275 * SECOND, "hours", "0.0763888888888889"),
        (1, "weeks", "0.00000000165343915343915"),
        (90 * MINUTE, "hours", "1.5"),
    ],
)
def test_duration_that_does_not_end_in_a_unit_has_fifteen_digits(
    milliseconds: int, unit: str, value: str
) -> None:
    assert in_unit(Duration(Decimal(milliseconds)), unit) == Decimal(value)


@given(st.integers(0, 99_999), st.integers(0, 59), st.integers(0, 59))
def test_clock_of_three_numbers_is_hours_minutes_and_seconds(h: int, m: int, s: int) -> None:
    found = read_duration(f"{h}:{m:02}:{s:02}")

    assert found == Duration(Decimal(1000 * (h * 3600 + m * 60 + s)))
    assert found == read_duration(f"{h}h {m}m {s}s")


@given(st.text("0123456789:.,hmsdчмPTDHMS'\" -", max_size=20))
def test_any_text_is_a_length_of_time_or_none(text: str) -> None:
    try:
        found = read_duration(text)
    except OpenDuration:
        found = None

    assert found is None or found.milliseconds.is_finite()
