"""Days as people type them."""

from datetime import date

from okrcli.errors import UsageError

_EARLIEST, _LATEST = 1900, 9000
"""Years that a calendar around the day still has."""


def day_of(text: str) -> date:
    """Return the day that *text* names.

    Raises:
        UsageError: It is none.
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
    """Return the day that *text* names; *today* where nothing was typed.

    Raises:
        UsageError: It is no date, or yet to come.
    """
    day = today if text is None else day_of(text)
    require_past(day, today)
    return day


def require_past(day: date, today: date) -> None:
    """Refuse a day that is yet to come.

    Raises:
        UsageError: It is.
    """
    if day > today:
        raise UsageError(f"{day} is in the future: today is {today}.")
