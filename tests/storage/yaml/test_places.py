import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.yaml.places import Lines, Node, node_tree, walk
from okrcli.storage.yaml.scalars import Data

TEXT = "a: 1\nlist:\n  - x\n  - {b: 2}\n"
DATA: Data = {"a": 1, "list": ["x", {"b": 2}]}
SPANS = [0, 0, 0, 1, 3, 4, 5, 9, 13, 0, 15, 16, 21, 27, 22, 23, 25, 26]


def said(node: Node) -> str:
    return TEXT[node.start : node.end]


def test_spans_are_given_to_the_nodes_in_the_order_of_the_file() -> None:
    root = node_tree(DATA, SPANS)

    assert said(root.children["a"]) == "1"
    assert said(root.children["list"].children[0]) == "x"
    assert said(root.children["list"].children[1].children["b"]) == "2"
    assert [node.key for node in root.children.values()] == [0, 5]


def test_block_reaches_to_the_end_of_its_last_node() -> None:
    root = node_tree(DATA, SPANS)

    assert said(root.children["list"]) == "x\n  - {b: 2}"[:0] + TEXT[13:27]
    assert root.end == 27


def test_key_of_an_item_and_of_the_root_is_its_own_start() -> None:
    root = node_tree(DATA, SPANS)

    assert root.key == root.start == 0
    assert [node.key for node in root.children["list"].children.values()] == [15, 21]


def test_spans_may_begin_within_those_of_a_file() -> None:
    inner = node_tree(["x", {"b": 2}], SPANS, first=8)

    assert inner == node_tree(DATA, SPANS).children["list"]._replace(key=13)


def test_walk_goes_through_the_file_from_top_to_bottom() -> None:
    found = [location for location, _ in walk(node_tree(DATA, SPANS))]

    assert found == [
        (),
        ("a",),
        ("list",),
        ("list", 0),
        ("list", 1),
        ("list", 1, "b"),
    ]


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (4, (3, 1)), (5, (4, 1)), (6, (4, 2)), (9, (4, 5))],
)
def test_lines_end_in_any_of_three_ways(offset: int, place: tuple[int, int]) -> None:
    assert Lines("a\nb\r\rcd").line_and_column(offset) == place


def test_carriage_return_and_line_feed_are_one_end() -> None:
    lines = Lines("a\r\nb")

    assert lines.line_and_column(3) == (2, 1)
    assert [lines.text(number) for number in (1, 2, 3)] == ["a", "b", ""]
    assert [lines.bounds(number) for number in (1, 2)] == [(0, 3), (3, 4)]


@given(st.text(alphabet="ab\r\n", max_size=30))
def test_lines_put_together_are_the_text(text: str) -> None:
    lines = Lines(text)
    count, _ = lines.line_and_column(len(text))
    parts = [text[slice(*lines.bounds(number))] for number in range(1, count + 1)]

    assert "".join(parts) == text
    assert [lines.text(number) for number in range(1, count + 1)] == [
        part.rstrip("\r\n") for part in parts
    ]
