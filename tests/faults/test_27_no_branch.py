"""A detached HEAD is warned of, an unborn branch gets its first commit; both work."""

from pathlib import Path

import pytest

from okrcli.history.commit import commit_paths
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.faults.commands import READING, WRITING
from tests.history.builders import NAME, change, opened, writing_in
from tests.repositories import git


def test_record_warns_and_works_when_head_is_detached(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--detach")
    made = commit_paths(
        opened(repository), [repository / NAME], "Check in\n", writing_in(repository)
    )
    assert made.sha == git(repository, "rev-parse", "HEAD")
    assert "detached" in made.warnings[0]


def test_record_makes_the_first_commit_and_leaves_staged_files_out(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    change(tmp_path, "other", "1\n")
    git(tmp_path, "add", "other")
    made = commit_paths(opened(tmp_path), [tmp_path / NAME], "Check in\n", writing_in(tmp_path))
    assert made.warnings == ()
    assert git(tmp_path, "ls-tree", "-r", "--name-only", "HEAD") == NAME
    assert git(tmp_path, "status", "--porcelain") == "A  other"


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_detached_head_is_warned_of(okr: Okr, root: Path, arguments: tuple[str, ...]) -> None:
    git(root, "checkout", "--quiet", "--detach")
    branches = git(root, "for-each-ref")

    ran = okr(*arguments)
    assert (ran.code, ran.err.count("HEAD is detached: the commit is on no branch.")) == (0, 1)
    assert git(root, "rev-parse", "HEAD~1") == git(root, "rev-parse", "main")
    assert git(root, "for-each-ref") == branches


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_first_commit_of_a_branch_holds_what_the_command_wrote(
    run_okr: Okr, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    root = write(tmp_path / "acme", FILES)
    git(root, "init", "--quiet")
    change(root, "staged", "1\n")
    git(root, "add", "staged")

    ran = run_okr(root, *arguments)
    assert (ran.code, "detached" in ran.err) == (0, False), ran.err
    assert git(root, "rev-list", "--count", "HEAD") == "1"
    assert git(root, "diff", "--cached", "--name-only") == "staged"
    committed = git(root, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert committed
    assert "staged" not in committed


def test_reading_works_on_both(run_okr: Okr, okr: Okr, root: Path, tmp_path: Path) -> None:
    git(root, "checkout", "--quiet", "--detach")
    unborn = write(tmp_path / "unborn", FILES)
    git(unborn, "init", "--quiet")
    for arguments in READING:
        assert (okr(*arguments).code, run_okr(unborn, *arguments).code) == (0, 0)
