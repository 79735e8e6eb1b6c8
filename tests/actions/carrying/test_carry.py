"""Objectives that go on in the next cycle."""

from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.carrying.carry import carry, objectives_named, worth_carrying
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.errors import UnknownReferenceError, UsageError
from tests.actions.closing.workspaces import AFTER, COMMITTED, ENDED, GROWTH, ended, late
from tests.cli.workspaces import write
from tests.repositories import git, make_committed


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return ended(tmp_path)


def saved(space: Workspace, *refs: str, to: str = "2027-Q1") -> Workspace:
    change = carry(space, objectives_named(space, refs), to).addition.change
    space.save(change, commit=False)
    return open_workspace(space.root, AFTER)


def test_draft_says_where_it_comes_from_and_nothing_of_the_old_cycle(space: Workspace) -> None:
    closed = "status: closed\nclosing: {date: 2027-01-02, computed: 0.46}\nadded: 2026-10-05\n"
    path = "objectives/2026-Q4/cx-leader.yaml"
    space = open_workspace(write(space.root, {path: ENDED[path] + closed}), AFTER)
    draft = saved(space, "cx-leader").plan.objective("2027-Q1/cx-leader")
    assert (draft.status, draft.carried_from) == ("draft", "2026-Q4/cx-leader")
    assert (draft.approved_by, draft.closing, draft.added) == ((), None, None)
    assert [each.id for each in draft.key_results] == ["nps", "hours", "training"]
    assert [each.due for each in draft.initiatives] == [None]


def test_parent_of_the_old_cycle_goes_on_only_with_its_own_draft(space: Workspace) -> None:
    alone = carry(space, objectives_named(space, ["cx-leader"]), "2027-Q1")
    assert alone.remarks == (
        "2026-Q4/cx-leader served 2026-Q4/market, which does not go on in 2027-Q1: name another.",
    )
    plan = saved(space, "market", "cx-leader").plan
    assert plan.objective("2027-Q1/cx-leader").parent == "market"
    parent = plan.parent_of(plan.objective("2027-Q1/cx-leader"))
    assert parent is not None
    assert parent.ref == "2027-Q1/market"


@pytest.mark.parametrize(("cycle", "parent"), [("2026", None), ("long", "long/aim")])
def test_parent_of_a_longer_cycle_stays_as_long_as_that_lasts(
    space: Workspace, cycle: str, parent: str | None
) -> None:
    path = "objectives/2026-Q4/growth.yaml"
    dates = "cycles:\n  long: {start: 2026-07-01, end: 2027-06-30}\n"
    files = {
        "okr.yaml": ENDED["okr.yaml"] + dates,
        f"objectives/{cycle}/aim.yaml": "title: Aim high\nowner: ana\n",
        path: f"{ENDED[path]}parent: {cycle}/aim\n",
    }
    after = saved(open_workspace(write(space.root, files), AFTER), "2026-Q4/growth")
    assert after.plan.objective("2027-Q1/growth").parent == parent


@pytest.mark.parametrize(
    ("refs", "to", "words"),
    [
        (["cx-leader"], "2026-Q4", "2026-Q4/cx-leader is in 2026-Q4 already"),
        (["cx-leader"], "2026-Q3", "2026-Q3 was over before 2026-Q4/cx-leader began"),
        (["growth"], "2027-Q1", "2026-Q4/growth is cancelled"),
    ],
)
def test_what_cannot_go_on_is_refused(
    space: Workspace, refs: list[str], to: str, words: str
) -> None:
    cancelled = f"{COMMITTED}status: cancelled\ncancelled: {{date: 2026-11-01, why: No.}}\n"
    space = open_workspace(write(space.root, {GROWTH: cancelled}), AFTER)
    with pytest.raises(UsageError, match=words):
        carry(space, objectives_named(space, refs), to)


def test_cycle_that_nobody_knows_is_refused(space: Workspace) -> None:
    with pytest.raises(UnknownReferenceError, match="There is no cycle 'soon'"):
        carry(space, objectives_named(space, ["growth"]), "soon")


def test_twice_or_to_a_taken_id_is_refused(space: Workspace) -> None:
    after = saved(space, "cx-leader")
    with pytest.raises(UsageError, match="goes on as 2027-Q1/cx-leader already"):
        carry(after, objectives_named(after, ["2026-Q4/cx-leader"]), "2027-Q1")
    write(space.root, {"objectives/2027-Q1/growth.yaml": COMMITTED})
    after = open_workspace(space.root, AFTER)
    with pytest.raises(UsageError, match="An objective '2027-Q1/growth' already exists"):
        carry(after, objectives_named(after, ["2026-Q4/growth"]), "2027-Q1")


def test_objective_of_which_all_is_done_does_not_go_on(space: Workspace) -> None:
    space = open_workspace(write(space.root, late("2027-01-03", "2")), AFTER)
    with pytest.raises(UsageError, match="All key results of 2026-Q4/growth are done"):
        carry(space, objectives_named(space, ["growth"]), "2027-Q1")


def test_open_objectives_of_the_last_cycle_are_worth_it(space: Workspace) -> None:
    found = worth_carrying(space, "2027-Q1", None)
    assert [(each.id, score) for each, score in found][:2] == [
        ("cx-leader", found[0][1]),
        ("growth", Decimal(0)),
    ]
    done = open_workspace(write(space.root, late("2027-01-03", "2")), AFTER)
    assert [each.id for each, _ in worth_carrying(done, "2027-Q1", "2026-Q4")] == [
        "cx-leader",
        "market",
    ]
    after = saved(done, "cx-leader")
    assert [each.id for each, _ in worth_carrying(after, "2027-Q1", None)] == ["market"]
    with pytest.raises(UsageError, match="no cycle before 2026-Q1"):
        worth_carrying(space, "2026-Q1", None)


def test_one_commit_has_all_drafts_and_their_sources(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", ENDED)
    space = open_workspace(root, AFTER)
    space.save(
        carry(space, objectives_named(space, ["cx-leader", "growth"]), "2027-Q1").addition.change
    )
    message = git(root, "log", "-1", "--format=%B")
    assert message.startswith("Carry: 2026-Q4/cx-leader to 2027-Q1, 2026-Q4/growth to 2027-Q1\n")
    assert "OKR-Objective: 2027-Q1/growth\nOKR-Carried-From: 2026-Q4/growth" in message
