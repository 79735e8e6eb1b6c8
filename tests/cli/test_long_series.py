"""Commands that need only the last values do not read what is older."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Okr, Talk
from tests.cli.workspaces import FILES, write

LAST = date(2026, 11, 19)
KPI = "title: Calls\ntarget: {value: 60}\nbaseline: 40\ndirection: up\nowner: ana\n"

COMMANDS = (
    ("checkin", "cx-leader/hours", "20"),
    ("checkin", "cx-leader/hours", "500", "calls", "1"),
    ("checkin", "cx-leader/hours", "--confidence", "7"),
    ("kpi", "record", "calls", "47"),
    ("kpi", "record", "calls", "900", "--date", "2026-11-18"),
)

OldFiles = Callable[[str], None]


@pytest.fixture
def write_old(root: Path) -> OldFiles:
    """Return what writes a workspace of 100 days of check-ins, of which 30 end otherwise."""

    def write_all(ending: str) -> None:
        days = [LAST - timedelta(days=back) for back in range(100)]
        checkins = {
            f"checkins/{day}.yaml": _checkin(day, ending if back >= 70 else "")
            for back, day in enumerate(days)
        }
        write(root, {**FILES, "kpis/calls.yaml": KPI, **checkins})

    return write_all


def _checkin(day: date, ending: str) -> str:
    entries = "key_results: [{key_result: cx-leader/hours, value: 22}]"
    return f"date: {day}\nby: ana\n{entries}\nreadings: [{{kpi: calls, value: 44}}]\n{ending}"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_older_files_may_have_errors_and_the_answer_is_the_same(
    okr: Okr, write_old: OldFiles, words: tuple[str, ...]
) -> None:
    write_old("")
    before = okr(*words, "--dry-run")
    write_old("}: {")
    after = okr(*words, "--dry-run")

    assert (after.code, _said(after.out), after.err) == (0, _said(before.out), before.err)
    assert "checkins/2026-08" in okr("report").err


@pytest.fixture
def write_old_and_sure(root: Path, write_old: OldFiles) -> OldFiles:
    """Return what writes the same, each value with a confidence."""

    def write_all(ending: str) -> None:
        write_old(ending)
        for path in (root / "checkins").glob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("22}", "22, confidence: 7}"), encoding="utf-8")

    return write_all


def _prompted(talk: Talk, root: Path, *words: str, answer: str) -> str:
    """Return what is shown where the one question of a walk gets *answer* and is not recorded."""
    terminal = talk(root, "checkin", *words)
    terminal.answer("Value now", answer)
    if answer == "-5":
        terminal.answer("Is that right?", "yes")
    terminal.answer("Record this", "no")
    assert terminal.end() == 0, terminal.text
    return terminal.text


@pytest.mark.parametrize("ref", ["cx-leader/hours", "calls"])
def test_older_files_may_have_errors_and_the_same_is_prompted_for(
    talk: Talk, write_old_and_sure: OldFiles, root: Path, ref: str
) -> None:
    write_old_and_sure("")
    before = _prompted(talk, root, ref, answer="20")
    write_old_and_sure("}: {")
    assert _prompted(talk, root, ref, answer="20") == before
    assert "errors in" not in before


def test_answer_with_a_sign_that_is_new_is_held_against_all_files(
    talk: Talk, write_old_and_sure: OldFiles, root: Path
) -> None:
    write_old_and_sure("")
    assert "unlike every earlier value" in _prompted(talk, root, "cx-leader/hours", answer="-5")
    oldest = root / f"checkins/{LAST - timedelta(days=99)}.yaml"
    oldest.write_text(oldest.read_text(encoding="utf-8").replace("22", "-22"), encoding="utf-8")
    terminal = talk(root, "checkin", "cx-leader/hours")
    terminal.answer("Value now", "-5")
    terminal.answer("Record this", "no")
    assert terminal.end() == 0, terminal.text


def test_walk_reads_only_files_that_name_what_is_asked(talk: Talk, root: Path) -> None:
    text = "date: 2026-11-20\nby: eva\nkey_results: [{key_result: cx-leader/training}\n"
    write(root, {"checkins/of-eva.yaml": text})
    for who, is_told in (("pavel", False), ("ana", True)):
        terminal = talk(root, "checkin", "--by", who)
        if who == "ana":
            terminal.interrupt("Steps done since")
        terminal.end()
        assert ("errors in checkins/of-eva.yaml" in terminal.text) is is_told


@pytest.mark.parametrize("words", [("remind",), ("remind", "--owner", "ana")], ids=" ".join)
def test_older_files_may_have_errors_and_the_same_is_due(
    okr: Okr, write_old: OldFiles, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.storage.partial.partial_plan.FEWEST_OF_ALL", 16)
    write_old("")
    before = okr(*words, "--within", "30")
    write_old("}: {")
    assert okr(*words, "--within", "30") == before
    assert "cx-leader/hours" in before.out or "calls" in before.out


def test_older_files_that_name_what_was_not_checked_in_for_long_are_read(
    okr: Okr, write_old: OldFiles, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.storage.partial.partial_plan.FEWEST_OF_ALL", 16)
    write_old("")
    oldest = root / f"checkins/{LAST - timedelta(days=99)}.yaml"
    oldest.write_text("date: 2026-08-12\nreadings: [{kpi: csat, value: 80}\n", encoding="utf-8")

    assert oldest.name in okr("remind").err


def _said(text: str) -> list[str]:
    """Return the lines but for the new file's name and its moment, which are others each time."""
    return [line for line in text.splitlines() if not re.search(r"checkins/|recorded:", line)]


def test_sign_that_is_new_is_looked_for_in_all_files(okr: Okr, write_old: OldFiles) -> None:
    write_old("}: {")
    ran = okr("checkin", "cx-leader/hours", "-5", "--dry-run")

    assert "unlike every earlier value" in ran.err
    assert "there are errors in checkins/2026-08" in ran.err


@pytest.mark.parametrize("words", [COMMANDS[0], COMMANDS[3]], ids=" ".join)
def test_entries_that_are_left_out_are_told_since_the_last_value(
    okr: Okr, write_old: OldFiles, words: tuple[str, ...], root: Path
) -> None:
    write_old("")
    old, new = "checkins/2026-10-01.yaml", f"checkins/{LAST}.yaml"
    for path in (old, new):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(text.replace("value: ", "value: many"), encoding="utf-8")
    ran = okr(*words, "--dry-run")

    assert new in ran.err
    assert old not in ran.err
