from datetime import UTC, date, datetime

import pytest

from okrcli.checks.past import Commit, MergedState, Past, Version
from okrcli.model.finding import Finding, Severity
from tests.checks.history.agreed_texts import BEFORE, PATH, version
from tests.checks.workspaces import TODAY, found_by, loaded

OLD = "title: A\nkey_results:\n  - {id: nps, title: A, type: binary}\n"
NEW = f"{OLD}  - {{id: new, title: A, type: binary}}\n"
TOLD = NEW.replace("id: new,", "id: new, added: 2026-11-02,")
LATE = date(2026, 11, 2)


def found(now: str, *states: tuple[date, str], began: date | None = None) -> list[Finding]:
    versions = tuple(version(text, day, f"commit of {day}") for day, text in states)
    moment = datetime(began.year, began.month, began.day, tzinfo=UTC) if began else None
    past = Past(versions, began=Commit("commit 0", moment) if moment else None)
    return found_by("H804", {PATH: now}, TODAY, past)


def test_key_result_that_came_late_says_since_when_it_is_there() -> None:
    [finding] = found(NEW, (BEFORE, OLD), (LATE, NEW))

    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "commit of 2026-11-02 of 2026-11-02 added to a cycle that had begun, without saying since "
        "when it counts: 2026-Q4/cx/new."
    )
    assert str(finding.hint).startswith("Add `added: 2026-11-02`")
    assert (finding.ref, finding.location) == ("2026-Q4/cx/new", ("key_results", 1))
    assert found(TOLD, (BEFORE, OLD), (LATE, NEW)) == []


@pytest.mark.parametrize(("day", "count"), [("2026-10-15", 0), ("2026-10-16", 1)])
def test_plan_may_come_together_for_two_weeks(day: str, count: int) -> None:
    came = date.fromisoformat(day)

    assert len(found(NEW, (BEFORE, OLD), (came, NEW))) == count
    assert found(NEW, (BEFORE, OLD), (came, NEW), began=date(2026, 10, 10)) == []


def test_draft_that_becomes_active_late_came_late() -> None:
    draft = f"status: draft\n{OLD}"

    assert found(draft, (BEFORE, draft), (LATE, draft)) == []
    [finding] = found(OLD, (BEFORE, draft), (LATE, OLD))
    assert finding.message.endswith("counts: 2026-Q4/cx.")


def test_all_that_came_with_one_commit_is_one_finding() -> None:
    other = "objectives/2026-Q4/speed.yaml"
    came = Version(LATE, "commit of it", loaded({PATH: NEW, other: OLD}).objectives)
    past = Past((version(OLD), came))
    [finding] = found_by("H804", {PATH: NEW, other: OLD}, TODAY, past)

    assert finding.message.endswith("counts: 2026-Q4/cx/new, 2026-Q4/speed.")


def test_step_that_came_late_says_since_when_it_is_there() -> None:
    text = "title: A\nkey_results:\n  - id: ship\n    title: A\n    type: milestones\n    steps:\n"
    before, now = (text + f"      - {{id: {step}, title: A}}\n" for step in "ab")
    [finding] = found(now, (BEFORE, before), (LATE, now))

    assert finding.message.endswith("counts: the step b of 2026-Q4/cx/ship.")
    assert finding.ref == "2026-Q4/cx/ship"


def test_moved_or_renamed_key_result_and_one_of_a_merged_line_did_not_come_late() -> None:
    moved = OLD.replace("id: nps,", "id: new, formerly: [nps],")
    line = MergedState(version(NEW, date(2026, 9, 29)), version(OLD))
    past = Past((version(OLD), version(NEW, LATE)), merged={PATH: line})

    assert found(moved, (BEFORE, OLD), (LATE, moved)) == []
    assert found_by("H804", {PATH: NEW}, TODAY, past) == []
