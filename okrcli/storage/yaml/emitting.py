"""Plain data to YAML text, by ruamel's emitter, which knows when text needs quotes."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from okrcli.model.finding import Location
from okrcli.storage.yaml.scalars import Data, Scalar, plain

IsFlow = Callable[[Location, Data], bool]
"""Tells whether the collection at a location is written in one line."""

_NEVER_WRAPPED = 1 << 30


def block_text(data: dict[str, Any], is_flow: IsFlow) -> str:
    """Return the lines of the mapping *data*, lists indented by two."""
    return _emit(_collection_events(data, (), is_flow))


def flow_text(value: Data) -> str:
    """Return *value* in one line, safe inside another flow collection."""
    in_list = _emit(_collection_events([value], (), _always))
    return in_list.strip().removeprefix("[").removesuffix("]")


def _always(_location: Location, _data: Data) -> bool:
    return True


class _DoubleQuoting(Emitter):
    """Quotes only with `"`, while the emitter would use `'` for some texts and `"` for others."""

    def choose_scalar_style(self) -> Any:
        if not self.event.value:
            return '"'
        style = super().choose_scalar_style()
        return '"' if style == "'" else style


def _emit(events: Iterator[Event]) -> str:
    yaml = YAML(typ="safe", pure=True)
    yaml.Emitter = _DoubleQuoting
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = _NEVER_WRAPPED
    stream = StringIO(newline="")
    yaml.emit(_document(events), stream)
    return stream.getvalue()


def _document(events: Iterator[Event]) -> Iterator[Event]:
    yield StreamStartEvent()
    yield DocumentStartEvent(explicit=False)
    yield from events
    yield DocumentEndEvent(explicit=False)
    yield StreamEndEvent()


def _collection_events(data: Data, location: Location, is_flow: IsFlow) -> Iterator[Event]:
    if isinstance(data, dict):
        flow = is_flow(location, data) or not data
        yield MappingStartEvent(None, None, implicit=True, flow_style=flow)
        for key, value in data.items():
            yield _scalar_event(key, in_one_line=True)
            yield from _value_events(value, (*location, key), is_flow, flow)
        yield MappingEndEvent()
    elif isinstance(data, list):
        flow = is_flow(location, data) or not data
        yield SequenceStartEvent(None, None, implicit=True, flow_style=flow)
        for position, value in enumerate(data):
            yield from _value_events(value, (*location, position), is_flow, flow)
        yield SequenceEndEvent()


def _value_events(
    value: Data, location: Location, is_flow: IsFlow, in_flow: bool
) -> Iterator[Event]:
    if isinstance(value, dict | list):
        yield from _collection_events(value, location, _always if in_flow else is_flow)
    else:
        yield _scalar_event(value, in_one_line=in_flow)


def _scalar_event(value: Scalar, in_one_line: bool) -> Event:
    if not isinstance(value, str):
        return ScalarEvent(None, None, (True, True, True), _plain_text(value))
    if "\n" in value and not in_one_line and _fits_a_block(value):
        return ScalarEvent(None, None, (False, True, True), value, style="|")
    # Text that would be read as something else without quotes, here or by other readers.
    meaning, doubtful = plain(value)
    is_text = meaning == value and isinstance(meaning, str) and not doubtful
    # Fast parsers take neither character in a line of entries.
    is_text = is_text and not (in_one_line and (":" in value or "?" in value))
    return ScalarEvent(None, None, (is_text, True, True), value, style=None if is_text else '"')


def _fits_a_block(text: str) -> bool:
    """Return whether *text* can be a `|` block without loss."""
    lines = text.split("\n")
    return all(line == line.strip() and line.isprintable() for line in lines) and bool(lines[0])


def _plain_text(value: Scalar) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return exact_text(value) if isinstance(value, Decimal) else str(value)


def exact_text(number: Decimal) -> str:
    """Return *number* as written in files, with every digit."""
    # Numbers are read with at most 28 digits: a larger one keeps its exponent.
    return str(number) if number.adjusted() >= 28 else f"{number:f}"
