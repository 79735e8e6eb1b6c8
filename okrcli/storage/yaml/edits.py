"""The edits of a file's characters that change its data."""

from collections.abc import Iterable
from typing import NamedTuple

from okrcli.model.finding import Location
from okrcli.storage.layout import Kind, kind_of
from okrcli.storage.records.known_keys import known_keys
from okrcli.storage.records.plain_data import in_order_of_key_results
from okrcli.storage.records.record_types import MODELS
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.emitting import block_text, flow_text
from okrcli.storage.yaml.flow_style import one_line_in
from okrcli.storage.yaml.places import Node
from okrcli.storage.yaml.scalars import Data


class Edit(NamedTuple):
    """New *text* for the characters from *start* to *end*."""

    start: int
    end: int
    text: str


class Edits:
    """Computes the edits of one file, in its own style."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._line_end = "\r\n" if "\r\n" in document.text else "\n"
        self._is_one_line = one_line_in(document.path)

    def replacing(self, location: Location, value: Data) -> list[Edit]:
        """Return the edits that replace the value at *location* by *value*."""
        node = self._node(location)
        text = flow_text(value)
        if not self._in_flow(location) and not isinstance(value, dict | list):
            lines = block_text({"x": value}, self._is_one_line).removeprefix("x: ").splitlines()
            text = lines[0] if len(lines) == 1 else text
        if node.start == node.end:  # an empty value ends right behind its colon or dash
            text = f" {text}"
        return [Edit(node.start, self._content_end(node), text)]

    def appending(self, location: Location, before: list[Data], item: Data) -> list[Edit]:
        """Return the edits that append *item* after *before*, the items of the list there."""
        node = self._node(location)
        if self._in_flow(location) or (before and self._is_flow(node)):
            return [self._into_flow(node, flow_text(item), list(node.children.values()))]
        last = len(before) - 1
        if last < 0:
            return self._filling(node, self._item_lines(location, item, one_line=None))
        like = before[last] if isinstance(item, dict) else None
        one_line = self._is_flow(node.children[last]) if isinstance(like, dict) else None
        lines = self._item_lines(location, item, one_line)
        return [self._below(node.children[last], self._column(node.start), lines)]

    def adding(
        self, location: Location, before: dict[str, Data], key: str, value: Data
    ) -> list[Edit]:
        """Return the edits that put *key* among the keys *before* of the mapping there."""
        node = self._node(location)
        earlier = [node.children[name] for name in self._earlier_keys(location, before, key)]
        if self._in_flow(location) or (before and self._is_flow(node)):
            pair = flow_text({key: value}).strip().removeprefix("{").removesuffix("}")
            return [self._into_flow(node, pair, earlier)]
        lines = self._pair_lines(location, key, value)
        if not before and location:
            return self._filling(node, lines)
        if not before:
            return [Edit(0, 0, self._join_lines(0, lines) + self._line_end)]
        return [self._below(earlier[-1], self._column(node.start), lines)]

    def removing(self, location: Location) -> list[Edit]:
        """Return the edits that remove the key at *location* with its value."""
        node, siblings = self._node(location), list(self._node(location[:-1]).children.values())
        place, end = siblings.index(node), self._content_end(node)
        line = self._text.rfind("\n", 0, node.key) + 1
        if not self._in_flow(location) and not self._text[line : node.key].strip():
            return [Edit(line, self._text.find("\n", end) + 1 or len(self._text), "")]
        if place + 1 < len(siblings):
            return [Edit(node.key, siblings[place + 1].key, "")]
        return [Edit(self._content_end(siblings[place - 1]) if place else node.key, end, "")]

    def _earlier_keys(self, location: Location, before: Iterable[str], key: str) -> list[str]:
        """Return the keys after which *key* belongs, in the order of the file."""
        kind = kind_of(self._document.path)
        order = list(known_keys(MODELS[kind], self._document.data, location) if kind else ())
        if kind is Kind.OBJECTIVE and location[:1] == ("key_results",) and len(location) == 2:
            order = in_order_of_key_results(order)
        keys = list(before)
        preceding = order[: order.index(key)] if key in order else []
        last = max((keys.index(name) for name in preceding if name in keys), default=-1)
        return keys[: last + 1] or keys

    def _into_flow(self, node: Node, entry: str, earlier: list[Node]) -> Edit:
        if not node.children:
            return Edit(node.start + 1, node.start + 1, entry)
        end = self._content_end(earlier[-1])
        return Edit(end, end, f", {entry}")

    def _filling(self, node: Node, lines: list[str]) -> list[Edit]:
        """Put *lines* below the key of an empty value, and remove its `[]`, `{}` or `null`."""
        start = len(self._text[: node.start].rstrip(" \t"))
        edits = [] if node.start == node.end else [Edit(start, node.end, "")]
        return [*edits, self._below(node, self._column(node.key) + 2, lines)]

    def _below(self, node: Node, column: int, lines: list[str]) -> Edit:
        """Put *lines* below the last line of *node*, indented to *column*."""
        end = self._line_end_after(self._content_end(node))
        return Edit(end, end, self._line_end + self._join_lines(column, lines))

    def _join_lines(self, column: int, lines: list[str]) -> str:
        return self._line_end.join(" " * column + line if line else "" for line in lines)

    def _item_lines(self, location: Location, item: Data, one_line: bool | None) -> list[str]:
        def is_one_line(inner: Location, data: Data) -> bool:
            if len(inner) < 2:
                return False
            if len(inner) == 2 and one_line is not None and isinstance(data, dict):
                return one_line
            return self._is_one_line((*location, *inner[1:]), data)

        lines = block_text({"x": [item]}, is_one_line).splitlines()[1:]
        return [line.removeprefix("  ") for line in lines]

    def _pair_lines(self, location: Location, key: str, value: Data) -> list[str]:
        def is_one_line(inner: Location, data: Data) -> bool:
            return bool(inner) and self._is_one_line((*location, *inner), data)

        return block_text({key: value}, is_one_line).splitlines()

    def _node(self, location: Location) -> Node:
        return self._document.places.nearest(location)[0]

    def _in_flow(self, location: Location) -> bool:
        return any(self._is_flow(self._node(location[:depth])) for depth in range(len(location)))

    def _is_flow(self, node: Node) -> bool:
        return self._text[node.start : node.start + 1] in {"{", "["}

    def _content_end(self, node: Node) -> int:
        """Return where *node* ends without the line ends that belong to a `|` text."""
        return node.start + len(self._text[node.start : node.end].rstrip(" \t\r\n"))

    def _line_end_after(self, offset: int) -> int:
        line_feed = self._text.find("\n", offset)
        end = len(self._text) if line_feed < 0 else line_feed
        return end - 1 if self._text[offset:end].endswith("\r") else end

    def _column(self, offset: int) -> int:
        return self._document.at(offset).column - 1
