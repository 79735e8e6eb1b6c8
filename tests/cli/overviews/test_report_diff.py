import json
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import OBJECTIVE, write
from tests.repositories import git

PATH = "objectives/2026-Q4/cx-leader.yaml"


@pytest.fixture
def moved(root: Path) -> Path:
    write(root, {PATH: OBJECTIVE.replace("target: 12", "target: 14")})
    git(root, "commit", "--quiet", "--all", "--message", "Tidy")
    return root


def test_report_tells_what_has_moved_since_a_revision(okr: Okr, moved: Path) -> None:
    del moved
    ran = okr("report", "--diff", "HEAD~1")
    assert (ran.code, ran.err) == (0, "")
    assert "    ▲ target 12 → 14, without an amendment\n" in ran.out
    assert "As they were: 2 key results, 2 KPIs." in ran.out
    assert "Nothing moved." in okr("report", "--diff", "HEAD").out
    assert "Nothing moved." in okr("report", "--diff", "HEAD~1", "--rev", "HEAD~1").out


def test_other_formats_and_files(okr: Okr, moved: Path, tmp_path: Path) -> None:
    file = tmp_path / "diff.md"
    ran = okr("report", "--diff", "HEAD~1", "--format", "json", "--output", f"markdown={file}")
    told = json.loads(ran.out)

    assert told["schema"] == "okrcli.diff/1"
    assert told["since"]["commit"] == git(moved, "rev-parse", "HEAD~1")
    assert file.read_text(encoding="utf-8").startswith("### Acme Support: 2026-Q4 as of ")
    assert okr("report", "--diff", "HEAD~1", "--format", "csv").code == 2


def test_revision_that_is_not_there_is_refused(okr: Okr, moved: Path, run_okr: Okr) -> None:
    ran = okr("report", "--diff", "nothing")
    assert (ran.code, ran.out) == (3, "")
    assert "There is no revision nothing." in ran.err
    clone = moved.parent / "clone"
    git(moved, "clone", "--quiet", "--depth", "1", f"file://{moved}", str(clone))
    assert "in this shallow clone" in run_okr(clone, "report", "--diff", "HEAD~1").err


def test_file_with_errors_is_not_compared(okr: Okr, root: Path) -> None:
    write(root, {PATH: "<<<<<<< HEAD\n"})
    ran = okr("report", "--diff", "HEAD")

    assert ran.code == 1
    assert f"Not compared, because of errors: {PATH}." in ran.out
    assert "deleted" not in ran.out
