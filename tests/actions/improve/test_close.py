from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.improve.close import close_improvement, ending_of
from okrcli.errors import OkrError, UsageError
from okrcli.storage.writing import improvement_bytes
from okrcli.views.ending import Ending
from tests.builders import a_checkin, a_kpi, a_plan, a_reading, an_improvement

PLAN = an_improvement(
    id="calm",
    kpi="csat",
    opened="2026-11-20",
    baseline=74,
    goal=85,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the root of a workspace that has the plan's file."""
    file = tmp_path / PLAN.path
    file.parent.mkdir()
    file.write_bytes(improvement_bytes(PLAN))
    return tmp_path


def ending(day: date, **values: int) -> Ending:
    """Return how the plan ends on *day*, with the *values* of csat by day of December."""
    csat = a_kpi(90, id="csat", unit="%")
    readings = [
        a_checkin(f"2026-12-{name.removeprefix('on_')}", a_reading(value, "csat"))
        for name, value in values.items()
    ]
    before = a_checkin("2026-11-19", a_reading(74, "csat"))
    return ending_of(a_plan(PLAN, csat, before, readings), PLAN, day)


def test_outcome_is_added_to_the_file_of_the_plan(root: Path) -> None:
    change = close_improvement(root, ending(date(2026, 12, 8), on_04=86), "Practice helps.")

    (write,) = change.writes
    line = b"closed: {date: 2026-12-08, value: 86, note: Practice helps.}\n"
    assert write.content == improvement_bytes(PLAN) + line
    assert change.message == (
        "Improve: csat closed at 86, goal 85 reached\n\nPractice helps.\n\nOKR-Improvement: calm\n"
    )
    first, second = change.lines
    assert first == "Closed calm on 2026-12-08: goal reached."
    assert second == (
        "  opened at 74 % on 2026-11-20, goal 85 % by 2026-12-31, closed at 86 %,"
        " 109% of the way, in 18 days"
    )


def test_value_is_the_one_of_the_day() -> None:
    found = ending(date(2026, 12, 1), on_01=80, on_04=90)

    assert (found.value, found.is_reached) == (Decimal(80), False)
    assert "closed at 80 %, 55% of the way, in 11 days" in found.outcome


def test_lateness_and_an_old_value_are_told() -> None:
    found = ending(date(2027, 1, 10))

    assert found.outcome.endswith("in 51 days, 10 days after its deadline")
    assert next(found.doubts) == "The last value of csat is old: it is from 2026-11-19."


def test_action_that_is_not_done_is_a_doubt() -> None:
    (action,) = PLAN.actions

    assert f"Still planned: {action.title} ({action.owner}, {action.due})" in [
        *ending(date(2026, 12, 4), on_04=86).doubts
    ]


def test_goal_that_is_reached_needs_no_note(root: Path) -> None:
    change = close_improvement(root, ending(date(2026, 12, 4), on_04=85), None)

    assert change.writes[0].content.endswith(b"closed: {date: 2026-12-04, value: 85}\n")


@pytest.mark.parametrize("learned", [None, ""])
def test_goal_that_is_not_reached_needs_a_note(root: Path, learned: str | None) -> None:
    with pytest.raises(UsageError, match="The goal of calm is not reached: opened at 74 %"):
        close_improvement(root, ending(date(2026, 12, 4), on_04=80), learned)


def test_kpi_without_a_value_is_refused() -> None:
    with pytest.raises(OkrError, match="csat has no value on 2026-12-04"):
        ending_of(a_plan(PLAN, a_kpi(id="csat")), PLAN, date(2026, 12, 4))
