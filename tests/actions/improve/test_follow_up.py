from pathlib import Path

import pytest

from okrcli.actions.improve.follow_up import FollowUpDraft, done_places, follow_up
from okrcli.actions.workspace import Workspace
from okrcli.errors import UnknownReferenceError
from okrcli.model.checkin import FollowUp
from okrcli.storage.writing import improvement_bytes
from tests.actions.recorded import NOW, TODAY, checkins_in
from tests.builders import a_day, a_kpi, a_plan, an_improvement

ACTIONS = [
    {"title": "Train the night shift", "owner": "pavel", "due": a_day("2026-12-01")},
    {"title": "Write the playbook", "owner": "ana", "due": a_day("2026-11-27")},
]
PLAN = an_improvement(id="calm", actions=ACTIONS)
HALF_DONE = an_improvement(id="calm", actions=[{**ACTIONS[0], "status": "done"}, ACTIONS[1]])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace that has the plan's file."""
    file = tmp_path / PLAN.path
    file.parent.mkdir()
    file.write_bytes(improvement_bytes(PLAN))
    return Workspace(tmp_path, a_plan(PLAN, a_kpi()), TODAY)


def test_actions_that_are_done_already_are_told_apart() -> None:
    assert done_places(HALF_DONE, ["playbook", "1", "2"]) == ((1,), ("Train the night shift",))
    assert done_places(HALF_DONE, []) == ((), ())


def test_text_that_names_no_action_is_refused() -> None:
    with pytest.raises(UnknownReferenceError, match="is not an action"):
        done_places(PLAN, ["holiday"])


def test_note_says_what_is_done_unless_somebody_says_more() -> None:
    draft = FollowUpDraft(PLAN, TODAY, done=(0, 1))

    assert draft.with_note.note == "Done: Train the night shift; Write the playbook"
    own = FollowUpDraft(PLAN, TODAY, "Went well.", (0,))
    assert own.with_note == own


def test_plan_afterwards_has_the_actions_done() -> None:
    after = FollowUpDraft(PLAN, TODAY, done=(1,)).improvement_after

    assert [action.status for action in after.actions] == ["planned", "done"]


def test_note_alone_is_a_checkin_and_nothing_else(workspace: Workspace) -> None:
    draft = FollowUpDraft(PLAN, TODAY, "Two people have left.")
    change, report = follow_up(workspace, draft, by="ana", recorded=NOW)

    (checkin,) = checkins_in(change)
    assert checkin.followups == (FollowUp(improvement="calm", note="Two people have left."),)
    assert (checkin.by, checkin.date, change.lines) == ("ana", TODAY, ())
    assert change.message == (
        "Follow up: calm\n\nTwo people have left.\n\n"
        f"OKR-Checkin: {checkin.id}\nOKR-Improvement: calm\n"
    )
    assert (report.id, report.follow_up_due) == ("calm", None)


def test_action_that_is_done_is_done_in_the_file_of_the_plan(workspace: Workspace) -> None:
    draft = FollowUpDraft(PLAN, TODAY, "Done: Write the playbook", (1,))
    change, report = follow_up(workspace, draft, by="ana", recorded=NOW)

    _, write = change.writes
    before = improvement_bytes(PLAN)
    assert write.path == workspace.root / PLAN.path
    assert (write.expected, write.content.count(b"status: done")) == (before, 1)
    assert change.lines == ("done: Write the playbook",)
    assert change.message.startswith("Follow up: calm, 1/2 done\n")
    assert [action.status for action in report.actions] == ["planned", "done"]
