import json
from pathlib import Path

import pytest

from okrcli.storage.cache.folder import CacheFolder
from tests.cli.conftest import Okr


def test_notes_and_warnings_end_with_0(okr: Okr) -> None:
    ran = okr("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "✓ workspace   " in ran.out
    assert "Write them with `okr schema`." in ran.out


def test_error_ends_with_1(okr: Okr, root: Path) -> None:
    (root / ".git/index.lock").touch()
    ran = okr("doctor", "--format", "json")
    told = json.loads(ran.out)

    assert ran.code == 1
    assert told["summary"]["error"] == 1
    assert [each["about"] for each in told["checks"] if each["state"] == "error"] == ["locks"]


def test_folder_without_a_workspace_is_no_error(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "doctor")
    assert ran.code == 0
    assert "Run `okr init`" in ran.out


def test_what_is_kept_of_files_is_told_and_removed_when_asked(
    okr: Okr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    CacheFolder(tmp_path / "cache/okr").write("a", b"x")

    def told(*options: str) -> list[str]:
        checks = json.loads(okr("doctor", "--format", "json", *options).out)["checks"]
        return [each["message"] for each in checks if each["about"] == "cache"]

    place = tmp_path / "cache/okr"
    assert told() == [f"1 file, 1 bytes, in '{place}'"]
    assert told("--clear-cache") == [f"0 files, 0 bytes, in '{place}'"]
    assert [*place.iterdir()] == []
