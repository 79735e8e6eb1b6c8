"""The names of columns that are days, months or years, as in a score card."""

import re
from datetime import date
from typing import Final

from okrcli.sources.dates.forms import Found, day_in, lacks_year, may_be_quarter, period_begin

_YEAR: Final = re.compile(r"(?:19|20)\d\d", re.ASCII)


def heading_day(column: str) -> Found | None:
    """Return the day that a column name means, the last of a period; `None` for other names."""
    text = " ".join(column.split())
    if _YEAR.fullmatch(text):
        return date(int(text), 12, 31)
    return day_in(text)


def heading_begin(column: str) -> date | None:
    """Return the first day of the period that a column name means; `None` for other names."""
    text = " ".join(column.split())
    return date(int(text), 1, 1) if _YEAR.fullmatch(text) else period_begin(text)


def is_heading(column: str) -> bool:
    """Return whether a column name is a day or a period, even without a year or an unclear one."""
    text = " ".join(column.split())
    return heading_day(text) is not None or lacks_year(text) or may_be_quarter(text)
