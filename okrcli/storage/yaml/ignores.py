"""Comments that silence rules: `# okr: ignore[M202] first quarter measured`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from okrcli.model.finding import Ignore, Location, Place
from okrcli.storage.yaml.places import Lines, Node

_IGNORE = re.compile(r"(?<!\S)# *okr: ignore(?:\[([^\]\r\n]*)\])?([^\r\n]*)")


class Ignores:
    """Finds the comments of one file that silence rules.

    Args:
        nodes: All nodes of the file with their locations, in the order of the file.
    """

    def __init__(
        self, path: str, text: str, nodes: Iterable[tuple[Location, Node]], lines: Lines
    ) -> None:
        items = list(nodes)[1:]
        self._path = path
        self._text = text
        self._lines = lines
        self._items = items
        self._keys = [node.key for _, node in items]
        self._leaves = [node for _, node in items if not node.children]
        self._starts = [node.start for node in self._leaves]

    def comments(self) -> tuple[Ignore, ...]:
        """Return the comments; what looks like one inside a value is text."""
        matches = _IGNORE.finditer(self._text)
        return tuple(self._ignore(match) for match in matches if not self._is_text(match.start()))

    def _is_text(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset)
        return before > 0 and offset < self._leaves[before - 1].end

    def _ignore(self, match: re.Match[str]) -> Ignore:
        line, column = self._lines.line_and_column(match.start())
        alone = not self._text[match.start() - column + 1 : match.start()].strip()
        first, last = self._following(match.end()) if alone else (line, line)
        codes = tuple(filter(None, (code.strip() for code in (match[1] or "").split(","))))
        place = Place(self._path, line, column)
        return Ignore(place, codes, match[2].strip(), alone, first, last)

    def _following(self, offset: int) -> tuple[int, int]:
        """Return the lines of the item that follows: a list item, or a key with its value."""
        position = bisect_left(self._keys, offset)
        if position == len(self._items):
            return 1, 0
        # `- id: nps` begins an item and its first key: the item is meant, and stands first.
        node = self._items[position][1]
        last = max(node.end - 1, node.start)
        return self._line_of(self._keys[position]), self._line_of(last)

    def _line_of(self, offset: int) -> int:
        return self._lines.line_and_column(offset)[0]
