import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Severity
from okrcli.render.text.json_text import json_text

SCALARS = st.none() | st.booleans() | st.integers() | st.text()
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from("abc"), VALUES), st.integers(0, 4))
def test_document_reads_back_as_it_was_at_any_depth(document: dict[str, Any], depth: int) -> None:
    text = json_text(document, depth)

    assert json.loads(text) == document
    assert text.endswith("\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.10"), "0.10"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("1E+30"), "1" + "0" * 30),
        (date(2026, 11, 20), '"2026-11-20"'),
        (Severity.ERROR, '"error"'),
        ((1, 2), "[1, 2]"),
        ((), "[]"),
        ("ñ 😀", '"ñ 😀"'),
        (True, "true"),
    ],
)
def test_value_keeps_every_digit_and_is_a_type_of_json(value: Any, text: str) -> None:
    assert json_text({"x": value}, 0) == f'{{"x": {text}}}\n'


def test_lines_go_down_to_the_depth_and_lists_of_plain_values_stay_on_one() -> None:
    document = {"a": [{"b": 1, "c": [1, 2]}], "d": [1, 2]}

    assert json_text(document, 0).count("\n") == 1
    assert json_text(document, 2).splitlines() == [
        "{",
        '  "a": [',
        '    {"b": 1, "c": [1, 2]}',
        "  ],",
        '  "d": [1, 2]',
        "}",
    ]


def test_character_that_a_runner_or_a_terminal_obeys_is_an_escape() -> None:
    text = json_text({"x": "\x1b[31m\n::error::"}, 1)

    assert "\x1b" not in text
    assert json.loads(text) == {"x": "\x1b[31m\n::error::"}
