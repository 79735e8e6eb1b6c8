"""A data folder that git ignores is named, for nobody else ever gets what is in it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr

COMMANDS = ["report", "check"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("pattern", ["improvements/", "improvements", "*.yaml", "/improvements/*"])
def test_ignored_data_is_named(okr: Okr, root: Path, command: str, pattern: str) -> None:
    (root / "improvements").mkdir()
    assert "Git ignores" not in okr(command).err
    (root / ".git/info/exclude").write_text(f"{pattern}\n")
    (root / "improvements/README.yaml").write_text("x: 1\n")

    assert "Git ignores improvements/" in okr(command).err


@pytest.mark.parametrize("command", COMMANDS)
def test_ignored_files_that_are_no_data_are_not_named(okr: Okr, root: Path, command: str) -> None:
    (root / ".git/info/exclude").write_text(".*\n*~\n*.txt\n")
    for name in (".DS_Store", "nps.yaml~", "notes.txt", ".nps.yaml"):
        (root / "kpis" / name).touch()

    assert okr(command).err.count("Git ignores") == 0


def test_init_names_an_ignored_folder(run_okr: Okr, root: Path) -> None:
    (root / ".gitignore").write_text("checkins/\n")

    assert "Git ignores" in run_okr(root, "init").err
