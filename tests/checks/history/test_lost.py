from datetime import UTC, date, datetime

import pytest

from okrcli.checks.history.lost import cycles_without_a_before
from okrcli.checks.past import Commit, LostWorkspace, Past
from okrcli.model.finding import Finding
from tests.checks.history.agreed_texts import BEFORE, LATER, PATH, objective, version
from tests.checks.workspaces import TODAY, found_by, loaded

OBJECTIVE = objective("target: 60")


def lost_on(day: date) -> LostWorkspace:
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return LostWorkspace("teams/old", Commit("commit 9f8e7d6c", moment))


def found(known: date, lost: date) -> list[Finding]:
    past = Past((version(OBJECTIVE, known),), lost=(lost_on(lost),))
    return found_by("H801", {PATH: OBJECTIVE}, TODAY, past)


@pytest.mark.parametrize(
    ("day", "status", "count"), [(BEFORE, "active", 0), (LATER, "active", 1), (LATER, "draft", 0)]
)
def test_cycle_has_no_before_where_all_that_is_known_is_from_since_it_began(
    day: date, status: str, count: int
) -> None:
    text = objective("target: 60", head=f"status: {status}\n")
    past = Past((version(text, day),))

    assert len(cycles_without_a_before(loaded({PATH: text}), past, TODAY)) == count


def test_workspace_that_went_since_the_cycle_began_may_have_been_this_one() -> None:
    [finding] = found(LATER, LATER)

    assert finding.message.startswith(
        "commit 9f8e7d6c (2026-10-12) removed the workspace from the folder 'teams/old'"
    )
    assert (finding.place, finding.location) == (("okr.yaml", 1, 1), ("lost", "teams/old"))


@pytest.mark.parametrize(("known", "lost"), [(BEFORE, LATER), (LATER, BEFORE)])
def test_workspace_that_went_before_or_is_not_needed_is_no_matter(known: date, lost: date) -> None:
    assert found(known, lost) == []
