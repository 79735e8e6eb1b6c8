"""What there is to close."""

from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.closing.proposals import open_lines, proposals
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.errors import UnknownReferenceError, UsageError
from okrcli.next_step import StepKind
from tests.actions.closing.workspaces import AFTER, COMMITTED, GROWTH, ended
from tests.cli.workspaces import write

CLOSED = f"{COMMITTED}status: closed\nclosing: {{date: 2027-01-02, computed: 0.2}}\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return ended(tmp_path)


def test_all_that_is_open_in_a_cycle_is_proposed_with_its_score(space: Workspace) -> None:
    found = proposals(space, (), "2026-Q4")
    scores = [Decimal("0.4639"), Decimal(0), Decimal("0.4639")]
    assert [each.computed for each in found] == scores
    assert found[0].line == "2026-Q4/cx-leader comes to 0.46 (0.70 is good)."
    assert found[1].line == "2026-Q4/growth comes to 0.00 (1.00 was promised)."


def test_what_is_open_is_listed_with_drafts(space: Workspace) -> None:
    draft = {"objectives/2026-Q4/later.yaml": "title: Later\nstatus: draft\n"}
    plan = open_workspace(write(space.root, draft), AFTER).plan
    lines = open_lines(plan, AFTER, None)
    assert len(lines) == 4
    assert lines[-1] == "2026-Q4/later is a draft, which nobody has approved."
    assert open_lines(plan, AFTER, "2027-Q1") == ("Nothing is open in 2027-Q1.",)
    running = AFTER.replace(year=2026, month=12)
    assert open_lines(plan, running, None) == ("Nothing is open in any cycle that has ended.",)


def test_closed_one_is_closed_only_again(space: Workspace) -> None:
    space = open_workspace(write(space.root, {GROWTH: CLOSED}), AFTER)
    with pytest.raises(UsageError, match=r"is closed since 2027-01-02, with 0\.20") as caught:
        proposals(space, ("growth",), None)
    assert [getattr(hint, "kind", "") for hint in caught.value.hints] == [StepKind.CLOSE_AGAIN]
    assert proposals(space, ("growth",), None, again=True)[0].computed == 0
    with pytest.raises(UsageError, match="is active, not closed"):
        proposals(space, ("cx-leader",), None, again=True)


@pytest.mark.parametrize("status", ["draft", "cancelled"])
def test_only_active_objectives_are_closed(space: Workspace, status: str) -> None:
    write(space.root, {GROWTH: f"{COMMITTED}status: {status}\n"})
    for again in (False, True):
        with pytest.raises(UsageError, match=f"is (a )?{status}: only active") as caught:
            proposals(open_workspace(space.root, AFTER), ("growth",), None, again=again)
        assert caught.value.hints == ()


def test_what_has_not_begun_is_not_closed(space: Workspace) -> None:
    space = open_workspace(write(space.root, {"objectives/2027-Q2/late.yaml": COMMITTED}), AFTER)
    with pytest.raises(UsageError, match="2027-Q2/late has not begun: its cycle begins on 2027-04"):
        proposals(space, ("late",), None)


def test_nothing_that_is_named_or_open_is_refused(space: Workspace) -> None:
    with pytest.raises(UsageError, match="Nothing says what to close"):
        proposals(space, (), None)
    with pytest.raises(UsageError, match="Nothing is open in 2027-Q1"):
        proposals(space, (), "2027-Q1")
    with pytest.raises(UnknownReferenceError, match="There is no cycle '2026-X'"):
        proposals(space, (), "2026-X")
    with pytest.raises(UnknownReferenceError):
        proposals(space, ("nobody",), None)
