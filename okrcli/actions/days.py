"""Days as people type them."""

from datetime import date

from okrcli.errors import UsageError

_EARLIEST, _LATEST = 1900, 9000
"""The earliest and the latest year that are accepted."""


def day_of(text: str) -> date:
    """Return the day that *text* names.

    Raises:
        UsageError: It is not a date.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(f"'{text}' is not a date.", "Write it as YYYY-MM-DD.")
    if not _EARLIEST <= day.year <= _LATEST:
        raise UsageError(f"'{text}': the year must be between {_EARLIEST} and {_LATEST}.")
    return day


def past_day_of(text: str | None, today: date) -> date:
    """Return the day that *text* names; *today* if it is empty.

    Raises:
        UsageError: It is not a date, or in the future.
    """
    day = today if text is None else day_of(text)
    require_past(day, today)
    return day


def require_past(day: date, today: date) -> None:
    """Refuse a day in the future.

    Raises:
        UsageError: It is in the future.
    """
    if day > today:
        raise UsageError(f"{day} is in the future: today is {today}.")
