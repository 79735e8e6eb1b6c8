"""Removes invalid parts of data, so that the rest of a file can be read."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from okrcli.model.finding import Location


class _Missing:
    """Marks what does not exist, as `None` is a value."""


MISSING: Final = _Missing()


def at(data: Any, location: Location) -> Any:
    """Return the value at *location*, or `None`."""
    for part in location:
        data = inside(data, part)
    return None if data is MISSING else data


def inside(data: Any, part: str | int) -> Any:
    """Return the value at *part* of *data*, or `MISSING`."""
    if isinstance(data, dict):
        return data.get(part, MISSING)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return MISSING


def data_location(data: Any, error: Mapping[str, Any]) -> Location:
    """Return the location in *data* of pydantic's *error*, without the tags of unions."""
    location: list[str | int] = []
    item = None
    for part in error["loc"]:
        if _is_tag(item, part):
            item = None
            continue
        location.append(part)
        data = inside(data, part)
        item = data if isinstance(part, int) else None
    return tuple(location)


def root_item(location: Location) -> Location:
    """Return the item of a list at the root that contains *location*, or *location* itself."""
    return location[:2] if is_root_item(location[:2]) else location


def is_root_item(location: Location) -> bool:
    """Return whether *location* is that of an item of a list at the root."""
    return len(location) == 2 and isinstance(location[1], int)


def _is_tag(item: Any, part: str | int) -> bool:
    """Return whether *part* is the tag of the union member that the list's *item* is."""
    return isinstance(item, dict) and item.get("type") == part


class PrunedData:
    """Data from which locations are removed, with the original locations of the rest.

    Args:
        original: The data of a whole file.
        whole_items: Whether removing any part of an item of a list at the root removes the whole
            item.
    """

    def __init__(self, original: dict[str, Any], *, whole_items: bool = False) -> None:
        self._original = original
        self._whole_items = whole_items
        self._removed: set[Location] = set()
        self._kept: dict[Location, list[int]] = {}
        self.data = original

    @property
    def lost_items(self) -> bool:
        """Whether a whole item of a list or of a mapping of records was removed."""
        return any(isinstance(at(self._original, location), dict) for location in self._removed)

    @property
    def root_items(self) -> tuple[Location, ...]:
        """The removed items of lists at the root, in the order of the file."""
        return tuple(sorted(filter(is_root_item, self._removed)))

    def original(self, location: Location) -> Location:
        """Return the location in the original data of the node at *location*."""
        before: Location = ()
        for part in location:
            kept = self._kept.get(before, [])
            moved = isinstance(part, int) and part < len(kept)
            before = (*before, kept[int(part)] if moved else part)
        return before

    def is_consequence(self, error: Mapping[str, Any], location: Location) -> bool:
        """Return whether *error* at *location* is only a consequence of what was removed."""
        if location in self._removed:
            return True
        below = [
            removed[len(location)]
            for removed in self._removed
            if removed[: len(location)] == location and len(removed) > len(location)
        ]
        if error["type"] == "too_short":
            return bool(below)
        return any(f"`{name}`" in error["msg"] for name in below)

    def remove(self, locations: Iterable[Location]) -> bool:
        """Remove *locations*, or what lacks a missing key; return `False` if nothing is left."""
        targets = {self._removable(location) for location in locations}
        if () in targets or targets <= self._removed:
            return False
        self._removed |= targets
        self._kept.clear()
        self.data = self._without(self._original, ())
        return True

    def _removable(self, location: Location) -> Location:
        target = location[:-1] if location[-1:] == ("[key]",) else location
        while target and (target in self._removed or self._is_absent(target)):
            target = target[:-1]
        return root_item(target) if self._whole_items else target

    def _is_absent(self, location: Location) -> bool:
        return inside(at(self._original, location[:-1]), location[-1]) is MISSING

    def _without(self, node: Any, location: Location) -> Any:
        if isinstance(node, dict):
            return {
                key: self._without(value, (*location, key))
                for key, value in node.items()
                if (*location, key) not in self._removed
            }
        if not isinstance(node, list):
            return node
        kept = [index for index in range(len(node)) if (*location, index) not in self._removed]
        self._kept[location] = kept
        return [self._without(node[index], (*location, index)) for index in kept]
