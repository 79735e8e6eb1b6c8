from datetime import date
from decimal import Decimal

import pytest

from okrcli.sources.base import Cell, SourceError
from okrcli.sources.csv import table_of_csv
from okrcli.sources.json import table_of_json
from okrcli.sources.rows import FIELDS, Row, rows_of, rows_of_items
from okrcli.sources.table import Table, TableRows


def test_rows_of_a_table_are_its_cells_without_spaces_around() -> None:
    table = table_of_csv("a.csv", b"Key Result;VALUE\ncx/nps; 83,5 \n\n;\ncx/csat;\n")

    assert rows_of(table) == (
        Row(2, key_result="cx/nps", value="83,5"),
        Row(5, key_result="cx/csat"),
    )


def test_rows_have_every_field() -> None:
    header = ",".join(name.upper() for name in FIELDS)
    table = table_of_csv("a.csv", f"{header}\r\n{','.join(FIELDS)}\r\n".encode("utf-8-sig"))

    assert rows_of(table) == (Row(2, **{name: name for name in FIELDS}),)


def test_rows_spell_cells_as_they_would_be_typed() -> None:
    cells: list[Cell] = ["nps", Decimal("1.234"), date(2026, 11, 20), None]
    table = Table("a.xlsx", ("kpi", "value", "date", "note"), TableRows("a.xlsx", [(2, cells)]))

    assert rows_of(table) == (Row(2, kpi="nps", value="1.2340", date="2026-11-20"),)


def test_number_of_a_huge_exponent_stays_short() -> None:
    table = table_of_json("a.json", b'[{"kpi": "a", "value": 1e999999}]')

    assert rows_of(table)[0].value == "1E+999999"


def test_keys_of_one_object_only_are_empty_in_the_others() -> None:
    table = table_of_json("a.json", b'[{"kpi": "a"},\n{"kpi": "b", "note": "x"}]')

    assert rows_of(table) == (Row(1, kpi="a"), Row(2, kpi="b", note="x"))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (table_of_csv("a.csv", b"kpi,valeu\ncsat,1\n"), "a.csv:1: 'valeu' is not known: did you"),
        (table_of_csv("a.csv", b"value\n3\n"), "a.csv:1: The first line must name the columns"),
        (table_of_csv("a.csv", b""), "a.csv:1: The first line must name the columns"),
        (
            table_of_csv("a.csv", b"key result,key_result,value\na,b,1\n"),
            "a.csv:1: Column 'key_result' is there twice.",
        ),
        (
            table_of_json("a.json", b'[{"kpi": "a"},\n{"valeu": 1}]'),
            "a.json:2: 'valeu' is not known: did you mean 'value'?",
        ),
    ],
)
def test_rows_are_refused_when_a_column_is_no_field(table: Table, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        rows_of(table)

    assert message in caught.value.message


def test_rows_of_items_name_the_line_of_what_is_none() -> None:
    with pytest.raises(SourceError) as caught:
        rows_of_items("a.yaml", [(1, {"kpi": "a"}), (3, "b"), (4, {"value": {}}), (5, {"x": 1})])

    assert caught.value.message.splitlines()[1:] == [
        "a.yaml:3: This is no entry: write {key_result: …, value: …}.",
        "a.yaml:4: The value of 'value' is neither text nor a number.",
        f"a.yaml:5: 'x' is not known: known are {', '.join(FIELDS)}.",
    ]
