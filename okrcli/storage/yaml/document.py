"""One file that was read: its data and their places."""

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any

from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding, Ignore, Location, Place
from okrcli.storage.yaml.ignores import Ignores
from okrcli.storage.yaml.places import Lines, Node, node_tree, walk
from okrcli.storage.yaml.scalars import Data


class Places:
    """The lines and nodes of one file, each computed when first asked for."""

    def __init__(self, text: str, data: dict[str, Data], spans: "array[int]") -> None:
        self._text = text
        self._data = data
        self._spans = spans

    @property
    def text(self) -> str:
        """The text of the file, without the byte order mark."""
        return self._text

    @property
    def data(self) -> dict[str, Data]:
        """The data of the file."""
        return self._data

    @cached_property
    def lines(self) -> Lines:
        """The file's lines."""
        return Lines(self.text)

    @cached_property
    def root(self) -> Node:
        """The file's root node with all nodes inside it."""
        if not self._spans:
            return Node(0, 0, 0, {})
        return node_tree(self._data, self._spans)

    def nearest(self, location: Location) -> tuple[Node, bool]:
        """Return the node at *location* or its nearest parent, and whether it is the very one."""
        node = self.root
        for part in location:
            child = node.children.get(part)
            if child is None:
                return node, False
            node = child
        return node, True

    def root_item_at(self, offset: int) -> Location:
        """Return the item of a list at the root that begins last before *offset*.

        Empty if the character at *offset* is in no item.
        """
        if offset <= self.root.start:
            return ()
        name = self._keys_at_root[bisect_right(self._starts_at_root, offset) - 1]
        position = bisect_right(self._item_starts[name], offset) - 1
        return (name, position) if position >= 0 else (name,)

    @cached_property
    def _keys_at_root(self) -> Sequence[str | int]:
        return tuple(self.root.children)

    @cached_property
    def _starts_at_root(self) -> Sequence[int]:
        return [node.key for node in self.root.children.values()]

    @cached_property
    def _item_starts(self) -> Mapping[str | int, Sequence[int]]:
        return {
            name: [node.start for part, node in section.children.items() if isinstance(part, int)]
            for name, section in self.root.children.items()
        }


@frozen_dataclass
class Document:
    """A file that was read.

    Attributes:
        path: Posix path from the workspace's root.
        readable: Whether `data` is everything in the file; a file with a duplicate key, of which
            the first counts, is readable.
        findings: The YAML errors of the file.
        flawed: The YAML errors that leave the rest readable, by the item of a list at the root that
            contains them; those of the root itself have the empty location.
        ready: Like `data`, with records that the reader has already made in place of their plain
            data; `None` if it has made none.
    """

    path: str
    raw: bytes
    places: Places = field(repr=False, compare=False)
    readable: bool = True
    findings: tuple[Finding, ...] = ()
    flawed: Mapping[Location, Sequence[Finding]] = field(default_factory=dict, compare=False)
    ready: Mapping[str, Any] | None = field(default=None, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The text of the file, without the byte order mark."""
        return self.places.text

    @property
    def data(self) -> dict[str, Data]:
        """The root mapping; empty when the file is not readable."""
        return self.places.data

    def span(self, location: Location) -> tuple[int, int]:
        """Return the character offsets in `text` of the value at *location*.

        Raises:
            KeyError: There is no value at *location*.
        """
        node, exact = self.places.nearest(location)
        if not exact:
            raise KeyError(location)
        return node.start, node.end

    def at(self, offset: int) -> Place:
        """Return the place of the character at *offset*."""
        return Place(self.path, *self.places.lines.line_and_column(offset))

    def place(self, location: Location = ()) -> Place:
        """Return the place of the value at *location*, or of its nearest parent that exists."""
        return self.at(self.places.nearest(location)[0].start)

    def key_place(self, location: Location) -> Place:
        """Return the place of the key of the value at *location*; for a list item, of the item."""
        return self.at(self.places.nearest(location)[0].key)

    def line_text(self, line: int) -> str:
        """Return a line, counted from 1, without its line end; empty if there is no such line."""
        return self.places.lines.text(line)

    @property
    def ignores(self) -> tuple[Ignore, ...]:
        """The comments that silence rules, in the order of the file."""
        if b"okr: ignore" not in self.raw:
            return ()
        nodes = walk(self.places.root)
        return Ignores(self.path, self.text, nodes, self.places.lines).comments()
