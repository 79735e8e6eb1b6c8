"""The hook for pre-commit: installed from a repository, run by the real pre-commit in another."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.ci.jobs import line_of
from tests.cli.processes import PROJECT
from tests.cli.workspaces import FILES, KPI, TODAY, write
from tests.repositories import git, make_repository

pytestmark = pytest.mark.slow

# What the package is built from, and the list of its hooks.
SOURCES = ("okrcli", "examples", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
CONFIGURATION = """\
repos:
  - repo: {repository}
    rev: {commit}
    hooks:
      - id: okr-check
        args: [--root, {folder}]
"""
BROKEN = KPI.replace("title:", "titel:")


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """Return a repository with this package, as one that is fetched has it."""
    root = make_repository(tmp_path / "okr")
    for name in SOURCES:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Release")
    return root


@pytest.fixture
def monorepo(tmp_path: Path, hooks: Path) -> Path:
    """Return a repository that has a workspace in a folder, and uses the hook."""
    root = make_repository(tmp_path / "monorepo")
    configuration = CONFIGURATION.format(
        repository=hooks, commit=git(hooks, "rev-parse", "HEAD"), folder="teams/support"
    )
    write(root, {".pre-commit-config.yaml": configuration})
    write(root / "teams/support", FILES)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Set up OKRs")
    return root


def environment(folder: Path) -> Mapping[str, str]:
    """Return the variables of somebody who has pre-commit.

    The hook's environment finds what okr and its build need in that of the tests, so that pip has
    to download nothing; okr itself it builds and installs.
    """
    return {
        **os.environ,
        "OKR_TODAY": TODAY,
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads a false "no" as a yes to the option
        "PIP_NO_INDEX": "1",
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=root,
        env=environment(root.parent),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def commit(root: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    """Stage one file and commit it, with the hooks that git calls."""
    write(root, {name: text})
    git(root, "add", "--", name)
    return run(root, "git", "commit", "--message", "Change our goals")


# One test, because making the hook's environment takes seconds.
def test_hook_lets_a_commit_in_or_keeps_it_out(monorepo: Path) -> None:
    installed = run(monorepo, sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    assert list(monorepo.parent.glob("pre-commit/repo*/py_env*/**/okrcli/cli/check/app.py"))

    code = commit(monorepo, "code.py", "print()\n")
    assert code.returncode == 0, code.stderr
    assert "(no files to check)Skipped" in code.stderr

    broken = commit(monorepo, "teams/support/kpis/nps.yaml", BROKEN)
    assert broken.returncode == 1
    assert f"kpis/nps.yaml:{line_of(BROKEN, 'titel')}:1: error E002 schema" in broken.stderr

    good = commit(monorepo, "teams/support/kpis/nps.yaml", KPI.replace("Net", "The Net"))
    assert good.returncode == 0, good.stderr
    assert "Passed" in good.stderr
    assert git(monorepo, "log", "--format=%s").count("Change our goals") == 2
