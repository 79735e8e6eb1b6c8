import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.text.rows import csv_text, markdown_lines, plain_text

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"))
ROWS = [("ref", "title", "value"), ("nps", "From 1.5; to 2,5", "47.125"), ("csat", "", "")]


def test_csv_is_that_of_the_standard() -> None:
    assert [*csv.reader(StringIO(csv_text(ROWS)))] == [[*row] for row in ROWS]


def test_csv_of_excel_has_a_mark_semicolons_and_commas_in_numbers_only() -> None:
    assert csv_text(ROWS, "excel", {"value"}) == (
        '\ufeffref;title;value\nnps;"From 1.5; to 2,5";47,125\ncsat;;\n'
    )


def test_csv_of_nothing_is_empty() -> None:
    assert csv_text([]) == ""


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4))
def test_csv_reads_back_as_it_was(rows: list[list[str]]) -> None:
    text = csv_text(rows)

    assert [*csv.reader(StringIO(text, newline=""))] == rows
    assert "\r" not in text


def test_plain_rows_are_lines_of_cells_between_tabs() -> None:
    assert plain_text([("a", "b"), ("c", "")]) == "a\tb\nc\t\n"
    assert plain_text([]) == ""


def test_markdown_table_has_a_head_only_where_it_has_a_row() -> None:
    assert markdown_lines(("A", "B"), [("1", "2")]) == ["| A | B |", "| --- | --- |", "| 1 | 2 |"]
    assert markdown_lines(("A", "B"), []) == []
