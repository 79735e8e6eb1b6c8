from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.check.past_files import PastFiles, PastRequest, horizon_of
from okrcli.actions.check.unsettled import unsettled_objectives
from okrcli.checks.past import SettingsHistory
from okrcli.history.repository import open_repository
from okrcli.storage.workspace import load_plan
from tests.security.forging import OBJECTIVE, Workspace, agreed, objective

AFTER = date(2027, 1, 20)
CLOSED = objective(
    head="status: closed\n"
    "closing: {date: 2027-01-04, computed: 0.5, worked: a, did_not: b, next: c}\n"
)
CANCELLED = objective(head="status: cancelled\ncancelled: {date: 2026-12-01, why: w}\n")
ELSEWHERE = "objectives/2027-Q1/o.yaml"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme")


def unsettled(space: Workspace, day: date = AFTER) -> dict[str, date]:
    repository = open_repository(space.root)
    assert repository is not None
    root = space.root.resolve()
    request = PastRequest(root, load_plan(root), day, None, horizon_of(day, None))
    files = PastFiles.of(repository, request, None)
    return unsettled_objectives(files, request.plan, SettingsHistory(), day)


@pytest.mark.parametrize("text", [CLOSED, CANCELLED])
def test_objective_that_was_ended_once_is_settled(space: Workspace, text: str) -> None:
    assert unsettled(space.commit("2027-01-04", {OBJECTIVE: text})) == {}


@pytest.mark.parametrize(
    "files",
    [
        {OBJECTIVE: None},
        {OBJECTIVE: objective(head="status: draft\n")},
        {OBJECTIVE: objective()},
        {OBJECTIVE: None, ELSEWHERE: f"formerly: [2026-Q4/o]\n{CLOSED}"},
    ],
)
def test_objective_that_was_not_ended_is_looked_at(
    space: Workspace, files: dict[str, str | None]
) -> None:
    space.commit("2027-01-04", files)

    assert unsettled(space) == {OBJECTIVE: date(2026, 10, 1)}
    assert unsettled(space, date(2026, 12, 31)) == {}


def test_objective_that_changed_after_it_was_closed_is_looked_at(space: Workspace) -> None:
    space.commit("2027-01-04", {OBJECTIVE: CLOSED})
    space.commit("2027-01-05", {OBJECTIVE: CLOSED.replace("0.5", "0.9")})

    assert [*unsettled(space)] == [OBJECTIVE]


def test_objective_with_a_change_that_is_not_committed_is_looked_at(space: Workspace) -> None:
    space.commit("2027-01-04", {OBJECTIVE: CLOSED})
    (space.root / OBJECTIVE).write_text(CLOSED.replace("0.5", "0.9"))

    assert [*unsettled(space)] == [OBJECTIVE]
