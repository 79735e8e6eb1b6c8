"""A workspace that has an objective and no KPIs."""

from pathlib import Path

import pytest

from tests.cli.workspaces import SETTINGS, write
from tests.repositories import make_committed

OBJECTIVE = "title: Become the leader\nowner: ana\nteam: support\n"
FILES = {"okr.yaml": SETTINGS, "objectives/2026-Q4/cx-leader.yaml": OBJECTIVE}


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """Return a workspace without KPIs and without a repository."""
    return write(tmp_path / "acme", FILES)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return the same in a repository, where everything is committed."""
    return make_committed(tmp_path / "repository", FILES)
