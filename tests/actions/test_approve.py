"""Approvals: who agreed, and when."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.approve import Approver, approve
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.compute.seal import seal_of
from okrcli.errors import UnknownReferenceError, UsageError
from tests.cli.workspaces import FILES, OBJECTIVE, write
from tests.repositories import commit_file, git, make_repository

DAY = date(2026, 11, 20)
DRAFT = OBJECTIVE.replace("owner: ana\n", "status: draft  # until Friday\nowner: ana\n", 1)
DRAFT = DRAFT.replace("approved_by:\n  - {who: pavel, date: 2026-09-28}\n", "")
FIRST = "objectives/2026-Q4/first.yaml"
SECOND = "objectives/2026-Q4/second.yaml"
ANA = Approver("ana", "ana", DAY)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    root = make_repository(tmp_path / "acme")
    return open_workspace(write(root, {**FILES, FIRST: DRAFT, SECOND: DRAFT}), DAY)


def saved(space: Workspace, *refs: str, approver: Approver = ANA) -> Workspace:
    space.save(approve(space, refs, approver))
    return open_workspace(space.root, DAY)


def test_draft_becomes_active_and_says_who_agreed(space: Workspace) -> None:
    after = saved(space, "first").plan.objective("2026-Q4/first")
    assert after.status == "active"
    assert [(each.who, each.date) for each in after.approved_by] == [("ana", DAY)]
    assert "status: active  # until Friday" in (space.root / FIRST).read_text()


def test_second_approval_joins_the_first(space: Workspace) -> None:
    after = saved(space, "cx-leader").plan.objective("2026-Q4/cx-leader")
    assert [each.who for each in after.approved_by] == ["pavel", "ana"]


def test_several_are_approved_in_one_commit(space: Workspace) -> None:
    saved(space, "first", "2026-Q4/second", "first")
    message = git(space.root, "log", "-1", "--format=%B")
    assert message.startswith("Approve: 2026-Q4/first, 2026-Q4/second\n")
    assert message.count("OKR-Objective: ") == 2
    assert git(space.root, "show", "--name-only", "--format=").split() == [FIRST, SECOND]


def test_commit_says_who_recorded_another_s_approval(space: Workspace) -> None:
    change = approve(space, ["first"], Approver("pavel", "ana", DAY))
    assert "ana recorded the approval of pavel." in change.message
    assert "recorded" not in approve(space, ["first"], ANA).message


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_what_has_ended_is_not_approved(space: Workspace, status: str) -> None:
    ended = DRAFT.replace("status: draft", f"status: {status}")
    space = open_workspace(write(space.root, {SECOND: ended}), DAY)
    with pytest.raises(UsageError, match=f"is {status}"):
        approve(space, ["first", "second"], ANA)


def test_nobody_approves_twice(space: Workspace) -> None:
    with pytest.raises(UsageError, match="ana has already approved 2026-Q4/first"):
        approve(saved(space, "first"), ["first"], ANA)


def test_approval_says_what_was_approved_and_another_text_may_be_approved_again(
    space: Workspace,
) -> None:
    after = saved(space, "first")
    text = (space.root / FIRST).read_text()
    [approval] = after.plan.objective("2026-Q4/first").approved_by
    assert approval.seal == seal_of(after.plan, after.plan.objective("2026-Q4/first"), DAY)

    commit_file(space.root, FIRST, text.replace("target: 60", "target: 50"))
    changed = open_workspace(space.root, DAY)
    again = saved(changed, "first").plan.objective("2026-Q4/first")
    assert [approval.who for approval in again.approved_by] == ["ana", "ana"]


def test_unknown_objective_is_refused(space: Workspace) -> None:
    with pytest.raises(UnknownReferenceError):
        approve(space, ["cx-leader/other"], ANA)


DRAFT_KPI = "title: Churn\nstatus: draft  # a sample\n"


@pytest.mark.parametrize("ref", ["cx-leader/nps", "2026-Q4/cx-leader/nps"])
def test_key_result_is_approved_with_its_objective(space: Workspace, ref: str) -> None:
    with pytest.raises(UsageError, match="2026-Q4/cx-leader/nps is a key result") as refused:
        approve(space, [ref], ANA)
    assert "Name the objective, 2026-Q4/cx-leader." in refused.value.hints


def test_draft_kpi_becomes_active(space: Workspace) -> None:
    space = open_workspace(write(space.root, {"kpis/churn.yaml": DRAFT_KPI}), DAY)
    change = approve(space, ["churn", "first"], ANA)
    assert change.lines[0] == "ana approves churn, which is active now."
    assert change.message.startswith("Approve: churn, 2026-Q4/first\n")
    space.save(change)
    assert open_workspace(space.root, DAY).plan.kpi("churn").status == "active"
    text = (space.root / "kpis/churn.yaml").read_text()
    approved = "approved_by:\n  - {who: ana, date: 2026-11-20}\n"
    assert text == DRAFT_KPI.replace("draft", "active") + approved


def test_active_kpi_is_not_approved(space: Workspace) -> None:
    with pytest.raises(UsageError, match="nps is active already"):
        approve(space, ["nps"], ANA)


def test_former_name_of_a_draft_kpi_names_it(space: Workspace) -> None:
    draft = DRAFT_KPI + "formerly: [lost]\n"
    space = open_workspace(write(space.root, {"kpis/churn.yaml": draft}), DAY)
    assert approve(space, ["lost"], ANA).message.startswith("Approve: churn\n")
