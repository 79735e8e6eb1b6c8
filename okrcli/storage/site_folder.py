"""The folder of a site: whole new ones take the place of old ones at one moment.

Nothing in it is synced to the disk: a site can be made again at any time, and being killed loses
nothing that is written.
"""

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from okrcli import system
from okrcli.errors import WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.storage.staging import remove_empty

MANIFEST: Final = ".okr-site.json"
SCHEMA: Final = "okrcli.site/1"
_TOKEN_BYTES: Final = 6
_MOST_NAMED: Final = 3
_PAGE: Final = re.compile(r"(?:[\w-]+/){0,3}[\w-]+\.html", re.ASCII)


class PageRecord(NamedTuple):
    """A page that an earlier run wrote.

    Attributes:
        key: What it was made of.
        digest: The SHA-256 of its content.
    """

    key: str
    digest: str


@frozen_dataclass
class SiteFolder:
    """A folder as it was found.

    Attributes:
        place: Where it is, or will be.
        pages: The pages that an earlier run wrote and nobody has changed, by posix path.
        files: All files in it that a run wrote.
        statuses: The status of each of the pages.
    """

    place: Path
    pages: Mapping[str, PageRecord]
    files: frozenset[str]
    statuses: Mapping[str, os.stat_result] = field(default_factory=dict)

    def replace(
        self, contents: Mapping[str, bytes], kept: Iterable[str], keys: Mapping[str, str]
    ) -> None:
        """Let a new site take the place of this one: readers see one or the other, whole.

        Args:
            contents: The new and changed pages, by posix path.
            kept: The pages that stay as they are.
            keys: What each page was made of.

        Raises:
            WorkspaceError: It cannot be written; the old site stays as it was.
        """
        staying = {path: self.pages[path] for path in kept}
        records = {
            **staying,
            **{path: PageRecord(keys[path], _digest(text)) for path, text in contents.items()},
        }
        try:
            with ExitStack() as cleanup:
                new = self._begin(records, cleanup)
                for path in staying:
                    _keep(self.place / path, _made(new / path), self.statuses[path])
                for path, text in contents.items():
                    _made(new / path).write_bytes(text)
                self._switch(new)
        except OSError as error:
            reason = error.strerror or str(error)
            raise WorkspaceError(
                f"The site in {self.place} could not be written: {reason}. Nothing was changed."
            ) from error

    def _begin(self, records: Mapping[str, PageRecord], cleanup: ExitStack) -> Path:
        """Return a new folder beside the place, which is removed by *cleanup* with its pages.

        Its list of pages is written first, so that it can be removed if we are killed.
        """
        self.place.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(self.place)
        new = _temporary_for(self.place)
        new.mkdir()
        cleanup.callback(_remove_site, new)
        cleanup.callback(_hold(new))
        (new / MANIFEST).write_bytes(_manifest(records))
        return new

    def _switch(self, new: Path) -> None:
        if not self.place.exists():
            new.rename(self.place)
            return
        new.chmod(self.place.stat().st_mode & 0o777)
        if system.exchange(new, self.place):
            return
        old = _temporary_for(self.place)
        self.place.rename(old)
        try:
            new.rename(self.place)
        except OSError:
            old.rename(self.place)
            raise
        _remove_site(old)


def open_site_folder(place: Path) -> SiteFolder:
    """Return the folder *place*, which must be new, empty, or one that was written as a site.

    Raises:
        WorkspaceError: It holds something else, or cannot be read.
    """
    try:
        if not place.exists():
            return SiteFolder(place, {}, frozenset())
        if not place.is_dir():
            raise WorkspaceError(f"{place} is a file.", "Name a folder for the site.")
        found = list(_files_in(place))
        known = _read_manifest(place / MANIFEST) if MANIFEST in found else {}
        _require_own([path for path in found if path != MANIFEST and path not in known], place)
        statuses = {path: (place / path).lstat() for path in known if path in found}
        pages = {
            path: record
            for path, record in known.items()
            if path in statuses and _digest((place / path).read_bytes()) == record.digest
        }
    except OSError as error:
        raise WorkspaceError(f"{place} cannot be read: {error.strerror or error}.") from error
    return SiteFolder(place, pages, frozenset(found), statuses)


