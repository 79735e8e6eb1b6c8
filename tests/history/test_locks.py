from collections.abc import Iterator
from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history import locks
from okrcli.history.locks import (
    contention,
    git_locks,
    hold_lock,
    is_contention,
    require_no_locks,
    retry_while_locked,
)
from okrcli.history.program import Answer
from tests.history.builders import opened

HELD = "fatal: Unable to create '/r/.git/index.lock': File exists.\n\nAnother git process"
MOVED = "fatal: cannot lock ref 'HEAD': is at 0123 but expected 4567"
OTHER = "fatal: bad object HEAD"


def answer(errors: str, status: int = 128) -> Answer:
    return Answer(status, b"", errors)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the pauses that were made, none of which takes time."""
    made: list[float] = []
    monkeypatch.setattr(locks, "_pause", made.append)
    return made


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        (HELD, True),
        (MOVED, True),
        ("fatal: cannot lock ref 'HEAD': reference already exists", True),
        ("fatal: cannot lock ref 'HEAD': Permission denied", False),
        ("fatal: Unable to create '/r/.git/index.lock': Permission denied", False),
        (OTHER, False),
        ("", False),
    ],
)
def test_only_another_git_program_is_contention(errors: str, expected: bool) -> None:
    assert is_contention(answer(errors)) is expected


def test_lock_that_is_held_is_named() -> None:
    error = contention(answer(HELD))

    assert str(Path("/r/.git/index.lock")) in error.message
    assert "remove that file" in str(error.hints)
    assert contention(answer(MOVED)).message == "Another git program keeps moving the branch."


@pytest.mark.parametrize(
    ("ends", "tries"),
    [
        ([answer("", 0)], 1),
        ([answer(OTHER)], 1),
        ([answer(HELD), answer(MOVED), answer("", 0)], 3),
        ([answer(HELD), answer(OTHER)], 2),
    ],
)
def test_attempt_is_repeated_only_while_another_is_in_the_way(
    pauses: list[float], ends: list[Answer], tries: int
) -> None:
    coming: Iterator[Answer] = iter(ends)

    assert retry_while_locked(lambda: next(coming)) is ends[-1]
    assert pauses == [*locks.WAITS[: tries - 1]]


def test_attempt_is_given_up_after_the_last_wait(pauses: list[float]) -> None:
    tried: list[None] = []

    def attempt() -> Answer:
        tried.append(None)
        return answer(HELD)

    assert retry_while_locked(attempt).errors == HELD
    assert (len(tried), pauses) == (len(locks.WAITS) + 1, [*locks.WAITS])


def test_locks_on_what_a_commit_changes_are_found(repository: Path) -> None:
    made = [
        repository / ".git" / name for name in ("index.lock", "HEAD.lock", "refs/heads/main.lock")
    ]
    for lock in made:
        lock.touch()
    (repository / ".git/config.lock").touch()

    assert git_locks(opened(repository), "main") == tuple(made)
    assert git_locks(opened(repository), None) == tuple(made[:2])


def test_lock_that_stays_is_refused_and_never_deleted(
    repository: Path, pauses: list[float]
) -> None:
    lock = repository / ".git/index.lock"
    lock.touch()

    with pytest.raises(HistoryError, match="Another git process is running"):
        require_no_locks(opened(repository), "main")
    assert lock.exists()
    assert pauses == [*locks.WAITS]


def test_lock_that_is_let_go_is_waited_for(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = repository / ".git/HEAD.lock"
    lock.touch()
    monkeypatch.setattr(locks, "_pause", lambda _wait: lock.unlink())

    require_no_locks(opened(repository), "main")
    assert not lock.exists()


def test_own_lock_is_held_within_and_let_go_after(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.0)
    ours = opened(repository)

    with (
        hold_lock(ours),
        pytest.raises(HistoryError, match="Another okr process has been"),
        hold_lock(ours),
    ):
        pass
    with pytest.raises(RuntimeError), hold_lock(ours):
        raise RuntimeError
    with hold_lock(ours):
        pass


def test_own_lock_is_never_a_link(repository: Path) -> None:
    ours = opened(repository)
    ours.lock_file.symlink_to(repository / "README.md")

    with pytest.raises(HistoryError, match="is a link"), hold_lock(ours):
        pass
    assert (repository / "README.md").read_text() == "Hello\n"


def test_own_lock_that_cannot_be_made_is_told(repository: Path) -> None:
    ours = opened(repository)
    ours.lock_file.mkdir()

    with pytest.raises(HistoryError, match="Cannot lock"), hold_lock(ours):
        pass
