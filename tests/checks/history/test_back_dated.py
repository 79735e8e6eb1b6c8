from datetime import UTC, date, datetime, time

import pytest

from okrcli.checks.past import Commit, Past
from tests.checks.workspaces import found_by


def committed(day: date) -> Commit:
    return Commit("commit 1a2b3c4d", datetime.combine(day, time(10), UTC))


@pytest.mark.parametrize(("grace", "count"), [(3, 1), (4, 0)])
def test_check_in_is_late_after_the_days_of_grace(grace: int, count: int) -> None:
    path = "checkins/2026/2026-11-02-ana-00000001.yaml"
    files = {
        "okr.yaml": f"version: 1\ncheckin: {{grace_days: {grace}}}\n",
        path: "date: 2026-11-02\nby: ana\nnote: n\n",
    }
    past = Past(committed={path: committed(date(2026, 11, 6))})
    assert len(found_by("H803", files, past=past)) == count


def test_time_of_recording_comes_before_that_of_the_commit() -> None:
    path = "checkins/2026/2026-11-02-ana-00000001.yaml"
    text = "date: 2026-11-02\nby: ana\nrecorded: 2026-11-03T09:00:00Z\nnote: n\n"
    past = Past(committed={path: committed(date(2026, 11, 5))})
    assert found_by("H803", {path: text}, past=past) == []
