from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.improvement import Improvement


def _improvement(**fields: Any) -> Improvement:
    return Improvement.model_validate(
        {
            "id": "csat-2026-11-02",
            "kpi": "csat",
            "opened": "2026-11-02",
            "cause": {"type": "training", "text": "New agents."},
            "goal": {"value": 85, "by": "2026-12-15"},
            "actions": [{"title": "Train them", "owner": "eva", "due": "2026-11-20"}],
            **fields,
        }
    )


def test_improvement_is_open_until_it_is_closed() -> None:
    assert _improvement().closed is None
    assert _improvement(closed={"date": "2026-12-15", "value": 86}).closed is not None


@pytest.mark.parametrize(
    "fields",
    [{"actions": []}, {"cause": {"type": "weather", "text": "Rain."}}, {"goal": {"value": 85}}],
)
def test_improvement_needs_cause_goal_and_actions(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _improvement(**fields)
