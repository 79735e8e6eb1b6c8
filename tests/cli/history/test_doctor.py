import json
from pathlib import Path

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
