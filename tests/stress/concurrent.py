"""Many check-ins at the same moment: every one is a file and a commit of its own."""

from dataclasses import dataclass
from pathlib import Path

from okrcli.storage.workspace import load_plan
from tests.repositories import git
from tests.stress.workplace import committed_checkins, make_workplace, staged, start_checkin


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left after *started* check-ins at once.

    Attributes:
        values: What was recorded, in order.
        files_by_commit: How many files each commit changed.
    """

    codes: tuple[int, ...]
    values: tuple[int, ...]
    commits: int
    files: int
    files_by_commit: frozenset[int]
    index_untouched: bool
    status: str


def checkins_at_once(root: Path, count: int) -> Outcome:
    """Start *count* check-ins at once in a new repository *root*, and wait for all."""
    make_workplace(root)
    index = staged(root)
    running = [start_checkin(root, value) for value in range(count)]
    for process in running:
        process.communicate()
    entries = [entry for each in load_plan(root).checkins for entry in each.key_results]
    history = git(root, "log", "--format=%x00", "--name-only", "HEAD", "--", "checkins")
    changes = [len(part.split()) for part in history.split("\0")[1:]]
    return Outcome(
        codes=tuple(process.returncode for process in running),
        values=tuple(sorted(int(entry.value) for entry in entries if entry.value is not None)),
        commits=len(changes),
        files=len(committed_checkins(root)),
        files_by_commit=frozenset(changes),
        index_untouched=staged(root) == index,
        status=git(root, "status", "--porcelain"),
    )
