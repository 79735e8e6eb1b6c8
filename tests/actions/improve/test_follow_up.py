from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.change import Change
from okrcli.actions.improve.follow_up import FollowUpDraft, done_places, follow_up
from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.report import ImprovementReport
from okrcli.errors import UsageError
from okrcli.model.improvement import Improvement
from okrcli.storage.workspace import plan_of
from okrcli.storage.writing import improvement_bytes
from tests.actions.recorded import NOW, TODAY, checkins_in
from tests.builders import a_checkin, a_kpi, a_plan, a_reading, an_improvement

PLAN = an_improvement(
    id="csat-2026-11-02",
    kpi="csat",
    opened="2026-11-02",
    actions=[
        {"title": "Train the night shift", "owner": "pavel", "due": "2026-12-01"},
        {"title": "Write the playbook", "owner": "ana", "due": "2026-11-27"},
    ],
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the root of a workspace that has the plan's file."""
    file = tmp_path / PLAN.path
    file.parent.mkdir()
    file.write_bytes(improvement_bytes(PLAN))
    return tmp_path


def followed_up(root: Path, **said: Any) -> tuple[Change, ImprovementReport]:
    plan = a_plan(PLAN, a_kpi(90, id="csat"), a_checkin("2026-11-02", a_reading(74, "csat")))
    draft = FollowUpDraft(PLAN, TODAY, **said)
    return follow_up(Workspace(root, plan, TODAY), draft, by="ana", recorded=NOW)


def test_follow_up_is_a_check_in_of_its_own(root: Path) -> None:
    change, report = followed_up(root, note="8 of 12 are trained: #1")

    (checkin,) = checkins_in(change)
    (said,) = checkin.followups
    assert (checkin.date, checkin.by) == (date(2026, 11, 20), "ana")
    assert (said.improvement, said.note) == (PLAN.id, "8 of 12 are trained: #1")
    assert change.message == (
        f"Follow up: {PLAN.id}\n\n8 of 12 are trained: #1\n\n"
        f"OKR-Checkin: {checkin.id}\nOKR-Improvement: {PLAN.id}\n"
    )
    assert report.follow_up_due is None


def test_what_is_done_is_written_into_the_plan_in_the_same_commit(root: Path) -> None:
    change, report = followed_up(root, note="Both!", done=(0, 1))

    _, plan_file = change.writes
    assert change.lines == ("done: Train the night shift", "done: Write the playbook")
    assert change.message.startswith(f"Follow up: {PLAN.id}, 2/2 done\n")
    assert [action.status for action in report.actions] == ["done", "done"]
    assert plan_file.expected == improvement_bytes(PLAN)
    assert _statuses(plan_file.content) == ["done", "done"]


def _statuses(content: bytes) -> list[str]:
    (improvement,) = plan_of({"okr.yaml": b"version: 1\n", PLAN.path: content}).improvements
    return [action.status for action in improvement.actions]


def test_follow_up_may_say_only_what_is_done() -> None:
    assert FollowUpDraft(PLAN, TODAY, done=(1,)).with_note.note == "Done: Write the playbook"
    assert FollowUpDraft(PLAN, TODAY, "Half.", (1,)).with_note.note == "Half."


def test_note_of_nothing_is_refused(root: Path) -> None:
    with pytest.raises(UsageError, match="`note`"):
        followed_up(root, note=" ")


def test_actions_that_were_done_before_are_told_apart() -> None:
    first, second = PLAN.actions
    done = first.model_copy(update={"status": "done"})
    plan: Improvement = PLAN.model_copy(update={"actions": (done, second)})

    assert done_places(plan, ["1", "2", "playbook"]) == ((1,), ("Train the night shift",))
