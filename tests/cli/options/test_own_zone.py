import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from okrcli.cli.options.own_zone import OwnZone

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="TZ is of Unix")


@pytest.fixture(autouse=True)
def _in_madrid(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Madrid")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(("month", "hours", "letters"), [(1, 1, "CET"), (7, 2, "CEST")])
def test_own_zone_has_the_summer_time_of_the_day(month: int, hours: int, letters: str) -> None:
    local = datetime(2026, month, 15, 23, 30, tzinfo=UTC).astimezone(OwnZone())

    assert (local.day, local.hour) == (16, (23 + hours) % 24)
    assert local.utcoffset() == timedelta(hours=hours)
    assert local.tzname() == letters
    assert local.astimezone(UTC) == datetime(2026, month, 15, 23, 30, tzinfo=UTC)
