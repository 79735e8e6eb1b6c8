import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.next_step import NextStep, StepKind
from okrcli.sources.base import Problem, Problems, Refusal, ShownNumber, SourceError
from okrcli.sources.isolated.transfer import (
    BrokenTransferError,
    lines_of_error,
    lines_of_table,
    table_of_lines,
)
from okrcli.sources.table import Table, TableRows

CELLS = st.none() | st.text() | st.decimals(allow_nan=False, allow_infinity=False) | st.dates()


def taken(table: Table) -> Table:
    return table_of_lines(table.name, [line.encode() for line in lines_of_table(table)])


@given(st.lists(st.tuples(st.integers(1, 10**7), st.lists(CELLS, max_size=3))))
def test_table_comes_over_as_it_is(
    lines: list[tuple[int, list[str | Decimal | date | None]]],
) -> None:
    table = Table("a.db", ("a", "b", "c"), TableRows("a.db", lines), 3)

    assert taken(table) == table


def test_shown_numbers_come_over_as_such() -> None:
    table = Table("a.xlsx", ("a",), TableRows("a.xlsx", [(2, [ShownNumber("€1234.567")])]))
    (cell,) = taken(table).rows[0][1]

    assert isinstance(cell, ShownNumber)
    assert cell == "€1234.567"


def test_refused_cells_come_over_as_such() -> None:
    table = Table("a.xlsx", ("a",), TableRows("a.xlsx", [(2, [Refusal("No value.")])]))
    (cell,) = taken(table).rows[0][1]

    assert isinstance(cell, Refusal)
    assert cell == "No value."


def test_what_is_wrong_comes_over_with_how_much_there_is() -> None:
    hints = ("Write it anew.", NextStep(StepKind.NAME_TABLE, "a"))
    error = SourceError("a.db", Problems(Problem(line, "No.", hints) for line in range(1, 40)))

    with pytest.raises(SourceError) as caught:
        table_of_lines("a.db", [line.encode() for line in lines_of_error(error)])
    assert caught.value.message == error.message
    assert caught.value.hints == error.hints == (hints[1],)


FIRST = b'{"columns": ["a"], "header": 1}'


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [b""],
        [b"1"],
        [b"[" * 100_000],
        [b"{}"],
        [b'{"problems": 1, "count": 1}'],
        [b'{"problems": [[1, "Wrong."]], "count": 1}'],
        [b'{"problems": [[1, "Wrong.", [["rm -rf", "", ""]]]], "count": 1}'],
        [b'{"problems": [[1, "Wrong.", [["name_table", "a"]]]], "count": 1}'],
        [FIRST],
        [FIRST, b'[[2, "\'a"]]'],
        [FIRST, b'[[2, "?a"]]', b'"end"'],
        [FIRST, b'[["2", "\'a"]]', b'"end"'],
        [FIRST, b"[[-2]]", b'"end"'],
        [FIRST, b"[2]", b'"end"'],
        [FIRST, b'[[2, "#NaN"]]', b'"end"'],
        [FIRST, b'[[2, "#x"]]', b'"end"'],
        [FIRST, b'[[2, "@2026-02-30"]]', b'"end"'],
        [FIRST, b"[[2, 7]]", b'"end"'],
        [FIRST, b"[[2, {}]]", b'"end"'],
        [FIRST, b"\xff", b'"end"'],
    ],
)
def test_lines_that_are_no_whole_table_are_refused(lines: list[bytes]) -> None:
    with pytest.raises(BrokenTransferError):
        table_of_lines("a.db", lines)


@given(
    st.lists(
        st.binary(max_size=40)
        | st.recursive(
            st.none() | st.integers() | st.text(max_size=4),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
            max_leaves=6,
        ).map(lambda data: json.dumps(data).encode())
    )
)
def test_any_lines_are_a_table_or_refused(lines: list[bytes]) -> None:
    try:
        table = table_of_lines("a.db", lines)
    except (SourceError, BrokenTransferError):
        return
    assert table.name == "a.db"
