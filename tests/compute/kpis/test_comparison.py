from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.kpis.comparison import KpiComparison, compare
from okrcli.compute.timeline import Timeline
from okrcli.model.reading_columns import ReadingColumns
from okrcli.model.readings import DatedReading
from tests.builders import a_checkin, a_plan, a_reading

DAY = date(2026, 11, 13)
IN_FORCE = Timeline.of(
    a_plan(
        a_checkin("2026-11-13", a_reading(44), a_reading(70, "csat", segment="chat", weight=120)),
        a_checkin("2026-11-13", a_reading(47), name_end="ffffffff"),
    )
)


def a_row(value: int | str, kpi: str = "nps", day: date = DAY, **fields: Any) -> DatedReading:
    return DatedReading(kpi, day, Decimal(value))._replace(**fields)


def in_chat(value: int, weight: int | None) -> DatedReading:
    return a_row(value, "csat", segment="chat", weight=None if weight is None else Decimal(weight))


def comparisons(*readings: DatedReading) -> KpiComparison:
    (found,) = compare([ReadingColumns.of(readings)], IN_FORCE)
    return found


def of_the_day(number: int) -> date:
    return date(2026, 11, number)


def test_reading_that_says_what_is_in_force_is_there_already() -> None:
    found = comparisons(a_row("47.0", note="counted again"))

    assert (found.unchanged, found.count, [*found.to_record]) == (1, 0, [])


@pytest.mark.parametrize(
    "other",
    [a_row(47, day=date(2026, 11, 14)), a_row(47, segment="chat"), a_row(47, "churn")],
    ids=["day", "segment", "kpi"],
)
def test_reading_of_another_day_segment_or_kpi_is_new(other: DatedReading) -> None:
    assert comparisons(other).new == [other]


def test_reading_with_another_value_corrects_the_one_in_force() -> None:
    found = comparisons(a_row(44))

    (correction,) = found.corrections
    assert correction.reading == a_row(44)
    assert correction.was.value == 47


@pytest.mark.parametrize(
    ("weight", "unchanged"),
    [(120, True), (None, True), (80, False), (0, False)],
)
def test_reading_whose_value_stays_corrects_by_its_weight_alone(
    weight: int | None, unchanged: bool
) -> None:
    found = comparisons(in_chat(70, weight))

    assert (found.unchanged, found.count) == ((1, 0) if unchanged else (0, 1))
    assert [each.was.weight for each in found.corrections] == ([] if unchanged else [120])


def test_weight_where_there_was_none_is_a_correction() -> None:
    assert comparisons(a_row(47, weight=Decimal(300))).count == 1


def test_what_is_new_is_recorded_before_what_corrects() -> None:
    corrects, new = a_row(44), a_row(50, day=date(2026, 11, 20))

    assert [*comparisons(corrects, new).to_record] == [new, corrects]


def test_kpis_come_in_the_order_of_the_file() -> None:
    rows = [a_row(1, "csat"), a_row(2), a_row(3, "csat", date(2026, 11, 14))]
    found = compare([ReadingColumns.of(rows)], IN_FORCE)

    assert [(each.kpi, each.count) for each in found] == [("csat", 2), ("nps", 1)]


@given(st.lists(st.integers(1, 30).map(of_the_day), min_size=1))
def test_days_reach_from_the_first_to_the_last_in_any_order(days: Sequence[date]) -> None:
    found = comparisons(*(a_row(number, day=day) for number, day in enumerate(days)))

    assert (found.first.date, found.last.date) == (min(days), max(days))


def test_of_two_readings_of_the_last_day_the_later_one_is_the_last() -> None:
    assert comparisons(a_row(1), a_row(2)).last.value == 2
    assert comparisons(a_row(1), a_row(2)).first.value == 1
