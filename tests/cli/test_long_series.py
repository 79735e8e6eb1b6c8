"""Commands that need only the last values do not read what is older."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
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
