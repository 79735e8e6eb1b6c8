from pathlib import Path

import pytest

from okrcli.history.pushing.published import published_commit, remote_with
from tests.history.builders import opened
from tests.repositories import commit_file, git, make_remote


@pytest.fixture
def project(repository: Path) -> Path:
    """Return a repository that is a Python project, pushed to its remote."""
    commit_file(repository, "pyproject.toml", "[project]\n")
    make_remote(repository)
    return repository


def test_commit_that_a_remote_has_is_found_there(project: Path) -> None:
    found = published_commit(project)

    assert found is not None
    assert found.address == git(project, "remote", "get-url", "origin")
    assert (found.commit, found.folder) == (opened(project).head(), ".")


def test_folder_of_a_repository_is_named_from_its_top(project: Path) -> None:
    commit_file(project, "tools/okr/pyproject.toml", "[project]\n")
    git(project, "push", "--quiet")

    found = published_commit(project / "tools/okr")
    assert found is not None
    assert found.folder == "tools/okr"


def test_commit_that_nobody_else_has_is_none(project: Path) -> None:
    pushed = opened(project).head()
    commit_file(project, "a.txt", "1\n")

    assert published_commit(project) is None
    assert published_commit(project, pushed) is not None


def test_folder_that_is_no_project_of_the_commit_is_none(project: Path, tmp_path: Path) -> None:
    (project / "vendor").mkdir()
    (project / "vendor/pyproject.toml").write_text("[project]\n")

    assert published_commit(project / "vendor") is None
    assert published_commit(tmp_path) is None


def test_origin_comes_before_other_remotes(project: Path) -> None:
    git(project, "remote", "add", "a-fork", str(project.parent / "remote.git"))
    git(project, "fetch", "--quiet", "a-fork")
    git(project, "config", "remote.a-fork.url", "https://example.org/fork")

    found = published_commit(project)
    assert found is not None
    assert found.address != "https://example.org/fork"


def test_address_is_that_of_the_configuration_and_not_what_replaces_it(project: Path) -> None:
    git(project, "config", "remote.origin.url", "https://example.org/okr")
    git(project, "config", "url.https://token@example.org/.insteadOf", "https://example.org/")

    found = published_commit(project)
    assert found is not None
    assert found.address == "https://example.org/okr"


def test_remote_without_an_address_is_passed_over(project: Path) -> None:
    git(project, "config", "--unset", "remote.origin.url")

    assert published_commit(project) is None


def test_file_that_was_pushed_is_known_with_its_branch(project: Path) -> None:
    commit_file(project, "kpis/a.yaml", "1\n")
    files = [project / "kpis/a.yaml", project / "kpis/none.yaml"]
    assert remote_with(opened(project), files) is None

    git(project, "push", "--quiet")
    branch = git(project, "rev-parse", "--abbrev-ref", "HEAD@{upstream}")
    assert remote_with(opened(project), files) == branch
    assert remote_with(opened(project), files[1:]) is None


def test_nothing_was_pushed_where_there_is_no_remote(repository: Path) -> None:
    assert remote_with(opened(repository), [repository / "README.md"]) is None
