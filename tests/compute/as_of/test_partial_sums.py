"""A sum that lacks a segment is not the KPI's value, and no verdict is made of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.compute.as_of.partial_sums import (
    are_sums_settled,
    partial_sum_text,
    partial_sums,
)
from okrcli.compute.kpis.alerts import alerts_of
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.reports.report_builder import build_report, snapshot_on
from okrcli.compute.timeline import Timeline
from okrcli.model.checkin import CheckIn
from okrcli.model.cycle import Cycle
from okrcli.model.kpi import Kpi
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, a_reading, an_objective

QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
FRIDAY, NEXT = date(2026, 11, 13), date(2026, 11, 20)


def _sales(**fields: Any) -> Kpi:
    return a_kpi(500, segments=["shop", "web"], **{"aggregate": "sum", **fields})


def _read(day: date, **values: int) -> CheckIn:
    readings = [a_reading(value, segment=name) for name, value in values.items()]
    return a_checkin(str(day), *readings, name_end=f"{day:%Y%m%d}")


def _reported(kpi: Kpi, *checkins: CheckIn, day: date = NEXT) -> KpiReport:
    return snapshot_on(a_plan(kpi, checkins), day).kpis["nps"]


def test_value_stays_that_of_the_last_whole_day() -> None:
    report = _reported(_sales(), _read(FRIDAY, shop=300, web=240), _read(NEXT, shop=310))
    assert (report.value, report.value_date, report.health) == (Decimal(540), FRIDAY, "healthy")
    assert report.reason == "The sum of 2026-11-20 lacks web, so it does not count yet."
    assert [segment.value for segment in report.segments] == [310, 240]


def test_value_is_the_sum_once_the_day_is_whole() -> None:
    later = a_checkin(str(NEXT), a_reading(250, segment="web"), name_end="00000009")
    report = _reported(_sales(), _read(FRIDAY, shop=300, web=240), _read(NEXT, shop=310), later)
    assert (report.value, report.value_date, report.reason) == (Decimal(560), NEXT, None)
    assert report.trend == 20


def test_trend_leaves_out_partial_days_of_the_past() -> None:
    third = date(2026, 11, 27)
    report = _reported(
        _sales(),
        _read(FRIDAY, shop=300, web=240),
        _read(NEXT, shop=310),
        _read(third, shop=320, web=250),
        day=third,
    )
    assert (report.value, report.trend) == (Decimal(570), Decimal(30))
    assert report.reason is None


def test_segment_belongs_to_the_sum_from_its_first_reading_on() -> None:
    report = _reported(_sales(), _read(FRIDAY, shop=300), _read(NEXT, shop=310, web=5))
    assert [point.value for point in report.series] == [300, 315]


def test_segments_that_are_never_read_on_one_day_make_no_value() -> None:
    report = _reported(_sales(), _read(FRIDAY, shop=300), _read(NEXT, web=240))
    assert (report.value, report.value_date) == (Decimal(300), FRIDAY)
    assert report.reason is not None


def test_reading_of_the_whole_is_whole() -> None:
    whole = a_checkin(str(NEXT), a_reading(555), name_end="00000009")
    report = _reported(_sales(), _read(FRIDAY, shop=300, web=240), whole)
    assert (report.value, report.reason) == (Decimal(555), None)


def test_other_aggregates_are_made_of_what_was_read() -> None:
    kpi = _sales(aggregate="mean")
    report = _reported(kpi, _read(FRIDAY, shop=300, web=240), _read(NEXT, shop=310))
    assert (report.value, report.reason) == (Decimal(310), None)


def test_days_are_judged_as_was_agreed_then() -> None:
    change = {"date": NEXT, "field": "aggregate", "was": "mean", "now": "sum", "why": "Agreed."}
    kpi = _sales(amendments=[change])
    third = date(2026, 11, 27)
    checkins = [_read(FRIDAY, shop=1, web=1), _read(date(2026, 11, 14), web=1), _read(third, web=1)]
    readings = Timeline.of(a_plan(kpi, checkins)).readings["nps"]
    assert partial_sums(readings, kpi) == {third: ["shop"]}


def test_key_result_keeps_the_value_of_the_last_whole_day() -> None:
    objective = an_objective(a_key_result(40, 1040, kpi="nps"))
    checkins = [_read(FRIDAY, shop=300, web=240), _read(NEXT, shop=310)]
    report = build_report(a_plan(objective, _sales(), checkins), QUARTER, NEXT)
    [key_result] = report.objectives[0].key_results
    assert (key_result.value, key_result.value_date) == (Decimal(540), FRIDAY)
    assert key_result.measured.progress == Decimal("0.5")


def test_alert_is_about_the_last_whole_day_and_says_so() -> None:
    plan = a_plan(_sales(), [_read(FRIDAY, shop=3, web=2), _read(NEXT, shop=310)])
    [alert] = alerts_of(plan, snapshot_on(plan, NEXT))
    assert alert.value == 5
    assert alert.message.endswith("The sum of 2026-11-20 lacks web, so it does not count yet.")


def _is_settled(kpi: Kpi, *checkins: CheckIn, since: date = FRIDAY) -> bool:
    return are_sums_settled(kpi, _reported(kpi, *checkins).segments, since)


def test_sums_are_settled_where_every_segment_is_known_from_the_first_day_on() -> None:
    whole, partial = _read(FRIDAY, shop=300, web=240), _read(NEXT, shop=310)
    assert _is_settled(_sales(), whole, partial)
    assert _is_settled(_sales(), _read(date(2026, 11, 2), web=240), _read(FRIDAY, shop=300))


def test_segment_that_is_first_read_later_may_have_been_read_before() -> None:
    partial, other = _read(FRIDAY, shop=300), _read(NEXT, web=240)
    assert not _is_settled(_sales(), partial, other)
    assert not _is_settled(_sales(), partial)
    assert _is_settled(_sales(aggregate="mean"), partial, other)


def test_sums_of_a_kpi_that_was_agreed_otherwise_are_not_settled() -> None:
    change = {"date": NEXT, "field": "aggregate", "was": "mean", "now": "sum", "why": "Agreed."}
    assert not _is_settled(_sales(amendments=[change]), _read(FRIDAY, shop=300, web=240))


def test_sums_are_not_settled_where_the_last_reading_is_in_a_unit_that_nothing_converts() -> None:
    change = {"date": NEXT, "field": "unit", "was": "h", "now": "min", "why": "Finer."}
    assert not _is_settled(_sales(amendments=[change]), _read(FRIDAY, shop=300, web=240))


def test_partial_sum_text_names_a_few_segments() -> None:
    said = partial_sum_text(NEXT, ["a", "b", "c", "d", "e"])
    assert "a, b, c" in said
    assert "e" not in said.split("lacks")[1].split(",")[:3]
