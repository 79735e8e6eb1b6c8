from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report_builder import build_report, snapshot_on
from okrcli.render.drawing.style import UNICODE
from okrcli.render.show.facts import quantity
from okrcli.render.text.numbers import goal_text, value_text
from okrcli.render.text.standing import standing_of_kpi, standing_text
from tests.builders import (
    Q4,
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)
from tests.render import samples

DAY = date(2026, 11, 20)
PLAN = a_plan(
    an_objective(
        a_key_result(id="hours", unit="h"),
        a_key_result(target=(50, 55), id="range"),
        a_maintain(5, 10),
        a_binary(),
    ),
    a_kpi((60, 70), unit="points", segments=["chat"]),
    a_checkin(
        "2026-11-13",
        an_entry(44, "2026-Q4/cx-leader/hours", confidence=6),
        an_entry(0, "2026-Q4/cx-leader/audit"),
        a_reading(47),
        a_reading(52, segment="chat"),
    ),
)


def test_key_result_is_told_by_its_last_value_and_what_is_aimed_at() -> None:
    (objective,) = build_report(PLAN, Q4, DAY).objectives

    assert [standing_text(report) for report in objective.key_results] == [
        "last 44 on 2026-11-13, expected today 50.99, target 60 h, confidence 6",
        "no value yet, expected today 45.49, target 50 to 55",
        "no value yet, at least 5, at most 10",
        "last no on 2026-11-13",
    ]


def test_kpi_is_told_by_its_last_value_or_that_of_a_segment() -> None:
    report = snapshot_on(PLAN, DAY).kpis["nps"]

    assert standing_of_kpi(report, report.series) == "last 47 on 2026-11-13, target 60 to 70 points"
    assert standing_of_kpi(report, report.segments[0].series).startswith("last 52 on 2026-11-13")
    assert standing_of_kpi(report, ()) == "no value yet, target 60 to 70 points"


def test_numbers_look_as_they_do_in_the_report_and_the_sheet() -> None:
    report = samples.a_key_result(
        unit="₽",
        baseline=Decimal(18000),
        target=Decimal(19800),
        value=Decimal(19080),
        expected_value=Decimal("18989.0110"),
    )

    assert "last 19 080 on" in standing_text(report)
    assert "target 19 800 ₽" in standing_text(report)
    assert "expected today 18 989.01" in standing_text(report)
    assert quantity(report.value, report.unit) == "19 080 ₽"
    assert (value_text(report, UNICODE), goal_text(report, UNICODE)) == (
        "19 080",
        "18 000→19 800 ₽",
    )
