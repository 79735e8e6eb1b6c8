"""The tree as a chart."""

import re

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.tree.mermaid import LONGEST_CHART, LONGEST_TITLE, MOST_LINES, render
from tests.render.golden import assert_golden
from tests.render.tree.drawn import drawn, wide_tree


def test_tree_in_mermaid_is_the_golden_one() -> None:
    assert_golden("tree.mmd", drawn("mermaid"))


def test_titles_stay_within_their_labels() -> None:
    *lines, _ = drawn("mermaid").split("\n")
    node = r'    n[0-9_]+\["[^"\[\]{}`@|]*"\]'
    arrow = "    n[0-9_]+ --> n[0-9_]+"
    assert all(re.fullmatch(f"flowchart TD|{node}|{arrow}", line) for line in lines)


def test_chart_keeps_to_what_mermaid_draws_and_says_what_is_left_out() -> None:
    chart = render(wide_tree(400), RenderOptions(COMMAND_LINE))
    assert len(re.findall(r"^    n[0-9_]+\[", chart, re.MULTILINE)) == MOST_LINES
    assert chart.splitlines()[-1] == '    more["#8230; and 121 more objectives"]'
    for_each_line = set(re.findall(r"n[0-9_]+(?= -->)|(?<=--> )n[0-9_]+", chart))
    assert for_each_line <= set(re.findall(r"(n[0-9_]+)\[", chart))


def test_long_titles_leave_room_for_the_upper_part() -> None:
    chart = render(wide_tree(400, title="\U0001f680" * 300), RenderOptions(COMMAND_LINE))
    assert len(chart) <= LONGEST_CHART
    assert chart.count("#128640;") % (LONGEST_TITLE - 1) == 0
    assert "    n0_0[" in chart
