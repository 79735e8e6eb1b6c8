"""Finds a workspace and loads it."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from okrcli.errors import WorkspaceError
from okrcli.model.finding import SCHEMA, YAML_SYNTAX, Finding, Place, RuleId
from okrcli.model.plan import Plan
from okrcli.printable import inert_line
from okrcli.storage.layout import DATA_FOLDERS, MAX_BYTES, SETTINGS_FILE, kind_of, too_large


def find_root(start: Path) -> Path:
    """Return the nearest folder with `okr.yaml`, *start* itself or above it.

    Raises:
        WorkspaceError: There is none.
    """
    folder = start.resolve()
    for each in (folder, *folder.parents):
        if (each / SETTINGS_FILE).is_file():
            return each
    raise WorkspaceError(
        f"There is no {SETTINGS_FILE} in '{folder}' or above it.",
        "Run `okr init` to make a workspace, or name one with --root.",
    )


def load_plan(root: Path) -> Plan:
    """Return everything that the workspace *root* holds; what is wrong becomes findings.

    Raises:
        WorkspaceError: *root* is no workspace, or needs a newer okr.
    """
    if not (root / SETTINGS_FILE).is_file():
        raise WorkspaceError(f"There is no {SETTINGS_FILE} in '{root}'.", "Run `okr init` there.")
    from okrcli.storage.loading import loaded_plan  # noqa: PLC0415 - imports the YAML parser

    gathering = _Gathering(root.resolve())
    files = sorted(gathering.files())
    return loaded_plan(
        ((path, raw) for path in files if (raw := gathering.content(path)) is not None),
        gathering.findings,
        gathering.unreadable,
    )


def plan_of(files: Mapping[str, bytes]) -> Plan:
    """Return the plan that *files* hold, by posix path from the workspace's root.

    Raises:
        WorkspaceError: There is no `okr.yaml` among them, or a newer okr is needed.
    """
    if SETTINGS_FILE not in files:
        raise WorkspaceError(
            f"There is no {SETTINGS_FILE} there.", "Choose a revision that has the workspace."
        )
    from okrcli.storage.loading import loaded_plan  # noqa: PLC0415 - imports the YAML parser

    return loaded_plan(sorted(files.items()))


@dataclass(slots=True)
class _Gathering:
    """Gets a workspace's files from the disk, never from outside of it."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def files(self) -> Iterator[str]:
        """Yield the posix paths of the workspace's files."""
        if (self.root / SETTINGS_FILE).is_symlink():
            yield from self._linked(SETTINGS_FILE)
        else:
            yield SETTINGS_FILE
        for folder in DATA_FOLDERS:
            if self._is_own(folder):
                yield from self._files_in(folder)

    def _is_own(self, folder: str) -> bool:
        target = self.root / folder
        if target.is_symlink():
            self._refuse_link(folder)
            return False
        return target.is_dir()

    def _files_in(self, folder: str) -> Iterator[str]:
        try:
            entries = list(os.scandir(self.root / folder))
        except OSError as error:
            self._cannot_read(folder, error)
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._files_in(path)
            elif entry.is_symlink() and (entry.is_dir() or kind_of(path)):
                yield from self._linked(path)
            elif kind_of(path) and self._is_plain_file(entry):
                yield path

    def _is_plain_file(self, entry: os.DirEntry[str]) -> bool:
        """Return whether *entry* is a file; opening a pipe would wait for ever."""
        if entry.is_file(follow_symlinks=False):
            return True
        path = Path(entry.path).relative_to(self.root).as_posix()
        self._leave_out(path, YAML_SYNTAX, "This is no ordinary file.", "Remove it.")
        return False

    def _linked(self, path: str) -> Iterator[str]:
        target = (self.root / path).resolve()
        if target.is_file() and target.is_relative_to(self.root):
            yield path
        else:
            self._refuse_link(path)

    def content(self, path: str) -> bytes | None:
        """Return what the file *path* holds; `None`, with a finding, when it cannot be read."""
        try:
            # A `Path` and a buffer would take as long as the read itself.
            with open(f"{self.root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123
                size = os.fstat(file.fileno()).st_size
                if size <= MAX_BYTES:
                    return file.read()
        except OSError as error:
            self._cannot_read(path, error)
            return None
        self._leave_out(path, YAML_SYNTAX, *too_large(size))
        return None

    def _refuse_link(self, path: str) -> None:
        message = "This is a link to a folder, or out of the workspace, and is not followed."
        self._leave_out(path, SCHEMA, message, "Put the files themselves here.")

    def _cannot_read(self, path: str, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        message = f"This cannot be read: {reason}."
        self._leave_out(path, YAML_SYNTAX, message, "Check that it is there and yours to read.")

    def _leave_out(self, path: str, rule: RuleId, message: str, hint: str) -> None:
        self.findings.append(Finding.of(rule, Place(inert_line(path)), message, hint))
        self.unreadable.add(path)
