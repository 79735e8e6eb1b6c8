"""The workspace in which csat is in breach, without a plan and with one."""

from pathlib import Path

import pytest

from tests.cli.improve.plans import CSAT, FILE, OPENED, READING
from tests.cli.workspaces import FILES
from tests.repositories import commit_file, make_committed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace in which csat is in breach: at 74 %, with a target of 90 %."""
    files = {
        **FILES,
        "kpis/csat.yaml": CSAT.replace("value: 50, by: 2026-12-31", "value: 90").replace(
            "-100, 100", "0, 100"
        ),
        "checkins/2026/2026-11-19-ana-00000004.yaml": READING.format(
            "2026-11-19", "2026-11-19", 74
        ),
    }
    return make_committed(tmp_path / "acme", files)


@pytest.fixture
def opened(root: Path) -> Path:
    """Return the same with an open plan for csat, as `okr improve open` with `WHOLE` writes it."""
    commit_file(root, FILE, OPENED)
    return root
