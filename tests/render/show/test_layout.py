import pytest

from okrcli.render.drawing.cells import cell
from okrcli.render.drawing.grid import Column
from okrcli.render.drawing.spans import plain
from okrcli.render.show.layout import fact_table, fitted_table
from tests.render.show.sheets import pen

COLUMNS = (Column("a", "A"), Column("b", "B"), Column("c", "C"))


def test_facts_stand_behind_labels_of_one_width() -> None:
    lines = [plain(line).rstrip() for line in fact_table([("Owner", "ana"), ("Why", "x")], pen())]

    assert lines == ["Owner  ana", "Why    x"]


def test_long_fact_is_folded_behind_its_label() -> None:
    lines = [plain(line).rstrip() for line in fact_table([("Why", "word " * 20)], pen(30))]

    assert len(lines) > 1
    assert max(map(len, lines)) <= 30
    assert all(line.startswith("     word") for line in lines[1:])


@pytest.mark.parametrize(("width", "kept"), [(80, "ABC"), (24, "AB")])
def test_columns_that_matter_least_are_left_out_first(width: int, kept: str) -> None:
    row = {"a": cell("x" * 8), "b": cell("y" * 10), "c": cell("z" * 30)}
    first, *_ = (plain(line) for line in fitted_table(COLUMNS, [row], pen(width), ("a", "b", "c")))

    assert set(kept) <= set(first.split())


def test_table_without_rows_is_nothing() -> None:
    assert [*fitted_table(COLUMNS, [], pen(), ("a",))] == []
