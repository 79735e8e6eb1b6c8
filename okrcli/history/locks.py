"""Our own lock, and waiting for those of other git programs. No lock is ever deleted."""

import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.program import Answer
from okrcli.history.repository import Repository

PATIENCE = 30.0
"""How many seconds to wait for another okr, which may be running slow hooks."""

WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait before each new attempt while another git program holds a lock."""

_HELD = re.compile(r"Unable to create '(?P<lock>[^'\n]+\.lock)': File exists")
_MOVED = re.compile(r"cannot lock ref '[^'\n]+': (is at \w+ but expected|reference already exists)")


@contextmanager
def hold_lock(repository: Repository) -> Iterator[None]:
    """Keep every other okr from committing in this work tree.

    Raises:
        HistoryError: Another okr holds the lock for too long, or it cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  60 ms that reading need not pay

    _require_no_link(repository.lock_file)
    lock = FileLock(repository.lock_file, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout as error:
        raise HistoryError(
            f"Another okr process has been committing here for {PATIENCE:.0f} seconds.",
            f"Wait for it to finish and try again. It holds {repository.lock_file}.",
        ) from error
    except (OSError, NotImplementedError) as error:
        raise HistoryError(f"Cannot lock {repository.lock_file}: {error}.") from error
    try:
        yield
    finally:
        lock.release()


def _require_no_link(file: Path) -> None:
    """Refuse to open, and so to empty, the target of a link *file*."""
    if file.is_symlink():
        raise HistoryError(f"{file} is a link, so nothing was written.", "Remove it.")


def retry_while_locked(attempt: Callable[[], Answer]) -> Answer:
    """Retry *attempt* while another git program holds a lock, for a second or two at most."""
    answer = attempt()
    for wait in WAITS:
        if answer.status == 0 or not is_contention(answer):
            break
        _pause(wait)
        answer = attempt()
    return answer


def is_contention(answer: Answer) -> bool:
    """Whether git ended because another git program was at work."""
    return bool(_HELD.search(answer.errors) or _MOVED.search(answer.errors))


def contention(answer: Answer) -> HistoryError:
    """Return the error that another git program keeps its lock."""
    held = _HELD.search(answer.errors)
    if held:
        return _lock_is_held(Path(held["lock"]))
    return HistoryError("Another git program keeps moving the branch.", "Try again.")


def require_no_locks(repository: Repository, branch: str | None) -> None:
    """Wait until no other git program is at work.

    Raises:
        HistoryError: It does not finish, or has died and left its lock.
    """
    for wait in WAITS:
        if not git_locks(repository, branch):
            return
        _pause(wait)
    for lock in git_locks(repository, branch):
        raise _lock_is_held(lock)


def git_locks(repository: Repository, branch: str | None) -> tuple[Path, ...]:
    """Return the locks that git programs, living or dead, hold on what a commit changes."""
    places = [repository.git_folder / "index.lock", repository.git_folder / "HEAD.lock"]
    if branch:
        places.append(repository.common_folder / f"refs/heads/{branch}.lock")
    return tuple(place for place in places if place.exists())


def _lock_is_held(lock: Path) -> HistoryError:
    return HistoryError(
        f"Another git process is running: it holds {lock}.",
        "Wait for it to finish and try again. If none is running, it was interrupted: remove that"
        " file.",
    )


def _pause(wait: float) -> None:
    # Unequal pauses, so that two programs that met once do not meet again.
    time.sleep(wait * random.SystemRandom().uniform(0.5, 1.5))
