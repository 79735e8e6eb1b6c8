"""The days beside a day, within the calendar: files may hold its first and its last day."""

from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)


def day_before(day: date) -> date:
    """Return the day before *day*; of the calendar's first day that day itself."""
    return day if day == date.min else day - _ONE_DAY


def day_after(day: date) -> date:
    """Return the day after *day*; of the calendar's last day that day itself."""
    return day if day == date.max else day + _ONE_DAY
