"""The layout of a workspace: which file holds what, and the names of new files."""

import re
from datetime import date
from enum import Enum
from functools import lru_cache
from pathlib import Path

from okrcli.errors import WorkspaceError
from okrcli.model.base import ID_PATTERN, KPI_ID_PATTERN
from okrcli.storage.links import require_plain
from okrcli.system import is_reserved_name, names_a_drive

SETTINGS_FILE = "okr.yaml"
SCHEMA_FOLDER = ".okr"
SUFFIXES = (".yaml", ".yml")

MAX_BYTES = 8 * 1024 * 1024
"""The largest file that is read."""

_NAME = re.compile(ID_PATTERN)
_KPI_NAME = re.compile(KPI_ID_PATTERN)
_CYCLE_NAME = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", re.ASCII)
# As the names of check-ins do: no name of the kind is one of Windows' own.
_BEGINS_WITH_DAY = re.compile(r"\d{4}-\d\d-\d\d[-a-z0-9]*\.ya?ml", re.ASCII)
_LONGEST_NAME = 64


class Kind(Enum):
    """The kinds of files; each value is the folder that holds them."""

    SETTINGS = ""
    OBJECTIVE = "objectives"
    KPI = "kpis"
    CHECKIN = "checkins"
    IMPROVEMENT = "improvements"

    # That of `Enum` is written in Python, and each file is looked up by its kind several times.
    __hash__ = object.__hash__

    @property
    def schema(self) -> str:
        """The path of the JSON Schema for these files, posix from the workspace's root."""
        return f"{SCHEMA_FOLDER}/{self.name.lower()}.schema.json"


DATA_FOLDERS = tuple(kind.value for kind in Kind if kind.value)
_KINDS = {kind.value: kind for kind in Kind if kind.value}
_KINDS_IN_SINGULAR = {name.removesuffix("s"): kind for name, kind in _KINDS.items()}


@lru_cache(maxsize=1 << 16)
def kind_of(path: str) -> Kind | None:
    """Return what the file at *path*, posix from the workspace's root, holds; `None` for others."""
    if path == SETTINGS_FILE:
        return Kind.SETTINGS
    folder, _, name = path.partition("/")
    kind = _KINDS.get(folder)
    if kind is None or not name.endswith(SUFFIXES) or "/." in path:
        return None
    return kind if kind is Kind.CHECKIN or name.count("/") == _depth_in(kind) else None


def misspelled_kind(path: str) -> Kind | None:
    """Return the kind of file that *path* seems to be meant as; `None` for one that is read.

    Its folder, depth or spelling keeps it from being read.
    """
    folder, _, rest = path.partition("/")
    kind = kind_of_folder(folder)
    if kind is None or kind_of(path) is not None or "/." in path:
        return None
    return kind if plain_name(rest).endswith(SUFFIXES) else None


def is_like_data_file(path: str) -> bool:
    """Whether *path* looks like that of a file of a workspace, in its right place or not."""
    return (kind_of(path) or misspelled_kind(path)) is not None


def kind_of_folder(name: str) -> Kind | None:
    """Return the kind of the folder *name*, ignoring case and a missing or extra plural."""
    return _KINDS_IN_SINGULAR.get(plain_name(name).removesuffix("s"))


def plain_name(name: str) -> str:
    """Return *name* without case, and without spaces and dots at its end."""
    return "".join(filter(str.isprintable, name)).strip(" .").casefold()


def _depth_in(kind: Kind) -> int:
    return 1 if kind is Kind.OBJECTIVE else 0


def too_large(size: int) -> tuple[str, str]:
    """Return the message about a file of *size* bytes, and the next step."""
    return (
        f"The file has {size:,} bytes; the limit is {MAX_BYTES:,}.",
        "Split it into several files.",
    )


def id_of(path: str) -> str:
    """Return the id in the name of the file at *path*."""
    return path.rpartition("/")[2].rpartition(".")[0]


def cycle_of(path: str) -> str:
    """Return the cycle in the folder of the objective at *path*."""
    return path.split("/")[-2]


