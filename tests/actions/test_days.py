from datetime import date

import pytest

from okrcli.actions.days import day_of, past_day_of, require_past
from okrcli.errors import UsageError

TODAY = date(2026, 11, 20)


def test_day_is_read_as_it_stands_in_files() -> None:
    assert day_of("2026-11-20") == TODAY


@pytest.mark.parametrize(
    "text", ["", "20.11.2026", "2026-11-31", "20261120", "2026-W47-5", "1899-12-31", "9001-01-01"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        day_of(text)


def test_day_that_was_not_typed_is_today() -> None:
    assert past_day_of(None, TODAY) == TODAY
    assert past_day_of("2026-11-19", TODAY) == date(2026, 11, 19)


def test_day_that_is_yet_to_come_is_refused() -> None:
    with pytest.raises(UsageError, match="in the future"):
        past_day_of("2026-11-21", TODAY)
    require_past(TODAY, TODAY)
