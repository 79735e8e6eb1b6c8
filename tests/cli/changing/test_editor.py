"""Texts that are written in an editor."""

import sys
from pathlib import Path

import pytest

from okrcli.cli.changing.editor import edit_text
from okrcli.errors import UsageError


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    return tmp_path


def set_editor(monkeypatch: pytest.MonkeyPatch, folder: Path, program: str) -> None:
    script = folder / "editor.py"
    script.write_text(
        f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{program}\n"
    )
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")


def test_what_is_saved_is_given_and_then_removed(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editor(monkeypatch, temporary, "path.write_text(path.read_text() + 'more')")
    with edit_text("text, ") as content:
        assert content == b"text, more"
    assert [*temporary.glob("okr-*")] == []


def test_what_is_refused_afterwards_is_kept(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    set_editor(monkeypatch, temporary, "path.write_text('mine')")
    with pytest.raises(UsageError, match="no"), edit_text(""):
        raise UsageError("no")
    [kept] = temporary.glob("okr-*/lessons.yaml")
    assert kept.read_text() == "mine"
    assert str(kept) in capsys.readouterr().err


@pytest.mark.parametrize("program", ["", "sys.exit(1)"])
def test_nothing_saved_is_refused(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    set_editor(monkeypatch, temporary, program)
    with pytest.raises(UsageError, match="Nothing was saved"), edit_text("text"):
        raise AssertionError
    assert [*temporary.glob("okr-*")] == []


@pytest.mark.parametrize("editor", ["", "/no/such/program", "'"])
def test_editor_that_there_is_not_is_named(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(UsageError, match="editor"), edit_text("text"):
        raise AssertionError
    assert temporary.exists()
