from collections.abc import Sequence
from decimal import Decimal

import pytest

from okrcli.model.kpi import ScaleName
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.base import Cell
from okrcli.sources.shares import Shares, doubts_about

LEVELS = (Decimal(3), Decimal(2))


def read(
    cells: Sequence[Cell], scale: ScaleName | None = None, levels: Sequence[Decimal] = LEVELS
) -> tuple[Shares, list[Decimal]]:
    shares = Shares("churn", scale, levels)
    numbers = [Decimal(str(cell).rstrip("% ")) for cell in cells]
    pairs = enumerate(zip(numbers, cells, strict=True), 2)
    return shares, [shares.percentage(value, cell, line) for line, (value, cell) in pairs]


@pytest.mark.parametrize(
    "cells", [["0.048", "0.052"], ["0", "1"], [Decimal("0.048")], ["-0.5"], ["4.8 %", "0.052"]]
)
def test_values_that_may_be_shares_are_asked_about(cells: Sequence[Cell]) -> None:
    shares, values = read(cells)

    assert shares.doubt is not None
    assert values == [Decimal(str(cell).rstrip("% ")) for cell in cells]


def test_what_is_asked_names_the_first_value_and_what_is_expected() -> None:
    (problem,) = doubts_about([read(["0", "0.048"])[0], read(["4.8"])[0]])

    assert problem.line == 3
    assert problem.message == (
        "churn may be a share of 1 here: 0.048 would be 4.8 %, and 3 % or 2 % is expected, but no"
        " value is beyond 1."
    )
    assert problem.hints == (NextStep(StepKind.SAY_SCALE, "0.048", "4.8"),)


@pytest.mark.parametrize(
    ("cells", "levels"),
    [
        (["0.048", "4.8"], LEVELS),
        (["0.5 %", "0.4%"], LEVELS),
        (["0", Decimal(0)], LEVELS),
        ([], LEVELS),
        (["0.048"], (Decimal("0.5"),)),
        (["0.048"], ()),
    ],
)
def test_nothing_is_asked_of_values_that_are_percentages(
    cells: Sequence[Cell], levels: Sequence[Decimal]
) -> None:
    assert read(cells, levels=levels)[0].doubt is None


def test_shares_a_little_beyond_the_whole_are_asked_about_where_the_whole_is_in_reach() -> None:
    shares, _ = read(["1.02", "0.95"], levels=(Decimal(90), Decimal(100)))
    assert shares.doubt is not None
    assert "no value is beyond 1.02" in shares.doubt.message
    assert read(["1.02", "1.6"], levels=(Decimal(90), Decimal(100)))[0].doubt is None
    assert read(["1.02", "0.95"], levels=(Decimal(3), Decimal(100)))[0].doubt is None


def test_what_somebody_says_decides() -> None:
    shares, values = read(["0.048", "4.8 %", Decimal(1)], "share")
    assert (shares.doubt, values) == (None, [Decimal("4.8"), Decimal("4.8"), Decimal(100)])

    shares, values = read(["0.048"], "percent")
    assert (shares.doubt, values) == (None, [Decimal("0.048")])
