"""Faults around the commands, whatever the command is: no traceback, and nothing lost."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.model.checkin import CheckIn
from tests.cli.conftest import Okr
from tests.cli.test_checkin import HOURS, new_checkins
from tests.faults.commands import READING
from tests.repositories import commit_file, git

OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"
Merge = Callable[[Path], object]


def on_two_branches(okr: Okr, root: Path) -> None:
    """Let Ana check in the same key result on `main` and, later, on `other`."""
    git(root, "branch", "other")
    okr("checkin", HOURS, "16")
    git(root, "switch", "--quiet", "other")
    okr("checkin", HOURS, "15")


def value_of_hours(okr: Okr) -> object:
    (objective,) = json.loads(okr("report", "--format", "json").out)["objectives"]
    return next(each["value"] for each in objective["key_results"] if each["id"] == "hours")


def merge_into_main(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-edit", "other")


def merge_into_other(root: Path) -> None:
    git(root, "merge", "--quiet", "--no-edit", "main")


def squash(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--squash", "other")
    git(root, "commit", "--quiet", "--message", "Squashed")


def rebase(root: Path) -> None:
    git(root, "rebase", "--quiet", "main")


def pick_twice(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "cherry-pick", "other")
    git(root, "cherry-pick", "--keep-redundant-commits", "other")


def merge_after_a_pick(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "cherry-pick", "other")
    git(root, "merge", "--quiet", "--no-edit", "other")


@pytest.mark.parametrize(
    "join", [merge_into_main, merge_into_other, squash, rebase, pick_twice, merge_after_a_pick]
)
def test_checkins_of_one_person_on_two_branches_are_all_kept_however_they_are_joined(
    okr: Okr, root: Path, join: Merge
) -> None:
    on_two_branches(okr, root)
    join(root)

    assert [each.key_results[0].value for each in new_checkins(root)] == [16, 15]
    assert value_of_hours(okr) == 15
    assert git(root, "status", "--porcelain") == ""


def test_checkins_of_two_clones_on_one_day_merge_without_conflict_in_both_directions(
    run_okr: Okr, root: Path, tmp_path: Path
) -> None:
    clones = [tmp_path / "one", tmp_path / "two"]
    for clone, value in zip(clones, ("16", "15"), strict=True):
        git(tmp_path, "clone", "--quiet", str(root), clone.name)
        assert run_okr(clone, "checkin", HOURS, value).code == 0
    heads = [git(clone, "rev-parse", "HEAD") for clone in clones]
    for clone, other, head in zip(clones, reversed(clones), reversed(heads), strict=True):
        git(clone, "fetch", "--quiet", str(other), head)
        git(clone, "merge", "--quiet", "--no-edit", head)

    merged = [new_checkins(clone) for clone in clones]
    assert [values(each) for each in merged] == [["16", "15"], ["16", "15"]]
    reports = [run_okr(clone, "report", "--format", "plain").out for clone in clones]
    assert reports[0] == reports[1]


def values(checkins: list[CheckIn]) -> list[str]:
    return [str(each.key_results[0].value) for each in checkins]


def test_reading_works_in_a_folder_that_nobody_may_write(okr: Okr, root: Path) -> None:
    folders = [each for each in (root, *root.rglob("*")) if each.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    try:
        codes = [okr(*arguments).code for arguments in READING]
        if not os.access(root, os.W_OK):  # the superuser may write everywhere
            assert okr("checkin", HOURS, "16").code == 3
    finally:
        for folder in folders:
            folder.chmod(0o755)

    assert codes == [0] * len(READING)
    assert commit_file(root, "later.txt", "works again\n")
