"""The tree as a nested list."""

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.text.comment import LONGEST_COMMENT
from okrcli.render.tree.markdown import render
from tests.render.golden import assert_golden
from tests.render.tree.drawn import drawn, wide_tree


def test_tree_in_markdown_is_the_golden_one() -> None:
    assert_golden("tree.md", drawn("markdown"))


def test_titles_are_no_markup() -> None:
    assert "<b>" not in drawn("markdown")


def test_chart_stands_below_the_list_where_an_objective_serves_another() -> None:
    assert drawn("markdown").rstrip().endswith("```")
    alone = render(wide_tree(0), RenderOptions(COMMAND_LINE))
    assert "mermaid" not in alone


def test_large_tree_fits_a_comment_unless_all_is_asked_for() -> None:
    tree = wide_tree(1_000, title="Grow " * 10)
    text = render(tree, RenderOptions(COMMAND_LINE))
    assert len(text) <= LONGEST_COMMENT
    assert "`--all` shows all." in text
    assert "mermaid" not in text
    everything = render(tree, RenderOptions(COMMAND_LINE, all=True))
    assert everything.count("  - ") == 1_000
    assert "mermaid" in everything
