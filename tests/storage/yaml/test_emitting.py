from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.yaml.emitting import block_text, exact_text, flow_text
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.scalars import Data

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=30)
SCALARS = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | TEXTS
VALUES: st.SearchStrategy[Data] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def in_block(data: dict[str, Data]) -> str:
    return block_text(data, lambda _location, _data: False)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("NPS", "NPS"),
        ("", '""'),
        ("yes", '"yes"'),
        ("12", '"12"'),
        ("12:30", '"12:30"'),
        ("null", '"null"'),
        ("2026-11-20", "2026-11-20"),
        ("it's", "it's"),
        ("a: b", '"a: b"'),
        ("# no comment", '"# no comment"'),
        ("x # y", '"x # y"'),
        ("Why? Price", "Why? Price"),
        ("{a}", '"{a}"'),
        ('say "no"', 'say "no"'),
        (True, "true"),
        (None, "null"),
        (47, "47"),
        (Decimal("83.50"), "83.50"),
        (Decimal("1E+3"), "1000"),
    ],
)
def test_scalar_has_quotes_only_where_it_would_be_read_as_something_else(
    value: Data, text: str
) -> None:
    assert in_block({"a": value}) == f"a: {text}\n"


@pytest.mark.parametrize("text", ["Why? Price", "https://okr.dev", "chat: 52"])
def test_text_in_one_line_has_quotes_around_what_fast_parsers_refuse(text: str) -> None:
    assert flow_text(text) == f'"{text}"'


def test_lists_are_indented_by_two_below_their_key() -> None:
    assert in_block({"a": [1, {"b": 2, "c": [3]}]}) == ("a:\n  - 1\n  - b: 2\n    c:\n      - 3\n")


def test_empty_collections_are_brackets() -> None:
    assert in_block({"a": [], "b": {}}) == "a: []\nb: {}\n"


def test_collection_that_is_one_line_has_all_in_it_in_one_line() -> None:
    def second_level(location: tuple[str | int, ...], _data: Data) -> bool:
        return len(location) == 2

    text = block_text({"a": [{"b": [1, {"c": 2}]}]}, second_level)
    assert text == "a:\n  - {b: [1, {c: 2}]}\n"


def test_long_line_is_never_wrapped() -> None:
    assert in_block({"a": "word " * 500 + "end"}).count("\n") == 1


def test_text_of_several_lines_is_a_block_where_nothing_is_lost() -> None:
    assert in_block({"a": "one\ntwo\n"}) == "a: |\n  one\n  two\n"
    assert in_block({"a": "one\ntwo"}) == "a: |-\n  one\n  two\n"


@pytest.mark.parametrize("text", [" one\ntwo", "one \ntwo", "\none", "one\n\x07two"])
def test_text_that_a_block_would_change_is_quoted(text: str) -> None:
    written = in_block({"a": text})

    assert written.startswith('a: "')
    assert read("x.yaml", written.encode()).data == {"a": text}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal(47), "47"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("9E+27"), "9" + "0" * 27),
        (Decimal("1E+28"), "1E+28"),
        (Decimal("-0.10"), "-0.10"),
    ],
)
def test_number_is_written_with_every_digit_as_far_as_files_read_them(
    number: Decimal, text: str
) -> None:
    assert exact_text(number) == text


@given(VALUES)
def test_value_in_one_line_reads_back_as_it_was(value: Data) -> None:
    text = flow_text(value)

    assert "\n" not in text
    assert read("x.yaml", f"a: [{text}]\n".encode()).data == {"a": [value]}


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3))
def test_block_reads_back_as_it_was(data: dict[str, Data]) -> None:
    assert read("x.yaml", in_block(data).encode()).data == data
