"""Files of plain lines, as check-ins are, read without a YAML parser: the same data, but faster.

Each line is a key with a value, a key above a list, or a list item in braces. What a YAML parser
might take otherwise is left to it: comments beside values, escapes, and text of several lines.
"""

import re
from array import array
from functools import cached_property

from okrcli.storage.yaml.builder import Builder
from okrcli.storage.yaml.document import Places
from okrcli.storage.yaml.events import fastest_parser
from okrcli.storage.yaml.places import Node, node_tree
from okrcli.storage.yaml.scalars import Data, plain

_KEY = r"[a-z_]{1,40}+"
_START = r"-?[A-Za-z0-9\u00a1-\U0010ffff]"
_WORDS = rf"{_START}(?:[^\n\r\t#:]|:(?=[A-Za-z0-9]))*+(?<! )"
# Between braces, parsers disagree about `:` and `?` in a word.
_WORDS_IN_BRACES = rf"{_START}[^\n\r\t#:?,\[\]{{}}]*+(?<! )"
_QUOTED = r'"[^"\\\n\r\t]++"'
_PAIR = rf"{_KEY}: (?:{_QUOTED}|{_WORDS_IN_BRACES})"
_ONE_PAIR = re.compile(rf'({_KEY}): (?:"([^"]*+)"|({_WORDS_IN_BRACES}))')
_LINE = re.compile(
    rf'^(?:({_KEY}):(?: (?:"([^"\\\n\r\t]++)"|({_WORDS})))?|  - \{{({_PAIR}(?:, {_PAIR})*+)\}})$',
    re.MULTILINE,
)
_OPENING_COMMENT = re.compile(r"(?:#[^\n\r\t]*+\n)*+")


def flat_data(text: str) -> dict[str, Data] | None:
    """Return the data of *text*; `None` where a YAML parser has to read it."""
    if " #" in text or not text.endswith("\n"):
        return None
    found = _OPENING_COMMENT.match(text)
    start = found.end() if found else 0
    lines = _LINE.findall(text, start)
    if not lines or len(lines) != text.count("\n", start):
        return None
    try:
        return _data(lines)
    except _DoubtfulError:
        return None


class FlatPlaces(Places):
    """The places in such a file, looked for only when one is asked for."""

    def __init__(self, text: str, data: dict[str, Data]) -> None:
        super().__init__(text, data, array("L"))

    @cached_property
    def root(self) -> Node:
        """The file's root node with all nodes inside it."""
        built = Builder(self._text, fastest_parser()(self._text)).build()
        return node_tree(built.data, built.spans)


class _DoubtfulError(Exception):
    """A YAML parser has to tell what a line means."""


def _data(lines: list[tuple[str, str, str, str]]) -> dict[str, Data]:
    data: dict[str, Data] = {}
    items: list[Data] | None = None
    for key, quoted, words, pairs in lines:
        if pairs:
            if items is None:
                raise _DoubtfulError
            items.append(_mapping(_ONE_PAIR.findall(pairs)))
            continue
        if items == []:
            raise _DoubtfulError
        items = None if (words or quoted) else []
        _put(data, key, _value(quoted, words) if items is None else items)
    if items == []:
        raise _DoubtfulError
    return data


def _mapping(pairs: list[tuple[str, str, str]]) -> Data:
    data: dict[str, Data] = {}
    for key, quoted, words in pairs:
        _put(data, key, _value(quoted, words))
    return data


def _put(data: dict[str, Data], key: str, value: Data) -> None:
    name = _certain(key)
    if type(name) is not str or name in data:
        raise _DoubtfulError
    data[name] = value


def _value(quoted: str, words: str) -> Data:
    return _certain(words) if words else quoted


def _certain(text: str) -> Data:
    value, is_doubtful = plain(text)
    if is_doubtful:
        raise _DoubtfulError
    return value
