from collections.abc import Sequence

import pytest

from okrcli.sources.base import Cell, SourceError
from okrcli.sources.readings.long_rows import ReadColumns, require_aligned
from okrcli.sources.table import Table, TableRows


def a_table(*rows: Sequence[Cell]) -> Table:
    return Table("a.csv", ("date", "value", "x"), TableRows("a.csv", enumerate(rows, 2)))


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (["2026-11-20", "47", "x"], ReadColumns(None, [2], has_text=True)),
        (["2026-11-20", "47", "x", "y"], ReadColumns(0, [1])),
        (["2026-11-20", "47", "", "8"], ReadColumns(0, [1])),
        (["2026-11-20", "nps", "47", "y"], ReadColumns(0, [2], [1])),
        (["47", "2026-11-20", "x", "y"], ReadColumns(1, [0])),
    ],
)
def test_row_whose_cells_stand_under_their_names_is_taken(
    row: Sequence[Cell], read: ReadColumns
) -> None:
    require_aligned(a_table(row), read)


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (["2026-11-20", "1", "200", "x"], ReadColumns(0, [1])),
        (["2026-11-20", "$1", "200.50 x", "x"], ReadColumns(0, [1])),
        (["2026-11-20", "we sold 1", "200", "9"], ReadColumns(0, [2])),
        (["2026-11-20", "47", "great", " really"], ReadColumns(0, [1], has_text=True)),
        (["1", "2026-11-20", "47", "x"], ReadColumns(None, [1])),
    ],
)
def test_row_in_which_a_cell_may_have_been_cut_in_two_is_refused(
    row: Sequence[Cell], read: ReadColumns
) -> None:
    with pytest.raises(SourceError) as caught:
        require_aligned(a_table(["2026-11-19", "1", "x"], row), read)

    assert caught.value.lines[1] == (
        "a.csv:3: There are 4 cells for the 3 columns that line 1 names: put a cell that holds the"
        " separator into double quotes, and name every column."
    )
