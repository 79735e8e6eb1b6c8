import pytest

from okrcli.sources import ROW_SOURCES
from okrcli.sources.base import FIELDS, Row, SourceError
from okrcli.sources.csv import rows_of_csv


def test_csv_gives_one_row_a_line_with_its_line_number() -> None:
    rows = rows_of_csv("a.csv", b"key_result,value\ncx/nps,47\n\ncx/csat, 83 \n")

    assert rows == (
        Row(2, key_result="cx/nps", value="47"),
        Row(4, key_result="cx/csat", value="83"),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_finds_its_delimiter_in_the_header(delimiter: str) -> None:
    text = f"kpi{delimiter}value\ncsat{delimiter}83\n"

    assert rows_of_csv("a.csv", text.encode()) == (Row(2, kpi="csat", value="83"),)


def test_csv_keeps_a_decimal_comma_when_semicolons_separate() -> None:
    assert rows_of_csv("a.csv", b"kpi;value\ncsat;83,5\n")[0].value == "83,5"


def test_csv_counts_lines_right_after_a_cell_of_two_lines() -> None:
    rows = rows_of_csv("a.csv", b'kpi,note,value\ncsat,"one\ntwo",1\ncsat,,2\n')

    assert [row.line for row in rows] == [2, 4]
    assert rows[0].note == "one\ntwo"


def test_csv_reads_every_column_and_a_byte_order_mark_and_crlf() -> None:
    header = ",".join(name.upper() for name in FIELDS)
    content = f"{header}\r\n{','.join(FIELDS)}\r\n".encode("utf-8-sig")

    assert rows_of_csv("a.csv", content) == (Row(2, **{name: name for name in FIELDS}),)


def test_csv_takes_missing_cells_for_empty_ones() -> None:
    assert rows_of_csv("a.csv", b"kpi,value,note\ncsat,1\n") == (Row(2, kpi="csat", value="1"),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"kpi,valeu\ncsat,1\n", "a.csv:1: 'valeu' is not known: did you mean 'value'?"),
        (b"\nkpi,kpi\n", "a.csv:2: Column 'kpi' is there twice."),
        (b"value\n3\n", "a.csv:1: The first line must name the columns"),
        (b"", "a.csv:1: "),
        (b"kpi,value\ncsat,1,2\n", "a.csv:2: There are 3 cells for 2 columns"),
        (b'kpi,value\ncsat,"1\n', "a.csv:2: This is no table"),
        (b"kpi,value\ncsat,1\n\xff,2\n", "a.csv:3: This is not UTF-8 text."),
    ],
)
def test_csv_names_the_line_of_what_is_wrong(content: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        rows_of_csv("a.csv", content)

    assert message in caught.value.message


def test_csv_names_every_wrong_line_up_to_a_bearable_number() -> None:
    with pytest.raises(SourceError) as caught:
        rows_of_csv("a.csv", b"kpi,value\n" + b"csat,1,2\n" * 30)

    lines = caught.value.message.splitlines()
    assert len(lines) == 22
    assert lines[1].startswith("a.csv:2: ")
    assert lines[-1] == "… and 10 more."


def test_row_sources_cover_the_endings_of_tables_and_json() -> None:
    assert set(ROW_SOURCES) == {"csv", "tsv", "json", "jsonl"}
