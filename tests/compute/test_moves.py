"""From where to where: baselines, and what changes come to (F8 to F10)."""

from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.moves import NO_BASELINE, RELATIVE_TO_ZERO, Move
from okrcli.compute.progress.metric import MetricMeasure
from okrcli.model.key_results import Metric
from okrcli.model.kpi import Kpi
from tests.builders import Numeric, a_key_result, a_kpi


def _changed(baseline: Numeric | None, change: Any, unit: str | None = None) -> Metric:
    return a_key_result(baseline, None, change=change, unit=unit)


def _move(key_result: Metric, kpi: Kpi | None = None) -> Move:
    return MetricMeasure().move(key_result, kpi)


@pytest.mark.parametrize(
    ("baseline", "change", "unit", "target"),
    [
        (72, "+15%", None, "82.8"),
        (-20, "+15%", None, "-17"),
        (72, "-15%", None, "61.2"),
        (72, "+15pp", None, "87"),
        (72, "+15pp", "%", "87"),
        (20, "+15% of baseline", "%", "23"),
        (20, "+15pp", "%", "35"),
        (45, "-10", "days", "35"),
        (45, -10, "days", "35"),
        (0, "+5", None, "5"),
    ],
)
def test_f8_f9_f10_change_comes_to_a_target(
    baseline: int, change: Any, unit: str | None, target: str
) -> None:
    assert _move(_changed(baseline, change, unit)).aim == (Decimal(target), None)


@pytest.mark.parametrize("change", ["+15%", "+15% of baseline"])
def test_f8_share_of_a_baseline_of_0_is_no_target(change: str) -> None:
    assert _move(_changed(0, change)).aim == (None, RELATIVE_TO_ZERO)


@pytest.mark.parametrize("unit", ["%", "percent", "% of customers", "por ciento", "проц", "pp"])
def test_f10_percent_of_a_percentage_is_ambiguous(unit: str) -> None:
    target, reason = _move(_changed(20, "+15%", unit)).aim
    assert target is None
    assert reason is not None
    assert "write +15pp or +15% of baseline" in reason


def test_f10_percent_is_ambiguous_when_the_kpi_has_the_percent_unit() -> None:
    target, reason = _move(_changed(20, "-15%"), a_kpi(unit="%")).aim
    assert target is None
    assert reason is not None
    assert "-15pp" in reason


def test_change_of_an_unknown_baseline_is_no_target() -> None:
    key_result = a_key_result("unknown", None, change="+10", measure_by="2026-10-15")
    assert _move(key_result).aim == (None, NO_BASELINE)


def test_baseline_falls_back_on_the_kpi() -> None:
    assert _move(a_key_result(None), a_kpi(baseline=38)).baseline == 38
    assert _move(a_key_result(40), a_kpi(baseline=38)).baseline == 40
    assert _move(a_key_result(None)).baseline is None


def test_change_counts_from_the_kpis_baseline_when_the_key_result_has_none() -> None:
    assert _move(_changed(None, "+2"), a_kpi(baseline=38)).aim.target == 40


@pytest.mark.parametrize(
    ("baseline", "aim", "way"),
    [
        (40, {"target": 60}, 1),
        (Decimal("0.5"), {"target": Decimal("0.75")}, 1),
        (60, {"target": 40}, -1),
        (40, {"target": 40}, 0),
        (None, {"target": 40}, 0),
        (40, {}, 0),
        ("unknown", {"change": "-10%", "measure_by": "2026-10-15"}, -1),
        (None, {"change": "+5pp"}, 1),
        (95, {"target": [70, 85]}, -1),
        (60, {"target": [70, 85]}, 1),
        (80, {"target": [70, 85]}, 0),
    ],
)
def test_way_is_where_the_numbers_are_to_go(baseline: Any, aim: Any, way: int) -> None:
    fields = {"id": "nps", "title": "NPS", "baseline": baseline, **aim}
    assert _move(Metric.model_validate(fields)).way == way


def test_field_is_the_one_that_says_where_to() -> None:
    assert _move(a_key_result(40, 60)).field == "target"
    assert _move(_changed(40, "+5")).field == "change"
