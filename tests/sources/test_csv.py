import csv
import io
import tracemalloc
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources import csv as source
from okrcli.sources import format_of
from okrcli.sources.base import HeaderNames, SourceError, TableOptions
from okrcli.sources.csv import table_of_csv
from okrcli.sources.json import table_of_json
from okrcli.sources.sqlite import table_of_sqlite
from okrcli.sources.table import ReadTable
from okrcli.sources.xlsx import table_of_xlsx


def test_csv_gives_one_row_a_line_with_its_line_number() -> None:
    table = table_of_csv("a.csv", b"date,value\n2026-11-20,47\n\n2026-11-21, 83 \n")

    assert table.columns == ("date", "value")
    assert (table.name, table.header) == ("a.csv", 1)
    assert table.rows == [(2, ["2026-11-20", "47"]), (4, ["2026-11-21", " 83 "])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_finds_its_delimiter_in_the_header(delimiter: str) -> None:
    text = f'"Score, or; so"{delimiter}value\ncsat{delimiter}83\n'

    assert table_of_csv("a.csv", text.encode()).rows == [(2, ["csat", "83"])]


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_csv_takes_the_delimiter_that_excel_writes_first(first: str) -> None:
    table = table_of_csv("a.csv", f"{first}\r\nkpi,a;value\r\ncsat;83,5\r\n".encode())

    assert table.columns == ("kpi,a", "value")
    assert table.header == 2
    assert table.rows == [(3, ["csat", "83,5"])]


def test_csv_counts_lines_right_after_a_cell_of_two_lines() -> None:
    table = table_of_csv("a.csv", b'kpi,note,value\ncsat,"one\ntwo",1\ncsat,,2\n')

    assert [line for line, _ in table.rows] == [2, 4]
    assert table.rows[0][1][1] == "one\ntwo"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_reads_the_line_ends_of_every_system(end: str) -> None:
    content = f"kpi,value{end}csat,1{end}{end}nps,2{end}".encode()

    assert table_of_csv("a.csv", content).rows == [(2, ["csat", "1"]), (4, ["nps", "2"])]


def test_csv_keeps_short_rows_short_and_drops_empty_cells_too_many() -> None:
    table = table_of_csv("a.csv", b"kpi,value,note\ncsat,1\ncsat,2,,,\n")

    assert table.rows == [(2, ["csat", "1"]), (3, ["csat", "2", ""])]


def test_csv_keeps_what_looks_like_a_formula_as_text() -> None:
    assert table_of_csv("a.csv", b"kpi,note\ncsat,=1+1\n").rows == [(2, ["csat", "=1+1"])]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'kpi,value\ncsat,"1\n', "a.csv:2: This is not a table"),
        (b'kpi,value\ncsat,1\ncsat,"1"2\n', "a.csv:3: This is not a table"),
        (b"kpi,value\ncsat,1\n\xff,2\n", "a.csv:3: This is not UTF-8."),
        (
            b"kpi,value\ncsat,\x00\n",
            "a.csv:2: This is not text: it has the control character U+0000",
        ),
    ],
)
def test_csv_names_the_line_of_what_is_wrong(content: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        table_of_csv("a.csv", content)

    assert message in caught.value.message


def test_csv_keeps_further_cells_and_columns_that_are_there_twice() -> None:
    table = table_of_csv("a.csv", b"kpi,x,x\ncsat,1,2,3\n")

    assert table.columns == ("kpi", "x", "x")
    assert table.rows == [(2, ["csat", "1", "2", "3"])]


BANK = """\
"Karte";"Visa";"4930"
""
"Saldo vom 07.11.2026:";"-1407,28 EUR"

"Belegdatum";"Status";"Betrag (€)"
"23.10.2026";"Gebucht";"-1.080"
"""


def test_csv_finds_its_header_below_the_lines_of_a_bank() -> None:
    names = HeaderNames(frozenset({"belegdatum", "betrag (€)"}))
    table = table_of_csv("a.csv", BANK.encode(), TableOptions(names=names))

    assert table.columns == ("Belegdatum", "Status", "Betrag (€)")
    assert (table.header, table.passed_over) == (5, 2)
    assert table.rows == [(6, ["23.10.2026", "Gebucht", "-1.080"])]


@pytest.mark.parametrize(
    ("above", "header"),
    [
        ("# exported by hand, on a Monday\n#\n", 3),
        ("Weekly report, 12 rows\n\n", 3),
        ('Report of "Acme, Inc\n', 2),
        ('"Never ended\n', 2),
        ('"Two\nlines"\n', 3),
        ("sep=;\nReport\n", 3),
        ("", 1),
    ],
)
def test_csv_finds_its_header_and_its_delimiter_below_other_lines(above: str, header: int) -> None:
    text = f"{above}Fecha;Valor;Nota, si hay\n2026-11-20;47;x\n"
    table = table_of_csv("a.csv", text.encode())

    assert table.columns == ("Fecha", "Valor", "Nota, si hay")
    assert table.header == header
    assert table.rows == [(header + 1, ["2026-11-20", "47", "x"])]


def test_csv_skips_as_many_lines_as_somebody_says() -> None:
    text = b"date;value\n1\n\na|b\n2|3\n"
    table = table_of_csv("a.csv", text, TableOptions(skip=2))

    assert (table.columns, table.header, table.passed_over) == (("a", "b"), 4, 0)
    assert table.rows == [(5, ["2", "3"])]


def test_csv_of_nothing_is_a_table_of_nothing() -> None:
    table = table_of_csv("a.csv", b"\n \n")

    assert (table.columns, len(table.rows)) == ((), 0)


@given(
    st.lists(
        st.lists(
            st.text(st.characters(min_codepoint=32, max_codepoint=126)), min_size=2, max_size=2
        ).filter(lambda row: any(map(str.strip, row))),
        max_size=5,
    )
)
def test_csv_reads_back_every_cell_that_was_written(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([["kpi", "note"], *rows])
    table = table_of_csv("a.csv", written.getvalue().encode())

    assert [cells for _, cells in table.rows] == rows


def test_csv_of_too_many_columns_is_refused_for_its_header() -> None:
    names = ",".join(f"column {number}" for number in range(17_000))

    with pytest.raises(SourceError, match=r"a.csv:1: There are more than 16,384 columns"):
        table_of_csv("a.csv", f'{names}\n1,2\n3,"x"y\n'.encode())


def test_csv_with_long_rows_of_nothing_takes_little_memory() -> None:
    content = b"kpi,value\n" + (b"csat,1" + b"," * 50_000 + b"\n") * 128
    tracemalloc.start()
    try:
        table_of_csv("a.csv", content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 2 * len(content)


_LINES = st.sampled_from(
    ["a,1", "b,2,,", "c,3,4", '"d,4', 'd",5', '"e",6', 'f"g,7', '"', "", " , ", "\xa0,\u2003", "h"]
)


@given(st.lists(st.tuples(_LINES, st.sampled_from(["\n", "\r\n", "\r"])), max_size=12))
def test_csv_is_read_alike_however_many_lines_are_read_at_once(
    lines: list[tuple[str, str]],
) -> None:
    content = "".join(["kpi,value\n", *map("".join, lines)]).encode()
    found = []
    for together, most in ((1, 0), (2, 9), (1000, 1000)):
        with patch.multiple(source, _TOGETHER=together, _MOST_CHARACTERS=most):
            try:
                found.append([*table_of_csv("a.csv", content).rows])
            except SourceError as error:
                found.append([(0, [error.message])])

    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.csv", b"kpi", "csv"),
        ("A.TSV", b"kpi", "tsv"),
        ("a.jsonl", b"{}", "jsonl"),
        ("a.db", b"", "sqlite"),
        ("a.sqlite3", b"", "sqlite"),
        ("standard input", b"kpi,value", "csv"),
        ("standard input", b"\xef\xbb\xbf \n[{}]", "json"),
        ("standard input", b'{"kpi": 1}', "json"),
        ("a.csv", b"PK\x03\x04...", "xlsx"),
        ("a.json", b"SQLite format 3\x00...", "sqlite"),
    ],
)
def test_format_is_told_by_what_a_file_begins_with_and_is_called(
    name: str, content: bytes, format_: str
) -> None:
    assert format_of(name, content) == format_


@pytest.mark.parametrize(
    "read",
    [table_of_csv, table_of_json, table_of_xlsx, table_of_sqlite],
    ids=lambda each: each.__name__,
)
@given(content=st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_every_source_reads_or_refuses_any_bytes(read: ReadTable, content: bytes) -> None:
    refusal = None
    try:
        read("a", content, TableOptions())
    except SourceError as error:
        refusal = error.message

    assert refusal is None or "\na:" in refusal
