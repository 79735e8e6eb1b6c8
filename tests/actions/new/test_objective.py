"""New objectives: in which cycle."""

from datetime import date

import pytest

from okrcli.actions.new.objective import current_cycle, next_cycle
from tests.checks.workspaces import loaded

NAMED = """\
version: 1
cycles:
  spring: {start: 2026-03-01, end: 2026-05-31}
  summer: {start: 2026-06-08, end: 2026-08-31}
  open: {start: 2026-09-01}
"""


def test_next_cycle_is_planned_in_the_last_third() -> None:
    plan = loaded({"okr.yaml": "version: 1\n"})
    assert current_cycle(plan, date(2026, 9, 22)).id == "2026-Q3"
    assert next_cycle(plan, date(2026, 8, 30)) is None
    upcoming = next_cycle(plan, date(2026, 9, 22))
    assert upcoming is not None
    assert upcoming.id == "2026-Q4"


@pytest.mark.parametrize(
    ("day", "current", "upcoming"),
    [
        (date(2026, 3, 10), "spring", None),
        (date(2026, 5, 20), "spring", "summer"),
        (date(2026, 12, 20), "open", None),
    ],
)
def test_named_cycles_follow_each_other(day: date, current: str, upcoming: str | None) -> None:
    objectives = {
        f"objectives/{name}/o.yaml": "title: Customers stay\nkey_results: []\n"
        for name in ("spring", "open")
    }
    plan = loaded({"okr.yaml": NAMED, **objectives})
    found = next_cycle(plan, day)
    assert current_cycle(plan, day).id == current
    assert (found.id if found else None) == upcoming
