"""The types of key results, and which one a file means."""

from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from okrcli.model.key_results import (
    KEY_RESULT_TYPES,
    Binary,
    KeyResult,
    KeyResultField,
    Maintain,
    Metric,
    Milestones,
)

METRIC = {"id": "nps", "title": "Raise NPS", "type": "metric"}
MAINTAIN = {"id": "churn", "title": "Keep churn low", "type": "maintain"}
STEP = {"id": "pilot", "title": "Pilot"}


def _read(**fields: Any) -> KeyResult:
    read: KeyResult = TypeAdapter(KeyResultField).validate_python(fields)
    return read


def _refused(message: str, **fields: Any) -> None:
    with pytest.raises(ValidationError, match=message):
        _read(**fields)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        (METRIC, Metric),
        ({**MAINTAIN, "at_most": 5}, Maintain),
        ({"id": "t", "title": "Train", "type": "milestones", "steps": [STEP]}, Milestones),
        ({"id": "a", "title": "Pass the audit", "type": "binary"}, Binary),
    ],
)
def test_type_decides_the_kind(fields: dict[str, Any], kind: type) -> None:
    assert type(_read(**fields)) is kind


def test_unknown_type_is_refused() -> None:
    _refused("'metric', 'maintain', 'milestones', 'binary'", **{**METRIC, "type": "metrics"})


@pytest.mark.parametrize("key", ["traget", "steps", "at_most", "progress"])
def test_key_of_another_type_is_refused(key: str) -> None:
    _refused("Extra inputs are not permitted", **METRIC, **{key: 1})


@pytest.mark.parametrize("name", KEY_RESULT_TYPES)
def test_type_is_registered_by_the_name_that_files_give_it(name: str) -> None:
    assert get_args(KEY_RESULT_TYPES[name].model_fields["type"].annotation) == (name,)
