"""The commands that are run: okr's own, and Python beside it."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

from tests.bench.timing import Command, Job

OKR = str(Path(sysconfig.get_path("scripts")) / "okr")


def okr(*words: str, prepare: Callable[[], object] = lambda: None) -> Job:
    """Return the job of one okr command."""
    return Job([[OKR, *words]], prepare)


def python(code: str, *arguments: str) -> Job:
    """Return the job that runs *code*."""
    return Job([python_command(code, *arguments)])


def python_command(code: str, *arguments: str) -> Command:
    """Return the command that runs *code*."""
    return [sys.executable, "-c", code, *arguments]


def forget_parsed_files() -> None:
    """Make the next run one that has seen none of the files before."""
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


def git(root: Path, *words: str) -> None:
    """Run git in *root*, unmeasured."""
    subprocess.run(["git", "-C", str(root), *words], check=True, stdout=subprocess.DEVNULL)


def git_output(root: Path, *words: str) -> str:
    """Return what git writes in *root*, without the end of its last line."""
    command = ["git", "-C", str(root), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
