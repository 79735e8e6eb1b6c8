"""The audit finds what the script did wrong, all of it and nothing else."""

from pathlib import Path

import pytest

from okrcli.actions.check.check_run import CheckRun
from okrcli.actions.check.rule_options import RuleOptions
from okrcli.actions.check.scope import Scope
from okrcli.actions.story.audit import audit_of
from okrcli.model.finding import Severity
from okrcli.storage.cache.folder import CacheFolder
from okrcli.views.audit import Audit
from tests.history_of_a_team.conftest import Team
from tests.history_of_a_team.script import CHECKINS, TODAY
from tests.history_of_a_team.team_files import silent_changes

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def audit(team: Team) -> Audit:
    return audit_of(team.root, TODAY)


def test_audit_names_each_silent_change_with_the_commit_that_did_it(
    team: Team, audit: Audit
) -> None:
    found = sorted(
        (line.path, line.ref or line.message.split()[5], team.mark_of(line.commit.sha))
        for line in audit.lines
        if line.code == "H801" and line.commit
    )
    done = team.history.silent.items()
    assert found == sorted((change.path, change.ref, mark) for change, mark in done)
    assert len(found) == len(silent_changes()) + 3


def test_audit_names_what_was_done_to_check_ins_and_in_the_name_of_others(
    team: Team, audit: Audit
) -> None:
    found = {
        (line.code, line.path, team.mark_of(line.commit.sha))
        for line in audit.lines
        if line.code != "H801" and line.commit and line.severity is not Severity.INFO
    }
    assert found == team.history.wrong


def test_what_was_put_back_is_a_note(team: Team, audit: Audit) -> None:
    found = {
        (line.event.kind.value, line.event.ref, team.mark_of(line.event.commit.sha))
        for line in audit.lines
        if line.event
    }
    assert found == team.history.put_back
    assert {line.severity for line in audit.lines if line.event} == {Severity.INFO}


def test_audit_counts_what_it_found_in_order(team: Team, audit: Audit) -> None:
    edited, deleted, others = 1, 1, 2  # the first readings, and the retraction
    assert audit.verified.checkins == CHECKINS + others - edited - deleted
    assert audit.verified.amendments == 2
    touched = {done.mark for done in team.history.did} | {*team.history.silent.values()}
    assert audit.verified.commits >= len(touched)


def test_audit_and_check_say_the_same_of_what_is_kept_of_the_past(
    team: Team, audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.storage.cache.parsed_files._FEWEST_OF_PAST", 0)
    cache = CacheFolder(tmp_path / "okr")
    plain = CheckRun(team.root, TODAY, RuleOptions(), (), ())
    findings = plain.outcome(Scope(), frozenset()).findings
    for _ in range(2):
        assert audit_of(team.root, TODAY, cache=cache) == audit
        run = CheckRun(team.root, TODAY, RuleOptions(), (), (), cache=cache)
        assert run.outcome(Scope(), frozenset()).findings == findings
    assert any(path.name.startswith("past-") for path in cache.files())
