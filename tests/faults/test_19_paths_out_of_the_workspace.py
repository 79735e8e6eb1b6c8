"""Ids, links and `..` lead nowhere else; links that stay inside are in tests/security."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.files import replace, write_new
from okrcli.storage.layout import (
    checkin_path,
    improvement_path,
    inside,
    kpi_path,
    objective_path,
)
from tests.faults.disk import everything

_DAY = date(2026, 11, 20)


def test_writes_out_of_the_root_are_refused(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (outside / "a.yaml").write_bytes(b"theirs")
    (root / "folder").symlink_to(outside)
    (root / "a.yaml").symlink_to(outside / "a.yaml")
    (root / "loop").symlink_to("loop")
    with pytest.raises(WorkspaceError, match="outside the workspace"):
        write_new(root / "folder/b.yaml", b"ours", root)
    with pytest.raises(WorkspaceError, match="outside the workspace"):
        write_new(root / "../outside/b.yaml", b"ours", root)
    with pytest.raises(WorkspaceError, match="outside the workspace"):
        replace(root / "a.yaml", b"ours", b"theirs", root)
    with pytest.raises(WorkspaceError):
        write_new(root / "loop/b.yaml", b"ours", root)
    assert everything(outside) == {"a.yaml"}
    assert (outside / "a.yaml").read_bytes() == b"theirs"


@pytest.mark.parametrize(
    "wrong", ["..", "../x", "a/../../x", "", "-x", "A", "x/y", "a b", "x\n", "*"]
)
@pytest.mark.parametrize(
    "path_of",
    [
        lambda wrong: objective_path("2026-Q4", wrong),
        lambda wrong: objective_path(f"{wrong}/..", "x"),
        kpi_path,
        improvement_path,
        lambda wrong: checkin_path(_DAY, wrong, "7f"),
    ],
)
def test_layout_refuses_ids_that_are_no_file_names(
    path_of: Callable[[str], str], wrong: str
) -> None:
    with pytest.raises(WorkspaceError):
        path_of(wrong)


@pytest.mark.parametrize(
    "path", ["../x.yaml", "kpis/../../x.yaml", "/etc/passwd", "link/x.yaml", "file"]
)
def test_inside_refuses_what_leads_out(tmp_path: Path, path: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "out").mkdir()
    (root / "link").symlink_to(tmp_path / "out")
    (root / "file").symlink_to(tmp_path / "out" / "x.yaml")
    with pytest.raises(WorkspaceError, match="is outside the workspace"):
        inside(root, path)
