"""Objects inside objects: parts that are named, as in `data.score`, and lists of rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from okrcli.sources.base import Cell, Refusal
from okrcli.sources.headers import plain
from okrcli.sources.values import cell_of, is_cell, no_cell


def cells_in(item: Mapping[str, Any], named: Collection[str]) -> Iterator[tuple[str, Cell]]:
    """Yield the cells of *item* with the names of their columns.

    A value that is not a cell is replaced by an error, followed by those of its parts that are
    *named*.
    """
    for key, value in item.items():
        if is_cell(value):
            yield key, cell_of(value)
        else:
            yield key, _refusal(key, value)
            yield from _parts(key, value, named)


def _parts(path: str, value: Any, named: Collection[str]) -> Iterator[tuple[str, Cell]]:
    if not any(name.startswith(f"{plain(path)}.") for name in named):
        return
    parts = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, part in parts:
        below = f"{path}.{key}"
        if not is_cell(part):
            yield from _parts(below, part, named)
        elif plain(below) in named:
            yield below, cell_of(part)


def _refusal(key: str, value: Any) -> Refusal:
    keys = [*value] if isinstance(value, Mapping) else []
    part = f" Name a part of it, as in '{key}.{keys[0]}'." if keys else ""
    return Refusal(f"{no_cell(key)}{part}")


def lists_in(item: Any) -> Mapping[str, Sequence[Any]]:
    """Return the lists of objects that *item* holds under a key, or under a key of a key."""
    if not isinstance(item, Mapping):
        return {}
    below = {
        f"{key}.{part}": item
        for key, value in item.items()
        if isinstance(value, Mapping)
        for part, item in value.items()
    }
    return {path: rows for path, rows in {**item, **below}.items() if _are_objects(rows)}


def _are_objects(rows: Any) -> bool:
    return isinstance(rows, list) and bool(rows) and all(isinstance(row, Mapping) for row in rows)
