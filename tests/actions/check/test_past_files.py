from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.check.past_files import (
    PastFiles,
    PastRequest,
    commit_named,
    commit_of,
    horizon_of,
)
from okrcli.history.repository import open_repository
from okrcli.storage.workspace import load_plan
from tests.repositories import git
from tests.security.forging import CHECKIN, OBJECTIVE, TODAY, Workspace, agreed, checkin, objective


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})


def files_of(space: Workspace, day: date = TODAY, against: str | None = None) -> PastFiles:
    repository = open_repository(space.root)
    assert repository is not None
    root = space.root.resolve()
    request = PastRequest(root, load_plan(root), day, None, horizon_of(day, None))
    return PastFiles.of(repository, request, against)


def test_commits_are_those_that_touched_the_workspace_from_the_earliest(space: Workspace) -> None:
    space.commit("2026-10-06", {"README.md": "Hello\n"})
    files = files_of(space)

    assert [str(each.day) for each in files.commits] == ["2026-09-20", "2026-10-05", "2026-10-06"]
    assert set(files.paths) >= {"okr.yaml", OBJECTIVE, CHECKIN}
    assert files.head == git(space.root, "rev-parse", "HEAD")


def test_commit_is_known_by_its_short_name_and_its_moment(space: Workspace) -> None:
    files = files_of(space)
    last = files.commits[-1]

    assert commit_of(last).name == f"commit {last.sha[:8]}"
    assert commit_named(files.log, last.sha) == commit_of(last)


def test_files_that_differ_from_the_last_commit_are_dirty(space: Workspace) -> None:
    (space.root / OBJECTIVE).write_text(objective(50))
    (space.root / "kpis").mkdir()
    (space.root / "kpis/new.yaml").write_text("title: New\n")

    assert files_of(space).dirty == {OBJECTIVE}


def test_folder_of_a_repository_has_its_files_from_its_top(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme", "teams/cx")
    (space.root / OBJECTIVE).write_text(objective(50))
    files = files_of(space)

    assert files.dirty == {OBJECTIVE}
    assert OBJECTIVE in files.paths
    assert files.folders == ("teams/cx",)


def test_workspace_that_moved_is_known_under_all_its_names(space: Workspace) -> None:
    space.move("teams/cx").commit("2026-10-07")
    files = files_of(space)

    assert [*files.folders] == ["teams/cx", "."]
    assert {OBJECTIVE, CHECKIN} <= set(files.paths)
    assert len(files.commits) == 3


def test_revision_to_compare_with_has_the_workspace_under_the_name_of_its_day(
    space: Workspace,
) -> None:
    head = git(space.root, "rev-parse", "HEAD")
    space.move("teams/cx").commit("2026-10-07")

    assert files_of(space, against=head).folders == ("teams/cx", ".")


def test_workspace_begins_with_the_commit_that_made_it(space: Workspace) -> None:
    space.commit("2026-10-06", {"okr.yaml": "version: 1\nname: New\n"})
    files = files_of(space)

    assert files.began is not None
    assert str(files.began.day) == "2026-09-20"
    assert files.before_rules == {files.commits[0].sha}


def test_several_beginnings_are_none(space: Workspace) -> None:
    space.git("2026-09-21", "switch", "--quiet", "--orphan", "other")
    space.commit("2026-09-21", {"okr.yaml": "version: 1\n", OBJECTIVE: objective()})
    space.git("2026-09-22", "switch", "--quiet", "main")
    merge = ("merge", "--quiet", "--no-edit", "--allow-unrelated-histories", "other")
    space.git("2026-10-06", *merge)
    files = files_of(space)

    assert (files.set_up, files.began, files.before_rules) == (None, None, frozenset())
    assert files.has_merges


def test_unborn_branch_has_no_past(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "acme")
    (space.root / "okr.yaml").write_text("version: 1\n")
    files = files_of(space)

    assert (files.head, files.commits, files.folders) == ("", (), (".",))


def test_history_of_one_line_has_no_main_line_of_its_own(space: Workspace) -> None:
    repository = open_repository(space.root)
    assert repository is not None
    assert files_of(space).main_line_of(repository, "okr.yaml") == ()

    space.git("2026-10-06", "switch", "--quiet", "--create", "side")
    space.commit("2026-10-06", {OBJECTIVE: objective(50)})
    space.git("2026-10-06", "switch", "--quiet", "main")
    space.git("2026-10-07", "merge", "--quiet", "--no-ff", "--no-edit", "side")
    line = files_of(space).main_line_of(repository, OBJECTIVE)
    assert [str(each.day) for each in line] == ["2026-09-20", "2026-10-07"]


def test_commit_from_the_future_is_told_with_its_own_date(space: Workspace) -> None:
    space.commit("2027-05-01", {OBJECTIVE: objective(50)})
    [ahead] = files_of(space).ahead

    assert str(ahead.day) == "2027-05-01"


@pytest.mark.parametrize(
    ("path", "is_known"), [(OBJECTIVE, True), (CHECKIN, True), ("kpis/never.yaml", True)]
)
def test_disk_tells_what_became_of_every_file(space: Workspace, path: str, is_known: bool) -> None:
    assert files_of(space).is_known(path) is is_known


def test_file_that_a_sparse_checkout_leaves_out_is_not_known(space: Workspace) -> None:
    git(space.root, "sparse-checkout", "set", "--no-cone", "/*", "!/checkins")

    files = files_of(space)
    assert [files.is_known(path) for path in (OBJECTIVE, CHECKIN)] == [True, False]


def test_definitions_that_are_gone_are_known_with_their_last_day(space: Workspace) -> None:
    kpi = "kpis/nps.yaml"
    space.commit("2026-10-06", {kpi: "title: NPS\n", CHECKIN: None})
    space.commit("2026-10-07", {kpi: None})

    assert files_of(space).gone == {kpi: date(2026, 10, 7)}
