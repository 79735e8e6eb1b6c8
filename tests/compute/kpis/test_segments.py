"""The segments of a KPI, and what becomes of them as its own value."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.reports.report import KpiReport, Point
from okrcli.model.kpi import Kpi
from okrcli.model.readings import Reading
from tests.builders import a_checkin, a_kpi, a_reading
from tests.compute.reported import report_on

CHANNELS = ["voice", "sms", "chat"]


def _csat(**fields: str) -> Kpi:
    return a_kpi(80, id="csat", unit="%", segments=CHANNELS, **fields)


def _reported(kpi: Kpi, day: str, readings: dict[str, list[Reading]]) -> KpiReport:
    checkins = (a_checkin(on, *each) for on, each in readings.items())
    return report_on(day, kpi, *checkins).kpis[0]


def _of(segment: str | None, value: str, weight: int | None = None) -> Reading:
    fields = {} if weight is None else {"weight": Decimal(weight)}
    return a_reading(value, "csat", segment=segment, **fields)


READINGS = {
    "2026-11-02": [_of("voice", "70"), _of("chat", "84", 10)],
    "2026-11-09": [_of("chat", "82", 30), _of("voice", "76", 10), _of("chat", "90", 30)],
    "2026-11-16": [_of("chat", "10")],
}


def test_segments_are_reported_in_the_order_of_the_file() -> None:
    report = _reported(_csat(), "2026-11-10", READINGS)
    assert [each.segment for each in report.segments] == CHANNELS


def test_segment_has_its_own_value_trend_weight_and_health() -> None:
    voice, _, chat = _reported(_csat(), "2026-11-10", READINGS).segments
    assert (voice.value, voice.trend, voice.health) == (Decimal(76), Decimal(6), "warning")
    assert (chat.value, chat.trend, chat.health) == (Decimal(90), Decimal(6), "healthy")
    assert (voice.weight, chat.weight) == (Decimal(10), Decimal(30))
    assert chat.value_date == date(2026, 11, 9)
    assert chat.series == (
        Point(date(2026, 11, 2), Decimal(84)),
        Point(date(2026, 11, 9), Decimal(90)),
    )


def test_segment_of_a_sum_is_not_judged_by_the_target_of_the_whole() -> None:
    report = _reported(_csat(aggregate="sum"), "2026-11-10", READINGS)
    assert [each.health for each in report.segments] == ["no_data"] * 3
    assert (report.value, report.health) == (Decimal(166), "healthy")


def test_segment_that_was_never_read_is_stale_and_without_data() -> None:
    sms = _reported(_csat(), "2026-11-10", READINGS).segments[1]
    assert (sms.value, sms.value_date, sms.weight, sms.trend) == (None, None, None, None)
    assert (sms.health, sms.stale, sms.series) == ("no_data", True, ())


def test_segment_is_stale_by_the_cadence_of_its_kpi() -> None:
    voice, _, chat = _reported(_csat(), "2026-11-17", READINGS).segments
    assert (voice.stale, chat.stale) == (True, False)
    voice = _reported(_csat(cadence="monthly"), "2026-11-17", READINGS).segments[0]
    assert not voice.stale


def test_later_reading_of_a_segment_changes_no_earlier_day() -> None:
    earlier = {day: READINGS[day] for day in ("2026-11-02", "2026-11-09")}
    kpi = _csat()
    assert _reported(kpi, "2026-11-10", earlier) == _reported(kpi, "2026-11-10", READINGS)


@pytest.mark.parametrize(
    ("aggregate", "value"), [("mean", 83), ("sum", 166), ("last", 90), ("weighted", "86.5")]
)
def test_kpi_is_the_aggregate_of_the_segments_of_a_day(aggregate: str, value: int | str) -> None:
    report = _reported(_csat(aggregate=aggregate), "2026-11-10", READINGS)
    assert report.value == Decimal(value)


def test_reading_without_a_segment_is_the_kpi_s_own_value() -> None:
    readings = {"2026-11-09": [_of("chat", "90"), _of(None, "77"), _of("voice", "60")]}
    report = _reported(_csat(), "2026-11-10", readings)
    assert report.value == Decimal(77)
    assert report.segments[2].value == Decimal(90)


def test_segment_that_the_kpi_does_not_have_is_left_out() -> None:
    report = _reported(_csat(), "2026-11-10", {"2026-11-09": [_of("fax", "1")]})
    assert report.value is None
    assert all(each.value is None for each in report.segments)


def test_kpi_without_segments_has_none() -> None:
    assert report_on("2026-11-10", a_kpi()).kpis[0].segments == ()
