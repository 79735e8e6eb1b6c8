"""A workspace in a repository with many commits, written as git imports them."""

import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

FOLDER = "okr"
OBJECTIVES = 50
KEY_RESULTS = 4
REF = "2026-Q4/objective-7/kr-2"
FIRST_DAY = date(2026, 9, 20)
_DAYS = 90

_SETTINGS = """\
version: 1
name: Long
people:
  ana: {name: Ana, email: ana@example.com}
  carlos: {name: Carlos, email: carlos@example.com}
"""


def write_long_history(root: Path, commits: int) -> Path:
    """Make a repository with so many *commits* in *root*, and return its workspace."""
    root.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "-b", "main"], cwd=root, check=True)
    stream = "".join(_stream(commits)).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=root, check=True)
    # Files as young as the index are read by every status until one has come a second later.
    time.sleep(1.1)
    subprocess.run(["git", "status"], cwd=root, check=True, stdout=subprocess.DEVNULL)
    return root / FOLDER


def _stream(commits: int) -> Iterator[str]:
    objectives = {number: _objective(number, 60) for number in range(OBJECTIVES)}
    files = {_path(number): text for number, text in objectives.items()}
    yield _commit(0, commits, "Set up", {"okr.yaml": _SETTINGS, **files})
    for number in range(1, commits):
        if number % 20:
            yield _commit(number, commits, "Check in", dict([_checkin(number, commits)]))
        else:
            objective = number // 20 % OBJECTIVES
            text = _objective(objective, 60, f"note: Revision {number}\n")
            yield _commit(number, commits, "Write a note", {_path(objective): text})


def _commit(number: int, commits: int, message: str, files: dict[str, str]) -> str:
    moment = int(datetime(2026, 9, 20, 9, tzinfo=UTC).timestamp())
    moment += number * _DAYS * 86_400 // commits
    who = f"Ana <ana@example.com> {moment} +0000\n"
    head = f"commit refs/heads/main\nauthor {who}committer {who}"
    body = [f"{head}data {len(message)}\n{message}\n"]
    for path, text in files.items():
        body.append(f"M 100644 inline {FOLDER}/{path}\ndata {len(text.encode())}\n{text}\n")
    return "".join(body)


def _path(number: int) -> str:
    return f"objectives/2026-Q4/objective-{number}.yaml"


def _objective(number: int, target: int, more: str = "") -> str:
    key_results = "".join(
        f"  - id: kr-{each}\n    title: Raise the score from 40 to {target}\n    type: metric\n"
        f"    unit: points\n    baseline: 40\n    target: {target}\n"
        for each in range(KEY_RESULTS)
    )
    return (
        f"title: Objective {number}\nowner: ana\nimpact: growth\nwhy: It matters.\n{more}"
        f"approved_by:\n  - {{who: ana, date: 2026-09-20}}\nkey_results:\n{key_results}"
    )


def _checkin(number: int, commits: int) -> tuple[str, str]:
    day = FIRST_DAY + timedelta(days=number * _DAYS // commits)
    ref = f"2026-Q4/objective-{number % OBJECTIVES}/kr-{number // OBJECTIVES % KEY_RESULTS}"
    return (
        f"checkins/{day:%Y/%m/%d}/{day}-ana-{number:08x}.yaml",
        (
            f"date: {day}\nby: ana\nrecorded: {day}T09:00:00Z\nkey_results:\n"
            f"  - {{key_result: {ref}, value: {40 + number % 20}, confidence: 7}}\n"
        ),
    )
