"""The places of all nodes of a file, found only when asked for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from okrcli.model.finding import Location
from okrcli.storage.yaml.scalars import Data

_LINE_END = re.compile(r"\r\n|\r|\n")


class Node(NamedTuple):
    """One value of a file with the character offsets of its span.

    Attributes:
        key: Where its key starts; for a list item and the root, where the node itself starts.
        children: The nodes inside it, by key or position.
    """

    start: int
    end: int
    key: int
    children: dict[str | int, "Node"]


def node_tree(data: Data, spans: Sequence[int], first: int = 0) -> Node:
    """Return the nodes of *data*, whose spans begin at *first*.

    *spans* holds a start and an end for every key and value in the order of the file; the mappings
    and lists of *data* keep that order, so walking both together assigns the spans.
    """
    return _Walk(spans, first).node(data)


class _Walk:
    def __init__(self, spans: Sequence[int], first: int) -> None:
        self._spans = spans
        self._at = first

    def _next(self) -> tuple[int, int]:
        self._at += 2
        return self._spans[self._at - 2], self._spans[self._at - 1]

    def node(self, data: Data, key: int | None = None) -> Node:
        start, end = self._next()
        children: dict[str | int, Node] = {}
        if isinstance(data, dict):
            for name, value in data.items():
                children[name] = self.node(value, self._next()[0])
        elif isinstance(data, list):
            for position, value in zip(count(), data):
                children[position] = self.node(value)
        # A block collection has no end of its own: it reaches to the end of what it holds.
        if not end:
            end = max((child.end for child in children.values()), default=start)
        return Node(start, end, start if key is None else key, children)


def walk(node: Node, location: Location = ()) -> Iterator[tuple[Location, Node]]:
    """Yield *node* and every node inside it with its location, in the order of the file."""
    yield location, node
    for name, child in node.children.items():
        yield from walk(child, (*location, name))


class Lines:
    """The lines of a text, to turn character offsets into line and column."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of the character at *offset*."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def bounds(self, line: int) -> tuple[int, int]:
        """Return the offsets where a line, counted from 1, starts and where the next one does."""
        starts = [*self._starts[line - 1 : line + 1], len(self._text)]
        return starts[0], starts[1] if len(starts) > 1 else starts[0]

    def text(self, line: int) -> str:
        """Return a line, counted from 1, without its line end; empty if there is no such line."""
        start, end = self.bounds(line)
        return self._text[start:end].rstrip("\r\n")
