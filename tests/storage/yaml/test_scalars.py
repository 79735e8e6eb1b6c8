import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.yaml.scalars import Scalar, plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("0", 0),
        ("-17", -17),
        ("+5", 5),
        ("0o17", 15),
        ("0x1F", 31),
        ("5.9", Decimal("5.9")),
        (".5", Decimal("0.5")),
        ("5.", Decimal(5)),
        ("1e3", Decimal(1000)),
        ("-1.5E-2", Decimal("-0.015")),
        ("1e400", Decimal("1E+400")),
        ("9" * 5_000, Decimal("9" * 5_000)),
        (".inf", math.inf),
        ("-.INF", -math.inf),
    ],
)
def test_plain_reads_the_core_schema(text: str, value: Scalar) -> None:
    assert plain(text) == (value, False)
    assert type(plain(text)[0]) is type(value)


def test_plain_reads_nan() -> None:
    value, _ = plain(".nan")
    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize(
    "text",
    [
        "nULL",
        "tRUE",
        "37%",
        "1,5",
        "1_000",
        "+",
        "-",
        ".",
        "e5",
        "0b1",
        "2026-11-20",
        "12 h",
        "1e",
        "<<",
        "--1",
        "١٢",
    ],
)
def test_plain_leaves_other_words_as_text(text: str) -> None:
    assert plain(text) == (text, False)


@pytest.mark.parametrize(
    "text", ["NO", "no", "No", "yes", "on", "OFF", "y", "N", "1:30", "190:20:30", "1:30.5"]
)
def test_plain_doubts_what_other_readers_take_differently(text: str) -> None:
    assert plain(text) == (text, True)


@pytest.mark.parametrize("text", ["nope", "Norway", "yes!", "1:75", "2026-11-20T09:12:44Z", "a:30"])
def test_plain_does_not_doubt_common_text(text: str) -> None:
    assert plain(text) == (text, False)


@given(st.text())
def test_plain_never_raises(text: str) -> None:
    value, doubtful = plain(text)
    assert not doubtful or value == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_plain_keeps_every_digit_of_a_number(number: Decimal) -> None:
    assert plain(str(number))[0] == number
