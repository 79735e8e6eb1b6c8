"""Pydantic's errors as sentences that name the key, what is allowed, and the value."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from okrcli.model.base import (
    ID_PATTERN,
    KPI_ID_PATTERN,
    CycleId,
    KeyResultRef,
    ObjectiveRef,
    Text,
)
from okrcli.model.finding import Location
from okrcli.model.people import GitHubName
from okrcli.printable import inert_value

_QUOTED = re.compile(r"'([^']*)'")


def _pattern_of(annotated: Any) -> str:
    return str(get_args(annotated)[1].pattern)


_PATTERNS: Mapping[str, str] = {
    ID_PATTERN: "is not lower-case words joined by `-`, as in `cx-leader`",
    KPI_ID_PATTERN: "is not lower-case words joined by `_`, as in `first_reply`",
    _pattern_of(CycleId): "is not the name of a cycle, as in `2026-Q4`",
    _pattern_of(ObjectiveRef): "does not name an objective, as in `2026-Q4/cx-leader`",
    _pattern_of(KeyResultRef): "does not name a key result, as in `2026-Q4/cx-leader/nps`",
    _pattern_of(GitHubName): "is not the name of a GitHub account, as in `ana-garcia`",
    _pattern_of(Text): "is empty",
}

_NOT_A_MAPPING = "is not a mapping with keys"

_PREDICATES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: "is missing",
    "string_type": lambda _: "is not text",
    "string_too_short": lambda _: "is empty",
    "string_too_long": lambda allowed: f"is longer than {allowed['max_length']} characters",
    "string_pattern_mismatch": lambda allowed: _PATTERNS.get(
        allowed["pattern"], f"does not have the form {allowed['pattern']}"
    ),
    "literal_error": lambda allowed: f"is not {_one_of(choices(allowed['expected']))}",
    "union_tag_invalid": lambda allowed: f"is not {_one_of(choices(allowed['expected_tags']))}",
    "int_type": lambda _: "is not a whole number",
    "int_from_float": lambda _: "is not a whole number",
    "bool_type": lambda _: "is not true or false",
    "greater_than_equal": lambda allowed: f"is below {allowed['ge']}",
    "less_than_equal": lambda allowed: f"is above {allowed['le']}",
    "too_short": lambda _: "needs at least one item",
    "too_long": lambda allowed: f"has more than {allowed['max_length']} items",
    "extra_forbidden": lambda _: "is not a key that can stand here",
    "tuple_type": lambda _: "is not a list",
    "mapping_type": lambda _: _NOT_A_MAPPING,
    "dict_type": lambda _: _NOT_A_MAPPING,
    "model_type": lambda _: _NOT_A_MAPPING,
    "model_attributes_type": lambda _: _NOT_A_MAPPING,
}


def predicate(error: Mapping[str, Any], value: Any) -> str:
    """Return the predicate for pydantic's *error* about *value*; the key is the subject."""
    if value is None and error["type"] in _PREDICATES:
        return "is empty"
    if make := _PREDICATES.get(error["type"]):
        return make(error.get("ctx", {}))
    return str(error["msg"])


def choices(expected: str) -> list[str]:
    """Return the values in pydantic's text `'a', 'b' or 'c'`."""
    return _QUOTED.findall(expected)


def _one_of(values: list[str]) -> str:
    return join_names(values, "or")


def join_names(values: Iterable[str], word: str) -> str:
    """Return `` `a`, `b` or `c` `` with *word* before the last."""
    *first, last = [f"`{value}`" for value in values]
    return f"{', '.join(first)} {word} {last}" if first else last


def subject(location: Location, item: Any) -> str:
    """Return the subject of a sentence about *location*; *item* is its value."""
    if not location:
        return "The file"
    if location[-1] == "[key]":
        return f"A key of `{inert_value(location[-3])}`"
    if isinstance(location[-1], str):
        return f"`{inert_value(location[-1])}`"
    name = item.get("id") if isinstance(item, dict) else None
    group = next((part for part in reversed(location) if isinstance(part, str)), "list")
    if isinstance(name, str):
        return f"`{inert_value(name)}` in `{inert_value(group)}`"
    return f"Item {location[-1] + 1} of `{inert_value(group)}`"


def with_value(sentence: str, value: Any) -> str:
    """Return *sentence* as a complete one, followed by the *value* if it is a scalar."""
    if value is None or value == "" or isinstance(value, dict | list):
        return f"{sentence}."
    return f"{sentence}: `{inert_value(value)}`."
