"""Open changes of goalposts, read as the field that they change."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.goalposts import Band, Change
from okrcli.model.key_results import KEY_RESULT_TYPES, goalposts
from okrcli.model.key_results.amendment import KeyResultAmendment


def _amended(field: str, was: Any, now: Any, **more: Any) -> KeyResultAmendment:
    fields = {
        "date": "2026-11-02",
        "field": field,
        "was": was,
        "now": now,
        "why": "Agreed.",
        "approved_by": "carlos",
        **more,
    }
    return KeyResultAmendment.model_validate(fields)


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [
        ("target", (65, [55, 60]), (Decimal(65), Band(Decimal(55), Decimal(60)))),
        ("baseline", ("unknown", 40), ("unknown", Decimal(40))),
        (
            "change",
            ("+15%", "-10"),
            (Change(Decimal(15), "percent"), Change(Decimal(-10), "absolute")),
        ),
        ("due", ("2026-12-31", "2027-01-15"), (date(2026, 12, 31), date(2027, 1, 15))),
        ("weight", (None, 2), (None, Decimal(2))),
        ("measure_by", ("2026-11-01", None), (date(2026, 11, 1), None)),
    ],
)
def test_values_are_read_as_the_field_would(
    field: str, written: tuple[Any, Any], read: tuple[Any, Any]
) -> None:
    amendment = _amended(field, *written)

    assert (amendment.was, amendment.now) == read


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
