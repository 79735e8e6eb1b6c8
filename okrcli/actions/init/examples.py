"""Example workspaces, whose stories end in the week in which they are copied."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import okrcli
from okrcli.errors import UsageError

_PACKAGE = Path(okrcli.__file__).parent
_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def example_files(name: str, today: date) -> Mapping[str, bytes]:
    """Return the files of an example by posix path, moved by whole weeks.

    Every date in texts and file names is moved alike, so that the last check-in is on *today* or
    at most six days before.

    Raises:
        UsageError: There is no such example.
    """
    folder = _folder(name)
    files = {
        file.relative_to(folder).as_posix(): file.read_bytes().decode()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
    moved_by = timedelta(weeks=(today - _last_checkin(files, default=today)).days // 7)
    return {
        _in_its_year(_move_dates(path, moved_by)): _move_dates(text, moved_by).encode()
        for path, text in files.items()
    }


def example_names() -> list[str]:
    """Return the names of the examples there are."""
    return sorted(
        folder.name for folder in _examples().iterdir() if (folder / "okr.yaml").is_file()
    )


def _examples() -> Path:
    """Return where the examples are: in the package, or beside it in a checkout."""
    shipped = _PACKAGE / "examples"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "examples"


def _folder(name: str) -> Path:
    if name not in example_names():
        raise UsageError(
            f"There is no example '{name}'.", f"There are: {', '.join(example_names())}."
        )
    return _examples() / name


def _last_checkin(files: Mapping[str, str], default: date) -> date:
    names = (Path(path).name for path in files if path.startswith("checkins/"))
    return max((date.fromisoformat(name[:10]) for name in names), default=default)


def _move_dates(text: str, by: timedelta) -> str:
    return _DAY.sub(lambda match: _day_moved(match[0], by), text)


def _day_moved(written: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(written) + by).isoformat()
    except ValueError:  # it only looks like a day
        return written


def _in_its_year(path: str) -> str:
    """Return *path* of a check-in in the folder of the year in which it was moved."""
    return re.sub(r"^checkins/\d{4}/(\d{4})", r"checkins/\1/\1", path)
