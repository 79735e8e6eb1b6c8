"""Which entry is in force on a day."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.kpis.daily import kpi_points
from okrcli.compute.reports.report import Point
from okrcli.compute.timeline import (
    Timeline,
    confidences_of,
    entries_up_to,
    follow_ups_of,
    order_of,
    points_of,
)
from okrcli.model.checkin import CheckIn
from okrcli.model.settings import Settings
from tests.builders import (
    NPS,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)
from tests.strategies import checkins_that_look_alike

DAY = date(2026, 11, 20)


def _values(*checkins: CheckIn, day: date = DAY) -> list[tuple[str, int]]:
    entries = Timeline.of(a_plan(an_objective(a_key_result()), checkins))
    points = points_of(entries.of_key_result(NPS, day))
    return [(str(point.day), int(point.value)) for point in points]


def test_latest_date_up_to_the_day_is_in_force() -> None:
    entries = (a_checkin("2026-11-16", an_entry(47)), a_checkin("2026-11-02", an_entry(43)))
    assert _values(*entries)[-1] == ("2026-11-16", 47)
    assert _values(*entries, day=date(2026, 11, 15))[-1] == ("2026-11-02", 43)


def test_entry_of_a_future_day_does_not_count() -> None:
    assert _values(a_checkin("2026-11-21", an_entry(47))) == []


def test_value_of_a_key_result_on_a_kpi_is_a_reading_and_its_confidence_alone_is_none() -> None:
    checkins = (
        a_checkin("2026-11-09", an_entry(47, confidence=6)),
        a_checkin("2026-11-16", an_entry(confidence=7)),
    )
    entries = Timeline.of(a_plan(an_objective(a_key_result(kpi="nps")), a_kpi(), checkins))
    assert kpi_points(entries.of_kpi("nps", DAY), a_kpi()) == (
        Point(date(2026, 11, 9), Decimal(47)),
    )


def test_same_day_the_later_recorded_wins() -> None:
    morning = a_checkin("2026-11-16", an_entry(1), name_end="b", recorded="2026-11-16T08:00:00Z")
    evening = a_checkin("2026-11-16", an_entry(2), name_end="a", recorded="2026-11-16T18:00:00Z")
    assert _values(evening, morning) == [("2026-11-16", 2)]


def test_same_day_recorded_is_compared_across_time_zones() -> None:
    tokyo = a_checkin("2026-11-16", an_entry(1), name_end="b", recorded="2026-11-16T18:00:00+09:00")
    utc = a_checkin("2026-11-16", an_entry(2), name_end="a", recorded="2026-11-16T10:00:00Z")
    assert _values(utc, tokyo) == [("2026-11-16", 2)]


def test_same_day_unrecorded_is_the_earliest() -> None:
    by_hand = a_checkin("2026-11-16", an_entry(1), name_end="b")
    recorded = a_checkin("2026-11-16", an_entry(2), name_end="a", recorded="2026-11-16T18:00:00Z")
    assert _values(recorded, by_hand) == [("2026-11-16", 2)]


def test_same_day_and_moment_the_later_file_name_wins() -> None:
    first = a_checkin("2026-11-16", an_entry(1), name_end="a")
    second = a_checkin("2026-11-16", an_entry(2), name_end="b")
    assert _values(second, first) == [("2026-11-16", 2)]


def test_same_file_the_later_line_wins() -> None:
    assert _values(a_checkin("2026-11-16", an_entry(1), an_entry(2))) == [("2026-11-16", 2)]


def test_both_entries_of_one_day_stay_visible() -> None:
    first = a_checkin("2026-11-16", an_entry(1), name_end="a")
    second = a_checkin("2026-11-16", an_entry(2), name_end="b")
    entries = Timeline.of(a_plan(an_objective(a_key_result()), second, first))
    listed = entries.of_key_result(NPS, DAY)
    assert [(each.checkin.id, each.content.value) for each in listed] == [
        ("2026-11-16-ana-a", Decimal(1)),
        ("2026-11-16-ana-b", Decimal(2)),
    ]


def test_entry_may_have_its_own_day() -> None:
    late = a_checkin("2026-11-20", an_entry(44, date="2026-11-06"))
    assert _values(a_checkin("2026-11-13", an_entry(46)), late) == [
        ("2026-11-06", 44),
        ("2026-11-13", 46),
    ]


def test_entry_of_its_own_day_wins_by_when_it_was_recorded() -> None:
    typed = a_checkin("2026-11-13", an_entry(1), recorded="2026-11-19T09:00:00Z")
    imported = a_checkin(
        "2026-11-18", an_entry(2, date="2026-11-13"), recorded="2026-11-18T09:00:00Z"
    )
    assert _values(typed, imported) == [("2026-11-13", 1)]


def test_entry_without_a_value_carries_the_value_forward() -> None:
    note = a_checkin("2026-11-16", an_entry(note="No news."))
    assert _values(a_checkin("2026-11-02", an_entry(43)), note) == [("2026-11-02", 43)]


def test_up_to_a_day_before_all_entries_is_nothing() -> None:
    entries = Timeline.of(
        a_plan(an_objective(a_key_result()), a_checkin("2026-11-02", an_entry(43)))
    )
    assert list(entries_up_to(entries.key_results[NPS], date(2026, 11, 1))) == []


def test_short_reference_means_the_cycle_that_holds_its_day() -> None:
    q3 = an_objective(a_key_result(), cycle="2026-Q3")
    q4 = an_objective(a_key_result(), cycle="2026-Q4")
    plan = a_plan(
        q3,
        q4,
        a_checkin("2026-09-28", an_entry(41, "cx-leader/nps")),
        a_checkin("2026-10-05", an_entry(42, "cx-leader/nps")),
    )
    entries = Timeline.of(plan)
    assert [each.content.value for each in entries.key_results["2026-Q3/cx-leader/nps"]] == [41]
    assert [each.content.value for each in entries.key_results["2026-Q4/cx-leader/nps"]] == [42]


def test_short_reference_means_the_only_cycle_that_has_it() -> None:
    yearly = an_objective(a_key_result(), cycle="2026")
    plan = a_plan(
        yearly,
        an_objective(id="other"),
        a_checkin("2026-11-02", an_entry(43, "cx-leader/nps")),
    )
    assert list(Timeline.of(plan).key_results) == ["2026/cx-leader/nps"]


@pytest.mark.parametrize("ref", ["cx-leader/npss", "2026-Q1/cx-leader/nps"])
def test_unknown_reference_counts_nowhere(ref: str) -> None:
    plan = a_plan(an_objective(a_key_result()), a_checkin("2026-11-02", an_entry(43, ref)))
    assert Timeline.of(plan).key_results == {}


def test_ambiguous_reference_counts_nowhere() -> None:
    plan = a_plan(
        an_objective(a_key_result(), cycle="2026-Q2"),
        an_objective(a_key_result(), cycle="2026-Q3"),
        an_objective(id="other"),
        a_checkin("2026-11-02", an_entry(43, "cx-leader/nps")),
    )
    assert Timeline.of(plan).key_results == {}


def test_short_reference_outside_all_cycles_is_read_without_one() -> None:
    settings = Settings.model_validate({"cycles": {"trial": {"start": "2026-01-01"}}})
    plan = a_plan(
        an_objective(a_key_result(), cycle="nobody-knows"),
        a_checkin("2026-11-02", an_entry(43, "cx-leader/nps")),
        settings=settings,
    )
    assert list(Timeline.of(plan).key_results) == ["nobody-knows/cx-leader/nps"]


def _confidences(*stated: tuple[str, int | None]) -> tuple[int | None, int | None]:
    checkins = [a_checkin(day, an_entry(50, confidence=each)) for day, each in stated]
    entries = Timeline.of(a_plan(an_objective(a_key_result()), checkins))
    return confidences_of(entries.of_key_result(NPS, DAY))


def test_confidence_in_force_is_the_last_one_stated() -> None:
    assert _confidences(("2026-11-02", 7), ("2026-11-09", 4), ("2026-11-16", None)) == (4, 7)


def test_confidence_alone_has_none_before() -> None:
    assert _confidences(("2026-11-02", 7)) == (7, None)


def test_confidence_that_nobody_stated_is_none() -> None:
    assert _confidences(("2026-11-02", None)) == (None, None)


def test_corrected_confidence_of_one_day_is_no_fall() -> None:
    plan = a_plan(
        an_objective(a_key_result()),
        a_checkin("2026-11-02", an_entry(confidence=5)),
        a_checkin("2026-11-09", an_entry(confidence=9), name_end="a"),
        a_checkin("2026-11-09", an_entry(confidence=6), name_end="b"),
    )
    assert confidences_of(Timeline.of(plan).of_key_result(NPS, DAY)) == (6, 5)


def test_points_are_of_the_days_that_have_a_value() -> None:
    plan = a_plan(an_objective(a_key_result()), a_checkin("2026-11-02", an_entry("5.9")))
    points = points_of(Timeline.of(plan).of_key_result(NPS, DAY))
    assert points == (Point(date(2026, 11, 2), Decimal("5.9")),)


@given(checkins_that_look_alike(), st.randoms())
def test_one_order_says_which_value_reading_and_follow_up_is_in_force(
    made: list[CheckIn], random: Random
) -> None:
    winner = max(made, key=order_of)
    plan = a_plan(an_objective(a_key_result()), a_kpi(), random.sample(made, len(made)))
    entries = Timeline.of(plan)

    value = winner.key_results[0].value
    assert points_of(entries.of_key_result(NPS, DAY))[-1].value == value
    assert kpi_points(entries.of_kpi("nps", DAY), a_kpi())[-1].value == value
    assert follow_ups_of(plan, DAY)["nps-plan"][-1].content == winner.followups[0]


def test_readings_of_some_days_are_those_and_no_others() -> None:
    days = ("2026-11-02", "2026-11-09", "2026-11-16")
    stated = [a_reading(number, date=day) for number, day in enumerate(days)]
    readings = Timeline.of(a_plan(a_kpi(), a_checkin("2026-11-16", *stated))).all_of_kpi("nps")

    for since, until, values in (
        (None, None, [0, 1, 2]),
        (date(2026, 11, 9), None, [1, 2]),
        (None, date(2026, 11, 9), [0, 1]),
        (date(2026, 11, 9), date(2026, 11, 9), [1]),
        (date(2026, 11, 10), date(2026, 11, 15), []),
    ):
        found = readings.from_to(since, until)
        assert [item.content.value for item in found] == values
        assert (len(found), bool(found)) == (len(values), bool(values))


def test_value_of_a_key_result_is_a_reading_that_knows_its_entry() -> None:
    entry = an_entry(47)
    checkin = a_checkin("2026-11-09", entry, a_reading(48))
    plan = a_plan(an_objective(a_key_result(kpi="nps")), a_kpi(), checkin)
    of_entry, of_reading = Timeline.of(plan).all_of_kpi("nps").blocks

    assert (of_entry.checked_in, of_reading.checked_in) == (entry, None)
    assert [*of_reading.items()] == [(date(2026, 11, 9), checkin, a_reading(48))]


def test_kpi_without_readings_has_none() -> None:
    readings = Timeline.of(a_plan(a_kpi())).of_kpi("nps", DAY)

    assert (len(readings), list(readings), bool(readings)) == (0, [], False)
