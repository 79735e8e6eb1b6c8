from pathlib import Path

import pytest

from okrcli.cli.options.cache import own_cache
from okrcli.storage.cache.folder import CacheFolder
from okrcli.system import cache_folder


def test_folder_is_the_user_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert own_cache() == CacheFolder(tmp_path / "okr")


def test_folder_that_is_named_from_where_one_is_does_not_count(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": "here"}, tmp_path) == cache_folder({}, tmp_path)


def test_there_is_none_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", fail)
    assert own_cache() is None
