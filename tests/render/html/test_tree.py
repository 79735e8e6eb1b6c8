from okrcli.render.html.tree import tree_item
from tests.render.tree.drawn import a_tree


def test_tree_has_the_words_of_the_terminal() -> None:
    growth, alone = map(tree_item, a_tree().roots)

    assert growth.title == "Компания растёт"
    assert growth.facts == "60% · company · ana"
    assert [child.ref for child in growth.children] == ["2026-Q4/cx", "2026-Q4/late"]
    assert alone.remarks == ["serves no other objective"]
