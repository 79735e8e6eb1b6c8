"""`okr carry`, as it is typed."""

from pathlib import Path

import pytest

from okrcli.cli.app import run
from tests.actions.closing.workspaces import ENDED
from tests.cli.conversation import Conversation
from tests.cli.workspaces import write
from tests.repositories import git, make_committed

DAY = ("--today", "2027-01-04")


def test_objective_goes_on_as_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_committed(tmp_path / "acme", ENDED)
    assert run(["carry", "cx-leader", "--to", "2027-Q1", "--root", str(root), *DAY]) == 0
    told = capsys.readouterr()
    path = "objectives/2027-Q1/cx-leader.yaml"
    assert told.out.startswith(f"Added the draft 2027-Q1/cx-leader in {path}.\n")
    assert "2026-Q4/cx-leader served 2026-Q4/market" in told.err
    assert git(root, "show", "--name-only", "--format=").split() == [path]


def test_cycle_must_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(tmp_path, ENDED)
    assert run(["carry", "cx-leader", "--root", str(root), *DAY]) == 2
    assert "To which cycle?" in capsys.readouterr().err


def test_everything_is_asked_at_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_committed(tmp_path / "acme", ENDED)
    talk = Conversation(monkeypatch, root, "carry", *DAY)
    talk.answer("Which objective goes on?", "growth")
    talk.answer("To which cycle?", "2027-Q1")
    talk.wait_for("Added the draft 2027-Q1/growth")
    assert talk.end() == 0
