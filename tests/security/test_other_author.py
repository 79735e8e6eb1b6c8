"""What is in somebody's name is committed by them: `trust` of a record whose authors are forged."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.check.check_run import CheckRun
from okrcli.actions.check.rule_options import RuleOptions
from okrcli.actions.check.scope import Scope
from okrcli.actions.identity import own_id
from okrcli.errors import UsageError
from okrcli.model.finding import Finding, Severity, Silencer
from okrcli.model.settings import Profile
from okrcli.render.findings.summary import summary
from okrcli.storage.workspace import load_plan
from tests.cli.workspaces import write
from tests.repositories import git, make_repository

TODAY = date(2026, 10, 12)
OBJECTIVE = "objectives/2026-Q4/o.yaml"
PEOPLE = {
    "ana": "{name: Ana, email: [ana@example.com, ana@home.example], github: ana-g}",
    "carlos": "{name: Carlos, email: carlos@example.com}",
    "olga": "{name: Olga}",
    "meter": "{name: Meter, email: meter@example.com, bot: true}",
}
ANA, CARLOS = "Ana <ana@example.com>", "Carlos <carlos@example.com>"
MALLORY = "Mallory <mallory@example.com>"
TARGET = "title: Loved\nkey_results:\n  - {id: nps, title: Raise NPS, type: metric, baseline: 40,"
AGREED = f"{TARGET} target: 60}}\n"
APPROVED = "approved_by:\n  - {who: carlos, date: 2026-09-25}\n"
AMENDED = (
    f"{AGREED[:-2]},\n     amendments: [{{date: 2026-09-30, field: target, was: 70, now: 60,"
    " why: w, approved_by: carlos}]}\n"
)
NOTE = "note: Half of them"
READING = "readings:\n  - {kpi: nps, value: 45}"


def settings(people: dict[str, str]) -> str:
    listed = "".join(f"  {id_}: {person}\n" for id_, person in people.items())
    return f"version: 1\npeople:\n{listed}"


def checkin(by: str, number: int = 1, body: str = NOTE) -> dict[str, str]:
    path = f"checkins/2026/2026-10-02-{by}-{number:08x}.yaml"
    return {path: f"date: 2026-10-02\nby: {by}\nrecorded: 2026-10-02T10:00:00Z\n{body}\n"}


class Team:
    """A workspace, and those who commit in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def commit(
        self, author: str, files: dict[str, str], *co_authors: str, message: str = "Change"
    ) -> "Team":
        """Commit *files* as *author*, on behalf of whoever git's configuration says."""
        write(self.root, files)
        git(self.root, "add", "--all")
        text = "\n\n".join([message, "\n".join(co_authors)])
        git(self.root, "commit", "--quiet", "--author", author, "--message", text)
        return self

    def found(self, against: str | None = None, profile: Profile | None = None) -> list[Finding]:
        """Return what H806 finds."""
        options = RuleOptions(profile)
        run = CheckRun(self.root, TODAY, options, ["H806"], (), against)
        findings = run.outcome(Scope(), frozenset()).findings
        assert {each.rule.code for each in findings} <= {"H806"}, findings
        return list(findings)


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, "2026-10-02T10:00:00Z")


@pytest.fixture
def team(tmp_path: Path) -> Team:
    files = {"okr.yaml": settings(PEOPLE), "kpis/nps.yaml": "title: NPS\n", OBJECTIVE: AGREED}
    return Team(make_repository(tmp_path / "acme")).commit(ANA, files)


def test_check_in_of_somebody_else_is_found_at_the_name(team: Team) -> None:
    files = checkin("carlos")
    (finding,) = team.commit(MALLORY, files).found()

    assert finding.severity is Severity.WARNING
    assert finding.place == (*files, 2, 5)
    sha = git(team.root, "rev-parse", "HEAD")[:8]
    assert finding.message == (
        f"This check-in is by carlos, but commit {sha}, which added it, is by mallory@example.com."
    )
    (strict,) = team.found(profile="strict")
    assert strict.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "line"),
    [(APPROVED + AGREED, 2), (AGREED + APPROVED, 5), (AMENDED, 4)],
    ids=["approval", "approval-below", "amendment"],
)
def test_approval_in_the_name_of_somebody_else_is_found(team: Team, text: str, line: int) -> None:
    (finding,) = team.commit(ANA, {OBJECTIVE: text}).found()
    assert (finding.place.path, finding.place.line) == (OBJECTIVE, line)
    assert "is by carlos, but commit" in finding.message
    assert finding.message.endswith("is by ana.")


@pytest.mark.parametrize("text", [APPROVED + AGREED, AMENDED])
def test_approval_of_ones_own_is_fine_whatever_others_change_later(team: Team, text: str) -> None:
    team.commit(CARLOS, {OBJECTIVE: text}).commit(MALLORY, {OBJECTIVE: f"# Seen\n{text}"})
    assert team.found() == []


def test_other_day_of_an_approval_is_another_approval(team: Team) -> None:
    team.commit(CARLOS, {OBJECTIVE: APPROVED + AGREED})
    team.commit(ANA, {OBJECTIVE: (APPROVED + AGREED).replace("09-25", "08-25")})
    assert len(team.found()) == 1


