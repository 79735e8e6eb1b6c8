"""Builds plain data from YAML events, with the span of every node beside it."""

import re
from array import array
from dataclasses import field
from typing import Any

from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from okrcli.frozen import frozen_dataclass
from okrcli.printable import inert_value
from okrcli.storage.yaml.events import Pull
from okrcli.storage.yaml.places import Lines, node_tree
from okrcli.storage.yaml.scalars import Data, plain
from okrcli.storage.yaml.syntax import MAX_DEPTH, Problem, UnreadableTextError, directive, too_deep
from okrcli.storage.yaml.yaml_limits import (
    EMPTY,
    alias_problem,
    key_problem,
    may_need_care,
    refuse_odd,
    root_problem,
)

_COLON = re.compile(r"\s*:")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_MOST_PROBLEMS = 100
_PAIR = 4
"""The number of spans of a key and its scalar value."""


@frozen_dataclass
class BuiltData:
    """The data in a text.

    Attributes:
        spans: A start and an end for every key and value in the order of the file; an end of 0
            stands for that of a block collection, which is the end of its last node.
        problems: Errors that leave the rest readable.
        doubts: Plain scalars that other YAML readers interpret differently.
    """

    data: dict[str, Data]
    spans: "array[int]" = field(repr=False)
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()


class Builder:
    """Builds the data of one text; written for speed, as it handles every node of every file."""

    def __init__(self, text: str, pull: Pull) -> None:
        self._text = text
        self._pull = pull
        self._careful = may_need_care(text)  # most files hold nothing of the kind
        self._spans: array[int] = array("L")
        self._mark = self._spans.append
        self._depth = 0
        self._cut_until = 0
        self._doubts: list[Problem] = []
        self.problems: list[Problem] = []

    def build(self) -> BuiltData:
        """Return the data in the text.

        Raises:
            UnreadableTextError: It is not plain YAML of the kind that okr accepts.
            YAMLError: It is not YAML at all.
        """
        self._pull()  # the start of the stream
        opening = self._pull()
        if type(opening) is StreamEndEvent:
            raise UnreadableTextError(EMPTY)
        self._refuse_directives(opening)
        root = self._pull()
        if type(root) is not MappingStartEvent:
            raise root_problem(root)
        if self._careful:
            refuse_odd(root)
        data = self._mapping(root)
        self._expect_end()
        return BuiltData(data, self._spans, tuple(self.problems), tuple(self._doubts))

    def _mapping(self, opening: Any) -> dict[str, Data]:
        pull, spans = self._pull, self._spans
        data: dict[str, Data] = {}
        first = len(spans)
        self._open(opening)
        while type(event := pull()) is not MappingEndEvent:
            pair = len(spans)
            key = self._key(event, opening)
            if key in data:
                self._refuse_duplicate(key, event, data, first)
                self._value(pull())
                del spans[pair:]
                continue
            value = self._value(pull())
            if value is None and spans[-1] == spans[-2]:
                if opening.flow_style and self._drop_cut_number(pair, first, opening, data):
                    continue
                self._settle_empty()
            data[key] = value
        self._close(opening, event, first)
        return data

    def _sequence(self, opening: Any) -> list[Data]:
        pull = self._pull
        data: list[Data] = []
        first = len(self._spans)
        self._open(opening)
        while type(event := pull()) is not SequenceEndEvent:
            data.append(self._value(event))
        self._close(opening, event, first)
        return data

    def _value(self, event: Any) -> Data:
        kind = type(event)
        if self._careful:
            refuse_odd(event)
        if kind is ScalarEvent:
            mark = self._mark
            mark(event.start_mark.index)
            mark(event.end_mark.index)
            if event.style:
                return event.value  # type: ignore[no-any-return]  # events are untyped
            value, doubtful = plain(event.value)
            if doubtful:
                self._doubt(event)
            return value
        if kind is MappingStartEvent:
            return self._mapping(event)
        if kind is SequenceStartEvent:
            return self._sequence(event)
        raise alias_problem(event)

    def _key(self, event: Any, opening: Any) -> str:
        if type(event) is not ScalarEvent:
            raise key_problem(event)
        if self._careful:
            refuse_odd(event)
        self._mark(event.start_mark.index)
        self._mark(event.end_mark.index)
        text: str = event.value
        if event.style:
            return text
        value, doubtful = plain(text)
        if doubtful:
            self._doubt(event)
        # The cached text is one object for all the files that have this key.
        return value if type(value) is str else self._refuse_key(text, event, opening)

    def _open(self, event: Any) -> None:
        self._mark(event.start_mark.index)
        self._mark(0)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise too_deep(event.start_mark.index)

    def _close(self, opening: Any, closing: Any, first: int) -> None:
        self._depth -= 1
        if opening.flow_style:
            self._spans[first + 1] = closing.end_mark.index

    def _settle_empty(self) -> None:
        """Place the empty value just read after its colon; the parsers disagree on its position."""
        key_end = self._spans[-3]
        colon = _COLON.match(self._text, key_end)
        self._spans[-2] = self._spans[-1] = colon.end() if colon else key_end

    def _doubt(self, event: Any) -> None:
        self._doubts.append(
            Problem(
                event.start_mark.index,
                f"Other YAML parsers read `{event.value}` as a boolean or a number.",
                f'Put it in quotes: "{event.value}".',
            )
        )

    def _refuse_key(self, text: str, event: Any, opening: Any) -> str:
        offset = event.start_mark.index
        if not text:
            raise UnreadableTextError(
                Problem(
                    offset,
                    "There is a colon here without a key before it.",
                    "Write the key before it.",
                )
            )
        from okrcli.storage.yaml.decimal_comma import cut_number  # noqa: PLC0415  few files need it

        is_rest = opening.flow_style and cut_number(self._text, offset)
        if is_rest and not _COLON.match(self._text, event.end_mark.index):
            return text  # told with the number that it belongs to
        message = f"The key `{inert_value(text)}` is read as a value, not as text."
        hint = f'Put it in quotes: "{inert_value(text)}".'
        self._note(Problem(offset, message, hint, opening.start_mark.index))
        return text

    def _drop_cut_number(self, pair: int, first: int, opening: Any, data: dict[str, Data]) -> bool:
        """Refuse the empty key at *pair* if it is the rest of the number before it; drop both.

        The beginning of such a number is a different number, which must not count.
        """
        offset = self._spans[pair]
        if offset < self._cut_until:
            del self._spans[pair:]
            return True
        from okrcli.storage.yaml.decimal_comma import cut_number, point_hint  # noqa: PLC0415  as above

        number = cut_number(self._text, offset) if data else None
        # The value before it may end with such a number, and be something else.
        if number is None or pair < first + _PAIR or self._spans[pair - 2] != number.start():
            return False
        message = f"`{number[0]}` is not a number: it is read as two entries."
        hint = f"{point_hint(number[0])}: in YAML a comma separates entries."
        self._note(Problem(number.start(), message, hint, opening.start_mark.index))
        self._cut_until = number.end()
        del self._spans[pair - _PAIR :]
        data.popitem()
        return True

    def _refuse_duplicate(self, key: str, event: Any, data: dict[str, Data], first: int) -> None:
        offset = node_tree(data, self._spans, first).children[key].key
        line, _ = Lines(self._text).line_and_column(offset)
        message = f"The key `{inert_value(key)}` occurs again here; it is first on line {line}."
        self._note(
            Problem(event.start_mark.index, message, "Keep one of the two.", self._spans[first])
        )

    def _note(self, problem: Problem) -> None:
        if len(self.problems) == _MOST_PROBLEMS:
            message = f"The file has more than {_MOST_PROBLEMS} problems; the rest is not checked."
            raise UnreadableTextError(Problem(problem.offset, message, "Correct those first."))
        self.problems.append(problem)

    def _refuse_directives(self, opening: Any) -> None:
        found = _DIRECTIVE.search(self._text) if opening.explicit else None
        if found and found.start() < opening.end_mark.index:
            raise UnreadableTextError(directive(found.start()))

    def _expect_end(self) -> None:
        self._pull()  # the end of the document
        event = self._pull()
        if type(event) is not StreamEndEvent:
            raise UnreadableTextError(
                Problem(
                    event.start_mark.index,
                    "A second YAML document begins here.",
                    "Put it into a file of its own.",
                )
            )
