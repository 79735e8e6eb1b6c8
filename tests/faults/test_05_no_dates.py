"""A day that is not in the calendar is found with its line and column, wherever it stands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.refused_entries import HEAD, NEW, WORKSPACE, with_refused

NO_DAYS = ["2026-02-30", "2026-13-01", "20.11.2026", "20261120", "tomorrow", "5" * 5000]


@pytest.mark.parametrize("day", NO_DAYS)
def test_day_that_is_none_is_found_in_an_entry_and_in_a_check_in(
    run_okr: Okr, tmp_path: Path, day: str
) -> None:
    entry = f"readings:\n  - {{kpi: csat, value: 83, date: {day}}}\n"
    write(tmp_path, with_refused(entry))
    ran = run_okr(tmp_path, "check", "--format", "concise", "--select", "E")
    assert (ran.code, ran.out.startswith(f"{NEW}:5:34: error E002 ")) == (1, True), ran.out

    head = HEAD.replace("date: 2026-11-20", f"date: {day}")
    write(tmp_path, {**WORKSPACE, NEW: head + "readings:\n  - {kpi: csat, value: 83}\n"})
    ran = run_okr(tmp_path, "check", "--format", "concise", "--select", "E")
    assert (ran.code, ran.out.startswith(f"{NEW}:1:7: error E002 ")) == (1, True), ran.out
    ran = run_okr(tmp_path, "report")
    assert (ran.code, f"errors in {NEW}. Run `okr check`." in ran.err) == (1, True)
