import json
from pathlib import Path

from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.repositories import git

CHECKIN = "checkins/2026/2026-11-06-ana-00000001.yaml"


def test_history_that_was_kept_ends_with_0_and_says_what_was_verified(okr: Okr) -> None:
    ran = okr("audit")
    assert (ran.code, ran.err) == (0, "")
    assert "3 check-ins as committed" in " ".join(ran.out.split())


def test_error_ends_with_1_and_names_the_commit(okr: Okr, root: Path, tmp_path: Path) -> None:
    text = (root / CHECKIN).read_text(encoding="utf-8")
    write(root, {CHECKIN: text.replace("value: 20", "value: 10")})
    git(root, "commit", "--quiet", "--all", "--message", "Tidy")
    ran = okr("audit", "--format", "json", "--output", f"markdown={tmp_path / 'audit.md'}")
    [found] = [each for each in json.loads(ran.out)["findings"] if each["severity"] == "error"]

    assert ran.code == 1
    assert (found["code"], found["path"]) == ("H802", CHECKIN)
    assert found["commit"] == git(root, "rev-parse", "HEAD")
    assert found["look"] == f"git show {found['commit'][:12]}"
    assert "| ✗ error | H802 |" in (tmp_path / "audit.md").read_text(encoding="utf-8")


def test_shallow_clone_is_refused(okr: Okr, root: Path, tmp_path: Path, run_okr: Okr) -> None:
    del okr
    clone = tmp_path / "clone"
    git(root, "clone", "--quiet", "--depth", "1", f"file://{root}", str(clone))
    ran = run_okr(clone, "audit")

    assert ran.code == 3
    assert "This clone is shallow" in ran.err
