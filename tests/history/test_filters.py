from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.filters import without_filters
from tests.repositories import git


def off(root: Path) -> set[str]:
    settings = without_filters(root, [root / ".git/config", root / ".git/config.worktree"])
    return {
        each.removeprefix("filter.").partition(".clean")[0] for each in settings if "clean" in each
    }


def test_repository_without_filters_needs_no_settings(repository: Path) -> None:
    assert without_filters(repository, [repository / ".git/config"]) == ()


def test_own_filters_are_found_wherever_they_stand(repository: Path) -> None:
    git(repository, "config", "filter.own.process", "cat")
    git(repository, "config", "extensions.worktreeConfig", "true")
    git(repository, "config", "--worktree", "filter.Tree.2.clean", "cat")
    git(repository, "config", "--file", str(repository / "more"), "filter.more.smudge", "cat")
    git(repository, "config", "include.path", "../more")
    assert off(repository) == {"own", "Tree.2", "more"}


def test_filters_of_the_user_are_left_alone(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("COUNT", "1"), ("KEY_0", "filter.lfs.clean"), ("VALUE_0", "git-lfs")):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    git(repository, "config", "filter.own.clean", "cat")
    assert off(repository) == {"own"}


@pytest.mark.parametrize("name", ["a=b", "a b", "a\tb"])
def test_filter_of_a_name_that_git_cannot_be_told_is_refused(repository: Path, name: str) -> None:
    git(repository, "config", f"filter.{name}.clean", "cat")
    with pytest.raises(HistoryError, match="cannot be switched off"):
        off(repository)
