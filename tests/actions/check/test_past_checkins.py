from pathlib import Path

import pytest

from okrcli.actions.check.past_checkins import PastCheckins
from okrcli.actions.check.past_files import PastFiles, PastRequest, horizon_of
from okrcli.checks.past import Rewrite
from okrcli.history.repository import open_repository
from okrcli.history.snapshots import contents_of
from okrcli.storage.workspace import load_plan
from tests.security.forging import CHECKIN, TODAY, Workspace, agreed, checkin

MOVED = "checkins/2026/10/05/2026-10-05-carlos-00000001.yaml"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})


def past(space: Workspace) -> tuple[PastCheckins, list[Rewrite]]:
    repository = open_repository(space.root)
    assert repository is not None
    plan = load_plan(space.root)
    request = PastRequest(space.root.resolve(), plan, TODAY, None, horizon_of(TODAY, None))
    found = PastCheckins.of(PastFiles.of(repository, request, None), plan)
    return found, list(found.rewrites(contents_of(repository, found.blobs_to_read)))


def told(space: Workspace) -> list[tuple[str, str]]:
    return [(each.path, each.how) for each in past(space)[1]]


def test_check_in_that_is_as_it_was_committed_needs_no_reading(space: Workspace) -> None:
    found, rewrites = past(space)

    assert rewrites == []
    assert [*found.blobs_to_read] == []
    assert found.first_commits[CHECKIN].day.isoformat() == "2026-10-05"


def test_edited_check_in_is_told_with_its_commit_and_what_it_was(space: Workspace) -> None:
    space.commit("2026-10-07", {CHECKIN: checkin(50)})
    [rewrite] = past(space)[1]

    assert (rewrite.path, rewrite.how) == (CHECKIN, "edited")
    assert str(rewrite.day) == "2026-10-07"
    assert rewrite.where.startswith("commit ")
    assert rewrite.before is not None
    assert [each.value for each in rewrite.before.checkins[0].key_results] == [42]


def test_check_in_that_is_put_back_was_not_rewritten(space: Workspace) -> None:
    space.commit("2026-10-07", {CHECKIN: checkin(50)}).commit("2026-10-08", {CHECKIN: checkin()})

    assert told(space) == []


def test_edit_that_is_not_committed_has_no_commit(space: Workspace) -> None:
    (space.root / CHECKIN).write_text(checkin(50))
    [rewrite] = past(space)[1]

    assert (rewrite.how, rewrite.day) == ("edited", None)
    assert rewrite.where == "a change that is not committed yet"
    assert rewrite.before is not None
    assert [entry.value for entry in rewrite.before.checkins[0].key_results] == [42]


@pytest.mark.parametrize("committed", [True, False])
def test_deleted_check_in_is_told(space: Workspace, committed: bool) -> None:
    (space.root / CHECKIN).unlink()
    if committed:
        space.commit("2026-10-07")

    assert told(space) == [(CHECKIN, "deleted")]


def test_check_in_that_moved_as_it_is_was_not_rewritten(space: Workspace) -> None:
    space.commit("2026-10-07", {CHECKIN: None, MOVED: checkin()})
    found, rewrites = past(space)

    assert rewrites == []
    assert found.first_commits.keys() == {MOVED}
    assert found.first_commits[MOVED].day.isoformat() == "2026-10-05"


def test_check_in_that_changed_on_its_way_is_told_where_it_is(space: Workspace) -> None:
    space.commit("2026-10-07", {CHECKIN: None, MOVED: checkin(50)})

    assert told(space) == [(MOVED, "edited")]


def test_line_ends_that_git_does_not_keep_are_no_edit(space: Workspace) -> None:
    (space.root / CHECKIN).write_bytes(checkin().replace("\n", "\r\n").encode())

    assert told(space) == []


def test_link_in_the_place_of_a_check_in_is_no_check_in(space: Workspace) -> None:
    (space.root / CHECKIN).rename(space.root / "elsewhere.yaml")
    (space.root / CHECKIN).symlink_to(space.root / "elsewhere.yaml")

    assert told(space) == [(CHECKIN, "deleted")]


def test_first_of_two_branches_and_the_other_are_both_originals(space: Workspace) -> None:
    other = "checkins/2026/2026-10-06-carlos-00000002.yaml"
    space.git("2026-10-06", "switch", "--quiet", "--create", "side")
    space.commit("2026-10-06", {other: checkin(43, "2026-10-06")})
    space.git("2026-10-06", "switch", "--quiet", "main")
    space.commit("2026-10-07", {other: checkin(44, "2026-10-06")})
    space.git("2026-10-08", "merge", "--quiet", "--strategy", "ours", "--no-edit", "side")

    assert told(space) == [(other, "edited")]
