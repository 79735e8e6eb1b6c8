"""Nothing is written while a merge, a cherry-pick or a revert waits to be finished."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.faults.commands import CHANGING, CHECKIN, MAKING, WRITING, require_refusal
from tests.history.builders import NAME, prepare_conflict, refused, stop_in
from tests.repositories import commit_file, git


@pytest.mark.parametrize("operation", ["merge", "cherry-pick", "revert"])
def test_record_refuses_while_an_operation_waits(repository: Path, operation: str) -> None:
    stop_in(repository, operation)
    refused(repository, NAME, f"A {operation} is in progress")


@pytest.mark.parametrize("arguments", [*WRITING, *CHANGING, *MAKING], ids=" ".join)
def test_no_command_writes_during_a_merge(okr: Okr, root: Path, arguments: tuple[str, ...]) -> None:
    stop_in(root, "merge")
    require_refusal(okr, root, arguments, "A merge is in progress")


def test_merge_of_which_every_conflict_is_resolved_is_still_in_progress(
    okr: Okr, root: Path
) -> None:
    stop_in(root, "merge")
    git(root, "add", "README.md")
    require_refusal(okr, root, CHECKIN, "A merge is in progress")

    git(root, "commit", "--quiet", "--no-edit")
    assert okr(*CHECKIN).code == 0


@pytest.mark.parametrize(
    ("operation", "begun_with"), [("merge", ("topic", "--no-ff")), ("revert", ("HEAD",))]
)
def test_operation_that_waits_for_its_commit_is_in_progress(
    okr: Okr, root: Path, operation: str, begun_with: tuple[str, ...]
) -> None:
    git(root, "branch", "topic")
    commit_file(root, "code.py", "one\n")
    git(root, "switch", "--quiet", "topic")
    commit_file(root, "README.md", "two\n")
    git(root, "switch", "--quiet", "main")
    git(root, operation, "--no-commit", *begun_with)

    require_refusal(okr, root, CHECKIN, f"A {operation} is in progress")


def test_pick_that_only_stages_is_work_elsewhere(okr: Okr, root: Path) -> None:
    prepare_conflict(root)
    git(root, "reset", "--quiet", "--hard", "topic~2")
    git(root, "cherry-pick", "--no-commit", "topic~1")

    assert okr(*CHECKIN).code == 0
    assert git(root, "status", "--porcelain") == "M  README.md"
