"""Short ways to the things that most tests of the history need."""

from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.commit import commit_paths
from okrcli.history.log import LogEntry
from okrcli.history.repository import Repository, open_repository
from tests.repositories import commit_file, git, photograph

NAME = "checkins/2026/2026-11-20-ana-7f3a9c12.yaml"


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


def writing_in(root: Path) -> Callable[[], None]:
    return writing(root / NAME)


def change(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")


def letters_of(entry: LogEntry) -> dict[str, str]:
    return {path: state.letter for path, state in entry.files.items()}


def committed_files(root: Path, revision: str = "HEAD") -> list[str]:
    listing = git(root, "show", "-z", "--format=", "--name-only", revision)
    return [name for name in listing.split("\0") if name]


def staged_entries(root: Path) -> list[str]:
    return git(root, "ls-files", "--stage").splitlines()


def refused(root: Path, name: str, words: str) -> None:
    """See that nothing at all changes when a commit is refused."""
    before = photograph(root)
    with pytest.raises(HistoryError) as raised:
        commit_paths(opened(root), [root / name], "Check in\n", never)
    assert words in raised.value.message
    assert photograph(root) == before


def kept_but_not_committed(root: Path) -> HistoryError:
    """See that the file stays and is named, with nothing staged, when git refuses the commit."""
    head = git(root, "for-each-ref")
    index = staged_entries(root)
    with pytest.raises(HistoryError) as raised:
        commit_paths(opened(root), [root / NAME], "Check in\n", writing_in(root))
    assert NAME in raised.value.message
    assert (root / NAME).read_text(encoding="utf-8") == "date: 2026-11-20\n"
    assert git(root, "for-each-ref") == head
    assert staged_entries(root) == index
    return raised.value


def prepare_conflict(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "topic")
    commit_file(root, "README.md", "Theirs\n")
    commit_file(root, "README.md", "Theirs again\n")
    git(root, "checkout", "--quiet", "main")
    commit_file(root, "README.md", "Ours\n")


def stop_in(root: Path, operation: str, *arguments: str) -> None:
    """Begin *operation* so that it stops at a conflict."""
    prepare_conflict(root)
    what = arguments or (("topic~1",) if operation == "revert" else ("topic",))
    git(root, operation, *what, status=1)
