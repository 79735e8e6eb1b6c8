"""Reports of past commits and past days are what the team had then."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from okrcli.actions.report import report_on
from okrcli.actions.story.silent_changes import with_silent_changes
from okrcli.actions.workspace import open_workspace, plan_at
from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.compute.reports.report import KeyResultReport, Report
from okrcli.model.plan import Plan
from okrcli.storage.workspace import plan_of
from tests.history_of_a_team.conftest import Team
from tests.history_of_a_team.script import COMMITS, TODAY, History, Value

pytestmark = pytest.mark.slow

CYCLE = "2026-Q4"
_NAMES = {"satisfaction": "csat"}
MARKS = ["before", "lowered", "old folder", "amended", "last"]


def _plan_of(history: History, mark: int) -> Plan:
    """Return the workspace as it was after a commit, without git."""
    return refuse_entries(plan_of(history.files_at(mark)), TODAY)


def _mark(team: Team, name: str) -> int:
    return COMMITS if name == "last" else team.history.marks[name]


def _key_results(report: Report) -> dict[str, KeyResultReport]:
    return {known.ref: known for objective in report.objectives for known in objective.key_results}


def _in_force(values: Iterable[Value]) -> Decimal | None:
    last = max(values, default=None)
    return None if last is None else Decimal(last.value)


def _counted(team: Team, name: str, ref: str, values: Iterable[Value]) -> Iterable[Value]:
    """Return those of *values* that count at a mark: what was dropped is as it was before."""
    end = team.history.dropped.get(ref, date.max) if name == "last" else date.max
    return (value for value in values if value.day < end)


def _values(report: Report, refs: Mapping[str, str]) -> Mapping[str, Decimal | None]:
    """Return the value of each key result that is checked in, by its first reference."""
    known = _key_results(report)
    return {original: known[ref].value for original, ref in refs.items()}


@pytest.mark.parametrize("name", MARKS)
def test_report_of_a_commit_is_that_of_its_files(team: Team, name: str) -> None:
    mark = _mark(team, name)
    sha = team.history.names[mark]
    plan, commit = plan_at(team.root, sha, TODAY)
    report = report_on(plan, TODAY, CYCLE, commit)
    assert commit == sha
    assert replace(report, revision=None) == report_on(_plan_of(team.history, mark), TODAY, CYCLE)


@pytest.mark.parametrize("name", MARKS)
def test_report_of_a_commit_has_the_values_that_were_checked_in_by_then(
    team: Team, name: str
) -> None:
    mark = _mark(team, name)
    plan, _ = plan_at(team.root, team.history.names[mark], TODAY)
    known = team.history.values[mark].items()
    expected = {ref: _in_force(_counted(team, name, ref, values)) for ref, values in known}
    assert _values(report_on(plan, TODAY, CYCLE), team.history.refs[mark]) == expected


def _agreed(report: Report, refs: Mapping[str, str]) -> Mapping[str, tuple[object, ...]]:
    """Return the goalposts of each key result, by its first reference, if they may change."""
    originals = {ref: original for original, ref in refs.items()}
    return {
        originals.get(ref, ref): (
            known.measured.baseline,
            known.measured.target,
            known.measured.at_least,
            known.measured.at_most,
            known.weight,
            known.start,
            known.due,
            known.unit,
            _NAMES.get(known.kpi or "", known.kpi),
            known.title,
        )
        for ref, known in _key_results(report).items()
        if not ref.endswith("/type")
    }


def _refs_on(history: History, day: date) -> Mapping[str, str]:
    """Return what key results are called in a report of a day: as today, where they counted."""
    refs = history.refs[COMMITS]
    return {
        original: original if day < history.moved.get(original, date.min) else ref
        for original, ref in refs.items()
    }


def _kpis(report: Report) -> Mapping[str, tuple[object, ...]]:
    return {
        _NAMES.get(kpi.id, kpi.id): (
            kpi.target,
            kpi.direction,
            kpi.unit,
            kpi.formula and kpi.formula.replace("satisfaction", "csat"),
        )
        for kpi in report.kpis
    }


def _last_of(team: Team, day: date) -> int:
    """Return the last commit on the main line of a day."""
    made = team.history.commits.made
    return max(
        commit.mark for commit in made if commit.branch == "main" and commit.committed.date() <= day
    )


@pytest.mark.parametrize("days", [0, 1, 4, 7, 9, 12, 16, 20, 27, 30, 45])
def test_report_of_a_past_day_has_the_goalposts_of_that_day(team: Team, days: int) -> None:
    first = team.history.commits.made[team.history.marks["before"] - 1].committed.date()
    day = first + timedelta(days=days)
    last = _last_of(team, day)
    plan = with_silent_changes(team.root, open_workspace(team.root, TODAY).plan, TODAY)
    now, then = (report_on(of, day, CYCLE) for of in (plan, _plan_of(team.history, last)))
    refs = _refs_on(team.history, day), team.history.refs[last]
    assert _agreed(now, refs[0]) == _agreed(then, refs[1])
    assert _kpis(now) == _kpis(then)
