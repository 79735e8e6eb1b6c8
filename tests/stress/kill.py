"""Check-ins that are killed at random moments: nothing is torn, nothing acknowledged is lost."""

import os
import random
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from okrcli.storage.workspace import load_plan
from tests.repositories import git
from tests.stress.workplace import committed_checkins, make_workplace, staged, start_checkin


@dataclass(slots=True)
class Damage:
    """What the kills have done; all lists stay empty when nothing was torn or lost."""

    killed: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    index_changes: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)


def kill_checkins(root: Path, runs: int, seed: int = 0) -> Damage:
    """Start *runs* check-ins one after the other in a new repository *root*, and kill each."""
    make_workplace(root)
    chance = random.Random(seed)
    damage = Damage()
    longest = _seconds_of_one(root, runs + 1)
    for value in range(runs):
        _kill_one(root, value, chance.uniform(0, longest), damage)
    _expect_a_working_repository(root, runs, damage)
    return damage


def _seconds_of_one(root: Path, value: int) -> float:
    """Return how long a check-in takes here: some of those that are killed may end before."""
    began = time.monotonic()
    start_checkin(root, value).communicate()
    return time.monotonic() - began


def _kill_one(root: Path, value: int, after: float, damage: Damage) -> None:
    before = staged(root)
    process = start_checkin(root, value)
    try:
        output, _ = process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        damage.killed += 1
    if "Committed as" in output:
        damage.acknowledged += 1
        path = output.split()[2].removesuffix(":")
        if path not in committed_checkins(root):
            damage.lost.append(path)
    _remove_locks_of_dead_programs(root)
    _look_for_tears(root, damage)
    if staged(root) != before:
        damage.index_changes.append(f"run {value}")


def _remove_locks_of_dead_programs(root: Path) -> None:
    """Do what git asks its user to do after a crash; okr never deletes them."""
    for lock in (root / ".git").rglob("*.lock"):
        if lock.name != "okr.lock":
            lock.unlink()


def _look_for_tears(root: Path, damage: Damage) -> None:
    damage.torn += [f"{each.place.path}: {each.message}" for each in load_plan(root).findings]
    if "error" in git(root, "fsck", "--no-dangling", "--no-progress"):
        damage.torn.append("git fsck finds errors")


def _expect_a_working_repository(root: Path, value: int, damage: Damage) -> None:
    """See that the next check-in works as if nothing had happened."""
    process = start_checkin(root, value)
    output, errors = process.communicate()
    if process.returncode != 0 or "Committed as" not in output:
        damage.stuck.append(errors)