def test_every_address_of_a_person_is_theirs_in_any_case(team: Team) -> None:
    team.commit("X <CARLOS@Example.COM>", checkin("carlos"))
    team.commit("Olga < ana@home.example >", checkin("ana", 1))
    team.commit("A <ana-g@users.noreply.github.com>", checkin("ana", 2))
    team.commit("A <7+Ana-G@users.noreply.github.com>", checkin("ana", 3))
    assert team.found() == []


def test_own_name_with_a_foreign_address_is_somebody_else(team: Team) -> None:
    assert len(team.commit("Carlos <carlos@example.org>", checkin("carlos")).found()) == 1


def test_person_without_an_address_is_known_by_name(team: Team) -> None:
    team.commit("olga <olga@example.com>", checkin("olga"))
    assert team.found() == []
    team.commit(MALLORY, checkin("olga", 2)).commit(ANA, checkin("olga", 3))
    assert len(team.found()) == 2


def test_stranger_to_okr_yaml_is_nobody(team: Team) -> None:
    assert len(team.commit(MALLORY, checkin("eva")).found()) == 1


def test_co_author_is_an_author(team: Team) -> None:
    signed = "Signed-off-by: Ana <ana@example.com>"
    team.commit(ANA, checkin("carlos", 1), "Co-authored-by: Carlos <carlos@example.com>")
    team.commit(ANA, checkin("carlos", 2), "co-AUTHORED-by: C. <Carlos@Example.com>", signed)
    assert team.found() == []


def test_co_author_in_a_note_is_none(team: Team) -> None:
    message = "Check in\n\nCo-authored-by: Carlos <carlos@example.com>"
    team.commit(ANA, checkin("carlos"), "OKR-Checkin: x", message=message)
    assert len(team.found()) == 1


def test_bot_records_readings_and_nothing_else(team: Team) -> None:
    bot = "Meter <meter@example.com>"
    team.commit(bot, checkin("carlos", 1, READING))
    assert team.found() == []
    team.commit(bot, checkin("carlos", 2, f"{READING}\nkudos:\n  - {{to: ana, for: help}}"))
    team.commit(bot, checkin("carlos", 3)).commit(bot, {OBJECTIVE: APPROVED + AGREED})
    assert len(team.found()) == 3
    assert len(team.commit(MALLORY, checkin("carlos", 4, READING)).found()) == 4


def test_commit_is_told_once(team: Team) -> None:
    files = {path: text for n in range(30) for path, text in checkin("carlos", n).items()}
    (finding,) = team.commit(MALLORY, {**files, OBJECTIVE: APPROVED + AGREED}).found()
    assert finding.message.endswith(" It added 30 more in the name of others.")


def test_mailmap_gives_an_old_address_to_its_owner(team: Team) -> None:
    team.commit("C <carlos@old.example>", checkin("carlos"))
    assert len(team.found()) == 1
    mailmap = "Carlos <carlos@example.com> <Carlos@old.example>\n"
    assert team.commit(CARLOS, {".mailmap": mailmap}).found() == []


@pytest.mark.parametrize(
    "cover",
    [
        {".mailmap": "Carlos <carlos@example.com> <mallory@example.com>\n"},
        {
            "okr.yaml": {
                "carlos": "{name: Carlos, email: [carlos@example.com, mallory@example.com]}"
            }
        },
        {"okr.yaml": {"carlos": "{name: Mallory}"}},
        {"okr.yaml": {"carlos": "{name: Carlos}", "ana": "{name: Ana}", "meter": "{name: M}"}},
        {"okr.yaml": {"mallory": "{name: M, email: mallory@example.com, bot: true}"}},
        {"okr.yaml": {"ana": "{name: Ana, email: mallory@example.com, bot: true}"}},
    ],
    ids=["mailmap", "address", "name", "no-addresses", "new-bot", "bot"],
)
def test_pull_request_does_not_say_who_is_who(team: Team, cover: dict[str, Any]) -> None:
    git(team.root, "branch", "base")
    files = {
        path: settings({**PEOPLE, **text}) if isinstance(text, dict) else text
        for path, text in cover.items()
    }
    team.commit(MALLORY, {**checkin("carlos", 1, READING), **files})

    assert team.found() == []
    assert len(team.found(against="base")) == 1


def test_workspace_that_moves_takes_its_authors_along(team: Team) -> None:
    team.commit(ANA, checkin("ana"))
    (team.root / "ws").mkdir()
    git(team.root, "mv", "okr.yaml", "objectives", "kpis", "checkins", "ws")
    forged = {f"ws/{path}": text for path, text in checkin("carlos", 2).items()}
    team.commit(MALLORY, forged)
    (finding,) = Team(team.root / "ws").found()
    assert finding.message.endswith("is by mallory@example.com.")


