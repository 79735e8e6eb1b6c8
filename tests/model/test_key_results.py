"""Key-result types and their amendments."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from okrcli.model.goalposts import Band
from okrcli.model.key_results import (
    KEY_RESULT_TYPES,
    Binary,
    KeyResult,
    KeyResultField,
    Maintain,
    Metric,
    Milestones,
    goalposts,
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


def test_metric_with_target_and_change_is_refused() -> None:
    _refused("has both `target` and `change`", **METRIC, target=60, change="+15%")


def test_metric_with_an_unknown_baseline_says_when_it_will_be_measured() -> None:
    _refused("add `measure_by`", **METRIC, baseline="unknown", target=60)
    measured = _read(**METRIC, baseline="unknown", measure_by="2026-10-15", target=[30, 50])
    assert isinstance(measured, Metric)
    assert measured.target == Band(Decimal(30), Decimal(50))


def test_maintain_without_a_bound_is_refused() -> None:
    _refused("needs `at_least`, `at_most` or both", **MAINTAIN)


def test_maintain_with_crossed_bounds_is_refused() -> None:
    _refused("has `at_least` above `at_most`", **MAINTAIN, at_least=6, at_most=5)


def test_milestones_without_steps_are_refused() -> None:
    _refused("at least 1 item", id="t", title="Train", type="milestones", steps=[])


@pytest.mark.parametrize("weight", [-1, "2", True])
def test_weight_is_a_number_from_0_on(weight: object) -> None:
    with pytest.raises(ValidationError):
        _read(**METRIC, weight=weight)


def test_weight_is_1_unless_stated() -> None:
    assert _read(**METRIC).weight == 1


@pytest.mark.parametrize("key", ["traget", "steps", "at_most", "progress"])
def test_key_of_another_type_is_refused(key: str) -> None:
    _refused("Extra inputs are not permitted", **METRIC, **{key: 1})


def _amended(field: str, was: Any, now: Any, **more: Any) -> Any:
    amendment = {
        "date": "2026-11-02",
        "field": field,
        "was": was,
        "now": now,
        "why": "Agreed.",
        "approved_by": "carlos",
        **more,
    }
    return _read(**METRIC, amendments=[amendment]).amendments[0]


@pytest.mark.parametrize(
    ("field", "was", "now"),
    [
        ("target", 65, [55, 60]),
        ("baseline", "unknown", 40),
        ("change", "+15%", "+10pp"),
        ("due", "2026-12-31", "2027-01-15"),
        ("weight", None, 2),
        ("measure_by", "2026-11-01", None),
    ],
)
def test_amendment_values_have_the_type_of_their_field(field: str, was: Any, now: Any) -> None:
    amendment = _amended(field, was, now)
    assert amendment.field == field
    assert (amendment.was is None) == (was is None)
    assert type(amendment.now) is not str or field == "baseline"


@pytest.mark.parametrize(
    ("field", "was", "now"),
    [
        ("target", 65, "60"),
        ("due", "2026-12-31", "soon"),
        ("weight", 1, -1),
        ("change", "+15%", "more"),
        ("note", "Old", "New"),
    ],
)
def test_amendment_of_another_type_or_field_is_refused(field: str, was: Any, now: Any) -> None:
    with pytest.raises(ValidationError):
        _amended(field, was, now)


def test_amendment_needs_a_reason() -> None:
    with pytest.raises(ValidationError):
        _amended("target", 65, 60, why=None)


def test_amendment_may_be_not_approved() -> None:
    assert _amended("target", 65, 60, approved_by=None).approved_by is None


def test_amendment_of_a_step_names_it() -> None:
    amendment = _amended("steps.pilot.due", "2026-11-01", "2026-12-01")
    assert amendment.now == date(2026, 12, 1)


@pytest.mark.parametrize("field", ["steps.pilot.title", "steps.Pilot.due", "steps.due"])
def test_amendment_of_what_is_no_goalpost_of_a_step_is_refused(field: str) -> None:
    with pytest.raises(ValidationError, match="Input should be 'baseline'"):
        _amended(field, None, None)


@pytest.mark.parametrize(("factor", "expected"), [(60, 60), ("1/60", Fraction(1, 60))])
def test_amendment_of_a_unit_may_say_what_one_is_in_the_other(
    factor: Any, expected: Fraction
) -> None:
    assert _amended("unit", "min", "h", factor=factor).factor == expected


@pytest.mark.parametrize(
    ("field", "was", "now", "factor"),
    [
        ("target", 1, 2, 2),
        ("unit", None, "h", 60),
        ("unit", "min", "h", 0),
        ("unit", "min", "h", "1/0"),
    ],
)
def test_factor_of_anything_else_is_refused(field: str, was: Any, now: Any, factor: Any) -> None:
    with pytest.raises(ValidationError):
        _amended(field, was, now, factor=factor)


def test_amendment_message_says_what_its_value_lacks() -> None:
    with pytest.raises(ValidationError, match="is text, not a number"):
        _amended("target", 65, "60")


def test_goalposts_are_the_fields_that_the_types_call_so_and_those_of_all_types() -> None:
    own = {name for each in KEY_RESULT_TYPES.values() for name in each.own_goalposts}
    assert goalposts().keys() == own | {"weight", "start", "due", "unit", "kpi"}


def test_goalposts_of_one_kind_of_value_stand_together() -> None:
    kinds = [repr(kind) for kind, _ in groupby(goalposts().values())]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("name", KEY_RESULT_TYPES)
def test_type_is_registered_by_the_name_that_files_give_it(name: str) -> None:
    assert get_args(KEY_RESULT_TYPES[name].model_fields["type"].annotation) == (name,)
