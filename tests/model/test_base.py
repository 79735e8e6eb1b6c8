"""Strictness: numbers are numbers, days are days, unknown keys are refused."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

import pytest
from annotated_types import MaxLen
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from okrcli.model.base import (
    CycleId,
    Day,
    Flag,
    Id,
    KeyResultRef,
    KpiId,
    Moment,
    Number,
    ObjectiveRef,
    OkrModel,
    ParsedBy,
    Text,
    Whole,
)


def _accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _message(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    return refused.value.errors()[0]["msg"]


@pytest.mark.parametrize("value", [0, 12, -3, Decimal("5.9"), Decimal("1E+3"), Decimal("-0.5")])
def test_number_is_kept_exactly(value: Decimal | int) -> None:
    assert TypeAdapter(Number).validate_python(value) == Decimal(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("12", "is text, not a number"),
        ("37%", "is text, not a number"),
        ("12,5", "is text, not a number"),
        ("many", "is not a number"),
        (True, "is not a number"),
        (None, "is not a number"),
        ([1], "is not a number"),
        (1.5, "is not a finite number"),
        (float("nan"), "is not a finite number"),
        (Decimal("NaN"), "is not a finite number"),
        (Decimal("Infinity"), "is not a finite number"),
        (Decimal("1E+400"), "is a number with too many digits"),
        (Decimal("1E-400"), "is a number with too many digits"),
        (10**29 + 1, "is a number with too many digits"),
    ],
)
def test_what_is_no_number_is_refused(value: object, message: str) -> None:
    assert _message(Number, value) == message


def test_number_of_five_thousand_digits_is_refused() -> None:
    assert not _accepts(Number, Decimal("9" * 5000))
    assert not _accepts(Number, 10**4000)


@given(st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=8))
def test_any_usual_number_is_a_number(value: Decimal) -> None:
    assert TypeAdapter(Number).validate_python(value) == value


@pytest.mark.parametrize(
    ("value", "accepted"), [(3, True), (True, False), (1.0, False), ("3", False)]
)
def test_whole_number_is_an_integer_alone(value: object, accepted: bool) -> None:
    assert _accepts(Whole, value) is accepted


@pytest.mark.parametrize(
    ("value", "accepted"), [(True, True), (False, True), (1, False), ("yes", False)]
)
def test_flag_is_a_boolean_alone(value: object, accepted: bool) -> None:
    assert _accepts(Flag, value) is accepted


def test_day_is_read_from_its_iso_form() -> None:
    assert str(TypeAdapter(Day).validate_python("2026-11-20")) == "2026-11-20"


@pytest.mark.parametrize("value", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_day_that_is_not_in_the_calendar_is_refused(value: str) -> None:
    assert _message(Day, value) == "is not a day in the calendar"


@pytest.mark.parametrize(
    "value",
    [
        "2026-1-1",
        "20261120",
        "2026-11-20T00:00:00",
        "20.11.2026",
        "٢٠٢٦-١١-٢٠",
        "2026-11-20\n",
        "",
        20261120,
        None,
        datetime(2026, 11, 20, tzinfo=UTC),
    ],
)
def test_day_in_another_form_is_refused(value: object) -> None:
    assert _message(Day, value) == "is not a date: write YYYY-MM-DD"


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-20T09:12:44Z",
        "2026-11-20T12:12:44+03:00",
        datetime(2026, 11, 20, 9, 12, 44, 0, UTC),
    ],
)
def test_moment_is_in_utc(value: object) -> None:
    moment = TypeAdapter(Moment).validate_python(value)
    assert moment == datetime(2026, 11, 20, 9, 12, 44, tzinfo=UTC)
    assert moment.tzinfo is UTC


@pytest.mark.parametrize(
    "value",
    ["2026-11-20T09:12:44", "2026-11-20", "now", 0, None, "0001-01-01T00:00:00+14:00"],
)
def test_moment_without_a_zone_or_out_of_time_is_refused(value: object) -> None:
    assert _message(Moment, value).startswith("is not a moment")


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Id, ["nps", "cx-leader", "2026", "a-1-b"], ["", "NPS", "a_b", "-a", "a--b", "é", "a/b"]),
        (KpiId, ["nps", "win_rate", "p90_ms"], ["", "win-rate", "9p", "_a", "a__b", "Nps"]),
        (CycleId, ["2026-Q4", "spring"], ["", "-Q4", "2026/Q4", "..", "2026_Q4"]),
        (ObjectiveRef, ["cx-leader", "2026-Q4/cx-leader"], ["a/b/c", "/a", "2026-Q4/", "A/B"]),
        (KeyResultRef, ["a/b", "2026-Q4/a/b"], ["a", "a/b/c/d", "2026-Q4//b", "../a/b", "a/b\n"]),
        (Text, ["a", " a ", "Год"], ["", " ", "\n\t", "\u00a0"]),
    ],
)
def test_names_and_texts_have_their_form(kind: Any, good: list[str], bad: list[str]) -> None:
    assert [each for each in good if not _accepts(kind, each)] == []
    assert [each for each in bad if _accepts(kind, each)] == []


@pytest.mark.parametrize("kind", [Id, KpiId, CycleId])
def test_names_have_at_most_64_characters(kind: Any) -> None:
    assert _accepts(kind, "a" * 64)
    assert not _accepts(kind, "a" * 65)


class _Example(OkrModel):
    names: tuple[Annotated[str, MaxLen(3)], ...] = ()


def test_record_refuses_unknown_keys() -> None:
    with pytest.raises(ValidationError, match="traget"):
        _Example.model_validate({"traget": 60})


def test_record_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        _Example().names = ("a",)  # type: ignore[misc]  # the very thing that must not work


def test_record_takes_lists_of_yaml_as_tuples() -> None:
    assert _Example.model_validate({"names": ["a", "b"]}).names == ("a", "b")


def test_what_a_function_parses_is_checked_by_it_alone() -> None:
    class Loud(OkrModel):
        word: Annotated[str, ParsedBy(lambda value: f"{value}!")]

    assert Loud.model_validate({"word": 4}).word == "4!"
