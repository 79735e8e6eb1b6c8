"""Finds a workspace and loads it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.errors import WorkspaceError
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.cache.folder import FEWEST_FILES, CacheFolder
from okrcli.storage.gathering import Gathering
from okrcli.storage.layout import SETTINGS_FILE, Kind
from okrcli.tracking import Track, without_tracking

if TYPE_CHECKING:
    from okrcli.storage.loading import Reader
    from okrcli.storage.yaml.document import Document


def find_root(start: Path) -> Path:
    """Return the nearest folder with `okr.yaml`, *start* itself or above it.

    Raises:
        WorkspaceError: There is no such folder.
    """
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        if (parent / SETTINGS_FILE).is_file():
            return parent
    raise WorkspaceError(
        f"There is no {SETTINGS_FILE} in '{folder}' or above it.",
        NextStep(StepKind.MAKE_WORKSPACE),
    )


def time_zone_in(root: Path) -> str | None:
    """Return the time zone in the settings of the workspace *root*; `None` if they have none."""
    try:
        raw = (root / SETTINGS_FILE).read_bytes()
    except OSError:  # loading tells it
        return None
    if b"time_zone" not in raw:  # nearly always, and then nothing has to be read
        return None
    from okrcli.storage.yaml.reader import read  # noqa: PLC0415 - imports the YAML parser

    calendar = read(SETTINGS_FILE, raw).data.get("calendar")
    name = calendar.get("time_zone") if isinstance(calendar, dict) else None
    return name if isinstance(name, str) else None


def load_plan(
    root: Path, track: Track = without_tracking, cache: CacheFolder | None = None
) -> Plan:
    """Return the plan of the workspace *root*; errors become findings.

    Args:
        root: The workspace's root.
        track: Sees how many files have been read.
        cache: Where is kept what its files were found to hold; `None` for nowhere.

    Raises:
        WorkspaceError: *root* is no workspace, or needs a newer okr.
    """
    require_settings(root)
    from okrcli.storage.loading import loaded_plan  # noqa: PLC0415 - imports the YAML parser

    gathering = Gathering(root.resolve())
    paths = [*gathering.files()]
    contents = gathering.contents(paths, track)
    with reader_with(cache, gathering.root, len(paths)) as reader:
        return loaded_plan(contents, gathering.findings, gathering.unreadable, reader)


@contextmanager
def reader_with(
    cache: CacheFolder | None, root: Path, count: int, *, are_all: bool = True
) -> Iterator["Reader"]:
    """Return a reader of the files of the workspace *root*, which parses what *cache* lacks.

    Args:
        cache: Where is kept what they were found to hold; `None` for nowhere.
        root: The workspace's root.
        count: How many files it has.
        are_all: Whether all of them will be read.
    """
    if cache and count >= FEWEST_FILES:
        from okrcli.storage.cache.parsed_files import parsed_files  # noqa: PLC0415 - only here

        with parsed_files(cache, root, are_all=are_all) as reader:
            yield reader
        return
    from okrcli.storage.yaml.reader import read  # noqa: PLC0415 - imports the YAML parser

    yield read


def load_settings(root: Path) -> Plan:
    """Return a plan with the settings of the workspace *root*, and nothing else.

    Raises:
        WorkspaceError: It needs a newer okr.
    """
    from okrcli.storage.loading import loaded_plan  # noqa: PLC0415 - imports the YAML parser

    gathering = Gathering(root.resolve())
    return loaded_plan(
        gathering.contents(gathering.settings()), gathering.findings, gathering.unreadable
    )


def load_definitions(root: Path) -> Plan:
    """Return the plan of the workspace *root* without its check-ins, of which there are many.

    Raises:
        WorkspaceError: *root* is no workspace, or needs a newer okr.
    """
    from okrcli.storage.loading import loaded_plan  # noqa: PLC0415 - imports the YAML parser

    require_settings(root)
    gathering = Gathering(root.resolve())
    files = gathering.files(without=Kind.CHECKIN)
    return loaded_plan(gathering.contents(files), gathering.findings, gathering.unreadable)


def require_settings(root: Path) -> None:
    """Refuse a folder that is no workspace.

    Raises:
        WorkspaceError: It has no `okr.yaml`.
    """
    if not (root / SETTINGS_FILE).is_file():
        raise WorkspaceError(
            f"There is no {SETTINGS_FILE} in '{root}'.", NextStep(StepKind.MAKE_WORKSPACE)
        )


def plan_of(files: Mapping[str, bytes], before: Plan | None = None) -> Plan:
    """Return the plan that *files* hold, by posix path from the workspace's root.

    Args:
        files: What each of them holds.
        before: A plan that holds some of them as they are; what it has read is not parsed again.

    Raises:
        WorkspaceError: There is no `okr.yaml` among them, or a newer okr is needed.
    """
    if SETTINGS_FILE not in files:
        raise WorkspaceError(
            f"There is no {SETTINGS_FILE} there.", "Choose a revision that has the workspace."
        )
    from okrcli.storage.loading import loaded_plan  # noqa: PLC0415 - imports the YAML parser
    from okrcli.storage.yaml.document import Document  # noqa: PLC0415 - as above
    from okrcli.storage.yaml.reader import read  # noqa: PLC0415 - as above

    known = before.sources if before else {}

    def read_new(path: str, raw: bytes) -> Document:
        source = known.get(path)
        if isinstance(source, Document) and source.raw == raw:
            return source
        return read(path, raw)

    return loaded_plan(sorted(files.items()), reader=read_new)


@lru_cache(maxsize=1 << 12)
def plan_with(
    path: str, raw: bytes, reader: "Callable[[str, bytes], Document] | None" = None
) -> Plan:
    """Return a plan with only the definition that the file *path* held; its settings are empty.

    What a version held is asked for several times where a history is looked at.

    Args:
        path: Posix path from the workspace's root.
        raw: What the file held.
        reader: Returns what a file holds; the parser's by default.
    """
    from okrcli.storage.loading import loaded_plan  # noqa: PLC0415 - imports the YAML parser

    return loaded_plan([(path, raw)], reader=reader) if reader else loaded_plan([(path, raw)])
