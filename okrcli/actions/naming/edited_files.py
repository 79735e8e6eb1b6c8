"""Files of a workspace with what is changed in them, before any of it is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from okrcli.model.finding import Location
from okrcli.storage.files import Removal, Write
from okrcli.storage.layout import inside
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.editor import append_item, set_value
from okrcli.storage.yaml.reader import read


class EditedFiles:
    """What becomes of some files; each may be changed several times, and one get another name.

    Attributes:
        root: The workspace's.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._before: dict[str, bytes] = {}
        self._after: dict[str, bytes] = {}
        self._renamed: dict[str, str] = {}

    def document(self, path: str) -> Document:
        """Return the file *path*, by its first name, as it is by now."""
        if path not in self._after:
            self._before[path] = self._after[path] = inside(self.root, path).read_bytes()
        return read(path, self._after[path])

    def edit(self, path: str, change: Callable[[Document], bytes]) -> None:
        """Let the file *path* hold what *change* makes of it."""
        self._after[path] = change(self.document(path))

    def set(self, path: str, location: Location, value: Any) -> None:
        """Put *value* in place of the one at *location* of the file *path*."""
        self.edit(path, lambda document: set_value(document, location, value))

    def append(self, path: str, location: Location, item: Any) -> None:
        """Put *item* at the end of the list at *location* of the file *path*."""
        self.edit(path, lambda document: append_item(document, location, item))

    def rename(self, path: str, new: str) -> None:
        """Let the file *path* be called *new*."""
        self.document(path)
        self._renamed[path] = new

    @property
    def paths(self) -> tuple[str, ...]:
        """The files by their last names."""
        return tuple(self._renamed.get(path, path) for path in self._after)

    @property
    def writes(self) -> tuple[Write, ...]:
        """The files that are new or others than before."""
        found = []
        for path, raw in self._after.items():
            if path in self._renamed:
                found.append(Write(inside(self.root, self._renamed[path]), raw))
            elif raw != self._before[path]:
                found.append(Write(inside(self.root, path), raw, expected=self._before[path]))
        return tuple(found)

    @property
    def removals(self) -> tuple[Removal, ...]:
        """The files whose name is not in use any more."""
        return tuple(Removal(inside(self.root, path), self._before[path]) for path in self._renamed)
