from collections.abc import Sequence
from typing import Any

import pytest

from okrcli.model.base import Record
from okrcli.model.key_results import KeyResult
from okrcli.render.drawing.spans import plain
from okrcli.render.drawing.style import UNICODE
from okrcli.render.show.charts import key_result_chart, kpi_chart
from tests.builders import (
    Numeric,
    a_binary,
    a_checkin,
    a_key_result,
    a_maintain,
    a_reading,
    checkins,
    milestones,
)
from tests.render.show.sheets import of_key_result, of_kpi, pen

VALUES: dict[str, Numeric] = {"2026-10-05": 42, "2026-11-02": 44, "2026-11-16": 47}


def drawn(key_result: KeyResult, *records: Record) -> Sequence[str]:
    sheet = of_key_result(key_result, *records)
    return [plain(line) for line in key_result_chart(sheet, pen())]


def kpi_drawn(values: Sequence[int], **fields: Any) -> Sequence[str]:
    readings = [
        a_checkin(f"2026-11-{day:02}", a_reading(value)) for day, value in enumerate(values, 1)
    ]
    return [plain(line) for line in kpi_chart(of_kpi(*readings, **fields), pen())]


def test_chart_has_the_values_the_target_and_the_way_there() -> None:
    lines = drawn(a_key_result(), *checkins(VALUES))

    assert sum(line.count(UNICODE.point) for line in lines[:-1]) == len(VALUES)
    assert lines[0].rstrip().endswith("target")
    assert "2026-10-01" in lines[-2]
    assert "2026-12-31" in lines[-2]
    assert "expected" in lines[-1]


def test_what_is_kept_has_its_ends_and_no_way() -> None:
    kept = a_maintain(at_least=40, at_most=50)
    values = checkins(VALUES, "2026-Q4/cx-leader/churn")
    text = "\n".join(drawn(kept, *values))

    assert "at least" in text
    assert "at most" in text
    assert "expected" not in text


@pytest.mark.parametrize("key_result", [a_key_result(), a_binary(), milestones()])
def test_without_values_that_move_there_is_no_chart(key_result: KeyResult) -> None:
    assert drawn(key_result) == []


def test_one_value_alone_is_drawn_on_its_way() -> None:
    assert drawn(a_key_result(), *checkins({"2026-11-16": 47}))
    no_way_yet = a_key_result("unknown", measure_by="2026-12-01")
    assert drawn(no_way_yet, *checkins({"2026-11-16": 47})) == []


def test_kpi_has_its_target_and_with_enough_values_its_limits() -> None:
    few = "\n".join(kpi_drawn([40, 41, 42], target=50))
    many = "\n".join(kpi_drawn([40, 41, 42, 40, 41, 42, 40, 41, 42], target=50))

    assert "target" in few
    assert "limit" not in few
    assert "upper limit" in many
    assert "lower limit" in many


def test_range_has_two_ends() -> None:
    text = "\n".join(kpi_drawn([40, 41, 42], target=(30, 50), direction="range"))

    assert "low end" in text
    assert "high end" in text


def test_kpi_without_values_or_with_one_day_has_no_chart() -> None:
    assert kpi_drawn([]) == []
    assert kpi_drawn([40]) == []
