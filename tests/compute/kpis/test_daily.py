"""What becomes of a day's readings as the KPI's own value."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.kpis.daily import kpi_points
from okrcli.compute.timeline import Timeline
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from tests.builders import a_checkin, a_kpi, a_plan, a_reading

DAY = date(2026, 11, 20)
SEGMENTED: dict[str, Any] = {"id": "csat", "segments": ["voice", "sms", "chat"]}


def _kpi_values(kpi: Kpi | None, *checkins: CheckIn) -> list[tuple[str, Decimal]]:
    points = kpi_points(Timeline.of(a_plan(checkins)).of_kpi("csat", DAY), kpi)
    return [(str(point.day), point.value) for point in points]


@pytest.mark.parametrize(
    ("aggregate", "value"), [("mean", 80), ("sum", 240), ("last", 76), ("weighted", 82)]
)
def test_kpi_value_is_the_aggregate_of_the_days_segments(aggregate: str, value: int) -> None:
    checkin = a_checkin(
        "2026-11-02",
        a_reading(90, "csat", segment="voice", weight=3),
        a_reading(74, "csat", segment="sms", weight=2),
        a_reading(76, "csat", segment="chat"),
    )
    kpi = a_kpi(**SEGMENTED, aggregate=aggregate)
    expected = Decimal(494) / 6 if aggregate == "weighted" else value
    assert _kpi_values(kpi, checkin) == [("2026-11-02", expected)]


def test_kpi_reading_without_a_segment_is_the_kpis_own_value() -> None:
    checkin = a_checkin(
        "2026-11-02",
        a_reading(90, "csat", segment="voice"),
        a_reading(81, "csat"),
        a_reading(70, "csat", segment="chat"),
    )
    assert _kpi_values(a_kpi(**SEGMENTED), checkin) == [("2026-11-02", Decimal(81))]


def test_kpi_segment_that_is_read_twice_a_day_counts_once() -> None:
    morning = a_checkin("2026-11-02", a_reading(10, "csat", segment="voice"), name_end="a")
    evening = a_checkin(
        "2026-11-02",
        a_reading(70, "csat", segment="chat"),
        a_reading(90, "csat", segment="voice"),
        name_end="b",
    )
    assert _kpi_values(a_kpi(**SEGMENTED), evening, morning) == [("2026-11-02", Decimal(80))]
    last = a_kpi(**SEGMENTED, aggregate="last")
    assert _kpi_values(last, evening, morning) == [("2026-11-02", Decimal(90))]


def test_kpi_segments_of_weight_0_alone_give_no_value() -> None:
    checkin = a_checkin("2026-11-02", a_reading(90, "csat", segment="voice", weight=0))
    assert _kpi_values(a_kpi(**SEGMENTED, aggregate="weighted"), checkin) == []


@pytest.mark.parametrize("kpi", [a_kpi(**SEGMENTED), None])
def test_kpi_reading_of_an_unknown_segment_is_left_out(kpi: Kpi | None) -> None:
    checkin = a_checkin("2026-11-02", a_reading(90, "csat", segment="fax"))
    assert _kpi_values(kpi, checkin) == []


def test_kpi_values_are_one_a_day_oldest_first() -> None:
    checkins = (
        a_checkin("2026-11-09", a_reading(84, "csat")),
        a_checkin("2026-11-16", a_reading(82, "csat", date="2026-11-02")),
        a_checkin("2026-11-30", a_reading(99, "csat")),
    )
    assert _kpi_values(a_kpi(id="csat"), *checkins) == [
        ("2026-11-02", Decimal(82)),
        ("2026-11-09", Decimal(84)),
    ]
