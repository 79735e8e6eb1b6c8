"""The values a goalpost can have: targets, baselines, changes."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from okrcli.model.goalposts import (
    Band,
    Baseline,
    Change,
    ChangeField,
    Target,
)


def _read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("+15%", Change(Decimal(15), "percent")),
        ("15%", Change(Decimal(15), "percent")),
        ("-20 %", Change(Decimal(-20), "percent")),
        ("−20%", Change(Decimal(-20), "percent")),
        ("+5pp", Change(Decimal(5), "points")),
        ("-2.5 pp", Change(Decimal("-2.5"), "points")),
        ("+15% of baseline", Change(Decimal(15), "percent_of_baseline")),
        (" -10 ", Change(Decimal(-10), "absolute")),
        ("+7.5", Change(Decimal("7.5"), "absolute")),
        (-10, Change(Decimal(-10), "absolute")),
        (Decimal("0.5"), Change(Decimal("0.5"), "absolute")),
        (Change(Decimal(1), "points"), Change(Decimal(1), "points")),
    ],
)
def test_change_is_read(text: object, change: Change) -> None:
    assert _read(ChangeField, text) == change


@pytest.mark.parametrize(
    "value",
    [
        "",
        "%",
        "fifteen",
        "+15pp of baseline",
        "+15 of baseline",
        "1,5%",
        "+-5",
        "5%%",
        "1e5",
        "٥%",
        "9" * 21,
        True,
        None,
        [5],
        1.5,
        Decimal("NaN"),
    ],
)
def test_what_is_no_change_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        _read(ChangeField, value)


@given(
    st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from(["", "%", "pp", "% of baseline"]),
)
def test_change_keeps_its_number(amount: Decimal, suffix: str) -> None:
    assert _read(ChangeField, f"{amount:+f}{suffix}").amount == amount


@pytest.mark.parametrize(
    ("value", "target"),
    [
        (60, Decimal(60)),
        (Decimal("4.5"), Decimal("4.5")),
        ([30, 50], Band(Decimal(30), Decimal(50))),
        ((30, 30), Band(Decimal(30), Decimal(30))),
        (Band(Decimal(1), Decimal(2)), Band(Decimal(1), Decimal(2))),
    ],
)
def test_target_is_a_number_or_a_range(value: object, target: Decimal | Band) -> None:
    assert _read(Target, value) == target


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([50, 30], "low end is above its high end"),
        ([30], "is not a range"),
        ([1, 2, 3], "is not a range"),
        ([], "is not a range"),
        (["30", 50], "is text, not a number"),
        ("60", "is text, not a number"),
        ([None, 5], "is not a number"),
        ({"low": 1}, "is not a number"),
    ],
)
def test_what_is_no_target_is_refused(value: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        _read(Target, value)


@pytest.mark.parametrize(("value", "inside"), [(29, False), (30, True), (50, True), (51, False)])
def test_band_holds_both_its_bounds(value: int, inside: bool) -> None:
    assert (Decimal(value) in Band(Decimal(30), Decimal(50))) is inside


def test_baseline_is_a_number_or_unknown() -> None:
    assert _read(Baseline, 40) == 40
    assert _read(Baseline, "unknown") == "unknown"
    with pytest.raises(ValidationError):
        _read(Baseline, "unkown")
