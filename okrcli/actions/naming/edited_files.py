"""Several files that are changed in place, some of which are renamed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from okrcli.actions.amend.in_place import EditedFile
from okrcli.model.finding import Location
from okrcli.storage.files import Removal, Write
from okrcli.storage.layout import inside
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.editor import append_item, set_value
from okrcli.storage.yaml.reader import read


class EditedFiles:
    """Files with their pending edits; nothing is written yet.

    Attributes:
        root: The workspace's.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files: dict[str, EditedFile] = {}
        self._renamed: dict[str, str] = {}

    def document(self, path: str) -> Document:
        """Return the file *path*, by its first name, as it is by now."""
        return read(path, self._file(path).after)

    def edit(self, path: str, change: Callable[[Document], bytes]) -> None:
        """Apply *change* to the file *path*."""
        self._file(path).after = change(self.document(path))

    def set(self, path: str, location: Location, value: Any) -> None:
        """Replace the value at *location* of the file *path* by *value*."""
        self.edit(path, lambda document: set_value(document, location, value))

    def append(self, path: str, location: Location, item: Any) -> None:
        """Put *item* at the end of the list at *location* of the file *path*."""
        self.edit(path, lambda document: append_item(document, location, item))

    def rename(self, path: str, new: str) -> None:
        """Rename the file *path* to *new*."""
        self._file(path)
        self._renamed[path] = new

    @property
    def paths(self) -> tuple[str, ...]:
        """The files by their last names."""
        return tuple(self._renamed.get(path, path) for path in self._files)

    @property
    def writes(self) -> tuple[Write, ...]:
        """The files that are new or changed."""
        return tuple(
            Write(inside(self.root, self._renamed[path]), file.after)
            if path in self._renamed
            else file.write
            for path, file in self._files.items()
            if path in self._renamed or file.after != file.before
        )

    @property
    def removals(self) -> tuple[Removal, ...]:
        """The files whose name is no longer in use."""
        return tuple(
            Removal(inside(self.root, path), self._files[path].before) for path in self._renamed
        )

    def _file(self, path: str) -> EditedFile:
        if path not in self._files:
            self._files[path] = EditedFile(self.root, path)
        return self._files[path]
