"""The rules of letter H in real repositories, as of `TODAY`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from okrcli.history import command, program
from okrcli.history.program import Answer
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, OBJECTIVE, write
from tests.repositories import commit_file, git, make_repository

PATH = "objectives/2026-Q4/cx-leader.yaml"
CHECKIN = "checkins/2026/2026-11-06-ana-00000001.yaml"
AGREED = (
    OBJECTIVE.partition("    amendments:\n")[0] + OBJECTIVE.partition("approved_by: pavel}\n")[2]
)
LOWERED = AGREED.replace("target: 60", "target: 50").replace("40 to 60", "40 to 50")
AMENDED = LOWERED.replace(
    "    guards: [csat]\n",
    "    guards: [csat]\n    amendments:\n"
    "      - {date: 2026-11-02, field: target, was: 60, now: 50,"
    " why: scale changed, approved_by: pavel}\n",
)
FILES_AGREED = {**FILES, PATH: AGREED}


class Team:
    """A workspace in a repository, and those who commit in it on some day."""

    def __init__(self, root: Path, run_okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self._run = run_okr
        self._monkeypatch = monkeypatch

    def on(self, day: str) -> "Team":
        """Let the commits that follow be of *day*."""
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            self._monkeypatch.setenv(name, f"{day}T10:00:00Z")
        return self

    def set_up(self, files: dict[str, str]) -> "Team":
        """Commit *files*."""
        write(self.root, files)
        git(self.root, "add", ".")
        git(self.root, "commit", "--quiet", "--message", "Set up OKRs")
        return self

    def found(self, *arguments: str) -> list[tuple[str, str, int]]:
        """Return code, path and line of what the rules of letter H find."""
        ran = self._run(self.root, "check", "--select", "H", "--format", "json", *arguments)
        assert ran.code in {0, 1}, ran.err
        findings = json.loads(ran.out)["findings"]
        return [(each["code"], each["path"], each["line"]) for each in findings]

    def told(self, *arguments: str) -> tuple[str, str]:
        """Return what a check says, as lines and as remarks."""
        ran = self._run(self.root, "check", "--select", "H", "--format", "concise", *arguments)
        return ran.out, ran.err


@pytest.fixture
def team(tmp_path: Path, run_okr: Okr, monkeypatch: pytest.MonkeyPatch) -> Team:
    root = make_repository(tmp_path / "acme")
    return Team(root, run_okr, monkeypatch).on("2026-09-28").set_up(FILES_AGREED)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_agreed_goalposts_are_in_order(team: Team) -> None:
    assert team.found() == []
    assert team.found("--against", "main") == []


@pytest.mark.parametrize("is_committed", [True, False])
def test_lowered_target_is_an_error_at_its_line(team: Team, is_committed: bool) -> None:
    if is_committed:
        commit_file(team.on("2026-11-02").root, PATH, LOWERED)
    else:
        write(team.root, {PATH: LOWERED})

    assert team.found() == [("H801", PATH, line_of(LOWERED, "target: 50"))]
    out, _ = team.told()
    assert "H801 silent-goalpost: Target of 2026-Q4/cx-leader/nps" in out
    assert "was 60 in commit" in out
    assert "and is 50, without an amendment." in out


def test_amended_target_is_in_order(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Pavel")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "pavel@example.com")
    commit_file(team.on("2026-11-02").root, PATH, AMENDED)

    assert team.found() == []
    assert team.found("--against", "HEAD~1") == []


def test_target_may_move_before_the_cycle_begins(team: Team) -> None:
    commit_file(team.on("2026-09-30").root, PATH, LOWERED)

    assert team.found() == []
    assert team.found("--against", "HEAD~1") == []


def test_branch_without_the_history_is_compared_with_the_revision_asked_for(team: Team) -> None:
    commit_file(team.on("2026-11-03").root, "kpis/nps.yaml", f"{FILES['kpis/nps.yaml']}note: x\n")
    git(team.root, "checkout", "--quiet", "--orphan", "squashed")
    commit_file(team.on("2026-11-10").root, PATH, LOWERED)

    assert team.found() == []
    assert team.found("--against", "main") == [("H801", PATH, line_of(LOWERED, "target: 50"))]
    assert "was 60 in main and is 50" in team.told("--against", "main")[0]


def test_deleted_key_result_and_objective_are_errors(team: Team) -> None:
    without = AGREED[: AGREED.index("  - id: hours")] + AGREED[AGREED.index("  - id: training") :]
    commit_file(team.on("2026-11-02").root, PATH, without)
    assert team.found() == [("H801", PATH, line_of(without, "key_results:"))]

    git(team.root, "rm", "--quiet", PATH)
    git(team.root, "commit", "--quiet", "--message", "Forget it")
    assert team.found() == [("H801", PATH, 1)]


def test_cancelled_objective_is_given_up_openly_and_stays_as_it_was(team: Team) -> None:
    cancelled = "owner: ana\nstatus: cancelled\ncancelled: {date: 2026-11-02, why: No budget}\n"
    texts = [text.replace("owner: ana\n", cancelled, 1) for text in (AGREED, LOWERED)]
    commit_file(team.on("2026-11-02").root, PATH, texts[0])
    assert team.found() == []

    commit_file(team.root, PATH, texts[1])
    assert team.found() == [("H801", PATH, line_of(texts[1], "target: 50"))]


def test_edited_check_in_is_an_error_until_it_is_put_back(team: Team) -> None:
    text = FILES[CHECKIN]
    sha = commit_file(team.on("2026-11-12").root, CHECKIN, text.replace("value: 20", "value: 14"))
    assert team.found() == [("H802", CHECKIN, 1)]
    assert f"edited by commit {sha[:8]} (2026-11-12), after it was" in team.told()[0]

    commit_file(team.root, CHECKIN, text)
    assert team.found() == []


def test_edit_that_is_not_committed_is_found_too(team: Team) -> None:
    write(team.root, {CHECKIN: FILES[CHECKIN].replace("value: 20", "value: 14")})

    assert team.found() == [("H802", CHECKIN, 1)]
    assert "edited by a change that is not committed yet, after" in team.told()[0]


def test_deleted_check_in_is_an_error_at_its_path(team: Team) -> None:
    git(team.on("2026-11-12").root, "rm", "--quiet", CHECKIN)
    git(team.root, "commit", "--quiet", "--message", "Forget it")

    assert team.found() == [("H802", CHECKIN, 1)]
    assert "This check-in was deleted by commit" in team.told()[0]


def test_renamed_check_in_is_gone_from_its_path(team: Team) -> None:
    git(team.on("2026-11-12").root, "mv", CHECKIN, CHECKIN.replace("06-ana", "06-eva"))
    git(team.root, "commit", "--quiet", "--message", "Rename it")

    assert ("H802", CHECKIN, 1) in team.found()


def test_check_in_recorded_late_is_back_dated(team: Team) -> None:
    path = "checkins/2026/2026-10-16-ana-0000000a.yaml"
    text = "date: 2026-10-16\nby: ana\nreadings:\n  - {kpi: nps, value: 41}\n"
    commit_file(team.on("2026-11-12").root, path, text)

    assert team.found() == [("H803", path, 1)]
    assert "recorded 27 days later, on 2026-11-12" in team.told()[0]
    assert team.found("--today", "2026-11-11") == []


def test_import_is_remarked_as_back_dated(team: Team) -> None:
    path = "checkins/2026/2026-10-16-ana-0000000a.yaml"
    text = "date: 2026-10-16\nby: ana\nreadings:\n  - {kpi: nps, date: 2026-10-02, value: 41}\n"
    commit_file(team.on("2026-11-12").root, path, text)

    assert team.found() == [("H803", path, 4)]
    assert "1 note in" in team.told()[1]


def test_check_ins_that_came_with_the_workspace_are_not_back_dated(
    tmp_path: Path, run_okr: Okr, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository(tmp_path / "moved")
    files = {name: text.replace("recorded", "# recorded") for name, text in FILES_AGREED.items()}

    assert Team(root, run_okr, monkeypatch).on("2026-11-19").set_up(files).found() == []


def test_folder_of_a_larger_repository_has_its_own_history(
    tmp_path: Path, run_okr: Okr, monkeypatch: pytest.MonkeyPatch
) -> None:
    mono = make_repository(tmp_path / "mono")
    team = Team(mono / "teams/support", run_okr, monkeypatch).on("2026-09-28")
    team.root.mkdir(parents=True)
    team.set_up(FILES_AGREED)
    commit_file(mono, f"teams/sales/{PATH}", LOWERED)
    assert team.found() == []

    write(team.root, {PATH: LOWERED, CHECKIN: FILES[CHECKIN].replace("20", "21")})
    assert {code for code, _, _ in team.found()} == {"H801", "H802"}
    assert ("H801", PATH, line_of(LOWERED, "target: 50")) in team.found("--against", "main")


def test_revision_without_the_workspace_binds_nothing(team: Team) -> None:
    assert team.found("--against", "HEAD~1") == []


def test_other_rules_do_not_open_the_repository(
    team: Team, run_okr: Okr, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.actions.check.past.open_repository", None)

    assert run_okr(team.root, "check", "--select", "E").code == 0
    assert run_okr(team.root, "check", "--ignore", "H").code in {0, 1}


def test_merge_that_keeps_both_sides_rewrites_nothing(team: Team) -> None:
    path = "checkins/2026/2026-11-13-ana-0000000b.yaml"
    text = "date: 2026-11-13\nby: ana\nnote: n\n"
    git(team.on("2026-11-13").root, "checkout", "--quiet", "-b", "side")
    commit_file(team.root, path, text)
    git(team.root, "checkout", "--quiet", "main")
    commit_file(team.root, path, text, "The same by cherry-pick")
    git(team.root, "merge", "--quiet", "--no-edit", "side")

    assert team.found() == []
    commit_file(team.root, path, text.replace("n\n", "m\n"))
    assert team.found() == [("H802", path, 1)]


def test_history_costs_few_runs_of_git(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[str] = []
    execute = program.execute

    def counted(line: Sequence[str], *rest: Any) -> Answer:
        commands.append(command.command_name(line[1:]))
        return execute(line, *rest)

    monkeypatch.setattr(command, "execute", counted)
    team.found()

    asked = [name for name in commands if name != "version"]
    assert asked == ["rev-parse", "status", "log", "cat-file"]
