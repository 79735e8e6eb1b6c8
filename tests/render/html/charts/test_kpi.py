from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.show import Sheets
from okrcli.model.kpi import KpiTarget
from okrcli.render.html.charts.kpi import KpiCourse, kpi_chart
from tests.builders import a_checkin, a_kpi, a_plan, a_reading
from tests.render.html.charts.parsed import parsed, places
from tests.render.show.sheets import of_kpi

TARGET = 50


def course(values: Sequence[int], **fields: Any) -> KpiCourse:
    readings = [
        a_checkin(f"2026-11-{day:02}", a_reading(value)) for day, value in enumerate(values, 1)
    ]
    return KpiCourse.of(of_kpi(*readings, **fields))


def drawn(shown: KpiCourse) -> Any:
    return kpi_chart(shown, "NPS", "last 47")


def test_single_value_has_no_chart() -> None:
    assert drawn(course([40])) == ""


def test_chart_has_values_and_target() -> None:
    shown = course([40, 42, 47], target=TARGET)

    assert len(places(drawn(shown), "circle", "value")) == 3
    assert [level.value for level in shown.levels] == [50]
    assert shown.kinds == ["value", "target", "warning"]


@pytest.mark.parametrize(
    ("fields", "ranges"),
    [
        ({"direction": "up", "target": TARGET, "warning": 5}, [(45, 50)]),
        ({"direction": "down", "target": TARGET, "warning": 5}, [(50, 55)]),
        (
            {"direction": "range", "target": (40, 60), "warning": 5},
            [(35, 40), (60, 65)],
        ),
    ],
)
def test_warning_band_is_beside_the_target(
    fields: dict[str, Any], ranges: list[tuple[int, int]]
) -> None:
    shown = course([40, 47], **fields)

    assert [(int(band.low), int(band.high)) for band in shown.warnings] == ranges


def test_kpi_on_its_way_has_a_line_and_no_band() -> None:
    aim = KpiTarget.model_validate({"value": 60, "since": "2026-11-01", "by": "2026-12-31"})
    kpi = a_kpi(60, baseline=40).model_copy(update={"target": aim})
    readings = a_checkin("2026-11-20", a_reading(40, date="2026-11-06"), a_reading(47))
    sheet = Sheets(a_plan(kpi, readings), date(2026, 11, 20)).of_kpi(kpi)
    shown = KpiCourse.of(sheet)

    assert [point.value for point in shown.way] == [Decimal(40), Decimal(60)]
    assert shown.warnings == ()
    assert len(places(drawn(shown), "polyline", "expected")) == 2


def test_limits_by_chance_are_drawn_from_8_values_on_and_what_is_beyond_is_marked() -> None:
    assert course([40] * 7).limits is None
    shown = course([40, 41, 40, 41, 40, 41, 40, 90])

    limits = [part for part in parsed(drawn(shown)).iter("path") if part.get("class") == "limit"]
    assert len(limits) == 2
    assert [point.value for point in shown.unlikely] == [90]
    assert len(places(drawn(shown), "circle", "signal")) == 1
