from pathlib import Path

import pytest

from okrcli.actions.site.origin import Origin, origin_of
from tests.cli.workspaces import FILES
from tests.repositories import git, make_committed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES)


def test_origin_is_the_commit_and_where_people_find_it(root: Path) -> None:
    git(root, "remote", "add", "origin", "https://ana:secret@github.com/acme/okrs.git")
    found = origin_of(root)

    assert found.commit == git(root, "rev-parse", "HEAD").strip()
    assert not found.is_changed
    assert found.web is not None
    assert (found.web.base, found.web.branch) == ("https://github.com/acme/okrs", "main")


def test_changes_that_are_in_no_commit_are_told(root: Path) -> None:
    (root / "kpis/new.yaml").write_text("title: New\n", encoding="utf-8")

    assert origin_of(root).is_changed


def test_branch_can_be_stated_and_is_the_default_one_where_there_is_none(root: Path) -> None:
    git(root, "remote", "add", "origin", "git@github.com:acme/okrs.git")
    git(root, "checkout", "--quiet", "--detach")
    assert origin_of(root).web is None
    git(root, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")

    named, found = origin_of(root, "release"), origin_of(root)
    assert named.web is not None
    assert named.web.branch == "release"
    assert found.web is not None
    assert found.web.branch == "trunk"


def test_workspace_in_a_folder_is_found_there(tmp_path: Path) -> None:
    files = {f"teams/okrs/{name}": text for name, text in FILES.items()}
    root = make_committed(tmp_path / "mono", files)
    git(root, "remote", "add", "origin", "git@github.com:acme/mono.git")
    found = origin_of(root / "teams/okrs")

    assert found.web is not None
    assert found.web.folder == "teams/okrs"


def test_nothing_is_known_outside_of_a_repository(tmp_path: Path) -> None:
    assert origin_of(tmp_path) == Origin()
