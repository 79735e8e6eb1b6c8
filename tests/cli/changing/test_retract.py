"""`okr retract`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Complete, Okr, Talk
from tests.repositories import git, photograph

SECOND, THEIRS = "2026-11-20-ana-00000002", "2026-11-20-pavel-00000003"


def test_retraction_is_one_commit_and_show_strikes_it_out(okr: Okr, root: Path) -> None:
    ran = okr("retract", SECOND, "cx-leader/hours")
    assert ran.code == 0
    assert ran.out.startswith(f"Retracted {SECOND}: 2026-Q4/cx-leader/hours 18.\n")
    assert git(root, "log", "-1", "--format=%s").startswith("Retract: 2026-Q4/cx-leader/hours of")
    assert git(root, "status", "--porcelain") == ""
    assert "retracted by ana on 2026-11-20" in okr("show", "cx-leader/hours").out


def test_programs_get_the_same(okr: Okr, root: Path) -> None:
    before = photograph(root)
    ran = okr("retract", THEIRS, "--why", "Wrong sheet", "--dry-run", "--format", "json")
    told = json.loads(ran.out)
    assert (told["dry_run"], told["files"][0]["change"]) == (True, "new")
    assert photograph(root) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((THEIRS,), 'Say why with --why "..."'),
        (("2026-11-20",), "fits 2 check-ins"),
        ((SECOND, "csta"), "says nothing of 'csta'"),
        ((), "Write: okr retract CHECKIN."),
        ((SECOND, "--erased", "--why", "x"), "is still there"),
        ((SECOND, "nps", "--erased", "--why", "x"), "Leave out the reference"),
    ],
)
def test_refused_retraction_changes_nothing(
    okr: Okr, root: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = photograph(root)
    ran = okr("retract", *arguments)
    assert (ran.code > 1, ran.out) == (True, "")
    assert message in ran.err
    assert photograph(root) == before


def test_erased_check_in_is_told(okr: Okr, root: Path) -> None:
    ran = okr("retract", "2026-10-01-zoe-0123abcd", "--erased", "--why", "Personal data")
    assert ran.out.startswith("Recorded that 2026-10-01-zoe-0123abcd was deleted for good.\n")
    assert git(root, "status", "--porcelain") == ""


def test_last_check_ins_are_offered(talk: Talk, root: Path) -> None:
    terminal = talk(root, "retract")
    terminal.wait_for("  1  2026-11-20  2026-Q4/cx-leader/nps confidence 7, ")
    terminal.wait_for("  2  2026-11-06  ")
    terminal.answer("Which check-in?", "7")
    terminal.answer("There is no check-in '7'", "1")
    terminal.answer("Only what it says of one of these", "hours")
    terminal.answer("Why?", "Wrong sheet")
    assert terminal.end() == 0
    assert f"Retracted {SECOND}: 2026-Q4/cx-leader/hours 18." in terminal.text
    assert "Wrong sheet" in git(root, "log", "-1", "--format=%B")


def test_shell_offers_check_ins(complete: Complete, root: Path) -> None:
    assert SECOND in complete("okr retract 2026-11-20", root)
