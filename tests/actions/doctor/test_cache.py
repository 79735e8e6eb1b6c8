import os
from pathlib import Path

import pytest

from okrcli.actions.doctor.cache import cache_diagnoses
from okrcli.storage.cache.folder import CacheFolder
from okrcli.views.doctor import State


def test_nothing_is_said_of_what_is_not_there(tmp_path: Path) -> None:
    assert [*cache_diagnoses(None)] == []
    assert [*cache_diagnoses(CacheFolder(tmp_path / "okr"))] == []


def test_place_and_size_are_said(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "okr")
    cache.write("a", b"x" * 1500)
    [diagnosis] = cache_diagnoses(cache)
    assert diagnosis.state is State.OK
    assert diagnosis.message == f"1 file, 2 kB, in '{cache.path}'"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_folder_that_is_open_to_others_is_a_warning(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "okr")
    cache.write("a", b"")
    cache.path.chmod(0o755)
    [diagnosis] = cache_diagnoses(cache)
    assert diagnosis.state is State.WARNING
    assert "is not used" in diagnosis.message
