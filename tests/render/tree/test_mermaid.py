"""The tree as a chart."""

import re

from tests.render.golden import assert_golden
from tests.render.tree.drawn import drawn


def test_tree_in_mermaid_is_the_golden_one() -> None:
    assert_golden("tree.mmd", drawn("mermaid"))


def test_titles_stay_within_their_labels() -> None:
    *lines, _ = drawn("mermaid").split("\n")
    node = r'    n[0-9_]+\["[^"\[\]{}`@|]*"\]'
    arrow = "    n[0-9_]+ --> n[0-9_]+"
    assert all(re.fullmatch(f"flowchart TD|{node}|{arrow}", line) for line in lines)
