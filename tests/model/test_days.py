from datetime import date

from okrcli.model.days import day_after, day_before


def test_days_beside_one_do_not_leave_the_calendar() -> None:
    assert day_before(date(2026, 11, 1)) == date(2026, 10, 31)
    assert day_after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert day_before(date.min) == date.min
    assert day_after(date.max) == date.max
