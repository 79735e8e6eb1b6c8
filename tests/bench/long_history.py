"""Workspaces in repositories with many commits, written as git imports them."""

import subprocess
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

FOLDER = "okr"
OBJECTIVES = 50
KEY_RESULTS = 4
REF = "2026-Q4/objective-7/kr-2"
FIRST_DAY = date(2026, 9, 20)
_DAYS = 90
_PARTS = 40
_FILES = 50
"""The code beside a workspace: so many parts with so many files each, ten in a folder."""

_SETTINGS = """\
version: 1
name: Long
people:
  ana: {name: Ana, email: ana@example.com}
  carlos: {name: Carlos, email: carlos@example.com}
"""


def write_long_history(root: Path, commits: int) -> Path:
    """Make a repository in *root* whose *commits* nearly all check in; return its workspace."""
    return _write(root, _stream(commits))


def write_team_history(root: Path, commits: int) -> Path:
    """Make a repository in *root* in which a team works, and return its workspace.

    Of its *commits*, 30 of 100 check in, as in the history that the tests play, 15 change an
    objective, and the others change four files of code each.
    """
    return _write(root, _team_stream(commits))


def _write(root: Path, commits: Iterable[str]) -> Path:
    root.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "-b", "main"], cwd=root, check=True)
    stream = "".join(commits).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=root, check=True)
    # Files as young as the index are read by every status until one has come a second later.
    time.sleep(1.1)
    subprocess.run(["git", "status"], cwd=root, check=True, stdout=subprocess.DEVNULL)
    return root / FOLDER


def _stream(commits: int) -> Iterator[str]:
    yield _commit(0, commits, "Set up", _first_files())
    for number in range(1, commits):
        if number % 20:
            yield _commit(number, commits, "Check in", _checkin(number, commits))
        else:
            yield _commit(number, commits, "Write a note", _note(number))


def _team_stream(commits: int) -> Iterator[str]:
    code = {_code(part, file): "x = 0\n" for part in range(_PARTS) for file in range(_FILES)}
    yield _commit(0, commits, "Set up", {**_first_files(), **code})
    for number in range(1, commits):
        if number % 20 in {1, 4, 8, 11, 15, 18}:
            yield _commit(number, commits, "Check in", _checkin(number, commits))
        elif number % 20 in {0, 7, 14}:
            yield _commit(number, commits, "Write a note", _note(number))
        else:
            names = (_code((number + 7 * k) % _PARTS, (3 * number + k) % _FILES) for k in range(4))
            yield _commit(number, commits, "Work", dict.fromkeys(names, f"x = {number}\n"))


def _code(part: int, file: int) -> str:
    """Return the path of a file of code, from the repository's root."""
    return f"/src/part-{part}/unit-{file // 10}/file-{file}.py"


def _first_files() -> dict[str, str]:
    objectives = {_path(number): _objective(number, 60) for number in range(OBJECTIVES)}
    return {"okr.yaml": _SETTINGS, **objectives}


def _note(number: int) -> dict[str, str]:
    objective = number // 20 % OBJECTIVES
    return {_path(objective): _objective(objective, 60, f"note: Revision {number}\n")}


def _commit(number: int, commits: int, message: str, files: dict[str, str]) -> str:
    moment = int(datetime(2026, 9, 20, 9, tzinfo=UTC).timestamp())
    moment += number * _DAYS * 86_400 // commits
    who = f"Ana <ana@example.com> {moment} +0000\n"
    head = f"commit refs/heads/main\nauthor {who}committer {who}"
    body = [f"{head}data {len(message)}\n{message}\n"]
    for path, text in files.items():
        name = path.removeprefix("/") if path.startswith("/") else f"{FOLDER}/{path}"
        body.append(f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n")
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


def _checkin(number: int, commits: int) -> dict[str, str]:
    day = FIRST_DAY + timedelta(days=number * _DAYS // commits)
    ref = f"2026-Q4/objective-{number % OBJECTIVES}/kr-{number // OBJECTIVES % KEY_RESULTS}"
    text = (
        f"date: {day}\nby: ana\nrecorded: {day}T09:00:00Z\nkey_results:\n"
        f"  - {{key_result: {ref}, value: {40 + number % 20}, confidence: 7}}\n"
    )
    return {f"checkins/{day:%Y/%m/%d}/{day}-ana-{number:08x}.yaml": text}
