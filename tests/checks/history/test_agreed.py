from datetime import date

import pytest

from okrcli.checks.past import Past
from okrcli.model.finding import Finding
from tests.checks.history.agreed_texts import (
    LATER,
    PATH,
    moved,
    objective,
    version,
)
from tests.checks.workspaces import TODAY, found_by


@pytest.mark.parametrize(("status", "count"), [("draft", 0), ("active", 1), ("closed", 1)])
def test_draft_binds_nobody(status: str, count: int) -> None:
    before = objective("target: 60", head=f"status: {status}\n")
    assert len(moved(before, objective("target: 50"))) == count


def test_what_came_after_the_cycle_began_is_agreed_at_the_end_of_its_first_day() -> None:
    states = (
        version(objective("target: 70"), LATER),
        version(objective("target: 60"), LATER),
        version(objective("target: 50"), date(2026, 10, 13)),
    )

    def found(target: int, day: date = TODAY) -> list[Finding]:
        return found_by("H801", {PATH: objective(f"target: {target}")}, day, Past(states))

    assert found(60) == []
    assert len(found(50)) == len(found(70)) == 1
    assert found(50, LATER) == []


def test_history_of_a_closed_objective_binds_only_when_it_is_asked_for() -> None:
    before = version(objective("target: 60"), LATER, "main")
    closing = "status: closed\nclosing: {date: 2027-01-02, computed: 0.5}\n"
    after = objective("target: 50", head=closing)
    next_year = date(2027, 1, 4)

    assert found_by("H801", {PATH: after}, next_year, Past((before,))) == []
    assert len(found_by("H801", {PATH: after}, next_year, Past(against=before))) == 1
