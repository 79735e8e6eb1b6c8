"""The tree as a nested list."""

from tests.render.golden import assert_golden
from tests.render.tree.drawn import drawn


def test_tree_in_markdown_is_the_golden_one() -> None:
    assert_golden("tree.md", drawn("markdown"))


def test_titles_are_no_markup() -> None:
    assert "<b>" not in drawn("markdown")