def _require_own(strangers: list[str], place: Path) -> None:
    if strangers:
        more = len(strangers) - _MOST_NAMED
        named = ", ".join(sorted(strangers)[:_MOST_NAMED]) + (
            f" and {more} more" if more > 0 else ""
        )
        raise WorkspaceError(
            f"{place} holds files that are not pages of a site: {named}.",
            "Name a new or an empty folder; all that is in a site's folder is replaced.",
        )


def _files_in(folder: Path, prefix: str = "") -> Iterator[str]:
    """Yield all in *folder* that is no folder, links among it, by posix path."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False) and not system.is_link(Path(entry.path)):
                yield from _files_in(Path(entry.path), f"{name}/")
            else:
                yield name


def _read_manifest(file: Path) -> dict[str, PageRecord]:
    """Return the pages that *file* names; it may be anybody's, and names none outside then."""
    number = system.open_unfollowed(file, os.O_RDONLY)
    with open(number, "rb") as opened:  # noqa: PTH123  it is a number
        raw = opened.read()
    try:
        found: Any = json.loads(raw)
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise WorkspaceError(
            f"{file} is not the list of a site's pages.", "Name a new or an empty folder."
        )
    pages = found.get("pages")
    return {
        path: PageRecord(*record)
        for path, record in (pages.items() if isinstance(pages, dict) else ())
        if _PAGE.fullmatch(path) and _is_record(record)
    }


def _is_record(record: Any) -> bool:
    is_pair = isinstance(record, list) and len(record) == len(PageRecord._fields)
    return is_pair and all(isinstance(part, str) for part in record)


def _manifest(records: Mapping[str, PageRecord]) -> bytes:
    pages = {path: list(record) for path, record in sorted(records.items())}
    return json.dumps({"schema": SCHEMA, "pages": pages}, indent=0).encode()


def _keep(old: Path, new: Path, status: os.stat_result) -> None:
    """Give the page *old* a second name, or copy it; it must still be as it was."""
    found = old.lstat()
    if _facts(found) != _facts(status):
        raise WorkspaceError(
            f"{old} has changed while the site was made; nothing was changed.",
            "Run the command again.",
        )
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def _facts(status: os.stat_result) -> tuple[int, ...]:
    return status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns


def _made(page: Path) -> Path:
    page.parent.mkdir(parents=True, exist_ok=True)
    return page


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _temporary_for(place: Path) -> Path:
    return place.with_name(f".{place.name}.{secrets.token_hex(_TOKEN_BYTES)}.okr-tmp")


def _hold(folder: Path) -> Any:
    """Show other okrs that *folder* is in use; return what ends that."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return lambda: None
    system.hold(number)
    return lambda: os.close(number)


def _remove_abandoned(place: Path) -> None:
    """Remove what killed okrs have left beside *place*."""
    name = re.compile(rf"\.{re.escape(place.name)}\.[0-9a-f]{{{2 * _TOKEN_BYTES}}}\.okr-tmp")
    with suppress(OSError):
        for entry in list(os.scandir(place.parent)):
            if name.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                _remove_if_abandoned(Path(entry.path))


def _remove_if_abandoned(folder: Path) -> None:
    if system.is_folder_abandoned(folder):
        _remove_site(folder)


def _remove_site(folder: Path) -> None:
    """Remove the pages in *folder* and then what is empty; other files stay."""
    with suppress(OSError, WorkspaceError):
        known = _read_manifest(folder / MANIFEST)
        for path in known:
            if not any(map(system.is_link, (folder / path).parents[: path.count("/")])):
                (folder / path).unlink(missing_ok=True)
        inside = {parent for path in known for parent in PurePosixPath(path).parents}
        for parent in sorted(inside, key=lambda parent: len(parent.parts), reverse=True):
            if parent.parts:
                remove_empty([folder / parent])
        (folder / MANIFEST).unlink()
    remove_empty([folder])
