"""Rebased dates and clocks that are wrong: a report of a day goes by the dates in the files."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.repositories import git


def report(run_okr: Okr, root: Path, day: str) -> Any:
    ran = run_okr(root, "report", "--as-of", day, "--format", "json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def late_checkin(root: Path) -> None:
    path = "checkins/2026/2026-11-13-ana-0000000a.yaml"
    entry = "  - {key_result: 2026-Q4/cx-leader/hours, value: 19}\n"
    text = f"date: 2026-11-13\nby: ana\nrecorded: 2026-11-13T09:00:00Z\nkey_results:\n{entry}"
    write(root, {path: text})
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Check in")


@pytest.mark.parametrize("moment", ["1999-01-01T00:00:00Z", "2099-01-01T00:00:00Z"])
def test_report_of_a_day_does_not_go_by_the_dates_of_commits(
    run_okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    late_checkin(root)
    days = ("2026-11-12", "2026-11-13", "2026-11-19")
    before = [report(run_okr, root, day) for day in days]
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, moment)
    git(root, "commit", "--quiet", "--amend", "--no-edit", "--reset-author")

    assert [report(run_okr, root, day) for day in days] == before


def test_rebased_check_in_is_no_error(run_okr: Okr, root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "topic")
    late_checkin(root)
    git(root, "checkout", "--quiet", "main")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Meanwhile")
    git(root, "checkout", "--quiet", "topic")
    before = report(run_okr, root, "2026-11-19")
    git(root, "rebase", "--quiet", "main")

    assert report(run_okr, root, "2026-11-19") == before
    assert run_okr(root, "check", "--select", "H", "--strict").code == 0
