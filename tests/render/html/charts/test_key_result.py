from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.reports.report import KeyResultReport
from okrcli.model.goalposts import Band
from okrcli.render.html.charts.key_result import KeyResultCourse, key_result_chart
from tests.render.html.charts.parsed import parsed, places, texts
from tests.render.samples import CYCLE, DAY, a_key_result, an_amendment, series

START = CYCLE.start


def a_course(late: tuple[str, ...] = (), day: date = DAY, **changes: Any) -> KeyResultCourse:
    report: KeyResultReport = a_key_result(start=START, **changes)
    return KeyResultCourse(report, day, series(*late, last=date(2027, 1, 8)))


def drawn(course: KeyResultCourse) -> Any:
    return key_result_chart(course, "Raise NPS", "From 40 to 47.")


def test_chart_says_what_it_is_to_those_who_do_not_see_it() -> None:
    root = parsed(drawn(a_course()))

    assert root.get("role") == "img"
    assert [part.text for part in root[:2]] == ["Raise NPS", "From 40 to 47."]


def test_expected_line_leads_from_the_baseline_to_the_target() -> None:
    chart = drawn(a_course())
    (left, start), (right, end) = places(chart, "polyline", "expected")

    assert left < right
    assert start > end


def test_values_of_the_own_period_are_drawn_and_earlier_ones_are_not() -> None:
    old = a_course(series=series(*["30"] * 10, "40", "47"))

    assert len(places(drawn(old), "circle", "value")) == 8


def test_forecast_lies_in_its_band_and_begins_at_the_last_value() -> None:
    course = a_course()
    (start_x, _), (end_x, end_y) = places(drawn(course), "polyline", "forecast")
    corners = places(drawn(course), "polygon", "band")
    last_x, _ = places(drawn(course), "circle", "value")[-1]

    assert start_x == last_x < end_x
    low, high = sorted(y for x, y in corners if x == end_x)
    assert low <= end_y <= high


def test_middle_of_the_band_is_the_forecast() -> None:
    course = a_course(series=series("40", "41", "43", "42", "45", "47"))
    _, (_, band) = course.band

    made = course.report.measured.forecast
    assert made is not None
    assert made.value_at_due is not None
    assert abs((band.low + band.high) / 2 - made.value_at_due) < Decimal(3)


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 8)])
def test_past_the_due_date_there_is_no_forecast(day: date) -> None:
    assert a_course(day=day).forecast == ()
    assert "forecast" not in a_course(day=day).kinds


def test_late_values_are_hollow_and_stand_in_the_legend() -> None:
    course = a_course(late=("58",))

    assert len(places(drawn(course), "circle", "late")) == 1
    assert "late" in course.kinds


def test_amended_target_is_drawn_as_steps_with_a_number_for_its_reason() -> None:
    course = a_course(amendments=(an_amendment(),))

    assert [value for _, value in course.target] == [65, 60]
    assert course.levels == ()
    assert "1" in texts(drawn(course))


def test_numbers_of_amendments_on_one_day_stand_side_by_side() -> None:
    course = a_course(
        amendments=(an_amendment(), an_amendment(field="due", was=DAY, now=CYCLE.end))
    )

    assert "1, 2" in texts(drawn(course))


def test_amendment_of_something_else_is_a_number_and_the_target_a_level() -> None:
    course = a_course(amendments=(an_amendment(field="due", was=DAY, now=CYCLE.end),))

    assert [level.value for level in course.levels] == [60]
    assert "1" in texts(drawn(course))


def test_former_targets_in_another_unit_are_not_drawn() -> None:
    unit = an_amendment(field="unit", was="min", now="h", factor="1/60")

    assert a_course(amendments=(unit, an_amendment())).target == ()


def test_range_is_drawn_at_both_ends() -> None:
    course = a_course(target=Band(Decimal(55), Decimal(60)))

    assert [level.value for level in course.levels] == [55, 60]


@pytest.mark.parametrize(
    "changes", [{"series": ()}, {"has_trend": False}, {"series": series("47"), "target": None}]
)
def test_nothing_is_drawn_without_values_on_different_days(changes: dict[str, Any]) -> None:
    course = a_course(forecast=None, expected=None, **changes)

    assert drawn(course) == ""
