"""The places in a file that ends with lines of readings, found line by line."""

from array import array
from functools import cached_property

from okrcli.model.finding import Location
from okrcli.storage.bulk.lines import BulkLines
from okrcli.storage.yaml.builder import Builder
from okrcli.storage.yaml.document import Places
from okrcli.storage.yaml.events import fastest_parser
from okrcli.storage.yaml.places import Node, node_tree
from okrcli.storage.yaml.scalars import Data
from okrcli.storage.yaml.syntax import decode

_SECTION = "readings"
_SECTION_LINE = f"{_SECTION}:\n"


class BulkPlaces(Places):
    """The nodes of such a file, found only when asked for.

    Args:
        raw: All of the file; its text is decoded again, as few files need it twice.
        start: Where the lines of readings start.
        count: How many there are.
        sample: The places in the file up to the end of the first line of readings.
    """

    def __init__(self, raw: bytes, start: int, count: int, sample: Places) -> None:
        super().__init__("", {}, array("L"))
        self._raw = raw
        self._start = start
        self._count = count
        self._sample = sample

    @cached_property
    def text(self) -> str:
        """The text of the file, without the byte order mark."""
        return decode(self._raw)

    @cached_property
    def data(self) -> dict[str, Data]:
        """What the file holds."""
        lines = BulkLines.of(self.text, self._start)
        return {**self._sample.data, _SECTION: lines.data() if lines else []}

    @cached_property
    def root(self) -> Node:
        """The file's root node with all nodes inside it."""
        built = Builder(self.text, fastest_parser()(self.text)).build()
        return node_tree(built.data, built.spans)

    def nearest(self, location: Location) -> tuple[Node, bool]:
        """Return the node at *location* or its nearest parent, and whether it is the exact one.

        The root and the list of readings come without the nodes inside them.
        """
        if location[:1] == (_SECTION,) and len(location) > 1:
            if location[1] in range(self._count):
                return self._in_line(int(location[1]), location[2:])
            return self.nearest((_SECTION,))[0], False
        node, exact = self._sample.nearest(location)
        if node.end == self._sample.root.end:
            node = node._replace(end=len(self.text) - 1, children={})
        return node, exact

    def _in_line(self, index: int, inner: Location) -> tuple[Node, bool]:
        first, _ = self.lines.line_and_column(self._start)
        start, end = self.lines.bounds(first + index)
        text = _SECTION_LINE + self.text[start:end]
        built = Builder(text, fastest_parser()(text)).build()
        node, exact = Places(text, built.data, built.spans).nearest((_SECTION, 0, *inner))
        return _shift(node, start - len(_SECTION_LINE)), exact


def _shift(node: Node, by: int) -> Node:
    start, end, key, children = node
    moved = {name: _shift(child, by) for name, child in children.items()}
    return Node(start + by, end + by, key + by, moved)
