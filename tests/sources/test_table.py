from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources import table
from okrcli.sources.base import Line, SourceError
from okrcli.sources.table import TableRows, cell_of_row

CELLS = st.lists(st.none() | st.text(max_size=3) | st.decimals(allow_nan=False), max_size=4)


@given(st.lists(st.tuples(st.integers(1, 10**9), CELLS)))
def test_rows_are_what_was_added_to_them(lines: list[Line]) -> None:
    rows = TableRows("a.csv", lines)

    assert list(rows) == lines
    assert len(rows) == len(lines)
    assert [rows[at] for at in range(len(rows))] == lines
    assert rows[1:3] == lines[1:3]
    assert list(rows.column(2)) == [cell_of_row(cells, 2) for _, cells in lines]


@given(st.lists(st.tuples(st.integers(1, 10**9), CELLS)), st.integers(1, 4))
def test_blocks_are_all_rows_in_their_order(lines: list[Line], size: int) -> None:
    blocks = [*TableRows("a.csv", lines).blocks(size)]

    assert [line for block in blocks for line in block] == lines
    assert [line for block in blocks for line in block.lines] == [line for line, _ in lines]
    for position in (None, 0, 2):
        assert [cell for block in blocks for cell in block.column(position)] == [
            cell_of_row(cells, position) for _, cells in lines
        ]


def test_cells_are_found_after_a_row_without_any() -> None:
    [block] = TableRows("a.csv", [(1, []), (2, ["nps"]), (3, ["csat"])]).blocks(3)

    assert [*block.column(0)] == [None, "nps", "csat"]


def test_equal_cells_are_one_object() -> None:
    rows = TableRows("a.csv", [(1, ["".join(["n", "ps"])]), (2, ["".join(["np", "s"])])])

    assert rows[0][1][0] is rows[1][1][0]


def test_equal_cells_are_kept_when_there_are_too_many_different_ones_to_remember(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table, "_MOST_KNOWN", 3)
    lines = [(line, [f"{line % 5}", "same"]) for line in range(1, 20)]

    assert list(TableRows("a.csv", lines)) == lines


def endless(cell: str) -> Iterator[Line]:
    line = 0
    while line < 10_000:
        line += 1
        yield line, [cell * line]


@pytest.mark.parametrize("cell", ["", "long text of which there is always more "])
def test_rows_that_would_take_too_much_memory_are_refused_while_they_are_read(
    cell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "MOST_MEMORY", 20_000)
    lines = endless(cell)

    with pytest.raises(SourceError, match="would take more than 400 MiB of memory from here on"):
        TableRows("a.csv", lines)
    assert next(lines)[0] < 3_000


def test_rows_that_are_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 2)

    with pytest.raises(SourceError, match=r"\na.csv:3: There are more than"):
        TableRows("a.csv", endless("x"))


def test_row_that_ends_early_has_empty_cells() -> None:
    assert cell_of_row(["a"], 0) == "a"
    assert cell_of_row(["a"], 1) is None
    assert cell_of_row(["a"], None) is None
