"""What was agreed does not change by way of what stands around a target."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.model.finding import Finding
from tests.repositories import git
from tests.security.forging import (
    CHECKIN,
    OBJECTIVE,
    Workspace,
    agreed,
    amendment,
    checkin,
    objective,
)

KPI = "kpis/nps.yaml"
READING = "checkins/2026/2026-10-06-carlos-00000002.yaml"
SPEED = "objectives/2026-Q4/speed.yaml"


def kpi(*lines: str, direction: str = "up") -> str:
    more = "".join(f"{line}\n" for line in lines)
    return f"title: NPS\nunit: points\ndirection: {direction}\n{more}"


def reading(day: str = "2026-10-06") -> str:
    head = f"date: {day}\nby: carlos\nrecorded: {day}T10:00:00Z\n"
    return f"{head}readings: [{{kpi: nps, value: 42}}]\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = agreed(tmp_path / "repository").commit("2026-09-21", {KPI: kpi()})
    return space.commit("2026-10-06", {READING: reading()})


def told(space: Workspace) -> list[str]:
    """Return what H801 says, without what was agreed when."""
    findings = [finding for finding in space.findings() if finding.rule.code == "H801"]
    return [finding.message.partition(" was ")[0] for finding in findings]


def test_kpi_is_bound_since_its_first_reading(space: Workspace) -> None:
    space.commit("2026-10-06", {KPI: kpi(direction="range")})
    assert space.found() == []
    space.commit("2026-10-08", {KPI: kpi(direction="down")})
    assert told(space) == ["Direction of nps"]


def test_branch_of_before_the_first_reading_does_not_say_what_was_agreed(
    space: Workspace,
) -> None:
    space.git("2026-10-05", "switch", "--quiet", "--create", "side", "HEAD~1")
    space.commit("2026-10-05", {KPI: kpi(direction="down")})
    space.git("2026-10-08", "switch", "--quiet", "main")
    space.git("2026-10-08", "merge", "--quiet", "--no-ff", "--no-edit", "side")

    [finding] = [each for each in space.findings() if "The KPI nps is as" in each.message]
    assert finding.rule.code == "H803"
    assert "They were merged after its first reading" in finding.message


def test_kpi_that_comes_back_under_another_name_is_bound(space: Workspace) -> None:
    git(space.root, "mv", KPI, "kpis/promoters.yaml")
    space.commit("2026-10-08", {"kpis/promoters.yaml": kpi("formerly: [nps]")})
    assert space.found() == []
    space.commit("2026-10-09", {"kpis/promoters.yaml": kpi("formerly: [nps]", direction="down")})
    assert told(space) == ["Direction of nps"]
    space.commit("2026-10-09", {"kpis/promoters.yaml": kpi()})
    assert "The KPI nps of commit" in " ".join(told(space))


def test_renamed_objective_is_bound_by_what_it_was(space: Workspace) -> None:
    renamed = "objectives/2026-Q4/stay.yaml"
    git(space.root, "mv", OBJECTIVE, renamed)
    space.commit("2026-10-08", {renamed: objective(head="formerly: [o]\n")})
    assert space.found() == []
    space.commit("2026-10-09", {renamed: objective(50, head="formerly: [o]\n")})
    assert told(space) == ["Target of 2026-Q4/o/nps"]


def test_moved_key_result_is_bound_by_what_it_was(space: Workspace) -> None:
    moved = "formerly: [{ref: o/nps, until: 2026-10-08}]"
    empty = "title: Customers stay\n"
    space.commit("2026-10-08", {OBJECTIVE: empty, SPEED: objective(60, moved)})
    assert space.found() == []
    space.commit("2026-10-09", {SPEED: objective(50, moved)})
    assert told(space) == ["Target of 2026-Q4/o/nps"]
    space.commit("2026-10-09", {SPEED: objective(60)})
    assert "The key result 2026-Q4/o/nps of" in " ".join(told(space))


@pytest.mark.parametrize(
    "given_up",
    [
        {OBJECTIVE: objective(60, "dropped: {date: 2026-09-25, why: w}")},
        {OBJECTIVE: objective(60, "added: 2026-10-10")},
        {OBJECTIVE: objective(head="status: draft\n")},
        {OBJECTIVE: objective(head="added: 2026-10-11\n")},
        {KPI: kpi("added: 2026-10-11")},
    ],
)
def test_nothing_is_made_never_to_have_been(space: Workspace, given_up: dict[str, str]) -> None:
    space.commit("2026-10-12", given_up)

    assert space.found() == ["H801"]


def test_what_was_given_up_does_not_come_back(space: Workspace) -> None:
    dropped = objective(60, "dropped: {date: 2026-10-08, why: w}")
    space.commit("2026-10-08", {OBJECTIVE: dropped})
    assert space.found() == []
    space.commit("2026-10-10", {OBJECTIVE: objective()})
    assert len(told(space)) == 1


def h802(space: Workspace) -> list[Finding]:
    return [finding for finding in space.findings() if finding.rule.code == "H802"]


def test_check_in_that_was_reverted_is_to_be_retracted(space: Workspace) -> None:
    space.commit("2026-10-07", {CHECKIN: checkin()})
    space.git("2026-10-08", "revert", "--no-edit", "HEAD")
    [finding] = h802(space)

    assert "`retracted: [{checkin: 2026-10-05-carlos-00000001, why}]`" in str(finding.hint)


AFTER = date(2027, 1, 20)
CLOSED = objective(
    head="status: closed\n"
    "closing: {date: 2027-01-04, computed: 0.5, worked: a, did_not: b, next: c}\n"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "The objective 2026-Q4/o of commit"),
        (objective(head="status: draft\n"), "The objective 2026-Q4/o"),
        (objective(50), "Target of 2026-Q4/o/nps"),
    ],
)
def test_what_was_never_closed_binds_after_the_end(
    space: Workspace, text: str | None, said: str
) -> None:
    space.commit("2027-01-10", {OBJECTIVE: text})
    [finding] = space.findings(day=AFTER)

    assert finding.rule.code == "H801"
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CLOSED.replace("0.5", "0.9"), "`closing` of 2026-Q4/o was in commit"),
        (objective(), "`closing` of 2026-Q4/o was in commit"),
        (CLOSED.replace("target: 60", "target: 50"), "Target of 2026-Q4/o/nps was 60"),
    ],
)
def test_what_was_closed_stays_as_it_was(space: Workspace, text: str, said: str) -> None:
    space.commit("2027-01-04", {OBJECTIVE: CLOSED})
    assert space.found(day=AFTER) == []
    space.commit("2027-01-10", {OBJECTIVE: text})
    findings = [one for one in space.findings(day=AFTER) if one.rule.code == "H801"]

    assert findings[0].message.startswith(said)


def test_what_was_closed_may_be_put_away(space: Workspace) -> None:
    space.commit("2027-01-04", {OBJECTIVE: CLOSED})
    space.commit("2027-01-10", {OBJECTIVE: None})

    assert space.found(day=AFTER) == []


def test_commit_does_not_widen_the_grace_that_it_needs(space: Workspace) -> None:
    amended = objective(45, *amendment("2026-10-01"))
    wide = "version: 1\ncheckin: {grace_days: 60}\n"
    space.commit("2026-10-10", {OBJECTIVE: amended, "okr.yaml": wide})
    [finding] = [one for one in space.findings() if one.rule.code == "H801"]

    assert "9 days later, more than the 3 days of grace." in finding.message


def test_former_name_that_was_taken_is_given_back(space: Workspace) -> None:
    other = "kpis/calls.yaml"
    space.commit("2026-10-07", {other: kpi()})
    space.commit("2026-10-08", {other: None, KPI: kpi("formerly: [calls]")})
    [finding] = [one for one in space.findings() if one.rule.code == "H801"]
    assert "names calls, which was there beside it until 2026-10-08" in finding.message

    space.commit("2026-10-09", {other: kpi(), KPI: kpi()})
    assert space.found() == []
