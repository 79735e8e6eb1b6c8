"""Whether check-ins came when they were due."""

from datetime import date, timedelta

import pytest

from okrcli.compute.reports.discipline import Discipline, discipline_of, sum_of

START = date(2026, 10, 1)


def _discipline(*days: int, until: int = 28, grace: int = 3) -> Discipline:
    """Return the discipline of weekly check-ins so many days after the start."""
    checked_in = [START + timedelta(days=day) for day in days]
    return discipline_of(checked_in, START, START + timedelta(days=until), "weekly", grace)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((7, 14, 21, 28), (4, 4, 4)),
        ((), (4, 0, 0)),
        ((0,), (4, 0, 0)),
        ((7, 10, 17, 24), (4, 4, 4)),  # the next one is due a week after the last
        ((10, 17, 24), (3, 3, 3)),  # within the grace
        ((11, 18, 25), (3, 3, 2)),  # a day beyond it
        ((7, 28), (3, 2, 1)),  # one was missed, and one is a week late
        ((6, 7, 13, 14, 20, 21, 27, 28), (4, 4, 4)),  # two a week are one
        ((5, 10, 15, 20, 25), (5, 5, 5)),
    ],
)
def test_each_check_in_that_fell_due_is_counted_once(
    days: tuple[int, ...], expected: tuple[int, int, int]
) -> None:
    assert _discipline(*days) == expected


def test_nothing_is_due_before_the_first_period_has_passed() -> None:
    assert _discipline(until=6) == (0, 0, 0)
    assert _discipline(until=7) == (1, 0, 0)


def test_grace_that_is_longer_than_the_cadence_counts() -> None:
    assert _discipline(16, until=7, grace=10) == (1, 1, 1)
    assert _discipline(18, until=7, grace=10) == (1, 0, 0)


def test_end_of_the_calendar_ends_the_count() -> None:
    near = date.max - timedelta(days=3)
    assert discipline_of([], near, date.max, "weekly", 3) == (1, 0, 0)


def test_disciplines_add_up() -> None:
    assert sum_of([Discipline(4, 3, 2), Discipline(1, 1, 0)]) == Discipline(5, 4, 2)
    assert sum_of([]) == Discipline()
