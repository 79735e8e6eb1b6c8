from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.compute.reports.recent_moves import recent_moves
from okrcli.compute.reports.report import Point
from okrcli.model.changes.withdrawal import Withdrawal
from tests.render.samples import DAY, a_key_result, a_report, an_objective

WEEK_AGO = date(2026, 11, 13)


def moves_of(*points: tuple[date, str], **changes: Any) -> list[tuple[str, Decimal | None]]:
    """Return what has changed of a key result with *points*, and what it was before."""
    series = tuple(Point(day, Decimal(value)) for day, value in points)
    facts = {"series": series, "value": series[-1].value, "value_date": series[-1].day}
    objective = an_objective(key_results=(a_key_result(**{**facts, **changes}),))
    moves = recent_moves(a_report(objectives=(objective,)))
    return [(move.key_result.id, move.before) for move in moves]


def test_value_is_compared_with_that_of_a_week_ago() -> None:
    days = (date(2026, 11, 1), WEEK_AGO, date(2026, 11, 18), DAY)
    points = list(zip(days, ("40", "42", "45", "47"), strict=True))
    assert moves_of(*points) == [("nps", Decimal(42))]


def test_first_value_has_none_before() -> None:
    assert moves_of((DAY, "47")) == [("nps", None)]


def test_what_was_not_measured_this_week_or_is_the_same_has_not_changed() -> None:
    assert moves_of((date(2026, 11, 1), "40"), (WEEK_AGO, "42")) == []
    assert moves_of((WEEK_AGO, "42"), (DAY, "42")) == []


def test_what_does_not_count_has_not_changed() -> None:
    assert moves_of((DAY, "47"), is_early=True) == []
    assert moves_of((DAY, "47"), dropped=Withdrawal(date=DAY, why="Gone.")) == []


def test_newest_comes_first() -> None:
    early, late = date(2026, 11, 15), date(2026, 11, 18)
    key_results = tuple(
        a_key_result(f"2026-Q4/cx-leader/{name}", value_date=day, series=(Point(day, Decimal(1)),))
        for name, day in (("a", early), ("c", late), ("b", late))
    )
    moves = recent_moves(a_report(objectives=(an_objective(key_results=key_results),)))
    assert [move.key_result.id for move in moves] == ["b", "c", "a"]


def test_calendar_begins_with_the_first_day() -> None:
    report = a_report(as_of=date.min, objectives=())
    assert recent_moves(report) == ()
