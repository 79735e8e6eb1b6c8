"""The check finds what the script did wrong, and what is not as a commit has it."""

from collections import Counter

import pytest

from okrcli.actions.check.check_run import CheckRun
from okrcli.actions.check.rule_options import RuleOptions
from okrcli.actions.check.scope import Scope
from okrcli.model.finding import Finding, Severity
from tests.history_of_a_team.conftest import Team
from tests.history_of_a_team.script import COMMITS, TODAY

pytestmark = pytest.mark.slow


def _findings(team: Team, against: int | None = None) -> tuple[Finding, ...]:
    revision = None if against is None else team.history.names[against]
    run = CheckRun(team.root, TODAY, RuleOptions(), ("H",), (), revision)
    return tuple(run.outcome(Scope(), frozenset()).findings)


def _moved(findings: tuple[Finding, ...]) -> list[str]:
    """Return what has a goalpost that moved in silence."""
    found = [finding for finding in findings if finding.rule.code == "H801"]
    return sorted(finding.ref or str(finding.location[1]) for finding in found)


def test_check_finds_each_silent_change_once(team: Team) -> None:
    assert _moved(_findings(team)) == sorted(change.ref for change in team.history.silent)


def test_check_finds_what_was_done_to_check_ins_and_in_the_name_of_others(team: Team) -> None:
    found = {
        (finding.rule.code, finding.place.path)
        for finding in _findings(team)
        if finding.rule.code != "H801" and finding.severity is not Severity.INFO
    }
    assert found == {(code, path) for code, path, _ in team.history.wrong}


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("before", []),
        ("lowered", ["2026-Q4/growth/first"]),
        ("old folder", ["2026-Q4/growth/first"]),
        ("amended", ["2026-Q4/growth/first"]),
        ("last", []),
    ],
)
def test_check_against_a_commit_also_finds_what_is_not_as_that_has_it(
    team: Team, name: str, more: list[str]
) -> None:
    mark = COMMITS if name == "last" else team.history.marks[name]
    assert Counter(_moved(_findings(team, mark))) == Counter(
        [*(change.ref for change in team.history.silent), *more]
    )
