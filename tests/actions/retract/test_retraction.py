"""Check-ins that take others back."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from okrcli.actions.retract.retraction import RetractionRequest, retract, retract_erased
from okrcli.actions.workspace import Workspace
from okrcli.errors import OkrError, UsageError
from tests.actions.amend.spaces import a_space, new_lines, saved
from tests.cli.workspaces import FILES
from tests.repositories import photograph

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ANA = RetractionRequest("ana", NOW)
WRONG = RetractionRequest("ana", NOW, "Read from the wrong sheet")
FIRST, SECOND, THEIRS = (
    *("2026-11-06-ana-00000001", "2026-11-20-ana-00000002"),
    "2026-11-20-pavel-00000003",
)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return a_space(tmp_path, FILES)


def test_one_thing_is_retracted_by_a_new_file(space: Workspace) -> None:
    change = retract(space, SECOND, "cx-leader/nps", ANA)
    assert new_lines(change)[3:] == [
        "retracted:",
        f"  - {{checkin: {SECOND}, key_result: 2026-Q4/cx-leader/nps}}",
        f"  - {{checkin: {SECOND}, kpi: nps}}",
    ]
    assert change.lines == (
        f"Retracted {SECOND}: 2026-Q4/cx-leader/nps confidence 7, nps 47.",
        "  2026-Q4/cx-leader/nps: 44 points of 2026-11-06 (before: 47 points of 2026-11-20)",
        "  nps: 44 points of 2026-11-06 (before: 47 points of 2026-11-20)",
        "  progress of 2026-Q4/cx-leader/nps today: 20% (before: 35%)",
        "  score of 2026-Q4/cx-leader today: 0.41 (before: 0.46)",
        f"Recorded in {change.paths[0]}.",
    )
    assert change.message.startswith(f"Retract: 2026-Q4/cx-leader/nps, nps of {SECOND}\n\nOKR-Ch")
    assert "OKR-Key-Result: 2026-Q4/cx-leader/nps\n" in change.message


def test_whole_check_in_counts_for_no_day_any_more(space: Workspace) -> None:
    change = retract(space, THEIRS, None, WRONG)
    said = f"  - {{checkin: {THEIRS}, why: Read from the wrong sheet}}"
    assert new_lines(change)[-1] == said
    assert change.lines[1].startswith("  2026-Q4/cx-leader/hours: 18 h of 2026-11-20 (before: 17.5")
    assert "\n\nRead from the wrong sheet\n\n" in change.message


def test_retracted_retraction_counts_again(space: Workspace) -> None:
    change = retract(space, FIRST, None, ANA)
    after = saved(space, change)
    [name] = [checkin.id for checkin in after.plan.checkins if checkin.retracted]
    again = retract(after, name, None, RetractionRequest("ana", NOW.replace(hour=13)))
    assert again.lines[0] == f"Retracted {name}: what it retracted counts again."
    assert "  csat: 70 % of 2026-11-06 (before: no value)" in again.lines
    with pytest.raises(UsageError, match="is retracted already"):
        retract(saved(after, again), name, None, ANA)


@pytest.mark.parametrize(
    ("name", "ref", "message"),
    [
        (THEIRS, None, "is a check-in of pavel, so retracting it needs a reason"),
        (SECOND, "csat", f"{SECOND} says nothing of 'csat'"),
        ("2026-11-07", None, "There is no check-in '2026-11-07'"),
        ("2026-11", None, "'2026-11' fits 3 check-ins"),
    ],
)
def test_what_cannot_be_retracted_is_left_as_it_is(
    space: Workspace, name: str, ref: str | None, message: str
) -> None:
    before = photograph(space.root)
    with pytest.raises(OkrError, match=message):
        retract(space, name, ref, ANA)
    assert photograph(space.root) == before


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("hours", "hours", f"What {SECOND} says of hours is retracted already"),
        (None, None, f"{SECOND} is retracted already"),
        (None, "hours", f"What {SECOND} says of hours is retracted already"),
    ],
)
def test_nothing_is_retracted_twice(
    space: Workspace, first: str | None, second: str | None, message: str
) -> None:
    after = saved(space, retract(space, SECOND, first, ANA))
    with pytest.raises(UsageError, match=message):
        retract(after, SECOND, second, ANA)


def test_rest_of_a_check_in_is_retracted_as_a_whole(space: Workspace) -> None:
    after = saved(space, retract(space, SECOND, "hours", ANA))
    change = retract(after, SECOND, None, ANA)
    assert "hours" not in change.lines[0]
    assert new_lines(change)[-1] == f"  - {{checkin: {SECOND}}}"


def test_erased_file_is_said_to_be(space: Workspace) -> None:
    gone = "2026-10-01-zoe-0123abcd"
    reason = RetractionRequest("ana", NOW, "Personal data")
    change = retract_erased(space, gone, reason)
    said = f"  - {{checkin: {gone}, why: Personal data, erased: true}}"
    assert new_lines(change)[-1] == said
    with pytest.raises(UsageError, match="is recorded as deleted already"):
        retract_erased(saved(space, change), gone, reason)
    with pytest.raises(UsageError, match="Nothing says why"):
        retract_erased(space, gone, ANA)


def test_check_in_that_was_retracted_may_be_erased_later(space: Workspace) -> None:
    after = saved(space, retract(space, SECOND, None, ANA))
    [path] = [checkin.path for checkin in after.plan.checkins if checkin.id == SECOND]
    (after.root / path).unlink()
    after = a_space(after.root)
    erased = saved(after, retract_erased(after, SECOND, WRONG))
    assert not erased.plan.findings


def test_earlier_days_change_too(space: Workspace) -> None:
    change = retract(space, FIRST, "training", ANA)
    assert "  2026-Q4/cx-leader/training: 0/2 (before: 1/2 of 2026-11-06)" in change.lines
    assert saved(space, change).today == date(2026, 11, 20)


def test_check_in_of_a_note_alone_is_retracted_too(tmp_path: Path) -> None:
    path = "checkins/2026/2026-11-19-ana-00000009.yaml"
    space = a_space(tmp_path, {**FILES, path: "date: 2026-11-19\nby: ana\nnote: Nothing new.\n"})
    change = retract(space, "2026-11-19", None, ANA)
    assert change.lines[0] == "Retracted 2026-11-19-ana-00000009: all of it."
    assert not saved(space, change).plan.findings
