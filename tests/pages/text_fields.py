"""Where people may write whatever they like in a file, by its schema."""

from collections.abc import Iterator, Mapping
from typing import Any

Path = tuple[str, ...]

KEY = "<key>"
"""The place of the keys of a mapping, where these are free."""

_INSIDE: Mapping[str, str] = {"items": "[]", "additionalProperties": "*", "propertyNames": KEY}
_CHOICES = ("anyOf", "oneOf", "allOf")
_BRANCHES = ("if", "then", "else")


def text_fields(schema: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each free text in files of *schema*; `[]` and `*` stand for any item."""
    if not isinstance(schema, dict):
        return
    if schema.get("patternErrorMessage") == "Write something, or remove the key.":
        yield path
    for name, part in schema.get("properties", {}).items():
        yield from text_fields(part, (*path, name))
    for word, step in _INSIDE.items():
        yield from text_fields(schema.get(word), (*path, step))
    choices = [part for word in _CHOICES for part in schema.get(word, ())]
    for part in (*choices, *map(schema.get, _BRANCHES)):
        yield from text_fields(part, path)


def texts_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield each value in a file with its path, and each key."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield (*path, KEY), name
            for step in {name, "*"}:
                yield from texts_in(part, (*path, step))
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part, (*path, "[]"))
    else:
        yield path, value
