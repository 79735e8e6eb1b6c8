from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from okrcli.errors import UsageError
from okrcli.sources.base import Cell, ShownNumber, SourceError, TableOptions
from okrcli.sources.cells import Today
from okrcli.sources.checkins.row_tables import HEADER_NAMES, rows_of
from okrcli.sources.checkins.rows import FIELDS, Row
from okrcli.sources.csv import table_of_csv
from okrcli.sources.json import table_of_json
from okrcli.sources.table import Table, TableRows

TODAY = date(2026, 11, 20)


def read(table: Table, **mapped: str) -> Sequence[Row]:
    return rows_of(table, Today(TODAY), mapped).rows


def of_csv(text: str) -> Table:
    return table_of_csv("a.csv", text.encode(), TableOptions(names=HEADER_NAMES))


def test_rows_of_a_table_are_its_cells_without_spaces_around() -> None:
    table = table_of_csv("a.csv", b"Key Result;VALUE\ncx/nps; 83,5 \n\n;\ncx/csat;\n")

    assert read(table) == [Row(2, key_result="cx/nps", value="83,5")]


def test_rows_have_every_field() -> None:
    header = ",".join(name.upper() for name in FIELDS)
    values = {name: "2026-11-20" if name == "date" else name for name in FIELDS}
    table = of_csv(f"\ufeff{header}\r\n{','.join(values.values())}\r\n")

    assert read(table) == [Row(2, **values)]


def test_rows_spell_cells_as_they_would_be_typed() -> None:
    cells: list[Cell] = ["nps", Decimal("1.234"), date(2026, 11, 20), None]
    table = Table("a.xlsx", ("kpi", "value", "date", "note"), TableRows("a.xlsx", [(2, cells)]))

    assert read(table) == [Row(2, kpi="nps", value="1.2340", date="2026-11-20")]


def test_number_of_a_huge_exponent_stays_short() -> None:
    table = table_of_json("a.json", b'[{"kpi": "a", "value": 1e999999}]')

    assert read(table)[0].value == "1E+999999"


def test_keys_of_one_object_only_are_empty_in_the_others() -> None:
    table = table_of_json("a.json", b'[{"kpi": "a", "value": 1},\n{"kpi": "b", "note": "x"}]')

    assert read(table) == [Row(1, kpi="a", value="1"), Row(2, kpi="b", note="x")]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (table_of_csv("a.csv", b"kpi,valeu\ncsat,1\n"), "a.csv:1: 'valeu' is not known: did you"),
        (table_of_csv("a.csv", b"value\n3\n"), "a.csv:1: The first line must name the columns"),
        (table_of_csv("a.csv", b""), "a.csv:1: The first line must name the columns"),
        (
            table_of_csv("a.csv", b"key result,key_result,value\na,b,1\n"),
            "a.csv:1: Columns 'key result' and 'key_result' can all be the key_result.",
        ),
        (
            table_of_json("a.json", b'[{"kpi": "a"},\n{"valeu": 1}]'),
            "a.json:2: 'valeu' is not known: did you mean 'value'?",
        ),
    ],
)
def test_rows_are_refused_when_a_column_is_no_field(table: Table, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(table)

    assert message in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "Key Result;Current;Comment\nhelp/nps;48,5;ok\n",
        "Resultado clave;Valor actual;Comentarios\nhelp/nps;48,5;ok\n",
        "Ключевой результат;Факт;Комментарий\nhelp/nps;48,5;ok\n",
        "Team;KR;Owner;Now;Notes\nsupport;help/nps;ana;48,5;ok\n",
        "Weekly numbers\n\nKR;Value;Note\nhelp/nps;48,5;ok\n",
    ],
)
def test_columns_are_known_by_the_usual_names(text: str) -> None:
    (row,) = read(of_csv(text))

    assert (row.key_result, row.value, row.note) == ("help/nps", "48,5", "ok")


