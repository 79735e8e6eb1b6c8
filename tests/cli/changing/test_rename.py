"""`okr rename`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.cli.workspaces import FILES, okr, write
from tests.repositories import git, make_committed


def test_renamed_objective_is_told_to_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_committed(tmp_path / "acme", FILES)
    ran = okr(capsys, "rename", "cx-leader", "cx-first", "--format", "json", "--root", root)
    found = json.loads(ran.out)
    assert found["lines"][0] == "2026-Q4/cx-leader is 2026-Q4/cx-first now."
    assert {file["path"]: file["change"] for file in found["files"]} == {
        "objectives/2026-Q4/cx-first.yaml": "new",
        "objectives/2026-Q4/cx-leader.yaml": "removed",
        "kpis/csat.yaml": "changed",
        "kpis/nps.yaml": "changed",
    }
    assert git(root, "status", "--porcelain") == ""


def test_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(tmp_path, FILES)
    ran = okr(capsys, "rename", "cx-leader/nps", "promoters", "--dry-run", "--root", root)
    assert (ran.code, "+  - id: promoters" in ran.out) == (0, True)
    assert (root / "objectives/2026-Q4/cx-leader.yaml").read_text().count("promoters") == 0


def test_what_is_not_said_is_asked_for_only_at_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = okr(capsys, "rename", "cx-leader", "--root", write(tmp_path, FILES))
    assert (ran.code, "What should its id be?" in ran.err) == (2, True)
