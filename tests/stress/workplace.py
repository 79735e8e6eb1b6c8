"""A repository in which many okr run, with work of the user's own in it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import okrcli
from tests.repositories import git

PROJECT = Path(okrcli.__file__).parent.parent

OBJECTIVE = """\
title: Customers recommend us
owner: ana
key_results:
  - {id: hours, title: Reply sooner, type: metric, unit: h, baseline: 1000000, target: 0}
"""


def make_workplace(root: Path) -> Path:
    """Make a workspace in a repository, with a staged, a changed and an untracked file."""
    root.mkdir(parents=True)
    git(root, "init", "--quiet")
    git(root, "config", "user.name", "Ana")
    git(root, "config", "user.email", "ana@example.com")
    (root / "okr.yaml").write_text("version: 1\nname: Acme\n")
    folder = root / "objectives/2026-Q4"
    folder.mkdir(parents=True)
    (folder / "cx.yaml").write_text(OBJECTIVE)
    (root / "code.py").write_text("one\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Begin")
    (root / "code.py").write_text("two\n")
    (root / "staged.py").write_text("three\n")
    git(root, "add", "staged.py")
    (root / "untracked.py").write_text("four\n")
    return root


def start_checkin(root: Path, value: int) -> "subprocess.Popen[str]":
    """Start a check-in of *value*."""
    command = ("-m", "okrcli", "checkin", "cx/hours", str(value), "--today", "2026-11-20")
    return subprocess.Popen(
        (sys.executable, *command),
        cwd=root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def environment() -> Mapping[str, str]:
    """Return the variables of a process that finds this okrcli from any folder."""
    path = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "GIT_CONFIG_NOSYSTEM": "1"}


def staged(root: Path) -> str:
    """Return what the index holds of the user's, apart from check-ins."""
    return git(root, "diff", "--cached", "--", ".", ":(exclude)checkins")


def committed_checkins(root: Path) -> list[str]:
    """Return the paths of all check-ins in the last commit."""
    return git(root, "ls-tree", "-r", "--name-only", "HEAD", "checkins").split()
