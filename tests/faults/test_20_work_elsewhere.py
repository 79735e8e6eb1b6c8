"""Staged and unstaged work elsewhere in the repository stays byte for byte."""

from pathlib import Path

import pytest

from okrcli.history.commit import commit_paths
from tests.cli.conftest import Okr
from tests.faults.commands import WRITING
from tests.history.builders import (
    NAME,
    change,
    committed_files,
    opened,
    staged_entries,
    writing_in,
)
from tests.repositories import commit_file, git

KINDS = ("both", "staged", "unstaged", "removed")


def work_of_every_kind(root: Path) -> None:
    """Change, stage and remove files, as somebody who is in the middle of their work."""
    for name in KINDS:
        commit_file(root, name, "1\n")
    change(root, "both", "2\n")
    change(root, "staged", "2\n")
    change(root, "new", "2\n")
    git(root, "add", "both", "staged", "new")
    git(root, "rm", "--quiet", "removed")
    git(root, "add", "--intent-to-add", "README.md")
    change(root, "both", "3\n")
    change(root, "unstaged", "2\n")
    change(root, "untracked", "2\n")


def work_in(root: Path) -> tuple[str, str, dict[str, bytes]]:
    """Return what is staged, what is changed, and the bytes of the files that are not ours."""
    names = [*KINDS, "new", "untracked", "README.md"]
    files = {name: (root / name).read_bytes() for name in names if (root / name).exists()}
    return git(root, "diff", "--cached", "--raw"), git(root, "status", "--porcelain"), files


def test_record_leaves_staged_and_unstaged_work_elsewhere_as_it_is(repository: Path) -> None:
    work_of_every_kind(repository)
    index, before = staged_entries(repository), work_in(repository)

    commit_paths(opened(repository), [repository / NAME], "Check in\n", writing_in(repository))
    assert committed_files(repository) == [NAME]
    assert [line for line in staged_entries(repository) if NAME not in line] == index
    assert work_in(repository) == before


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_no_command_touches_the_work_of_the_user(
    okr: Okr, root: Path, arguments: tuple[str, ...]
) -> None:
    work_of_every_kind(root)
    before = work_in(root)

    assert okr(*arguments).code == 0
    assert work_in(root) == before
    assert {"README.md", "new", *KINDS}.isdisjoint(committed_files(root))
