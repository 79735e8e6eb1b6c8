"""`okr approve`, as it is typed."""

from pathlib import Path

import pytest

from tests.actions.test_approve import DRAFT, FIRST
from tests.cli.workspaces import FILES, okr
from tests.repositories import git, make_committed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_committed(tmp_path / "acme", {**FILES, FIRST: DRAFT})
    git(root, "config", "user.email", "ana@example.com")
    return root


def test_approval_is_the_committer_s(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = okr(capsys, "approve", "first", "--root", root)
    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        "ana approves 2026-Q4/first, which is active now.",
    )
    assert git(root, "status", "--porcelain") == ""


def test_approval_of_another_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert okr(capsys, "approve", "first", "--as", "pavel", "--root", root).code == 0
    assert "ana recorded the approval of pavel." in git(root, "log", "-1", "--format=%B")


def test_nobody_unknown_approves(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = okr(capsys, "approve", "first", "--as", "vera", "--root", root)
    assert ran.code == 2
    assert "is not among the people" in ran.err
    assert git(root, "status", "--porcelain") == ""
