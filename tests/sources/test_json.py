import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.base import SourceError
from okrcli.sources.json import table_of_json

ITEMS = '{"key_result": "cx/nps", "value": 47.50}'


def test_json_list_gives_one_row_an_object_with_its_line() -> None:
    table = table_of_json("a.json", b'[\n {"kpi": "csat", "value": 83},\n {"kpi": "nps"}\n]\n')

    assert (table.columns, table.header) == (("kpi", "value"), 0)
    assert table.rows == [(2, ["csat", Decimal(83)]), (3, ["nps"])]


def test_json_lines_give_one_row_a_line() -> None:
    table = table_of_json("a.jsonl", f"{ITEMS}\n\n{ITEMS}\n".encode())

    assert [line for line, _ in table.rows] == [1, 3]


def test_json_numbers_keep_every_digit() -> None:
    content = b'{"value": 0.1000000000000000055511151231257827}'

    assert table_of_json("a.json", content).rows[0][1] == [
        Decimal("0.1000000000000000055511151231257827")
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [("null", None), ("true", "yes"), ("false", "no"), ('["a", "b"]', "a b"), ('"=1+1"', "=1+1")],
)
def test_json_values_become_cells_that_say_the_same(value: str, cell: str | None) -> None:
    assert table_of_json("a.json", f'[{{"a": {value}}}]'.encode()).rows == [(1, [cell])]


@pytest.mark.parametrize("text", ["", "[]", " \n"])
def test_json_of_nothing_is_a_table_of_nothing(text: str) -> None:
    table = table_of_json("a.json", text.encode())

    assert (table.columns, len(table.rows)) == ((), 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1]", "a.json:1: This is no entry"),
        ('[{"kpi": "a"}\n {"kpi": "b"}]', "a.json:2: Not JSON: a comma or a bracket is missing."),
        ('[{"kpi": "a"}]\n[]', "a.json:2: Not JSON: something follows the list."),
        ('[\n{"kpi": }]', "a.json:2: Not JSON: Expecting value."),
        ('[\n{"value": NaN}]', "a.json:2: Not JSON: NaN is not a number."),
        ('[{"kpi": "a", "kpi": "b"}]', "a.json:1: Not JSON: an object has the same key twice."),
        ('[{"value": {"a": 1}}]', "a.json:1: The value of 'value' is neither text nor a number."),
        ("[" * 100_000, "a.json:1: Not JSON"),
        ('[\n{"value": 1e9999999999999999999}]', "a.json:2: Not JSON: it has a number too large"),
    ],
)
def test_json_names_the_line_of_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        table_of_json("a.json", text.encode())

    assert message in caught.value.message


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, max_value=10**12))
def test_json_number_survives_as_it_is(number: Decimal) -> None:
    content = json.dumps([{"kpi": "a"}])[:-2] + f', "value": {number}}}]'

    assert table_of_json("a.json", content.encode()).rows == [(1, ["a", number])]
