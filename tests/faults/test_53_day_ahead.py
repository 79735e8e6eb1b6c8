"""A colleague's day ahead of ours is no error, and becomes ours soon."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.refused_entries import NEW, WORKSPACE

CHECKIN = (
    "date: {day}\nby: ana\nrecorded: {recorded}\n"
    "key_results:\n  - {{key_result: cx/hours, value: 15, confidence: 6}}\n"
)


@pytest.mark.parametrize(
    ("day", "recorded", "code"),
    [
        ("2026-11-21", "2026-11-20T18:00:00Z", 0),
        ("2026-11-21", "2026-11-20T09:00:00Z", 1),
        ("2026-11-22", "2026-11-20T18:00:00Z", 1),
        ("2027-11-20", "2027-11-20T09:00:00Z", 1),
    ],
)
def test_day_that_has_begun_somewhere_is_no_error(
    run_okr: Okr, tmp_path: Path, day: str, recorded: str, code: int
) -> None:
    text = CHECKIN.format(day=day, recorded=recorded)
    root = write(tmp_path, {**WORKSPACE, NEW: text})

    ran = run_okr(root, "check", "--select", "E", "--select", "C702", today="2026-11-20")
    assert ran.code == code, ran.out
    assert run_okr(root, "report", today="2026-11-20").code == code


def test_it_counts_from_our_own_same_day_on(run_okr: Okr, tmp_path: Path) -> None:
    text = CHECKIN.format(day="2026-11-21", recorded="2026-11-20T18:00:00Z")
    root = write(tmp_path, {**WORKSPACE, NEW: text})

    values = [
        run_okr(root, "report", "--format", "plain", today=today)
        .out.splitlines()[2]
        .split("\t")[11]
        for today in ("2026-11-20", "2026-11-21")
    ]
    assert values == ["20", "15"]
