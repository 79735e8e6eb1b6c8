"""`okr close`, as it is typed."""

import json
import sys
from pathlib import Path

import pytest

from okrcli.cli.app import run
from tests.actions.closing.workspaces import ENDED, late
from tests.cli.conversation import Conversation
from tests.cli.workspaces import write
from tests.repositories import git, make_committed

DAY = ("--today", "2027-01-04")
CX = "objectives/2026-Q4/cx-leader.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", ENDED)


def test_objective_is_closed_with_lessons(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lessons = ("--worked", "Calls", "--did-not", "Mails", "--next", "Call first")
    assert run(["close", "cx-leader", *lessons, "--root", str(root), *DAY]) == 0
    assert capsys.readouterr().out.startswith("Closed 2026-Q4/cx-leader with 0.46.\n")
    text = "worked: Calls\n  did_not: Mails\n  next: Call first\n"
    assert text in (root / CX).read_text()
    assert git(root, "status", "--porcelain") == ""


def test_status_tells_what_is_open_and_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["close", "--status", "--format", "json", "--root", str(root), *DAY]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["lines"][0] == "2026-Q4/cx-leader comes to 0.46 (0.70 is good)."
    assert (found["files"], found["commit"]) == ([], None)


def test_file_closes_what_it_names(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = write(root.parent, {"said.yaml": "growth: {because: No money, next: Ask}\n"})
    path = str(said / "said.yaml")
    assert run(["close", "--from", path, "--root", str(root), *DAY]) == 0
    assert capsys.readouterr().out.startswith("Closed 2026-Q4/growth with 0.00.\n")


def test_malformed_file_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = write(root.parent, {"said.yaml": "growth: {becaus: No money}\n"})
    assert run(["close", "--from", str(said / "said.yaml"), "--root", str(root), *DAY]) != 0
    assert "`becaus`" in capsys.readouterr().err
    assert git(root, "status", "--porcelain") == ""


def test_everything_is_asked_at_a_terminal(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Conversation(monkeypatch, root, "close", "growth", *DAY)
    talk.wait_for("2026-Q4/growth comes to 0.00 (1.00 was promised).")
    talk.answer("Score?", "0.1")
    talk.answer("Why?", "Half of it is there.")
    talk.answer("Why was it missed, with 0.10?", "No money.")
    talk.answer("What worked?", "Calls.")
    talk.answer("What did not?", "")
    talk.answer("What will be done differently?", "Ask earlier.")
    talk.wait_for("Closed 2026-Q4/growth with 0.10 (computed: 0.00).")
    assert talk.end() == 0
    text = (root / "objectives/2026-Q4/growth.yaml").read_text()
    assert "  because: No money.\n  worked: Calls.\n  next: Ask earlier.\n" in text


def test_cycle_is_asked_for_at_a_terminal(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Conversation(monkeypatch, root, "close", "--why", "Late.", *DAY)
    talk.answer("Which cycle should be closed?", "2027-Q1")
    talk.wait_for("Nothing is open in 2027-Q1.")
    assert talk.end() == 2


def test_editor_begins_with_what_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = root.parent / "editor.py"
    program.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text()\n"
        "assert text.startswith('# 2026-Q4/growth comes to 0.00 (1.00 was promised).')\n"
        "text = text.replace('because:', 'because: No money').replace('next:', 'next: Ask')\n"
        "path.write_text(text)\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{program}'")
    assert run(["close", "growth", "--edit", "--root", str(root), *DAY]) == 0
    text = (root / "objectives/2026-Q4/growth.yaml").read_text()
    assert "  because: No money\n  next: Ask\n" in text


def test_late_data_counts_when_it_is_closed_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["close", "growth", "--because", "No money", "--root", str(root), *DAY]) == 0
    capsys.readouterr()
    write(root, late("2027-01-05", "1.5"))
    again = ["close", "growth", "--again", "--why", "Late data", "--root", str(root)]
    assert run([*again, "--today", "2027-01-06", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["lines"][0] == "Closed 2026-Q4/growth with 0.50."
    assert run([*again, "--today", "2027-01-06"]) == 2


def test_help_says_what_a_file_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["close", "--help"]) == 0
    assert "YAML with all of this for each objective." in capsys.readouterr().out