def test_columns_are_those_that_somebody_names() -> None:
    table = of_csv("What;How much\nhelp/nps;48\n")

    assert read(table, ref="What", value="how much") == [Row(2, ref="help/nps", value="48")]
    with pytest.raises(UsageError, match="'vaule' is not known: did you mean 'value'"):
        read(table, ref="What", vaule="How much")


def test_columns_that_are_not_read_are_said() -> None:
    found = rows_of(of_csv("kpi,value,Team,Status\nnps,48,support,ok\n"), Today(TODAY))

    assert found.remarks == ("Not read in a.csv: 'Team', 'Status'.",)


def test_row_without_a_value_is_left_out_and_said() -> None:
    found = rows_of(of_csv("kpi,value,note\nnps,48,\ncsat,n/a,\nces,-,ill\n"), Today(TODAY))

    assert [(row.kpi, row.value) for row in found.rows] == [("nps", "48"), ("ces", "")]
    assert found.remarks == ("1 row has no value in a.csv, so nothing is recorded there.",)
    alone = rows_of(of_csv("kpi,value\nnps,n/a\n"), Today(TODAY))
    assert [row.kpi for row in alone.rows] == ["nps"], "which is refused"


def test_unit_in_the_name_of_the_column_is_that_of_its_values() -> None:
    table = of_csv("kpi,Value (h)\nfrt,7\n")

    assert [row.value for row in read(table, value="Value (h)")] == ["7 h"]


def test_values_and_dates_are_read_as_their_columns_are_written() -> None:
    table = of_csv('kpi,date,value\nnps,20.11.2026,"1,234"\nnps,2026-11-19,"7,5"\nnps,,pilot\n')

    assert [(row.date, row.value) for row in read(table)] == [
        ("2026-11-20", "1.2340"),
        ("2026-11-19", "7,5"),
        ("", "pilot"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kpi,date\nnps,05/11/2026\n", "2: column 'date': \"05/11/2026\" could be 2026-11-05"),
        ("kpi,value\nnps,1,200\n", "2: There are 3 cells for the 2 columns"),
    ],
)
def test_columns_that_stay_open_are_refused(text: str, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(of_csv(text))

    assert caught.value.lines[1].startswith(f"a.csv:{said}")


def test_rows_with_a_cell_that_cannot_be_read_are_told_beside_the_others() -> None:
    found = rows_of(of_csv("kpi,date\nnps,21.11.2026\nnps,soon\nnps,\n"), Today(TODAY))

    assert found.rows == [Row(4, kpi="nps")]
    assert [(problem.line, problem.message) for problem in found.problems] == [
        (2, "column 'date': \"21.11.2026\" is 2026-11-21, in the future: today is 2026-11-20."),
        (3, "column 'date': \"soon\" is not a date: write it like 2026-11-20."),
    ]


def test_number_that_a_workbook_shows_has_a_decimal_point_whatever_else_is_there() -> None:
    rows = [(2, ["conv", ShownNumber("12.345%")]), (3, ["reply", "2,5"])]
    table = Table("a.xlsx", ("ref", "value"), TableRows("a.xlsx", rows))

    assert [row.value for row in read(table)] == ["12.3450%", "2,5"]


def test_units_of_rows_are_read_with_their_values() -> None:
    found = rows_of(of_csv("key_result,value,unit\no/wait,90,min\no/calls,5,calls\n"), Today(TODAY))

    assert [row.value for row in found.rows] == ["90 min", "5"]
    assert found.remarks == ()


def test_scale_of_a_row_is_read_with_its_value() -> None:
    found = rows_of(of_csv("kpi,value,multiplier\na,5,thousands\nb,6,1\n"), Today(TODAY))

    assert found.rows == [Row(2, kpi="a", value="5 thousands"), Row(3, kpi="b", value="6")]
    assert found.remarks == ()
    of_half = rows_of(of_csv("kpi,value,factor\na,5,0.5\n"), Today(TODAY))
    assert "column 'factor' says 0.5" in str(of_half.problems)