def test_nothing_is_known_where_nobody_has_an_address(team: Team) -> None:
    people = {"ana": "{name: Ana}", "carlos": "{name: Carlos}"}
    team.commit(MALLORY, {"okr.yaml": settings(people)}).commit(MALLORY, checkin("carlos"))
    assert team.found() == []


def test_workspace_comes_with_what_is_in_it(tmp_path: Path) -> None:
    team = Team(make_repository(tmp_path / "acme"))
    files = {"okr.yaml": settings(PEOPLE), OBJECTIVE: APPROVED + AGREED, **checkin("carlos")}
    assert team.commit(ANA, files).found() == []

    # Nobody makes it anew to hide what comes with it.
    git(team.root, "rm", "--quiet", "okr.yaml")
    team.commit(MALLORY, {}).commit(MALLORY, {"okr.yaml": settings(PEOPLE), **checkin("carlos", 2)})
    assert len(team.found()) == 1


@pytest.mark.parametrize("has_settings", [True, False])
def test_branch_from_before_the_workspace_brings_nothing_unseen(
    team: Team, monkeypatch: pytest.MonkeyPatch, has_settings: bool
) -> None:
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, "2020-01-01T10:00:00Z")
    git(team.root, "checkout", "--quiet", "--orphan", "old")
    git(team.root, "rm", "--quiet", "-r", "--force", ".")
    own = {"okr.yaml": settings(PEOPLE)} if has_settings else {}
    team.commit(MALLORY, {**own, **checkin("carlos")})
    git(team.root, "checkout", "--quiet", "main")
    git(team.root, "merge", "--quiet", "--no-edit", "--allow-unrelated-histories", "old")
    assert len(team.found()) == 1


def test_file_that_moves_keeps_its_approvals(team: Team) -> None:
    team.commit(CARLOS, {OBJECTIVE: APPROVED + AGREED})
    (team.root / OBJECTIVE).unlink()
    moved = OBJECTIVE.replace("o.yaml", "loved.yaml")
    assert team.commit(ANA, {moved: APPROVED + AGREED}).found() == []

    copied = OBJECTIVE.replace("o.yaml", "copy.yaml")
    (finding,) = team.commit(ANA, {copied: APPROVED + AGREED}).found()
    assert finding.place.path == copied


def test_merges_of_any_kind_are_calm(team: Team) -> None:
    git(team.root, "checkout", "--quiet", "-b", "topic")
    team.commit(CARLOS, {**checkin("carlos"), OBJECTIVE: APPROVED + AGREED})
    git(team.root, "checkout", "--quiet", "main")
    team.commit(ANA, {"kpis/csat.yaml": "title: CSAT\n", **checkin("ana", 2)})
    git(team.root, "merge", "--quiet", "--no-edit", "topic")
    assert team.found() == []

    # A service squashes what two have made, and commits it in its own name.
    team.commit(
        "Ana <7+ana-g@users.noreply.github.com>",
        {**checkin("ana", 3), **checkin("carlos", 4)},
        "Co-authored-by: Carlos <carlos@example.com>",
        message="Week 41 (#12)\n\n* Ana's part\n\n* Carlos's part\n\n---------",
    )
    assert team.found() == []


def test_check_in_under_a_doubtful_address_is_refused(team: Team) -> None:
    people = {**PEOPLE, "other": "{name: Other, email: ANA@example.com}"}
    team.commit(MALLORY, {"okr.yaml": settings(people)})
    with pytest.raises(UsageError, match="that can be ana or other"):
        own_id(team.root, load_plan(team.root).settings, commit=True)


@pytest.mark.parametrize(
    ("rules", "by"),
    [
        ("{ignore: [H801, H802, H806]}", Silencer.SETTINGS),
        ("{ignore: [H]}", Silencer.SETTINGS),
        ("{select: [E, S]}", Silencer.SETTINGS),
        ("{per_file_ignores: {'*': [H]}}", Silencer.SETTINGS),
        ("{}", Silencer.COMMENTS),
    ],
)
def test_rule_is_not_silenced_unseen(team: Team, rules: str, by: Silencer) -> None:
    ((path, text),) = checkin("carlos").items()
    if by is Silencer.COMMENTS:
        text = text.replace("carlos", "carlos  # okr: ignore[H806] fine")
    team.commit(MALLORY, {path: text, "okr.yaml": f"{settings(PEOPLE)}rules: {rules}\n"})
    run = CheckRun(team.root, TODAY, RuleOptions(), (), ())
    outcome = run.outcome(Scope(), frozenset())

    assert "H806" not in {each.rule.code for each in outcome.findings}
    assert outcome.silenced[by] >= 1
    assert "silenced by ignores" in summary(outcome)


def codes(root: Path, select: Sequence[str]) -> list[str]:
    run = CheckRun(root, TODAY, RuleOptions(), select, ())
    return [each.rule.code for each in run.outcome(Scope(), frozenset()).findings]


def test_second_owner_of_an_address_is_an_error(team: Team) -> None:
    people = {**PEOPLE, "other": "{name: Other, github: ANA-G}"}
    assert codes(team.commit(MALLORY, {"okr.yaml": settings(people)}).root, ["E"]) == ["E003"]
