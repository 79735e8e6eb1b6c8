"""ISO week 53, a day in the future and a cycle of a single day are defined."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import SECOND, SETTINGS, write
from tests.faults.findings import Found, errors_of, errors_with
from tests.repositories import photograph

OBJECTIVE = """\
title: Customers get an answer at once
owner: ana
key_results:
  - {id: hours, title: Cut the response time, type: metric, unit: h, baseline: 24, target: 12}
"""
NEW = "checkins/2026/2026-11-20-ana-00000009.yaml"


def hours_in(run_okr: Okr, root: Path, cycle: str, day: str) -> tuple[dict[str, Any], Any]:
    """Return the cycle and the only key result of the report of *cycle* on *day*."""
    ran = run_okr(root, "report", "--cycle", cycle, "--format", "json", today=day)
    report = json.loads(ran.out)
    return report["cycle"], report["objectives"][0]["key_results"][0]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-12-27", 0), ("2026-12-31", 0.5), ("2027-01-03", 1), ("2027-01-04", 1)],
)
def test_week_53_reaches_into_the_next_year(
    run_okr: Okr, root: Path, day: str, expected: float
) -> None:
    write(root, {"objectives/2026-W53/fast.yaml": OBJECTIVE})
    cycle, hours = hours_in(run_okr, root, "2026-W53", day)

    assert (cycle["start"], cycle["end"]) == ("2026-12-28", "2027-01-03")
    assert hours["expected"] == expected


def test_week_53_of_a_year_that_has_none_is_no_cycle(okr: Okr, root: Path) -> None:
    path = "objectives/2025-W53/fast.yaml"
    found = errors_with(okr, root, path, OBJECTIVE)
    assert Found("E004", path, 1, 1, "There is no cycle '2025-W53'.") in found


@pytest.mark.parametrize(
    "command", [("checkin", "cx-leader/hours", "13"), ("kpi", "record", "nps", "50")]
)
def test_day_in_the_future_is_no_day_to_check_in(
    okr: Okr, root: Path, command: tuple[str, ...]
) -> None:
    before = photograph(root)
    ran = okr(*command, "--date", "2026-11-21")

    assert (ran.code, ran.out) == (2, "")
    assert "2026-11-21 is in the future: today is 2026-11-20." in ran.err
    assert photograph(root) == before


def test_day_in_the_future_is_found_and_does_not_count_yet(okr: Okr, root: Path) -> None:
    later = SECOND.replace("date: 2026-11-20", "date: 2026-11-25").replace("value: 18", "value: 13")
    write(root, {NEW: later})

    message = "The date 2026-11-25 is in the future: today is 2026-11-20."
    assert errors_of(okr) == [Found("C702", NEW, 1, 7, message)]
    assert "13 h" not in okr("show", "cx-leader/hours").out


@pytest.mark.parametrize(("day", "expected"), [("19", 0), ("20", 1), ("21", 1)])
def test_cycle_that_ends_on_the_day_it_starts_has_one_day(
    run_okr: Okr, root: Path, day: str, expected: int
) -> None:
    cycles = "cycles:\n  launch: {start: 2026-11-20, end: 2026-11-20}\n"
    write(root, {"okr.yaml": SETTINGS + cycles, "objectives/launch/fast.yaml": OBJECTIVE})
    _, hours = hours_in(run_okr, root, "launch", f"2026-11-{day}")

    assert (hours["start"], hours["due"]) == ("2026-11-20", "2026-11-20")
    assert hours["expected"] == expected
    told = run_okr(root, "check", "--select", "T502").out
    assert "launch/fast/hours is due on 2026-11-20, but begins on 2026-11-20." in told


@pytest.mark.parametrize(("value", "progress"), [("24", 0), ("18", 0.5), ("12", 1)])
def test_progress_of_a_single_day_is_that_of_its_values(
    run_okr: Okr, root: Path, value: str, progress: float
) -> None:
    cycles = "cycles:\n  launch: {start: 2026-11-20, end: 2026-11-20}\n"
    write(root, {"okr.yaml": SETTINGS + cycles, "objectives/launch/fast.yaml": OBJECTIVE})
    assert run_okr(root, "checkin", "launch/fast/hours", value).code == 0

    _, hours = hours_in(run_okr, root, "launch", "2026-11-20")
    assert hours["progress"] == progress


FIRST_AND_LAST = """\
title: Customers get an answer at once
owner: ana
approved_by:
  - {who: pavel, date: 0001-01-01, seal: "1:SEAL"}
  - {who: ana, date: 9999-12-31, seal: "1:SEAL"}
key_results:
  - {id: hours, title: Cut the response time, type: metric, unit: h, baseline: 24, target: 12,
     dropped: {date: 0001-01-01, why: x}}
  - {id: mails, title: Answer fewer mails, type: metric, unit: mails, baseline: unknown,
     measure_by: 9999-12-31, target: 12, added: 9999-12-31,
     amendments: [{date: 0001-01-01, field: target, was: 9, now: 12, why: x}]}
  - {id: calls, title: Answer fewer calls, type: metric, unit: calls, baseline: unknown,
     measure_by: 9999-12-31, target: 12,
     formerly: [{ref: fast/old, until: 0001-01-01}, {ref: fast/older, until: 9999-12-31}],
     amendments: [{date: 9999-12-31, field: target, was: 9, now: 12, why: x}]}
""".replace("SEAL", "0" * 64)


@pytest.mark.parametrize(
    "command",
    [
        ("report",),
        ("check",),
        ("audit",),
        ("tree",),
        ("show", "fast/hours"),
        ("review", "--owner", "ana"),
        ("amend", "fast/calls", "--target", "11", "--why", "x", "--dry-run"),
        ("approve", "fast", "--as", "pavel", "--dry-run"),
        ("carry", "fast", "--to", "2027-Q1", "--dry-run"),
        ("move", "fast/calls", "cx-leader", "--dry-run"),
    ],
)
def test_first_and_last_day_of_the_calendar_are_days_of_a_definition(
    okr: Okr, root: Path, command: tuple[str, ...]
) -> None:
    write(root, {"objectives/2026-Q4/fast.yaml": FIRST_AND_LAST})
    ran = okr(*command)
    assert ran.code in {0, 1, 2, 3}, ran.err
