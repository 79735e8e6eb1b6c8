import re

from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.drawing.cells import cell
from okrcli.render.drawing.grid import Column, Row, Wish, natural_widths, share_out, table
from okrcli.render.drawing.spans import Line, paint, styled_line

COLUMNS = (Column("title", "Title"), Column("now", "Now", "right"), Column("owner", "Owner"))
ROWS: list[Row | Line] = [
    {"title": cell("Raise NPS from 40 to 60"), "now": cell("47"), "owner": cell("ana")},
    (),
    {"title": cell("Ship"), "owner": cell("maria-jose")},
]


def drawn(widths: dict[str, int], rows: list[Row | Line]) -> list[str]:
    return paint(table(COLUMNS, widths, rows), colour=False).splitlines()


def test_table_breaks_texts_between_words_and_is_aligned() -> None:
    assert drawn({"title": 10, "now": 4, "owner": 10}, ROWS) == [
        "Title        Now  Owner",
        "Raise NPS     47  ana",
        "from 40 to",
        "60",
        "",
        "Ship              maria-jose",
    ]


def test_table_leaves_out_columns_without_a_width() -> None:
    assert drawn({"title": 23}, ROWS)[:2] == ["Title", "Raise NPS from 40 to 60"]


def test_line_between_the_rows_stands_as_it_is() -> None:
    rows: list[Row | Line] = [{"title": cell("a")}, styled_line("  * was 65"), {"title": cell("b")}]

    assert drawn({"title": 5}, rows) == ["Title", "a", "  * was 65", "b"]


def test_title_may_reach_over_the_column_on_its_left() -> None:
    columns = (Column("title", "Title"), Column("share", "Progress", "right", over=True))
    rows: list[Row] = [{"title": cell("Raise NPS to 60"), "share": cell("35%")}]

    assert natural_widths(columns, rows) == {"title": 15, "share": 3}
    lines = paint(table(columns, {"title": 15, "share": 3}, rows), colour=False).splitlines()
    assert lines == ["Title       Progress", "Raise NPS to 60  35%"]


def test_table_breaks_a_word_that_is_longer_than_a_line() -> None:
    rows: list[Row | Line] = [{"title": cell("満足度を高める")}]

    assert drawn({"title": 6}, rows) == ["Title", "満足度", "を高め", "る"]


def test_table_cuts_a_column_s_title_where_it_does_not_fit() -> None:
    assert drawn({"title": 10, "now": 2}, ROWS)[:2] == ["Title       No", "Raise NPS   47"]


@given(st.text(alphabet="ab 0満é", max_size=60), st.integers(2, 20))
def test_table_loses_no_letter(text: str, width: int) -> None:
    lines = drawn({"title": width}, [{"title": cell(text)}])

    assert re.sub(r"\s", "", "".join(lines[1:])) == re.sub(r"\s", "", text)


def test_first_wishes_are_fulfilled_first() -> None:
    wishes = [Wish("a", 10), Wish("b", 20), Wish("c", 5)]

    assert share_out(20, wishes) == {"a": 10, "c": 5}


def test_gap_between_columns_counts() -> None:
    assert share_out(16, [Wish("a", 10), Wish("b", 5)]) == {"a": 10}
    assert share_out(17, [Wish("a", 10), Wish("b", 5)]) == {"a": 10, "b": 5}


def test_later_wish_widens_a_column() -> None:
    wishes = [Wish("a", 4), Wish("b", 4), Wish("a", 30, partly=True)]

    assert share_out(20, wishes) == {"a": 14, "b": 4}


def test_partial_wish_makes_no_new_column() -> None:
    assert share_out(20, [Wish("a", 4), Wish("b", 30, partly=True)]) == {"a": 4}
