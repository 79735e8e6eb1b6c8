"""`okr improve follow-up`: what has happened since, in real repositories."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr, Talk
from tests.cli.improve.plans import (
    FILE,
    PLAN,
    changed,
    improvement,
    message,
    refused,
)
from tests.cli.workspaces import TODAY, write
from tests.repositories import git, photograph


def test_follow_up_is_a_checkin_of_its_own(okr: Okr, opened: Path) -> None:
    plan_before = (opened / FILE).read_bytes()
    ran = okr("improve", "follow-up", "csat", "8 of 12 are trained: #1")

    assert ran.code == 0, ran.err
    (name,) = changed(opened)
    assert (opened / FILE).read_bytes() == plan_before
    found = next(each for each in load_plan(opened).checkins if each.followups)
    assert (found.path, found.by, found.date) == (name, "ana", date(2026, 11, 20))
    assert [(each.improvement, each.note) for each in found.followups] == [
        (PLAN, "8 of 12 are trained: #1")
    ]
    assert message(opened) == (
        f"Follow up: {PLAN}\n\n8 of 12 are trained: #1\n\n"
        f"OKR-Checkin: {found.id}\nOKR-Improvement: {PLAN}\n"
    )
    assert f"Recorded in {name}.\ncsat: improving to 85 % by 2026-12-31: 0% of the way" in ran.out


def test_follow_up_marks_actions_as_done_and_keeps_every_other_byte(okr: Okr, opened: Path) -> None:
    file = opened / FILE
    text = file.read_text().replace("due: 2026-12-01}", "due: 2026-12-01, status: active}  # hard")
    file.write_bytes(f"# by hand\r\n{text}".encode())
    git(opened, "commit", "--quiet", "--all", "--message", "Edit")
    before = file.read_bytes()

    ran = okr("improve", "follow-up", PLAN, "Both!", "--done", "1", "--done", "the PLAYBOOK")
    assert ran.code == 0, ran.err
    assert file.read_bytes() == before.replace(b"status: active", b"status: done").replace(
        b"due: 2026-11-27", b"due: 2026-11-27, status: done"
    )
    assert len(changed(opened)) == 2
    assert message(opened).startswith(f"Follow up: {PLAN}, 2/2 done\n")
    assert "  done: Train the night shift\n" in ran.out
    assert "2 of 2 actions done" in ran.out


def test_follow_up_may_say_only_what_is_done(okr: Okr, opened: Path) -> None:
    okr("improve", "follow-up", "csat", "--done", "2", "--by", "pavel", "--date", TODAY)

    found = next(each for each in load_plan(opened).checkins if each.followups)
    assert (found.by, found.followups[0].note) == ("pavel", "Done: Write the playbook; in short")


def test_action_that_is_done_already_is_remarked(okr: Okr, opened: Path) -> None:
    okr("improve", "follow-up", "csat", "First", "--done", "1")
    ran = okr("improve", "follow-up", "csat", "Second", "--done", "1")

    assert ran.code == 0
    assert "'Train the night shift' is already done." in ran.err
    assert len(changed(opened)) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("follow-up", "csat", "First", "--done", "1"), 0),
        (("follow-up", "csat", "First", "--done", "9"), 3),
        (("close", "csat", "--note", "Given up."), 0),
    ],
)
def test_hostile_title_of_an_action_is_shown_inert(
    okr: Okr, opened: Path, arguments: tuple[str, ...], code: int
) -> None:
    file = opened / FILE
    hostile = file.read_text().replace(
        "Train the night shift", r'"Train\n::error::a\e[31m ##[error]b"'
    )
    file.write_text(hostile)
    git(opened, "commit", "--quiet", "--all", "--message", "Hostile")

    ran = okr("improve", *arguments)
    printed = ran.out + ran.err

    assert ran.code == code, ran.err
    assert "Train" in printed
    assert not [each for each in ("\x1b", "##[", "\n::") if each in printed]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("csat",), 2, "There is nothing to record"),
        ((), 2, f"Open: {PLAN}."),
        (("nps", "x"), 3, "nps has no open improvement plan."),
        (("csat-2026-11-02", "x"), 3, f"Did you mean {PLAN}"),
        (("csat", "x", "--done", "3"), 3, "1 Train the night shift; 2 Write the playbook"),
        (("csat", "x", "--done", "t"), 3, "matches more than one action"),
        (("csat", "x", "--done", ""), 3, "is not an action"),
        (("csat", "x", "--date", "2026-11-19"), 2, "is before 2026-11-20"),
        (("csat", "x", "--date", "2026-11-21"), 2, "is in the future"),
        (("csat", "x", "--by", "bob"), 2, "'bob' is not among the people"),
        (("csat", " "), 2, "`note`"),
    ],
)
def test_follow_up_refuses_what_makes_no_sense(
    okr: Okr, opened: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = photograph(opened)

    ran = okr("improve", "follow-up", *arguments)
    assert ran.code == code
    refused(ran, opened, before, said)


def test_kpi_with_two_open_plans_is_no_name_for_one(okr: Okr, opened: Path) -> None:
    write(opened, {"improvements/other.yaml": (opened / FILE).read_text()})
    before = photograph(opened)

    ran = okr("improve", "follow-up", "csat", "x")
    refused(ran, opened, before, "more than one open improvement plan", f"{PLAN}, other")
    assert okr("improve", "follow-up", "other", "x").code == 0


def test_follow_up_asks_what_has_happened(talk: Talk, opened: Path) -> None:
    terminal = talk(opened, "improve", "follow-up")
    terminal.wait_for(f"Open: {PLAN}.")
    terminal.answer(f"Which one? [{PLAN}]", "")
    terminal.wait_for("1 [planned] Train the night shift (pavel, 2026-12-01)")
    terminal.answer("What has happened since?", "Half is done")
    terminal.answer("Actions done since, by number", "7")
    terminal.wait_for("is not an action of")
    terminal.answer("Actions done since, by number", "1, 2")

    assert terminal.end() == 0, terminal.text
    assert [each.status for each in improvement(opened).actions] == ["done", "done"]
    assert message(opened).startswith(f"Follow up: {PLAN}, 2/2 done\n\nHalf is done\n")
