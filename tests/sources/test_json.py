import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.base import HeaderNames, SourceError, TableOptions
from okrcli.sources.json import table_of_json
from okrcli.sources.table import Table

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
        ("[1]", "a.json:1: This is not an entry"),
        ('[{"kpi": "a"}\n {"kpi": "b"}]', "a.json:2: Not JSON: a comma or a bracket is missing."),
        ('[{"kpi": "a"}]\n[]', "a.json:2: Not JSON: something follows the list."),
        ('[\n{"kpi": }]', "a.json:2: Not JSON: Expecting value."),
        ('[\n{"value": NaN}]', "a.json:2: Not JSON: NaN is not a number."),
        ('[{"kpi": "a", "kpi": "b"}]', "a.json:1: Not JSON: an object has the same key twice."),
        ("[" * 100_000, "a.json:1: Not JSON"),
        (
            '[\n{"value": 1e9999999999999999999}]',
            "a.json:2: Not JSON: it has a number that is too large",
        ),
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


def of(text: str, *mapped: str, table: str | None = None) -> Table:
    names = HeaderNames(frozenset(mapped), frozenset({"nps"}))
    return table_of_json("a.json", text.encode(), TableOptions(table=table, names=names))


def test_json_gives_the_parts_that_somebody_names() -> None:
    text = '[{"at": "x", "data": {"score": 9, "by": {"id": 5}, "tags": [{"a": 1}]}}, {"at": "y"}]'
    table = of(text, "data.score", "data.by.id", "data.tags.0.a")

    assert table.columns == ("at", "data", "data.score", "data.by.id", "data.tags.0.a")
    assert [cells[2:] for _, cells in table.rows] == [[Decimal(9), Decimal(5), Decimal(1)], []]


def test_json_that_nobody_names_is_an_error_in_its_place() -> None:
    table = of('[{"kpi": "nps", "value": {"score": 9}, "tags": [{}]}]')

    (row,) = table.rows
    assert row[1][0] == "nps"
    value, tags = map(str, row[1][1:])
    assert value.endswith("is neither text nor a number. Name a part of it, as in 'value.score'.")
    assert tags == "The value of 'tags' is neither text nor a number."


def test_json_that_has_a_part_and_a_key_of_its_name_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.json:1: 'a\.b' occurs twice"):
        of('[{"a": {"b": 1}, "a.b": 2}]', "a.b")


@pytest.mark.parametrize(
    "text",
    [
        '{"count": 2, "results": [{"nps": 9}, {"nps": 8}]}',
        '{"data": {"next": null, "items": [{"nps": 9}, {"nps": 8}]}, "ok": true}',
    ],
)
def test_json_of_a_service_is_the_list_that_its_object_holds(text: str) -> None:
    assert of(text).rows == [(1, [Decimal(9)]), (2, [Decimal(8)])]


def test_json_of_several_lists_needs_the_name_of_one() -> None:
    text = '{"users": [{"id": 1}], "scores": [{"nps": 9}]}'

    assert of(text, table="scores").rows == [(1, [Decimal(9)])]
    with pytest.raises(SourceError, match="There are several lists: users, scores"):
        of(text)
    with pytest.raises(SourceError, match="There is no list 'score': did you mean 'scores'"):
        of(text, table="score")


def test_json_of_one_object_that_is_a_row_is_that_row() -> None:
    assert of('{"kpi": "nps", "value": 9, "log": [{"a": 1}]}').columns == ("kpi", "value", "log")
    assert of('{"data": {"score": 9}, "log": [{"a": 1}]}', "data.score").columns[1] == "data.score"
