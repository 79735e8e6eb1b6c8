import errno
import os
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.files import Removal, Write, replace, write_all, write_new
from tests.faults.disk import everything, mode
from tests.windows import needs_modes


def test_write_new_makes_the_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "checkins/2026/a.yaml"
    write_new(path, b"date: 2026-11-20\r\n", tmp_path)
    assert path.read_bytes() == b"date: 2026-11-20\r\n"
    assert everything(tmp_path) == {"checkins/2026/a.yaml"}


def test_write_new_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match="exists already"):
        write_new(tmp_path / "a.yaml", b"ours", tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"theirs"
    assert everything(tmp_path) == {"a.yaml"}


def test_write_new_never_overwrites_what_comes_at_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(_temporary: Path, final: Path) -> None:
        final.write_bytes(b"theirs")
        raise FileExistsError(errno.EEXIST, "File exists", str(final))

    monkeypatch.setattr(os, "link", taken)
    with pytest.raises(WorkspaceError, match="exists already"):
        write_new(tmp_path / "a.yaml", b"ours", tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"theirs"
    assert everything(tmp_path) == {"a.yaml"}


def test_write_new_does_not_follow_a_dangling_symlink(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    with pytest.raises(WorkspaceError, match="exists already"):
        write_new(tmp_path / "a.yaml", b"ours", tmp_path)
    assert not (tmp_path / "b.yaml").exists()


def test_replace_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(b"old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    with pytest.raises(WorkspaceError, match=r"goes through the link 'link\.yaml'"):
        replace(tmp_path / "link.yaml", b"new", b"old", tmp_path)
    assert (tmp_path / "real.yaml").read_bytes() == b"old"


def test_write_all_makes_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    write_all(
        [Write(tmp_path / "a.yaml", b"new", b"old"), Write(tmp_path / "x/b.yaml", b"b")], tmp_path
    )
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    assert (tmp_path / "x/b.yaml").read_bytes() == b"b"


@needs_modes
@pytest.mark.parametrize("interruption", [OSError(errno.EIO, "I/O error"), KeyboardInterrupt()])
def test_write_all_takes_everything_back_when_one_write_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "a.yaml").chmod(0o600)
    link = os.link

    def second_fails(source: Path, target: Path) -> None:
        if target.name == "c.yaml":
            raise interruption
        link(source, target)

    monkeypatch.setattr(os, "link", second_fails)
    writes = [
        Write(tmp_path / "a.yaml", b"new", b"old"),
        Write(tmp_path / "b.yaml", b"b"),
        Write(tmp_path / "c.yaml", b"c"),
    ]
    with pytest.raises((WorkspaceError, KeyboardInterrupt)):
        write_all(writes, tmp_path)
    assert everything(tmp_path) == {"a.yaml"}
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert mode(tmp_path / "a.yaml") == 0o600


def renaming(root: Path) -> tuple[list[Write], Path, list[Removal]]:
    """Return what `write_all` is given to let `a/old.yaml` be `b/new.yaml`."""
    (root / "a").mkdir()
    (root / "a/old.yaml").write_bytes(b"a")
    return [Write(root / "b/new.yaml", b"b")], root, [Removal(root / "a/old.yaml", b"a")]


def test_write_all_removes_files_and_the_folders_that_are_empty_then(tmp_path: Path) -> None:
    write_all(*renaming(tmp_path))
    assert everything(tmp_path) == {"b/new.yaml"}
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


@pytest.mark.parametrize("interruption", [OSError(errno.EIO, "I/O error"), KeyboardInterrupt()])
def test_write_all_takes_everything_back_when_a_file_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException
) -> None:
    arguments = renaming(tmp_path)
    unlink = Path.unlink

    def fails(path: Path, missing_ok: bool = False) -> None:
        if path.name == "old.yaml":
            raise interruption
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", fails)
    with pytest.raises((WorkspaceError, KeyboardInterrupt)):
        write_all(*arguments)
    assert everything(tmp_path) == {"a/old.yaml"}


def test_write_all_writes_nothing_when_a_file_to_be_removed_changed(tmp_path: Path) -> None:
    arguments = renaming(tmp_path)
    (tmp_path / "a/old.yaml").write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match="has changed since it was read"):
        write_all(*arguments)
    assert everything(tmp_path) == {"a/old.yaml"}


def test_what_was_written_and_removed_can_be_taken_back(tmp_path: Path) -> None:
    written = write_all(*renaming(tmp_path))
    written.take_back(WorkspaceError("No."))
    assert everything(tmp_path) == {"a/old.yaml"}
    assert (tmp_path / "a/old.yaml").read_bytes() == b"a"


def test_what_somebody_changed_since_is_not_taken_back_and_named(tmp_path: Path) -> None:
    written = write_all(*renaming(tmp_path))
    (tmp_path / "b/new.yaml").write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match=r"No\. .* not be undone: .*new\.yaml"):
        written.take_back(WorkspaceError("No."))
    assert everything(tmp_path) == {"a/old.yaml", "b/new.yaml"}
