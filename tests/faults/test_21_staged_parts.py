"""A file of which the user has staged a part is not edited."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import OBJECTIVE
from tests.faults.commands import CHANGING, CHECKIN, EDIT, FILE, require_refusal
from tests.history.builders import change, refused
from tests.repositories import commit_file, git


def test_record_refuses_when_the_user_staged_a_part_of_the_file(repository: Path) -> None:
    commit_file(repository, "a.yaml", "1\n")
    change(repository, "a.yaml", "2\n")
    git(repository, "add", "a.yaml")
    refused(repository, "a.yaml", "staged changes of a.yaml")


def test_record_refuses_when_the_user_announced_the_file(repository: Path) -> None:
    change(repository, "a.yaml", "2\n")
    git(repository, "add", "--intent-to-add", "a.yaml")
    refused(repository, "a.yaml", "staged changes of a.yaml")


def test_edit_of_a_file_with_a_staged_part_is_refused(okr: Okr, root: Path) -> None:
    staged = OBJECTIVE.replace("impact: growth", "impact: expansion")
    change(root, FILE, staged)
    git(root, "add", FILE)
    for unstaged in (staged, staged + "# not yet\n", OBJECTIVE):
        change(root, FILE, unstaged)
        require_refusal(okr, root, EDIT, f"You have staged changes of {FILE}")

    assert okr(*CHECKIN).code == 0
    assert git(root, "diff", "--cached", "--name-only") == FILE


def test_edit_of_a_file_that_is_to_be_removed_is_refused(okr: Okr, root: Path) -> None:
    git(root, "rm", "--quiet", "--cached", FILE)

    require_refusal(okr, root, EDIT, f"You have staged changes of {FILE}")


@pytest.mark.parametrize("arguments", CHANGING, ids=" ".join)
@pytest.mark.parametrize("is_staged", [True, False])
def test_change_of_what_is_there_is_not_mixed_with_edits_of_the_user(
    okr: Okr, root: Path, arguments: tuple[str, ...], *, is_staged: bool
) -> None:
    file = "kpis/nps.yaml" if "nps" in arguments else FILE
    change(root, file, f"{(root / file).read_text(encoding='utf-8')}# mine\n")
    if is_staged:
        git(root, "add", file)
    require_refusal(okr, root, arguments, f"changes of {file}")
