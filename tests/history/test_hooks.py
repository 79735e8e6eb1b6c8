from pathlib import Path

from okrcli.history.hooks import hooks_folder, hooks_of, idle_hooks_of, may_change_files
from tests.history.builders import opened
from tests.repositories import git, make_hook


def test_hooks_are_told_by_whether_git_runs_them(repository: Path) -> None:
    assert hooks_of(opened(repository)) == ()
    for name in ("pre-push", "pre-commit", "post-checkout"):
        make_hook(repository, name, "exit 0")
    (repository / ".git/hooks/pre-push").chmod(0o644)

    assert hooks_of(opened(repository)) == ("pre-commit",)
    assert idle_hooks_of(opened(repository)) == ("pre-push",)


def test_hooks_are_looked_for_where_the_configuration_says(repository: Path) -> None:
    git(repository, "config", "core.hooksPath", ".githooks")
    folder = repository / ".githooks"
    folder.mkdir()
    (folder / "commit-msg").write_text("#!/bin/sh\n")
    (folder / "commit-msg").chmod(0o755)

    assert hooks_folder(opened(repository)) == repository.resolve() / ".githooks"
    assert hooks_of(opened(repository)) == ("commit-msg",)


def test_files_may_change_where_a_hook_or_a_filter_runs(repository: Path) -> None:
    assert not may_change_files(opened(repository))
    (repository / ".git/hooks").mkdir(exist_ok=True)
    (repository / ".git/hooks/pre-commit.sample").touch()
    assert not may_change_files(opened(repository))
    git(repository, "config", "filter.x.clean", "cat")
    assert may_change_files(opened(repository))
    git(repository, "config", "--unset", "filter.x.clean")
    make_hook(repository, "post-commit", "exit 0")
    assert may_change_files(opened(repository))
