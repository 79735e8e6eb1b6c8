from pathlib import Path

import pytest

from okrcli.actions.check.past_checkins import PastCheckins
from okrcli.actions.check.past_drafts import PastDrafts
from okrcli.actions.check.past_files import PastFiles, PastRequest, horizon_of
from okrcli.history.repository import open_repository
from okrcli.history.snapshots import contents_of
from okrcli.storage.workspace import load_plan
from tests.security.forging import CHECKIN, OBJECTIVE, TODAY, Workspace, checkin, objective

DRAFT = objective(head="status: draft\n")
READING = "date: 2026-10-05\nby: carlos\nreadings:\n  - {kpi: nps, value: 42}\n"
KPI = "title: NPS\nstatus: draft\n"


def workspace(root: Path, text: str = DRAFT) -> Workspace:
    files = {"okr.yaml": "version: 1\n", OBJECTIVE: text, "kpis/nps.yaml": KPI}
    return Workspace(root).commit("2026-10-01", files)


def told(space: Workspace) -> list[str]:
    repository = open_repository(space.root)
    assert repository is not None
    plan = load_plan(space.root)
    request = PastRequest(space.root.resolve(), plan, TODAY, None, horizon_of(TODAY, None))
    files = PastFiles.of(repository, request, None)
    checkins = PastCheckins.of(files, plan)
    rewrites = checkins.rewrites(contents_of(repository, checkins.blobs_to_read))
    return [each.path for each in PastDrafts(repository, files, plan).without_them(rewrites)]


@pytest.mark.parametrize("text", [checkin(), READING])
@pytest.mark.parametrize("definitions_go", [True, False])
def test_check_in_that_named_only_drafts_may_go(
    tmp_path: Path, text: str, definitions_go: bool
) -> None:
    space = workspace(tmp_path / "acme").commit("2026-10-05", {CHECKIN: text})
    gone = {OBJECTIVE: None, "kpis/nps.yaml": None} if definitions_go else {}
    space.commit("2026-10-06", {CHECKIN: None, **gone})

    assert told(space) == []


@pytest.mark.parametrize("day", ["2026-10-04", "2026-10-06"])
def test_check_in_of_what_ever_was_active_is_told(tmp_path: Path, day: str) -> None:
    space = workspace(tmp_path / "acme")
    for each in sorted({day, "2026-10-05"}):
        space.commit(
            each, {CHECKIN: checkin()} if each == "2026-10-05" else {OBJECTIVE: objective()}
        )
    space.commit("2026-10-07", {OBJECTIVE: DRAFT})
    space.commit("2026-10-08", {CHECKIN: None, OBJECTIVE: None})

    assert told(space) == [CHECKIN]


def test_check_in_of_what_is_active_by_now_is_told(tmp_path: Path) -> None:
    space = workspace(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})
    (space.root / OBJECTIVE).write_text(objective())
    (space.root / CHECKIN).unlink()

    assert told(space) == [CHECKIN]


@pytest.mark.parametrize(
    "text",
    [
        checkin().replace("o/nps", "other/nps"),
        f"{READING}kudos:\n  - {{to: ana, for: Thanks}}\n",
        "date: 2026-10-05\nby: carlos\nnote: 12 tickets are open\n",
    ],
)
def test_check_in_of_anything_else_is_told(tmp_path: Path, text: str) -> None:
    space = workspace(tmp_path / "acme").commit("2026-10-05", {CHECKIN: text})
    space.commit("2026-10-06", {CHECKIN: None})

    assert told(space) == [CHECKIN]


def test_edited_check_in_of_a_draft_is_told(tmp_path: Path) -> None:
    space = workspace(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})
    space.commit("2026-10-06", {CHECKIN: checkin(50)})

    assert told(space) == [CHECKIN]
