"""What is dropped or cancelled."""

from pathlib import Path

import pytest

from okrcli.actions.amend.agreed import agreed_named
from okrcli.actions.amend.endings import cancel, drop
from okrcli.actions.amend.moves import Reason
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.model.changes.withdrawal import Withdrawal
from tests.actions.amend.spaces import BECAUSE, DAY, PATH, a_space, new_lines, saved
from tests.cli.workspaces import FILES, OBJECTIVE


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return a_space(tmp_path, FILES)


def test_dropped_key_result_does_not_count_any_more(space: Workspace) -> None:
    reason = Reason(DAY, "The tool is gone", "pavel")
    change = drop(space, agreed_named(space, "cx-leader/hours"), reason)
    said = "    dropped: {date: 2026-11-20, why: The tool is gone, approved_by: pavel}"
    assert new_lines(change) == [said]
    assert change.lines == (
        "Dropped 2026-Q4/cx-leader/hours: from 2026-11-20 on it does not count.",
        "  score of 2026-Q4/cx-leader today: 0.43 (before: 0.46)",
    )
    _, after = saved(space, change).plan.key_result("cx-leader/hours")
    assert after.dropped == Withdrawal(date=DAY, why="The tool is gone", approved_by="pavel")


def test_dropped_step_stays_in_its_line(space: Workspace) -> None:
    change = drop(space, agreed_named(space, "cx-leader/training", "2"), BECAUSE)
    end = "due: 2026-12-15, dropped: {date: 2026-11-20, why: scale changed}}"
    assert new_lines(change)[-1].endswith(end)
    assert change.lines[1:] == (
        "  progress of 2026-Q4/cx-leader/training today: 100% (before: 50%)",
        "  score of 2026-Q4/cx-leader today: 0.63 (before: 0.46)",
    )


def test_cancelled_objective_says_since_when_and_why(space: Workspace) -> None:
    change = cancel(space, agreed_named(space, "cx-leader"), BECAUSE)
    assert new_lines(change) == [
        "status: cancelled",
        *["cancelled:", "  date: 2026-11-20", "  why: scale changed"],
    ]
    assert change.message.startswith("Cancel: 2026-Q4/cx-leader\n\nscale changed\n")
    after = saved(space, change).plan
    assert (after.objective("cx-leader").status, after.findings) == ("cancelled", ())


@pytest.mark.parametrize(
    ("ref", "is_cancelled", "message"),
    [
        ("cx-leader", False, "is an objective: only key results and steps are dropped"),
        ("nps", False, "nps is a KPI: only key results"),
        ("cx-leader/nps", True, "is a metric key result: only objectives are cancelled"),
        ("nps", True, "nps is a KPI: only objectives"),
    ],
)
def test_other_things_end_otherwise(
    space: Workspace, ref: str, is_cancelled: bool, message: str
) -> None:
    end = cancel if is_cancelled else drop
    with pytest.raises(UsageError, match=message):
        end(space, agreed_named(space, ref), BECAUSE)


@pytest.mark.parametrize("ref", ["cx-leader", "cx-leader/nps"])
def test_reason_is_needed(space: Workspace, ref: str) -> None:
    end = cancel if ref == "cx-leader" else drop
    with pytest.raises(UsageError, match=f"Nothing says why 2026-Q4/{ref}"):
        end(space, agreed_named(space, ref), Reason(DAY))


def test_draft_is_neither_cancelled_nor_are_its_key_results_dropped(tmp_path: Path) -> None:
    space = a_space(tmp_path, {**FILES, PATH: f"{OBJECTIVE}status: draft\n"})
    with pytest.raises(UsageError, match="binds nobody yet"):
        drop(space, agreed_named(space, "cx-leader/nps"), BECAUSE)
    with pytest.raises(UsageError, match="is a draft and binds nobody"):
        cancel(space, agreed_named(space, "cx-leader"), BECAUSE)
