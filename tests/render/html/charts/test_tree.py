from dataclasses import replace

from okrcli.render.html.charts.tree import tree_chart
from tests.render.html.charts.parsed import parsed, texts
from tests.render.tree.drawn import a_tree


def test_each_objective_has_a_box_with_its_pace_and_a_link_to_what_it_serves() -> None:
    tree = a_tree()
    nodes = [node for _, node in tree.walk()]
    root = parsed(tree_chart(tree))
    links = [part for part in root.iter("path") if part.get("class") == "link"]

    assert len(list(root.iter("rect"))) == len(nodes)
    assert len(links) == len(nodes) - len(tree.roots)
    assert any("off track" in text or "at risk" in text for text in texts(tree_chart(tree)))


def test_boxes_do_not_overlap() -> None:
    boxes = [
        (float(box.attrib["x"]), float(box.attrib["y"]))
        for box in parsed(tree_chart(a_tree())).iter("rect")
    ]

    assert len({(x, y // 50) for x, y in boxes}) == len(boxes)


def test_tree_without_links_is_not_drawn() -> None:
    tree = a_tree()

    assert tree_chart(replace(tree, roots=())) == ""


def test_long_title_is_cut() -> None:
    node = a_tree().roots[0]
    long = replace(node, objective=replace(node.objective, title="W" * 300))
    chart = tree_chart(replace(a_tree(), roots=(long,)))

    assert max(map(len, texts(chart))) < 60
