"""Short ways to the things that most tests of the history need."""

from collections.abc import Callable
from pathlib import Path

from okrcli.history.repository import Repository, open_repository


def opened(folder: Path) -> Repository:
    """Open the repository that must be there."""
    repository = open_repository(folder)
    assert repository is not None
    return repository


def writing(path: Path, text: str = "date: 2026-11-20\n") -> Callable[[], None]:
    """Return what `record` is given to write one file."""

    def write() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    return write


def never() -> None:
    """Stand for a write that must not happen."""
    raise AssertionError("written although it had to be refused")
