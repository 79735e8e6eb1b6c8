from contextlib import ExitStack
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.staging import stage, stage_removal
from tests.faults.disk import everything, mode
from tests.windows import needs_modes


def test_staged_content_has_its_name_only_when_it_is_carried_out(tmp_path: Path) -> None:
    path = tmp_path / "kpis/a.yaml"
    with ExitStack() as cleanup:
        one = stage(path, b"a", None, tmp_path, cleanup, held=True)
        assert (path.exists(), one.is_done()) == (False, False)
        one.carry_out(tmp_path)
        assert one.is_done()
    assert everything(tmp_path) == {"kpis/a.yaml"}
    assert path.read_bytes() == b"a"


def test_what_is_not_carried_out_leaves_no_file_and_no_folder(tmp_path: Path) -> None:
    with ExitStack() as cleanup:
        stage(tmp_path / "kpis/a.yaml", b"a", None, tmp_path, cleanup, held=False)
    assert [*tmp_path.iterdir()] == []


@needs_modes
def test_file_that_is_removed_comes_back_with_its_mode_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "kpis/a.yaml"
    path.parent.mkdir()
    path.write_bytes(b"a")
    path.chmod(0o640)
    one = stage_removal(path, b"a", tmp_path)
    assert not one.is_done()
    one.carry_out(tmp_path)
    assert one.is_done()
    path.parent.rmdir()

    one.require_own()
    one.take_back()
    assert (path.read_bytes(), mode(path)) == (b"a", 0o640)
    assert everything(tmp_path) == {"kpis/a.yaml"}


def test_file_that_changed_meanwhile_is_neither_removed_nor_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a")
    one = stage_removal(path, b"a", tmp_path)
    path.write_bytes(b"theirs")

    with pytest.raises(WorkspaceError, match="has changed since it was read"):
        one.carry_out(tmp_path)
    with pytest.raises(WorkspaceError, match="has changed since it was read"):
        stage_removal(path, b"a", tmp_path)
    with pytest.raises(WorkspaceError, match="exists already"):
        one.require_own()
    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize("name", ["link.yaml", "folder/real.yaml", "../real.yaml", ".git/config"])
def test_nothing_is_removed_through_a_link_or_outside(tmp_path: Path, name: str) -> None:
    root = tmp_path / "acme"
    (root / ".git").mkdir(parents=True)
    for path in (root / "real.yaml", root / ".git/config", tmp_path / "real.yaml"):
        path.write_bytes(b"a")
    (root / "link.yaml").symlink_to("real.yaml")
    (root / "folder").symlink_to(tmp_path)
    before = everything(tmp_path)

    with pytest.raises(WorkspaceError, match=r"link|outside|git's own"):
        stage_removal(root / name, b"a", root)
    assert everything(tmp_path) == before
