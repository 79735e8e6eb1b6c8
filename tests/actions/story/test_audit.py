"""Audits of real repositories."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.story.audit import audit_of
from okrcli.errors import NoHistoryError
from okrcli.model.finding import Severity
from okrcli.views.audit import Audit, AuditLine
from tests.repositories import git
from tests.security.forging import (
    CHECKIN,
    OBJECTIVE,
    TODAY,
    Workspace,
    agreed,
    amendment,
    checkin,
    objective,
)

PEOPLE = (
    "version: 1\npeople:\n"
    "  ana: {name: Ana, email: ana@example.com}\n"
    "  carlos: {name: Carlos, email: carlos@example.com}\n"
)
HEAD = "owner: ana\napproved_by:\n  - {{who: {who}, date: 2026-09-22}}\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})


def audit(space: Workspace, day: date = TODAY) -> Audit:
    return audit_of(space.root.resolve(), day)


def told(space: Workspace, day: date = TODAY) -> list[tuple[str, str | None, str]]:
    """Return severity, code and day of the commit of what counts as wrong."""
    return [
        (line.severity.value, line.code, str(line.commit.day) if line.commit else "")
        for line in audit(space, day).lines
        if line.severity is not Severity.INFO
    ]


def line_of(space: Workspace, code: str | None = None) -> AuditLine:
    [line] = [line for line in audit(space).lines if line.code == code]
    return line


def by(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", name)
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", f"{name.lower()}@example.com")


def test_clean_history_says_what_was_verified(space: Workspace) -> None:
    found = audit(space)

    assert {line.severity for line in found.lines} == {Severity.INFO}
    agreed_, recorded = (line.message for line in found.lines)
    assert "came with the workspace" in agreed_
    assert recorded == "okr.yaml gives nobody an address, so git cannot tell who recorded what."
    verified = found.verified
    assert (verified.commits, verified.checkins, verified.definitions) == (2, 1, 2)
    assert verified.signatures == {}


def test_each_thing_names_the_commit_that_did_it(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(45)})
    space.commit("2026-10-07", {CHECKIN: checkin(50)}).move("ws").commit("2026-10-08")

    assert told(space) == [("error", "H802", "2026-10-07"), ("error", "H801", "2026-10-06")]
    line = line_of(space, "H801")
    assert line.commit is not None
    assert line.commit.author == "Ana"
    assert line.look == f"git show {git(space.top, 'rev-parse', '--short=12', 'HEAD~2')}"


def test_what_is_put_back_is_a_note(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(45), CHECKIN: checkin(50)})
    space.commit("2026-10-07", {OBJECTIVE: objective(), CHECKIN: checkin()})

    assert told(space) == []
    events = [line.event.kind.value for line in audit(space).lines if line.event]
    assert sorted(events) == ["checkin_edited", "goalpost_moved", "goalpost_moved"]


def test_cycle_that_is_over_is_looked_at_as_well(space: Workspace) -> None:
    space.commit("2026-11-06", {OBJECTIVE: objective(45)})

    assert told(space, date(2027, 2, 1)) == [("error", "H801", "2026-11-06")]


def test_goalpost_of_a_year_is_told_once(tmp_path: Path) -> None:
    year, quarter = "objectives/2026/year.yaml", "objectives/2026-Q2/spring.yaml"
    files = {"okr.yaml": "version: 1\n", year: objective(), quarter: objective()}
    space = Workspace(tmp_path / "acme").commit("2025-12-20", files)
    space.commit("2026-10-06", {year: objective(50)})

    assert told(space).count(("error", "H801", "2026-10-06")) == 1


def test_amendment_is_counted_and_its_dates_are_looked_at(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(45, *amendment("2026-10-06"))})
    assert told(space) == []
    assert audit(space).verified.amendments == 1
    space.commit("2026-10-12", {OBJECTIVE: objective(45, *amendment("2026-09-28"))})
    assert ("error", "H801", "2026-10-12") in told(space)


def test_change_that_is_not_committed_has_no_commit(space: Workspace) -> None:
    (space.root / OBJECTIVE).write_text(objective(45))

    assert told(space) == [("error", "H801", "")]


def test_silenced_finding_is_a_note_that_says_so(space: Workspace) -> None:
    text = objective(45).replace("target: 45", "target: 45 # okr: ignore[H801] agreed by phone")
    space.commit("2026-10-06", {OBJECTIVE: text})

    assert line_of(space, "H801").is_silenced
    assert told(space) == []


def test_lowered_goal_under_another_name_is_found(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(45)})
    space.commit("2026-10-07", {OBJECTIVE: None, OBJECTIVE.replace("o.", "p."): objective(45)})
    [line] = [line for line in audit(space).lines if line.event]

    assert (line.severity, line.ref) == (Severity.WARNING, "2026-Q4/o/nps")


def test_another_name_of_its_kpi_moves_nothing(tmp_path: Path) -> None:
    named = objective(60, "kpi: nps")
    space = agreed(tmp_path / "acme")
    space.commit("2026-09-22", {OBJECTIVE: named, "kpis/nps.yaml": "title: NPS\n"})
    files = {OBJECTIVE: named.replace("kpi: nps", "kpi: promoters"), "kpis/nps.yaml": None}
    renamed = "title: NPS\nformerly: [nps]\n"
    space.commit("2026-10-06", {**files, "kpis/promoters.yaml": renamed})
    for day in (TODAY, date(2027, 1, 4)):
        assert [line for line in told(space, day) if line[1] in {"H801", None}] == []


def test_check_in_in_another_name_is_told_with_who_recorded_it(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme", settings=PEOPLE)
    space.commit("2026-10-05", {CHECKIN: checkin()})
    line = line_of(space, "H806")

    assert line.commit is not None
    assert (line.commit.author, line.path) == ("ana", CHECKIN)


@pytest.mark.parametrize(
    ("who", "author", "found"),
    [
        ("carlos", "Carlos", None),
        ("ana", "Ana", "Only its owner, ana, approved 2026-Q4/o."),
        ("carlos", "Ana", None),  # rule H806 tells
    ],
)
def test_approval_counts_when_somebody_else_committed_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, who: str, author: str, found: str | None
) -> None:
    space = agreed(tmp_path / "acme", settings=PEOPLE)
    by(monkeypatch, author)
    space.commit("2026-09-22", {OBJECTIVE: objective(head=HEAD.format(who=who))})
    lines = [line.message for line in audit(space).lines if line.code is None]

    assert lines == ([found] if found else [])
    assert audit(space).verified.by_approval == (author == "Carlos")


def test_goalposts_of_a_kpi_are_audited(space: Workspace) -> None:
    kpi = "title: CSAT\ndirection: up\ntarget: {value: 75}\n"
    reading = "date: 2026-10-06\nby: ana\nreadings:\n  - {kpi: csat, value: 70}\n"
    files = {"kpis/csat.yaml": kpi, "checkins/2026/2026-10-06-ana-00000003.yaml": reading}
    space.commit("2026-10-06", files)
    space.commit("2026-10-08", {"kpis/csat.yaml": kpi.replace("75", "70")})

    assert told(space) == [("error", "H801", "2026-10-08")]


def test_late_addition_is_told_with_the_commit_that_added_it(space: Workspace) -> None:
    new = "  - id: csat\n    title: CSAT\n    type: metric\n    baseline: 70\n    target: 80\n"
    space.commit("2026-11-02", {OBJECTIVE: f"{objective()}{new}"})
    space.commit("2026-11-03", {OBJECTIVE: f"{objective()}{new}note: Wait\n"})

    assert told(space, date(2026, 11, 10)) == [("warning", "H804", "2026-11-02")]


def test_without_a_history_there_is_no_audit(tmp_path: Path) -> None:
    (tmp_path / "okr.yaml").write_text("version: 1\n")
    with pytest.raises(NoHistoryError):
        audit_of(tmp_path, TODAY)


def test_approval_in_another_name_is_traced_to_the_commit_that_added_it(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme", settings=PEOPLE)
    note = amendment("2026-10-06", 60, 45)
    carlos_s = [line.replace("approved_by: ana", "approved_by: carlos") for line in note]
    space.commit("2026-10-06", {OBJECTIVE: objective(45, *carlos_s)})
    space.commit("2026-10-07", {OBJECTIVE: objective(45, *carlos_s, "note: Something else")})
    [line] = [line for line in audit(space).lines if line.code == "H806"]

    assert line.commit is not None
    assert str(line.commit.day) == "2026-10-06"
