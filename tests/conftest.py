"""Guards around every test: nothing of the machine's user, git configuration or hooks gets in."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.repositories import make_repository
from tests.windows import skip_what_windows_has_not

# Tests start hundreds of processes, each of which would compile all of okr again.
sys.dont_write_bytecode = False

# A deadline would assert a time, which says nothing on a busy machine.
# The same examples on every run: what a change breaks is what that change broke. For new ones:
# `pytest --hypothesis-profile=explore`.
settings.register_profile("okr", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=300)
settings.load_profile("okr")

_GIT_CONFIG = """\
[user]
    name = Ana
    email = ana@example.com
[init]
    defaultBranch = main
    templateDir =
[gc]
    auto = 0
[protocol "file"]
    allow = always
"""


_PERSONAL = {
    "EMAIL",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "PYTHONUNBUFFERED",
    "PYTHONDONTWRITEBYTECODE",
}


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home folder of Ana, who makes all commits."""
    folder = tmp_path_factory.mktemp("home")
    (folder / ".gitconfig").write_text(_GIT_CONFIG, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def guarded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the machine's user out of the environment."""
    for name in [*os.environ]:
        if name.startswith(("GIT_", "XDG_", "OKR_")) or name in _PERSONAL:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    skip_what_windows_has_not(monkeypatch)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return the root of a new repository with one commit, by Ana on `main`."""
    return make_repository(tmp_path / "repository")
