from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from okrcli.actions.change import Change
from okrcli.actions.workspace import Question, open_workspace, plan_at
from okrcli.errors import OkrError, WorkspaceError
from okrcli.storage.files import Write
from okrcli.storage.workspace import plan_of
from tests.cli.workspaces import FILES
from tests.repositories import commit_file, git, make_committed

DAY = date(2026, 11, 20)
BAD = "date: 2026-11-20\nby: ana\nreadings: [{kpi: nps, value: 140}, {kpi: csat, value: 71}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES)


def test_workspace_is_found_from_a_folder_below_it(root: Path) -> None:
    workspace = open_workspace(root / "kpis", DAY)

    assert workspace.root == root.resolve()
    assert workspace.today == DAY
    assert {kpi.id for kpi in workspace.plan.kpis} == {"nps", "csat"}


def test_entries_with_an_error_count_for_nothing(root: Path) -> None:
    (root / "checkins/2026/bad.yaml").write_text(BAD)
    plan = open_workspace(root, DAY).plan

    [checkin] = [each for each in plan.checkins if each.path.endswith("bad.yaml")]
    assert [each.kpi for each in checkin.readings] == ["csat"]


def test_folder_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        open_workspace(tmp_path, DAY)


def test_days_are_those_of_the_team_else_of_whoever_asks(root: Path) -> None:
    assert open_workspace(root, DAY).zone is None
    assert open_workspace(root, DAY, UTC).zone is UTC

    (root / "okr.yaml").write_text("version: 1\ncalendar: {time_zone: Europe/Madrid}\n")
    assert open_workspace(root, DAY, UTC).zone == ZoneInfo("Europe/Madrid")


def test_change_is_saved_and_seen_when_opened_again(root: Path) -> None:
    workspace = open_workspace(root, DAY)
    change = Change((Write(workspace.root / "kpis/wait.yaml", b"title: Wait\n"),), "Add a KPI")
    commit = workspace.save(change)

    assert commit is not None
    assert "wait" not in workspace.plan.kpis_by_id
    assert "wait" in open_workspace(root, DAY).plan.kpis_by_id
    assert git(root, "log", "-1", "--format=%s") == "Add a KPI"


def test_change_can_be_left_to_others_to_commit(root: Path) -> None:
    workspace = open_workspace(root, DAY)
    change = Change((Write(workspace.root / "kpis/wait.yaml", b"title: Wait\n"),), "Add a KPI")

    assert workspace.save(change, commit=False) is None
    assert git(root, "status", "--porcelain") == "?? kpis/wait.yaml"


def test_plan_of_a_revision_is_that_of_its_files(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD")
    commit_file(root, "kpis/wait.yaml", "title: Wait\n")
    commit_file(root, "checkins/2026/bad.yaml", BAD)
    before, sha = plan_at(root, "HEAD~2", DAY)
    now, _ = plan_at(root, "main", DAY)

    assert sha == first
    assert ("wait" in before.kpis_by_id, "wait" in now.kpis_by_id) == (False, True)
    assert [each.kpi for each in now.refused] == ["nps"]


def test_revision_of_no_repository_or_of_no_name_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "okr.yaml").write_text("version: 1\n")

    with pytest.raises(OkrError):
        plan_at(tmp_path, "main", DAY)
    with pytest.raises(OkrError):
        plan_at(root, "nothing", DAY)


def test_plan_after_a_change_is_judged_like_the_one_before(root: Path) -> None:
    part = open_workspace(root, DAY, question=Question(["nps"], lambda plan: plan.kpi("nps")))
    for workspace in (part, open_workspace(root, DAY)):
        files = {path: source.raw for path, source in workspace.plan.sources.items()}
        again = workspace.judge(plan_of(files))
        assert again.checkins == workspace.plan.checkins
        assert again.refused == workspace.plan.refused