def name_problem(path: str) -> str | None:
    """Return what is wrong with the name of the file at *path*, or `None`."""
    return _id_problem(path) or _windows_problem(path)


def _windows_problem(path: str) -> str | None:
    folder, _, name = path.rpartition("/")
    is_reserved = not _BEGINS_WITH_DAY.fullmatch(name) and is_reserved_name(name)
    reserved = _reserved_in(folder) or (name if is_reserved else None)
    if reserved is None:
        return None
    return f"Windows can have no file or folder '{reserved}', so nobody could work with it there."


@lru_cache(maxsize=1 << 12)
def _reserved_in(folder: str) -> str | None:
    return next(filter(is_reserved_name, folder.split("/")), None)


def _id_problem(path: str) -> str | None:
    kind = kind_of(path)
    if kind is Kind.CHECKIN:
        return None
    name = id_of(path)
    if len(name) > _LONGEST_NAME:
        return f"The file's name is its id, and may have at most {_LONGEST_NAME} characters."
    if kind is Kind.KPI and not _KPI_NAME.fullmatch(name):
        return f"'{name}' is not a KPI id: write lower-case words joined by `_`, as in `won_deals`."
    if kind in {Kind.OBJECTIVE, Kind.IMPROVEMENT} and not _NAME.fullmatch(name):
        return (
            f"'{name}' is not an id: write lower-case words joined by `-`, as in `cx-leader.yaml`."
        )
    if kind is Kind.OBJECTIVE and not _CYCLE_NAME.fullmatch(cycle_of(path)):
        return f"The folder '{cycle_of(path)}' is not a cycle: name it like `2026-Q4`."
    return None


def objective_path(cycle: str, objective_id: str) -> str:
    """Return the path of an objective's file, posix from the workspace's root.

    Raises:
        WorkspaceError: An id cannot be the name of a file. The functions below raise it, too.
    """
    return _require_known_place(f"objectives/{cycle}/{objective_id}.yaml")


def kpi_path(kpi_id: str) -> str:
    """Return the path of a KPI's file."""
    return _require_known_place(f"kpis/{kpi_id}.yaml")


def improvement_path(improvement_id: str) -> str:
    """Return the path of an improvement plan's file."""
    return _require_known_place(f"improvements/{improvement_id}.yaml")


def checkin_id(day: date, by: str, token: str) -> str:
    """Return the id of a new check-in; the random *token* keeps two of one day apart."""
    return f"{day.isoformat()}-{by}-{token}"


def checkin_file(day: date, id_: str) -> str:
    """Return the path of the file of a new check-in: each day has a folder.

    With a single folder for all of them, git would become slow.
    """
    return f"checkins/{day.year:04}/{day.month:02}/{day.day:02}/{id_}.yaml"


def checkin_path(day: date, by: str, token: str) -> str:
    """Return the path of a new check-in's file.

    Raises:
        WorkspaceError: *by* cannot be part of a file's name.
    """
    name = checkin_id(day, by, token)
    if not _NAME.fullmatch(name):
        raise WorkspaceError(
            f"'{by}' cannot be part of a file name.",
            "A person's id is lower-case words joined by `-`.",
        )
    return checkin_file(day, name)


def _require_known_place(path: str) -> str:
    if kind_of(path) is None:
        raise WorkspaceError(f"'{path}' is not where a file of a workspace can be.")
    if problem := name_problem(path):
        raise WorkspaceError(problem)
    return path


def modeline(path: str) -> str:
    """Return the comment that tells an editor the JSON Schema of the file at *path*."""
    kind = kind_of(path)
    if kind is None:
        raise WorkspaceError(f"'{path}' is not where a file of a workspace can be.")
    upwards = "../" * path.count("/") or "./"
    return f"# yaml-language-server: $schema={upwards}{kind.schema}"


def inside(root: Path, path: str) -> Path:
    """Return the absolute path of the file *path*, posix from the workspace's root.

    Raises:
        WorkspaceError: It is outside the workspace, behind a link, or one of git's own files.
    """
    target = root / path
    if names_a_drive(path):
        raise WorkspaceError(f"'{path}' is outside the workspace.", "Write a path inside it.")
    require_plain(target, root)
    return target
