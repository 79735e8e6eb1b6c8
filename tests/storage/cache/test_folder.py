import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from okrcli.storage.cache import folder as module
from okrcli.storage.cache.folder import CacheFolder

on_unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "home" / "okr")


def test_what_was_written_is_there(cache: CacheFolder) -> None:
    assert cache.content("a") is None
    cache.write("a", b"1")
    cache.write("a", b"2")
    assert cache.content("a") == b"2"
    assert [path.name for path in cache.files()] == ["a"]


@on_unix
def test_only_the_user_may_look_inside(cache: CacheFolder) -> None:
    cache.write("a", b"1")
    assert cache.path.stat().st_mode & 0o777 == 0o700
    assert (cache.path / "a").stat().st_mode & 0o777 == 0o600


@on_unix
@pytest.mark.parametrize("mode", [0o755, 0o770, 0o707])
def test_folder_that_others_may_open_is_not_used(cache: CacheFolder, mode: int) -> None:
    cache.write("a", b"1")
    cache.path.chmod(mode)
    cache.write("b", b"1")
    assert (cache.content("a"), cache.files()) == (None, {})
    assert not (cache.path / "b").exists()


@on_unix
def test_folder_of_somebody_else_is_not_used(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write("a", b"1")
    monkeypatch.setattr(os, "geteuid", lambda: cache.path.stat().st_uid + 1)
    assert cache.content("a") is None


@on_unix
def test_links_are_not_followed(cache: CacheFolder, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir(mode=0o700)
    (other / "a").write_bytes(b"1")
    cache.path.parent.mkdir()
    cache.path.symlink_to(other)
    cache.write("b", b"1")
    assert cache.content("a") is None
    assert [path.name for path in other.iterdir()] == ["a"]

    cache.path.unlink()
    cache.write("b", b"1")
    (cache.path / "a").symlink_to(other / "a")
    assert cache.content("a") is None


def test_file_that_is_too_large_is_neither_read_nor_written(
    cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write("a", b"123456")
    monkeypatch.setattr(module, "MOST_BYTES_OF_FILE", 5)
    cache.write("b", b"123456")
    assert (cache.content("a"), cache.content("b")) == (None, None)


def test_oldest_files_make_room(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    for second, name in enumerate("abc"):
        cache.write(name, b"12345")
        os.utime(cache.path / name, (second, second))
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    cache.write("d", b"1")
    assert [path.name for path in cache.files()] == ["c", "d"]


def test_nothing_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = CacheFolder(tmp_path / "file" / "okr")
    cache.write("a", b"1")
    assert cache.content("a") is None


def test_whoever_reads_sees_one_of_the_contents_that_others_write(cache: CacheFolder) -> None:
    contents = [bytes([number]) * 100_000 for number in range(4)]
    cache.write("a", contents[0])
    with ThreadPoolExecutor() as pool:
        writing = [pool.submit(cache.write, "a", content) for content in contents * 8]
        seen = [cache.content("a") for _ in range(50)]
    assert all(write.exception() is None for write in writing)
    assert {*seen} <= {*contents}
    assert [path.name for path in cache.files()] == ["a"]


def test_clearing_removes_all_files(cache: CacheFolder) -> None:
    cache.write("a", b"1")
    cache.clear()
    assert cache.files() == {}
