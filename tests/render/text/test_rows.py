import csv
from io import StringIO

from okrcli.render.text.rows import csv_text

ROWS = [("ref", "title", "value"), ("nps", "From 1.5; to 2,5", "47.125"), ("csat", "", "")]


def test_csv_is_that_of_the_standard() -> None:
    assert [*csv.reader(StringIO(csv_text(ROWS)))] == [[*row] for row in ROWS]


def test_csv_of_excel_has_a_mark_semicolons_and_commas_in_numbers_only() -> None:
    assert csv_text(ROWS, "excel", {"value"}) == (
        '\ufeffref;title;value\nnps;"From 1.5; to 2,5";47,125\ncsat;;\n'
    )


def test_csv_of_nothing_is_empty() -> None:
    assert csv_text([]) == ""
