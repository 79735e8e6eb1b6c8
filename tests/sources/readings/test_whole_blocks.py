"""Rows that are read column by column say the same as rows that are read one by one."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.base import Cell, SourceError
from okrcli.sources.cells import CellReader, Today
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.readings import readings as by_rows
from okrcli.sources.readings.reading_rows import Defaults, RowReader
from okrcli.sources.readings.readings import ReadingOptions, readings_of
from okrcli.sources.readings.whole_blocks import columns_of_block
from okrcli.sources.shape import shape_of
from okrcli.sources.sourced import SourcedColumns
from okrcli.sources.table import Table, TableRows
from tests.builders import a_kpi

TODAY = date(2026, 11, 20)
KPIS = {
    "nps": a_kpi(id="nps", bounds=[-100, 100]),
    "csat": a_kpi(80, id="csat", unit="%", segments=["voice", "chat"]),
    "calls": a_kpi(id="calls", bounds=[0, None], segments=["voice"]),
}
COLUMNS = ("kpi", "date", "value", "segment", "weight", "note")
IN_PERCENT = ("kpi", "date", "value (%)", "segment", "weight", "note")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["nps", "csat", "calls", "csat", "NPS", "churn", ""]),
        st.sampled_from(
            ["2026-11-16", "2026-11-17", "2026-11-20", "2026-W47", "2026-11-21", "Total"]
        ),
        st.sampled_from(["44", "0.5", "83,5 %", "-45", "1e3", "", "n/a", "101", "many"]),
        st.sampled_from([None, "voice", "chat", "Chat", "fax"]),
        st.sampled_from([None, "12", "-1", "some"]),
        st.sampled_from([None, None, "wave 2", "\x07"]),
    ).map(list)
    | st.sampled_from([["nps"], ["nps", "2026-11-16", "44"], []]),
    max_size=12,
)
MOSTLY_GOOD = st.lists(
    st.tuples(
        st.sampled_from(["nps", "csat"]),
        st.dates(date(2026, 11, 2), TODAY).map(str),
        st.integers(2, 99).map(str),
        st.just(None),
        st.sampled_from(["", "12"]),
        st.sampled_from(["", "wave 2"]),
    ).map(list),
    min_size=1,
    max_size=12,
)


def a_table(rows: Sequence[Sequence[Cell]], columns: tuple[str, ...] = COLUMNS) -> Table:
    return Table("a.csv", columns, TableRows("a.csv", enumerate(rows, 2)))


def told(table: Table, options: ReadingOptions) -> tuple[Any, ...]:
    """Return the readings and remarks, or what is wrong."""
    levels = {"csat": [Decimal(80)]}
    try:
        found = readings_of(table, KPIS, options, Today(TODAY), levels)
    except SourceError as error:
        return error.message, error.hints
    return list(found), found.columns, found.remarks


@given(
    st.builds(a_table, ROWS | MOSTLY_GOOD, st.sampled_from([COLUMNS, COLUMNS, IN_PERCENT])),
    st.sampled_from([None, "share", "percent"]),
    st.integers(1, 4),
)
def test_blocks_of_rows_say_what_each_row_says(table: Table, scale: Any, size: int) -> None:
    options = ReadingOptions(scale=scale)
    with patch.object(by_rows, "_BLOCK", size):
        in_blocks = told(table, options)
    with patch.object(by_rows, "columns_of_block", lambda *_: None):
        one_by_one = told(table, options)

    assert in_blocks == one_by_one


def read(*rows: Sequence[Cell], **options: Any) -> SourcedColumns | None:
    """Return the first block of *rows* in columns."""
    table, names = a_table(rows), KpiNames(KPIS)
    cells = CellReader(None, None, TODAY)
    shape = shape_of(table, names, {}, None, options.get("only"))
    reader = RowReader(
        table, shape, names, cells, Defaults(None, None, None, options.get("only"), "percent")
    )
    return columns_of_block(reader, next(table.rows.blocks(9)))


GOOD = ("csat", "2026-11-16", "83,5", "voice", "12", "wave 2")


def test_block_without_anything_odd_is_read_as_a_whole() -> None:
    found = read(GOOD, ("nps", "2026-11-16", "44", "", "", ""))

    assert found is not None
    assert (found.kpis, found.segments, [*found.lines]) == (
        ("csat", "nps"),
        ("voice", None),
        [2, 3],
    )


@pytest.mark.parametrize(
    "odd",
    [
        ("churn", "2026-11-16", "44"),
        ("csat", "2026-11-16", "44", "fax"),
        ("nps", "2026-11-21", "44"),
        ("nps", "2026-11-16", "101"),
        ("nps", "2026-11-16", ""),
        ("nps", "2026-11-16", "44", "", "-1"),
        ("nps", "2026-11-16", "44", "", "", "\x07"),
    ],
)
def test_block_with_one_odd_row_is_not(odd: Sequence[Cell]) -> None:
    assert read(GOOD, odd) is None


def test_block_of_which_rows_are_skipped_is_not() -> None:
    assert read(GOOD, only="csat") is None
