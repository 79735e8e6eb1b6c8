from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from okrcli.cli.options import Invocation
from okrcli.cli.workspace import (
    readable_workspace,
    tell_cut_off,
    tell_left_out,
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


def test_files_that_a_sparse_checkout_leaves_out_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_committed(tmp_path / "acme", FILES)
    tell_left_out(root)
    assert capsys.readouterr().err == ""

    git(root, "sparse-checkout", "set", "--no-cone", "/*", "!/kpis/")
    readable_workspace(called_in(root))
    said = capsys.readouterr().err
    assert said.startswith("Something is missing, because this sparse checkout leaves out kpis/")
    assert said.endswith("`git sparse-checkout disable` takes all files in.\n")


def test_shallow_clone_says_what_it_does_not_know_of_a_past_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_committed(tmp_path / "acme", FILES)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "shallow")
    for folder, lines in ((root, 0), (tmp_path / "shallow", 1)):
        workspace = readable_workspace(called_in(folder))
        tell_cut_off(workspace, workspace.today)
        tell_cut_off(workspace, date(2020, 1, 1))
        said = capsys.readouterr().err.splitlines()
        assert len(said) == lines
        assert all("moved since 2020-01-01 without an amendment" in line for line in said)
