from pathlib import Path

import pytest

from okrcli.actions.story.revisions import workspace_files
from okrcli.errors import NoHistoryError, WorkspaceError
from okrcli.history.repository import open_repository
from tests.actions.story.told import clone
from tests.repositories import git
from tests.security.forging import OBJECTIVE, TODAY, Workspace, agreed, objective


def files(space: Workspace, revision: str, root: Path | None = None) -> set[str]:
    repository = open_repository(root or space.root)
    assert repository is not None
    commit = git(repository.root, "rev-parse", revision)
    return {*workspace_files(repository, (root or space.root).resolve(), commit, TODAY)}


def test_files_are_found_where_the_workspace_was(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").move("ws").commit("2026-10-06")
    space.commit("2026-10-07", {OBJECTIVE: objective(50)}).move("teams/ws").commit("2026-10-08")

    for revision in ("HEAD", "HEAD~1", "HEAD~2", "HEAD~3"):
        assert files(space, revision) == {"okr.yaml", OBJECTIVE}


def test_revision_from_before_the_workspace_is_refused(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "acme").commit("2026-09-01", {"README.md": "Hello\n"})
    space.commit("2026-09-02", {"okr.yaml": "version: 1\n"})

    with pytest.raises(WorkspaceError, match="There was no workspace"):
        files(space, "HEAD~1")


def test_shallow_clone_cannot_tell_where_it_was(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").move("ws").commit("2026-10-06")
    root = clone(space, tmp_path / "shallow", "--depth", "2") / "ws"
    (root.parent / ".git/shallow").write_text(f"{git(root, 'rev-parse', 'HEAD~1')}\n")

    with pytest.raises(NoHistoryError, match="shallow"):
        files(space, "HEAD~1", root)
