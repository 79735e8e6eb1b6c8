import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.files import Write, replace, write_all, write_new
from okrcli.storage.temporaries import leftovers
from tests.windows import needs_limits, needs_modes


def test_write_new_makes_the_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "checkins/2026/a.yaml"
    write_new(path, b"date: 2026-11-20\r\n", tmp_path)
    assert path.read_bytes() == b"date: 2026-11-20\r\n"
    assert everything(tmp_path) == {"checkins/2026/a.yaml"}


def test_write_new_gives_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_new(tmp_path / "a.yaml", b"a", tmp_path)
    assert mode(tmp_path / "a.yaml") == mode(tmp_path / "usual")


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


def test_write_new_works_where_files_have_only_one_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    write_new(tmp_path / "a.yaml", b"ours", tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"ours"
    assert everything(tmp_path) == {"a.yaml"}


def test_write_new_does_not_follow_a_dangling_symlink(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    with pytest.raises(WorkspaceError, match="exists already"):
        write_new(tmp_path / "a.yaml", b"ours", tmp_path)
    assert not (tmp_path / "b.yaml").exists()


def test_writes_out_of_the_root_are_refused(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (outside / "a.yaml").write_bytes(b"theirs")
    (root / "folder").symlink_to(outside)
    (root / "a.yaml").symlink_to(outside / "a.yaml")
    (root / "loop").symlink_to("loop")
    with pytest.raises(WorkspaceError, match="leads out"):
        write_new(root / "folder/b.yaml", b"ours", root)
    with pytest.raises(WorkspaceError, match="leads out"):
        write_new(root / "../outside/b.yaml", b"ours", root)
    with pytest.raises(WorkspaceError, match="leads out"):
        replace(root / "a.yaml", b"ours", b"theirs", root)
    with pytest.raises(WorkspaceError):
        write_new(root / "loop/b.yaml", b"ours", root)
    assert everything(outside) == {"a.yaml"}
    assert (outside / "a.yaml").read_bytes() == b"theirs"


@needs_modes
def test_replace_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace(path, b"new", b"old", tmp_path)
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o640
    assert everything(tmp_path) == {"a.yaml"}


def test_replace_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(b"old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    with pytest.raises(WorkspaceError, match=r"goes through the link 'link\.yaml'"):
        replace(tmp_path / "link.yaml", b"new", b"old", tmp_path)
    assert (tmp_path / "real.yaml").read_bytes() == b"old"


def test_replace_refuses_when_the_file_changed_since_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match="changed by somebody else"):
        replace(path, b"ours", b"old", tmp_path)
    assert path.read_bytes() == b"theirs"


def test_replace_refuses_when_the_file_changes_while_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    sync = os.fsync

    def meanwhile(number: int) -> None:
        path.write_bytes(b"theirs")
        sync(number)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(WorkspaceError, match="changed by somebody else"):
        replace(path, b"ours", b"old", tmp_path)
    assert path.read_bytes() == b"theirs"
    assert everything(tmp_path) == {"a.yaml"}


def test_replace_refuses_when_the_file_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="No such file"):
        replace(tmp_path / "a.yaml", b"ours", b"old", tmp_path)
    assert everything(tmp_path) == set()


def test_full_disk_leaves_old_files_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(WorkspaceError, match="No space left on device") as raised:
        replace(tmp_path / "a.yaml", b"new", b"old", tmp_path)
    assert raised.value.exit_code == 3
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert everything(tmp_path) == {"a.yaml"}


@needs_limits
def test_replace_leaves_the_old_file_whole_when_the_system_takes_no_more(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  not on Windows

    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(WorkspaceError, match="could not be written"):
            replace(path, b"new" * 1000, b"old", tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert everything(tmp_path) == {"a.yaml"}


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


def test_write_all_writes_nothing_when_one_file_changed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"theirs")
    writes = [Write(tmp_path / "b.yaml", b"b"), Write(tmp_path / "a.yaml", b"new", b"old")]
    with pytest.raises(WorkspaceError, match="changed by somebody else"):
        write_all(writes, tmp_path)
    assert everything(tmp_path) == {"a.yaml"}


def test_leftovers_finds_what_a_killed_okr_left(tmp_path: Path) -> None:
    program = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from okrcli.storage.files import write_new\n"
        "os.link = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_new(Path('kpis/a.yaml'), b'a', Path.cwd())\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run((sys.executable, "-c", program), cwd=tmp_path, env=environment, check=False)
    (found,) = leftovers(tmp_path)
    assert found.read_bytes() == b"a"
    assert found.suffix != ".yaml"
    assert everything(tmp_path) == {found.relative_to(tmp_path).as_posix()}


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def failing(number: int) -> Callable[..., None]:
    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail
