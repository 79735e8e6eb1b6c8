"""Conflict markers are found loudly, whatever file they are in, and also by report."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write


@pytest.mark.parametrize("path", sorted(FILES))
def test_file_with_conflict_markers_is_never_skipped_silently_as_in_tbd_155(
    run_okr: Okr, tmp_path: Path, path: str
) -> None:
    lines = FILES[path].splitlines(keepends=True)
    lines[1:1] = ["<<<<<<< HEAD\n", "=======\n", ">>>>>>> theirs\n"]
    write(tmp_path, {**FILES, path: "".join(lines)})

    report = run_okr(tmp_path, "report")
    assert (report.code, run_okr(tmp_path, "check").code) == (1, 1)
    assert "The files have 1 error" in report.out
    for arguments in (
        ["report"],
        ["show", "csat"],
        ["show", "cx-leader"],
        ["checkin", "csat", "5"],
    ):
        ran = run_okr(tmp_path, *arguments)
        assert f"errors in {path}. Run `okr check`." in ran.err
