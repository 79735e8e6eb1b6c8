"""Whatever a folder is, an examination tells something and changes nothing."""

from pathlib import Path

import pytest

from okrcli.actions.doctor.examine import examine
from okrcli.storage.schemas import schema_files
from okrcli.views.doctor import State
from tests.actions.doctor.found import found, states
from tests.cli.workspaces import FILES, write
from tests.repositories import git, make_committed, photograph


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace in which nothing is wrong."""
    schemas = {path: content.decode() for path, content in schema_files().items()}
    return make_committed(tmp_path / "acme", {**FILES, **schemas})


def test_clone_in_order_has_nothing_wrong_and_is_not_changed(root: Path) -> None:
    before = photograph(root)
    examination = examine(root)

    assert {each.state for each in examination.diagnoses} == {State.OK}
    assert [each.about for each in examination.diagnoses][:4] == ["okr", "python", "git", "parser"]
    assert photograph(root) == before


def test_folder_without_anything_has_notes_only(tmp_path: Path) -> None:
    assert states(tmp_path) == {"workspace": "note", "repository": "note"}


def test_workspace_without_a_repository_is_looked_at(tmp_path: Path) -> None:
    write(tmp_path, FILES)

    assert states(tmp_path) == {"repository": "note", "schemas": "note"}


def test_machine_without_git_is_told_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))

    assert states(root) == {"git": "warning"}


def test_bare_and_broken_repositories_are_told(root: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    git(root, "clone", "--quiet", "--bare", ".", str(bare))
    assert found(bare)["repository"].state is State.WARNING
    (root / ".git/HEAD").unlink()
    assert found(root)["repository"].state is State.ERROR


def test_newer_workspace_is_an_error_that_stops_nothing(root: Path) -> None:
    write(root, {"okr.yaml": "version: 9\n"})

    assert found(root)["files"].message.startswith("This workspace has version 9")
    assert "changes" in found(root)


def test_linked_work_tree_and_submodule_are_examined(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "--quiet", "-b", "topic", str(tmp_path / "tree"))
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "--quiet", "add", f"file://{root}", "goals")

    assert states(tmp_path / "tree") == {}
    assert states(outer / "goals") == {}
