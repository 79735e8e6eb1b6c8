"""`okr new cycle`, as it is typed."""

from pathlib import Path

import pytest

from okrcli.cli.app import run
from tests.actions.closing.workspaces import ENDED
from tests.cli.conversation import Conversation
from tests.repositories import git, make_committed

DAY = ("--today", "2027-01-04")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", ENDED)


def drafts(root: Path) -> list[str]:
    return sorted(path.stem for path in root.glob("objectives/2027-Q1/*"))


def test_all_go_on_in_one_commit(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "cycle", "2027-Q1", "--all", "--root", str(root), *DAY]) == 0
    assert drafts(root) == ["cx-leader", "growth", "market"]
    assert len(git(root, "show", "--name-only", "--format=").split()) == 3
    capsys.readouterr()
    assert run(["new", "cycle", "2027-Q1", "--all", "--root", str(root), *DAY]) == 2
    assert "Nothing is left that could go on in 2027-Q1" in capsys.readouterr().err


def test_each_is_asked_about_at_a_terminal(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Conversation(monkeypatch, root, "new", "cycle", *DAY)
    talk.answer("Which cycle should be planned?", "2027-Q1")
    talk.answer("Go on with 2026-Q4/cx-leader (0.46)?", "n")
    talk.answer("Go on with 2026-Q4/growth (0.00)?", "")
    talk.answer("Go on with 2026-Q4/market (0.46)?", "n")
    assert talk.end() == 0
    assert drafts(root) == ["growth"]


def test_nothing_is_chosen_without_somebody_to_ask(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "cycle", "2027-Q1", "--root", str(root), *DAY]) == 2
    assert "okr new cycle 2027-Q1 --all" in capsys.readouterr().err
    assert drafts(root) == []
