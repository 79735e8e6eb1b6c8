"""The tree at a terminal."""

import pytest

from okrcli.render.drawing.spans import styled_line, width_of
from tests.render.golden import assert_golden
from tests.render.tree.drawn import drawn


@pytest.mark.parametrize("width", [60, 80, 120])
def test_tree_is_the_golden_one_at_each_width(width: int) -> None:
    assert_golden(f"tree-{width}.txt", drawn("text", width))


def test_tree_in_ascii_is_the_golden_one() -> None:
    text = drawn("text", ascii_=True)
    assert_golden("tree-ascii-80.txt", text)


@pytest.mark.parametrize("width", [20, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(width_of(styled_line(line)) for line in drawn("text", width).splitlines()) <= width
