"""Objectives that are closed."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.closing.close import close
from okrcli.actions.closing.closing_input import ClosingInput
from okrcli.actions.closing.proposals import proposals
from okrcli.actions.report import report_on
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.errors import HistoryError, UsageError
from tests.actions.closing.workspaces import AFTER, ENDED, GROWTH, ended, late
from tests.cli.workspaces import write
from tests.repositories import git, make_committed

BECAUSE = ClosingInput(because="No money.")


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return ended(tmp_path)


def saved(
    space: Workspace, *refs: str, day: date = AFTER, again: bool = False, **said: ClosingInput
) -> Workspace:
    space = open_workspace(space.root, day)
    named = {f"2026-Q4/{name.replace('_', '-')}": each for name, each in said.items()}
    found = proposals(space, refs, None if refs else "2026-Q4", again=again)
    space.save(close(space, found, named, again=again), commit=False)
    return open_workspace(space.root, day)


def test_closed_objective_keeps_its_score_and_its_lessons(space: Workspace) -> None:
    said = ClosingInput(worked="Calls.", did_not="Mails.", next="Call first.")
    after = saved(space, "cx-leader", cx_leader=said).plan.objective("2026-Q4/cx-leader")
    assert after.closing is not None
    assert (after.status, after.closing.date) == ("closed", AFTER)
    assert (after.closing.computed, after.closing.score) == (Decimal("0.4639"), None)
    assert (after.closing.worked, after.closing.next) == ("Calls.", "Call first.")


def test_missed_promise_needs_a_reason_and_nothing_is_closed_without(space: Workspace) -> None:
    found = proposals(space, (), "2026-Q4")
    with pytest.raises(UsageError, match=r"2026-Q4/growth was promised and comes to 0\.00"):
        close(space, found, {})
    after = saved(space, growth=BECAUSE)
    closed = {each.id: each.status for each in after.plan.objectives_in("2026-Q4")}
    assert closed == {"cx-leader": "closed", "growth": "closed", "market": "closed"}


def test_kept_promise_needs_none(space: Workspace) -> None:
    write(space.root, late("2027-01-03", "2"))
    after = saved(space, "growth").plan.objective("2026-Q4/growth")
    assert after.closing is not None
    assert after.closing.computed == 1


def test_another_score_needs_a_reason_and_counts_above(space: Workspace) -> None:
    other = ClosingInput(score=Decimal("0.5"))
    found = proposals(space, ("cx-leader",), None)
    with pytest.raises(UsageError, match=r"comes to 0\.46; nothing says why it is 0\.50"):
        close(space, found, {"2026-Q4/cx-leader": other})
    stated = other.over(ClosingInput(why="The survey was late."))
    plan = saved(space, "market", "cx-leader", cx_leader=stated).plan
    child, parent = plan.objective("2026-Q4/cx-leader"), plan.objective("2026-Q4/market")
    assert child.closing is not None
    assert parent.closing is not None
    assert (child.closing.computed, child.closing.score) == (Decimal("0.4639"), Decimal("0.5"))
    assert parent.closing.computed == Decimal("0.5")


def test_score_that_is_the_computed_one_is_no_other(space: Workspace) -> None:
    said = ClosingInput(score=Decimal("0.4639"))
    after = saved(space, "cx-leader", cx_leader=said).plan.objective("2026-Q4/cx-leader")
    assert after.closing is not None
    assert after.closing.score is None


def test_late_data_changes_nothing_until_it_is_closed_again(space: Workspace) -> None:
    space = saved(space, "growth", growth=BECAUSE)
    space = open_workspace(write(space.root, late("2027-01-05", "1.5")), date(2027, 1, 6))
    [before] = [
        each
        for each in report_on(space.plan, space.today, "2026-Q4").objectives
        if each.id == "growth"
    ]
    assert before.score == 0
    day = date(2027, 1, 7)
    space = saved(space, "growth", day=day, again=True, growth=ClosingInput(why="Late data."))
    closing = space.plan.objective("2026-Q4/growth").closing
    assert closing is not None
    assert (closing.date, closing.computed, closing.why) == (day, Decimal("0.5"), "Late data.")
    assert closing.because == "No money."
    assert [(each.date, each.computed) for each in closing.was] == [(AFTER, Decimal(0))]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (ClosingInput(), "Nothing says why 2026-Q4/growth is closed again"),
        (ClosingInput(why="Again."), "as before: nothing has come since"),
    ],
)
def test_again_needs_a_reason_and_news(space: Workspace, said: ClosingInput, words: str) -> None:
    space = saved(space, "growth", growth=BECAUSE)
    found = proposals(space, ("growth",), None, again=True)
    with pytest.raises(UsageError, match=words):
        close(space, found, {"2026-Q4/growth": said}, again=True)


def test_one_commit_has_all_of_them(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", ENDED)
    space = open_workspace(root, AFTER)
    found = proposals(space, (), "2026-Q4")
    space.save(close(space, found, {"2026-Q4/growth": BECAUSE}))
    message = git(root, "log", "-1", "--format=%B")
    assert message.startswith(
        "Close: 2026-Q4/cx-leader 0.46, 2026-Q4/growth 0.00, 2026-Q4/market 0.46\n"
    )
    assert message.count("OKR-Objective: ") == 3
    assert git(root, "status", "--porcelain") == ""


def test_edits_that_are_in_no_commit_are_refused(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", ENDED)
    write(root, {GROWTH: f"{ENDED[GROWTH]}note: mine\n"})
    space = open_workspace(root, AFTER)
    with pytest.raises(HistoryError):
        space.save(close(space, proposals(space, (), "2026-Q4"), {"2026-Q4/growth": BECAUSE}))
    assert "closing" not in (root / "objectives/2026-Q4/cx-leader.yaml").read_text()
