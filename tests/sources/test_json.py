import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.base import Row, SourceError
from okrcli.sources.json import rows_of_json

ITEMS = '{"key_result": "cx/nps", "value": 47.50}'


def test_json_list_gives_one_row_an_object_with_its_line() -> None:
    rows = rows_of_json("a.json", b'[\n {"kpi": "csat", "value": 83},\n {"kpi": "nps"}\n]\n')

    assert rows == (Row(2, kpi="csat", value="83"), Row(3, kpi="nps"))


def test_json_lines_give_one_row_a_line() -> None:
    rows = rows_of_json("a.jsonl", f"{ITEMS}\n\n{ITEMS}\n".encode())

    assert [row.line for row in rows] == [1, 3]


def test_json_numbers_keep_every_digit() -> None:
    content = b'{"kpi": "a", "value": 0.1000000000000000055511151231257827}'

    assert rows_of_json("a.json", content)[0].value == "0.1000000000000000055511151231257827"


def test_json_null_is_empty_and_a_list_is_its_words() -> None:
    row = rows_of_json("a.json", b'{"key_result": "cx/t", "value": null, "done": ["a", "b"]}')[0]

    assert (row.value, row.done) == ("", "a b")


@pytest.mark.parametrize(("value", "text"), [("true", "yes"), ("false", "no"), ("1e2", "100")])
def test_json_values_become_text_that_says_the_same(value: str, text: str) -> None:
    assert rows_of_json("a.json", f'[{{"kpi": "a", "value": {value}}}]'.encode())[0].value == text


def test_json_number_of_a_huge_exponent_stays_short() -> None:
    assert rows_of_json("a.json", b'[{"kpi": "a", "value": 1e999999}]')[0].value == "1E+999999"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "[]"),
        ("[1]", "a.json:1: This is no entry"),
        ('[{"kpi": "a"}\n {"kpi": "b"}]', "a.json:2: Not JSON: a comma or a bracket is missing."),
        ('[{"kpi": "a"}]\n[]', "a.json:1: Not JSON: something follows the list."),
        ('[\n{"kpi": }]', "a.json:2: Not JSON: Expecting value."),
        ('[\n{"value": NaN}]', "a.json:2: Not JSON: NaN is not a number."),
        ('[{"kpi": "a", "kpi": "b"}]', "a.json:1: Not JSON: an object has the same key twice."),
        ('[{"valeu": 1}]', "a.json:1: 'valeu' is not known: did you mean 'value'?"),
        ('[{"value": {"a": 1}}]', "a.json:1: The value of 'value' is neither text nor a number."),
        ("[" * 100_000, "a.json:1: Not JSON"),
    ],
)
def test_json_names_the_line_of_what_is_wrong(text: str, message: str) -> None:
    if message == "[]":
        assert rows_of_json("a.json", text.encode()) == ()
        return
    with pytest.raises(SourceError) as caught:
        rows_of_json("a.json", text.encode())

    assert message in caught.value.message


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_json_reads_or_refuses_any_bytes(content: bytes) -> None:
    refusal = None
    try:
        rows_of_json("a.json", content)
    except SourceError as error:
        refusal = error.message

    assert refusal is None or "a.json:" in refusal


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, max_value=10**12))
def test_json_number_survives_as_text(number: Decimal) -> None:
    content = json.dumps([{"kpi": "a"}])[:-2] + f', "value": {number}}}]'

    assert Decimal(rows_of_json("a.json", content.encode())[0].value) == number
