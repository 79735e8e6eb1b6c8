from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.goalposts import Band
from okrcli.model.key_results import Metric
from tests.builders import a_day, a_key_result

NPS = {"id": "nps", "title": "Raise NPS"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"target": 60, "change": "+15%"}, "has both `target` and `change`"),
        ({"baseline": "unknown", "target": 60}, "add `measure_by`"),
    ],
)
def test_metric_that_says_too_much_or_too_little_is_refused(
    fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        Metric.model_validate({**NPS, **fields})


def test_unknown_baseline_is_measured_until_a_day() -> None:
    metric = Metric.model_validate(
        {**NPS, "baseline": "unknown", "measure_by": "2026-10-15", "target": [30, 50]}
    )

    assert (metric.baseline, metric.measure_by) == ("unknown", a_day("2026-10-15"))
    assert metric.target == Band(Decimal(30), Decimal(50))


def test_target_or_change_says_how_much() -> None:
    assert a_key_result().is_quantified is True
    assert a_key_result(target=None, change="+15%").is_quantified is True
    assert a_key_result(target=None).is_quantified is False


def test_day_of_measuring_is_one_of_its_days() -> None:
    metric = a_key_result("unknown", measure_by=a_day("2026-10-15"), due=a_day("2026-12-15"))

    assert metric.dates == {
        "start": None,
        "due": a_day("2026-12-15"),
        "measure_by": a_day("2026-10-15"),
    }
