"""Edits the file of something agreed in place, keeping comments and layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okrcli.model.finding import Location
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.records.plain_data import plain_data
from okrcli.storage.records.pruning import MISSING
from okrcli.storage.records.pruning import inside as part_of
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.editor import add_key, append_item, remove_key, set_value
from okrcli.storage.yaml.reader import read


@dataclass(slots=True)
class EditedFile:
    """A file of the workspace *root* with pending edits; nothing is written yet.

    A way into it has the keys of mappings, and the ids of the items of lists.
    """

    root: Path
    path: str
    before: bytes = b""
    after: bytes = b""

    def __post_init__(self) -> None:
        """Read it."""
        self.before = self.after = inside(self.root, self.path).read_bytes()

    @property
    def write(self) -> Write:
        """The file to write."""
        return Write(inside(self.root, self.path), self.after, expected=self.before)

    def put(self, way: Location, value: Any) -> None:
        """Set the value there to *value*; `None` removes it.

        Raises:
            OkrError: The file cannot be changed in place.
        """
        self._put(way, plain_data(value))

    def append(self, way: Location, item: Any) -> None:
        """Add *item* to the list there, which may be absent.

        Raises:
            OkrError: The file cannot be changed in place.
        """
        document = self._document()
        self.after = append_item(document, _location(document.data, way), item)

    def _put(self, way: Location, data: Any) -> None:
        document = self._document()
        location = _location(document.data, way)
        present = _at(document.data, location)
        if isinstance(data, Mapping) and isinstance(present, Mapping):
            for key in dict.fromkeys((*data, *present)):
                self._put((*way, key), data.get(key))
        elif data is None:
            self.after = self.after if present is MISSING else remove_key(document, location)
        elif present is MISSING:
            self.after = add_key(document, location[:-1], str(location[-1]), data)
        elif present != data:
            self.after = set_value(document, location, data)

    def _document(self) -> Document:
        return read(self.path, self.after)


def _at(data: Any, location: Location) -> Any:
    for part in location:
        data = part_of(data, part)
    return data


def _location(data: Any, way: Location) -> Location:
    """Return where *way* leads: an item's place in its list instead of its id."""
    location: list[str | int] = []
    for part in way:
        place: str | int = part
        if isinstance(data, list):
            ids = [item.get("id") if isinstance(item, Mapping) else None for item in data]
            place = ids.index(part) if part in ids else len(data)
        location.append(place)
        data = part_of(data, place)
    return tuple(location)
