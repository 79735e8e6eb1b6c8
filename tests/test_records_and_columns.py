"""Whether readings are records or columns changes nothing of what is computed or found."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.compute.as_of.retracted import without_retracted
from okrcli.compute.kpis.daily import kpi_points
from okrcli.compute.reports.report import Point
from okrcli.compute.reports.report_builder import build_report, snapshot_on
from okrcli.compute.reports.since import known_since
from okrcli.compute.timeline import Timeline
from okrcli.model.checkin import CheckIn
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import ReadingColumns
from tests.builders import Q4, a_key_result, a_kpi, a_plan, an_objective
from tests.strategies import checkins_with_readings

TODAY = date(2026, 11, 20)
DAYS = st.dates(date(2026, 10, 26), TODAY)
DEFINITIONS = (
    an_objective(a_key_result(40, 60, kpi="nps"), a_key_result(0, 9, id="mood", kpi="csat")),
    a_kpi(
        50,
        segments=["voice", "chat"],
        aggregate="weighted",
        unit="points",
        bounds=[-100, 100],
        amendments=[
            {
                "date": "2026-11-02",
                "field": "unit",
                "was": "tenths",
                "now": "points",
                "factor": "1/10",
                "why": "As others do.",
            }
        ],
    ),
    a_kpi(
        7,
        id="csat",
        formerly=["old_csat"],
        segments=["voice", "chat"],
        aggregate="sum",
        amendments=[
            {
                "date": "2026-11-09",
                "field": "aggregate",
                "was": "last",
                "now": "sum",
                "why": "Agreed.",
            }
        ],
    ),
    a_kpi(7, id="happiness"),
)


def _plans(checkins: list[CheckIn]) -> tuple[Plan, Plan]:
    columns = [
        checkin.model_copy(update={"readings": ReadingColumns.of(checkin.readings)})
        for checkin in checkins
    ]
    return a_plan(*DEFINITIONS, checkins), a_plan(*DEFINITIONS, columns)


@given(checkins_with_readings(), DAYS)
def test_report_of_columns_is_that_of_records(checkins: list[CheckIn], day: date) -> None:
    records, columns = (refuse_entries(plan, TODAY) for plan in _plans(checkins))

    assert columns.refused == records.refused
    assert columns.checkins == records.checkins
    assert all(isinstance(checkin.readings, ReadingColumns) for checkin in columns.checkins)
    assert build_report(columns, Q4, day) == build_report(records, Q4, day)
    assert known_since(columns, day) == known_since(records, day)
    assert snapshot_on(columns, day).kpis == snapshot_on(records, day).kpis


@given(checkins_with_readings())
def test_items_of_columns_are_those_of_records(checkins: list[CheckIn]) -> None:
    records, columns = (Timeline.of(without_retracted(plan)) for plan in _plans(checkins))

    assert columns == records
    for kpi, readings in records.readings.items():
        assert len(columns.readings[kpi]) == len(readings) == len([*readings])
        assert [*reversed(columns.readings[kpi])] == [*readings][::-1]
        assert columns.readings[kpi][-2:] == [*readings][-2:]


@given(checkins_with_readings(), DAYS)
def test_points_are_what_the_last_item_of_each_day_and_segment_makes(
    checkins: list[CheckIn], day: date
) -> None:
    kpi = a_kpi(id="happiness", segments=["voice", "chat"], aggregate="sum")
    for plan in _plans(checkins):
        readings = Timeline.of(plan).of_kpi("happiness", day)
        whole: dict[date, Decimal] = {}
        parts: dict[date, dict[str, Decimal]] = defaultdict(dict)
        for item in readings:
            segment = item.content.segment
            if segment is None:
                whole[item.day] = item.content.value
            elif segment in kpi.segments:
                parts[item.day][segment] = item.content.value
        summed = {on: sum(values.values(), Decimal(0)) for on, values in parts.items()}
        expected = sorted({**summed, **whole}.items())
        assert kpi_points(readings, kpi) == tuple(map(Point._make, expected))
