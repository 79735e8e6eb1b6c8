"""One person on two branches, merged, squashed, rebased or picked twice: nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checkin.test_app import new_checkins
from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.repositories import git

REF = "2026-Q4/cx-leader/hours"


def check_in(root: Path, number: int, value: int, moment: str) -> None:
    path = f"checkins/2026/2026-11-20-ana-1000000{number}.yaml"
    entry = f"  - {{key_result: {REF}, value: {value}}}\n"
    text = f"date: 2026-11-20\nby: ana\nrecorded: 2026-11-20T{moment}Z\nkey_results:\n{entry}"
    write(root, {path: text})
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", f"Check in {value}")


@pytest.fixture
def branches(root: Path) -> Path:
    """Return a repository where Ana has checked in twice, on `left` and, later, on `right`."""
    git(root, "checkout", "--quiet", "-b", "left")
    check_in(root, 1, 16, "12:00:00")
    git(root, "checkout", "--quiet", "-b", "right", "main")
    check_in(root, 2, 15, "13:00:00")
    git(root, "checkout", "--quiet", "main")
    return root


def merged(root: Path) -> None:
    for branch in ("right", "left"):
        git(root, "merge", "--quiet", "--no-ff", "-m", "Merge", branch)


def merged_the_other_way(root: Path) -> None:
    git(root, "checkout", "--quiet", "left")
    git(root, "merge", "--quiet", "-m", "Merge", "right")
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "left")


def squashed(root: Path) -> None:
    for branch in ("right", "left"):
        git(root, "merge", "--quiet", "--squash", branch)
        git(root, "commit", "--quiet", "-m", "Squash")


def rebased(root: Path) -> None:
    git(root, "checkout", "--quiet", "left")
    git(root, "rebase", "--quiet", "right")
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "left")


def picked_twice(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "side")
    git(root, "cherry-pick", "left")
    git(root, "checkout", "--quiet", "main")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "Meanwhile")
    git(root, "cherry-pick", "left", "right")
    git(root, "merge", "--quiet", "-m", "Merge", "side")


@pytest.mark.parametrize("join", [merged, merged_the_other_way, squashed, rebased, picked_twice])
def test_nothing_is_lost_and_what_was_recorded_last_counts(
    run_okr: Okr, branches: Path, join: Callable[[Path], None]
) -> None:
    join(branches)
    shown = json.loads(run_okr(branches, "show", REF, "--format", "json").out)
    files = {path.name for path in (branches / "checkins").rglob("*-ana-1000000*.yaml")}
    checked = run_okr(branches, "check", "--select", "H", "--strict")

    assert len(files) == 2
    assert shown["key_result"]["value"] == 15
    assert [each["value"] for each in shown["history"] if each["value"] in {15, 16}] == [16, 15]
    assert (checked.code, checked.out) == (0, "")


def test_checkins_of_two_clones_on_one_day_merge_without_conflict_in_both_directions(
    run_okr: Okr, root: Path, tmp_path: Path
) -> None:
    clones = [tmp_path / "one", tmp_path / "two"]
    for clone, value in zip(clones, ("16", "15"), strict=True):
        git(tmp_path, "clone", "--quiet", str(root), clone.name)
        assert run_okr(clone, "checkin", REF, value).code == 0
    heads = [git(clone, "rev-parse", "HEAD") for clone in clones]
    for clone, other, head in zip(clones, reversed(clones), reversed(heads), strict=True):
        git(clone, "fetch", "--quiet", str(other), head)
        git(clone, "merge", "--quiet", "--no-edit", head)

    merged = [new_checkins(clone) for clone in clones]
    assert [[each.key_results[0].value for each in checkins] for checkins in merged] == [
        [16, 15]
    ] * 2
    reports = [run_okr(clone, "report", "--format", "plain").out for clone in clones]
    assert reports[0] == reports[1]
