"""`okr amend`, as it is typed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from okrcli.actions.workspace import open_workspace
from okrcli.errors import OkrError
from tests.actions.amend.spaces import DAY, EARLIER, PATH, amended
from tests.cli.conftest import Okr, Talk
from tests.cli.workspaces import TODAY, write
from tests.repositories import git, make_repository, photograph
from tests.windows import needs_kill

LOWER = ("amend", "cx-leader/nps", "--target", "50", "--why", "One market fewer")


def test_amendment_is_one_commit(okr: Okr, root: Path) -> None:
    ran = okr(*LOWER, "--approved-by", "pavel")
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == [
        "Amended 2026-Q4/cx-leader/nps from 2026-11-20 on:",
        "  target: 50 (before: 60)",
    ]
    first, said = ran.err.splitlines()
    assert first == "`okr check` will say:"
    assert "The title of 2026-Q4/cx-leader/nps says 60, but `target` comes to 50." in said
    assert git(root, "show", "--name-only", "--format=%s").split("\n\n") == [
        "Amend: 2026-Q4/cx-leader/nps target 60 to 50",
        PATH,
    ]
    assert git(root, "status", "--porcelain") == ""
    assert okr("check").code == 0


def test_programs_get_the_same(okr: Okr, root: Path) -> None:
    before = photograph(root)
    told = json.loads(okr(*LOWER, "--dry-run", "--format", "json").out)
    assert (told["dry_run"], told["files"]) == (True, [{"path": PATH, "change": "changed"}])
    assert told["message"].startswith("Amend: 2026-Q4/cx-leader/nps target 60 to 50\n")
    assert photograph(root) == before
    assert (
        json.loads(okr(*LOWER, "--format", "json").out)["lines"][1] == "  target: 50 (before: 60)"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cx-leader/nps", "--target", "60", "--why", "x"), "is 60 already"),
        (("cx-leader/nps", "--target", "50"), 'Say why with --why "..."'),
        (("cx-leader/nps", "--why", "x"), "Give --baseline, --target, --change, --measure-by,"),
        (("cx-leader/nps", "--at-least", "5", "--why", "x"), "--at-least does not go with"),
        (("cx-leader/nps", "--target", "50", "--why", "x", "--date", "2026-11-01"), "3 days ago"),
        (("cx-leader/nps", "--target", "50", "--why", "x", "--date", "2026-11-21"), "--date: "),
        (("cx-leader/nps", "--target", "50", "--why", "x", "--approved-by", "vera"), "vera"),
        (("cx-leader/nps", "--target", "5", "--drop", "--why", "x"), "do not go together"),
        (("cx-leader", "--drop", "--why", "x"), "is an objective"),
        ((), "Write: okr amend REF --target 60."),
    ],
)
def test_refused_amendment_changes_nothing(
    okr: Okr, root: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = photograph(root)
    ran = okr("amend", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert photograph(root) == before


def test_edits_of_the_file_that_are_not_committed_are_in_the_way(okr: Okr, root: Path) -> None:
    (root / PATH).write_text((root / PATH).read_text() + "note: mine\n")
    before = photograph(root)
    ran = okr(*LOWER)
    assert ran.code != 0
    assert f"You have changes of {PATH} that are not committed" in ran.err
    assert photograph(root) == before


def test_two_at_once_do_not_mix(root: Path) -> None:
    space = open_workspace(root, DAY)
    first, second = (amended(space, "cx-leader/nps", target=text).change for text in ("50", "55"))
    space.save(first)
    before = photograph(root)
    with pytest.raises(OkrError):
        space.save(second)
    assert photograph(root) == before


@pytest.mark.parametrize("moment", ["os.replace", "okrcli.history.commit._git_or_raise"])
def test_interruption_between_leaves_all_as_it_was(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    before = photograph(root)

    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(moment, interrupted)
        assert okr(*LOWER).code == 130
    assert photograph(root)[PATH] == before[PATH]
    assert git(root, "status", "--porcelain") == ""
    assert okr(*LOWER).code == 0


@needs_kill
def test_kill_before_the_commit_is_named_by_the_next_command(okr: Okr, root: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from okrcli.cli.app import run\n"
        "from okrcli.history import commit\n"
        "commit._git_or_raise = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"
        "run(sys.argv[1:])\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OKR_TODAY": TODAY}
    command = (sys.executable, "-c", program, *LOWER)
    subprocess.run(command, cwd=root, env=environment, check=False)
    text = (root / PATH).read_text()
    assert "target: 50" in text
    assert "was: 60, now: 50" in text
    assert (
        f"You have changes of {PATH} that are not committed"
        in okr(*LOWER[:3], "45", *LOWER[4:]).err
    )


def test_drop_and_cancel_are_commits(okr: Okr, root: Path) -> None:
    dropped = okr("amend", "cx-leader/hours", "--drop", "--why", "The tool is gone")
    assert dropped.out.startswith("Dropped 2026-Q4/cx-leader/hours: from 2026-11-20 on")
    assert okr("amend", "cx-leader/hours", "--drop", "--why", "x").code == 2
    assert okr("amend", "cx-leader", "--cancel", "--why", "No market").code == 0
    assert git(root, "log", "-1", "--format=%s") == "Cancel: 2026-Q4/cx-leader"
    ran = okr("amend", "cx-leader/nps", "--target", "50", "--why", "x")
    assert "2026-Q4/cx-leader is cancelled since 2026-11-20" in ran.err


def test_prompts_ask_for_what_the_options_say(talk: Talk, root: Path) -> None:
    terminal = talk(root, "amend")
    terminal.answer("What is to be amended?", "cx-leader/npx")
    terminal.answer("Did you mean", "cx-leader/nps")
    terminal.answer("What of 2026-Q4/cx-leader/nps?", "target")
    terminal.answer("New target (now 60)", "50")
    terminal.answer("Why?", "One market fewer")
    terminal.answer("Who agreed to it?", "pavel")
    terminal.wait_for("  target: 50 (before: 60)")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0
    said = "{date: 2026-11-20, field: target, was: 60, now: 50, why: One market fewer"
    assert f"{said}, approved_by: pavel}}" in (root / PATH).read_text()


def test_prompts_ask_again_for_what_cannot_be(talk: Talk, root: Path) -> None:
    terminal = talk(root, "amend", "cx-leader/nps", "--why", "Slower")
    terminal.answer("What of 2026-Q4/cx-leader/nps?", "due")
    terminal.answer("New due (now 2026-12-31)", "31.12.")
    terminal.answer("--due: '31.12.' is not a date", "2026-12-15")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0, terminal.text
    terminal = talk(root, "amend", "cx-leader/training")
    terminal.answer("Which of its steps?", "pilot")
    terminal.answer("What of the step pilot of 2026-Q4/cx-leader/training?", "weight")
    terminal.answer("New weight (now 1)", "2")
    terminal.answer("Why?", "Half of the team")
    terminal.answer("Who agreed to it?", "vera")
    terminal.answer("is not among the people", "pavel")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0, terminal.text
    assert "field: steps.pilot.weight, was: null, now: 2" in (root / PATH).read_text()


def test_prompts_ask_what_one_unit_is_in_the_other(talk: Talk, due: Path) -> None:
    terminal = talk(due, "amend", "cx-leader/hours")
    terminal.answer("What of 2026-Q4/cx-leader/hours?", "unit")
    terminal.answer("New unit (now h)", "min")
    terminal.answer("What is one h in it, as 60 or 1/60?", "60")
    terminal.answer("Why?", "Read in minutes")
    terminal.answer("Who agreed to it?", "")
    terminal.wait_for("  baseline: 1440 (before: 24)")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0, terminal.text


def test_prompts_ask_for_the_date_of_a_target(talk: Talk, root: Path) -> None:
    terminal = talk(root, "amend", "nps", "--why", "Slower")
    terminal.answer("What of nps?", "target_by")
    terminal.answer("New target by (now 50 by 2026-12-31)", "2027-01-31")
    terminal.answer("Write this?", "")
    assert terminal.end() == 0, terminal.text
    assert "target: {value: 50, by: 2027-01-31}" in (root / "kpis/nps.yaml").read_text()


def test_nothing_is_written_where_the_answer_is_no(talk: Talk, root: Path) -> None:
    before = photograph(root)
    terminal = talk(root, "amend", "cx-leader/hours", "--why", "The tool is gone")
    terminal.answer("What of 2026-Q4/cx-leader/hours?", "drop")
    terminal.answer("Write this?", "n")
    terminal.wait_for("Nothing was written.")
    assert terminal.end() == 0
    assert photograph(root) == before


def test_every_goalpost_has_an_option(okr: Okr) -> None:
    shown = okr("amend", "--help").out
    assert {"--target", "--measure-by", "--progress-from", "--survey", "--step"} <= {*shown.split()}


def test_no_rule_takes_an_amendment_for_a_silent_change(
    run_okr: Okr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository(tmp_path / "acme")
    early = {name: text for name, text in EARLIER.items() if not name.startswith("checkins")}
    git(write(root, early), "add", ".")
    on_day(monkeypatch, "2026-09-29")
    git(root, "commit", "--quiet", "--message", "Agree")
    git(write(root, EARLIER), "add", ".")
    on_day(monkeypatch, "2026-11-06")
    git(root, "commit", "--quiet", "--message", "Check in")
    on_day(monkeypatch, TODAY)
    for arguments in (
        ("cx-leader/nps", "--target", "50"),
        ("nps", "--unit", "permille", "--factor", "10"),
        ("nps", "--target", "700"),
        ("cx-leader/hours", "--unit", "days", "--factor", "1/7"),
        ("cx-leader/training", "--step", "pilot", "--due", "2026-11-30", "--weight", "2"),
        ("cx-leader/training", "--step", "everyone", "--drop"),
        ("cx-leader", "--ambition", "committed"),
        ("cx-leader/hours", "--drop"),
    ):
        assert run_okr(root, "amend", *arguments, "--why", "x").code == 0
    found = run_okr(root, "check", "--select", "H", "--format", "concise")
    assert (found.code, "H80" in found.out) == (0, False), found.out
    (root / PATH).write_text((root / PATH).read_text().replace("target: 500", "target: 400"))
    assert "H801" in run_okr(root, "check", "--select", "H", "--format", "concise").out


def on_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, f"{day}T10:00:00Z")
