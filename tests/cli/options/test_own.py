import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from okrcli.cli.options.own import OwnZone, own_cache, own_state_folder
from okrcli.storage.cache.folder import CacheFolder
from okrcli.system import cache_folder


def test_folders_are_the_user_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert own_cache() == CacheFolder(tmp_path / "cache/okr")
    assert own_state_folder() == tmp_path / "state/okr"


def test_folder_that_is_named_from_where_one_is_does_not_count(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": "here"}, tmp_path) == cache_folder({}, tmp_path)


def test_there_are_none_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", fail)
    assert own_cache() is None
    assert own_state_folder() is None


@pytest.fixture
def _in_madrid(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Madrid")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="TZ is of Unix")
@pytest.mark.usefixtures("_in_madrid")
@pytest.mark.parametrize(("month", "hours", "letters"), [(1, 1, "CET"), (7, 2, "CEST")])
def test_own_zone_has_the_summer_time_of_the_day(month: int, hours: int, letters: str) -> None:
    local = datetime(2026, month, 15, 23, 30, tzinfo=UTC).astimezone(OwnZone())

    assert (local.day, local.hour) == (16, (23 + hours) % 24)
    assert local.utcoffset() == timedelta(hours=hours)
    assert local.tzname() == letters
    assert local.astimezone(UTC) == datetime(2026, month, 15, 23, 30, tzinfo=UTC)
