"""Two clones that check in and push at the same time: every check-in arrives once."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from okrcli.history.pushing.push import push
from okrcli.storage.workspace import load_plan
from tests.history.builders import opened
from tests.repositories import git, make_remote
from tests.stress.workplace import committed_checkins, environment, make_workplace

_CHECKINS = """\
import sys
from okrcli.cli.app import run
for value in sys.argv[1:]:
    run(["checkin", "cx/hours", value, "--push", "--today", "2026-11-20"])
"""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What the remote repository has in the end.

    Attributes:
        values: What was recorded, in order.
        remade: How many check-ins were made again on top of those of the other clone.
        merges: Commits that no check-in made.
    """

    values: tuple[int, ...]
    files: int
    remade: int
    merges: int
    statuses: tuple[str, ...]


def checkins_from_two_clones(folder: Path, count: int) -> Arrived:
    """Let two clones in the new *folder* make and push *count* check-ins each."""
    root = make_workplace(folder / "acme")
    make_remote(root)
    clones = [_clone(folder, name) for name in ("one", "two")]
    values = [range(count), range(count, 2 * count)]
    running = [_start(clone, numbers) for clone, numbers in zip(clones, values, strict=True)]
    for process in running:
        process.communicate()
    for clone in clones:  # what others kept from being pushed is pushed in the end
        push(opened(clone))
    return _arrived(_clone(folder, "later"), clones)


def _clone(folder: Path, name: str) -> Path:
    git(folder, "clone", "--quiet", "remote.git", name)
    git(folder / name, "config", "user.name", "Ana")
    git(folder / name, "config", "user.email", "ana@example.com")
    return folder / name


def _start(clone: Path, values: range) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        (sys.executable, "-c", _CHECKINS, *map(str, values)),
        cwd=clone,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _arrived(later: Path, clones: list[Path]) -> Arrived:
    entries = [entry for each in load_plan(later).checkins for entry in each.key_results]
    logs = [git(clone, "reflog", "--format=%gs") for clone in clones]
    return Arrived(
        values=tuple(sorted(int(entry.value) for entry in entries if entry.value is not None)),
        files=len(committed_checkins(later)),
        remade=sum(log.count("made again") for log in logs),
        merges=len(git(later, "rev-list", "--merges", "HEAD").split()),
        statuses=tuple(git(clone, "status", "--porcelain") for clone in clones),
    )
