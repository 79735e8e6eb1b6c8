"""A commit that fails after the files were written: they stay and are named, nothing is staged."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.repositories import git, make_hook


@pytest.mark.parametrize(
    "arguments",
    [
        ("checkin", "csat", "71"),
        ("kpi", "record", "csat", "71"),
    ],
    ids=" ".join,
)
def test_rejected_commit_keeps_and_names_the_file(
    okr: Okr, root: Path, arguments: tuple[str, ...]
) -> None:
    make_hook(root, "pre-commit", "exit 1")
    head = git(root, "rev-parse", "HEAD")
    ran = okr(*arguments)

    (line,) = git(root, "status", "--porcelain", "-uall").splitlines()
    path = line.removeprefix("?? ")
    assert ran.code == 3
    assert f"did not commit {path}" in ran.err
    assert f"git add -- {path} && git commit --only -- {path}" in ran.err
    assert git(root, "rev-parse", "HEAD") == head
    assert "Not committed yet" in okr("report").err
