"""`okr move`, as it is typed."""

from pathlib import Path

import pytest

from tests.actions.naming.test_move import ALL
from tests.cli.workspaces import okr
from tests.repositories import git, make_committed


def test_key_result_is_moved_in_one_commit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_committed(tmp_path / "acme", ALL)
    ran = okr(capsys, "move", "cx-leader/nps", "growth", "--root", root)
    first = "2026-Q4/cx-leader/nps is 2026-Q4/growth/nps from 2026-11-20 on."
    assert (ran.code, ran.out.splitlines()[0]) == (0, first)
    message = git(root, "log", "-1", "--format=%B")
    assert message.startswith("Move: 2026-Q4/cx-leader/nps to 2026-Q4/growth\n")
    assert "OKR-Key-Result: 2026-Q4/growth/nps" in message


def test_another_cycle_is_refused_and_says_how_to_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_committed(tmp_path / "acme", ALL)
    ran = okr(capsys, "move", "growth/leads", "2027-Q1/next", "--root", root)
    assert ran.code == 2
    assert "`okr carry 2026-Q4/growth --to 2027-Q1`" in ran.err
