from dataclasses import replace
from pathlib import Path

import pytest

from okrcli.cli.options import Invocation
from okrcli.cli.workspace import (
    readable_workspace,
    tell_sparse,
    writable_workspace,
)
from okrcli.errors import WorkspaceError
from tests.cli.options.test_shared import CALLED
from tests.cli.workspaces import FILES, write
from tests.repositories import git, make_committed

CHECKIN = "checkins/2026/2026-11-20-ana-00000009.yaml"
WRONG_ENTRY = "date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: csat, value: many}\n"


def called_in(folder: Path) -> Invocation:
    return replace(CALLED, folder=folder)


def test_files_with_errors_are_named_when_a_workspace_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, {**FILES, "kpis/broken.yaml": "title: [\n"})
    workspace = readable_workspace(called_in(root))

    assert workspace.plan.objectives
    assert capsys.readouterr().err == (
        "Something may be missing, because there are errors in kpis/broken.yaml. Run `okr check`.\n"
    )


def test_entry_that_is_left_out_is_told_where_it_matters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write(tmp_path, {**FILES, CHECKIN: WRONG_ENTRY})
    readable_workspace(called_in(root))
    assert capsys.readouterr().err == ""

    writable_workspace(called_in(root))
    assert capsys.readouterr().err == (
        "1 entry with an error is left out, so numbers may be wrong:"
        f" {CHECKIN}:4. Run `okr check`.\n"
    )


def test_workspace_with_wrong_settings_is_read_and_not_written_to(tmp_path: Path) -> None:
    root = write(tmp_path, {**FILES, "okr.yaml": "version: 1\nname: [\n"})
    readable_workspace(called_in(root))

    with pytest.raises(WorkspaceError, match=r"okr\.yaml has errors, so nothing is written"):
        writable_workspace(called_in(root))


def test_sparse_checkout_may_leave_the_objectives_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_committed(tmp_path / "acme", FILES)
    tell_sparse(called_in(root))
    assert capsys.readouterr().err == ""

    git(root, "sparse-checkout", "set", "--no-cone", "/okr.yaml", "/kpis/")
    readable_workspace(called_in(root))
    assert capsys.readouterr().err.startswith("This is a sparse checkout, which may leave")
