"""A file system without hard links, as exFAT and some mounts: nothing empty or torn has a name."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from okrcli import system
from okrcli.errors import WorkspaceError
from okrcli.storage.files import Write, write_all, write_new
from okrcli.storage.temporaries import leftovers, remove_leftovers
from tests.cli.conftest import Okr
from tests.faults.disk import everything, failing
from tests.repositories import photograph
from tests.windows import needs_kill

pytestmark = pytest.mark.slow

REFUSALS = [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL, errno.EACCES]
STEPS = ["os.fsync", "os.link", "os.path.lexists", "fcntl.flock", "os.rename", "os.unlink"]
"""What a new file goes through, in this order."""


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files have one name only."""
    monkeypatch.setattr(os, "link", failing(errno.EPERM))


@pytest.mark.parametrize("refusal", REFUSALS)
def test_write_new_works_where_files_have_only_one_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    monkeypatch.setattr(os, "link", failing(refusal))
    write_new(tmp_path / "a.yaml", b"ours", tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"ours"
    assert everything(tmp_path) == {"a.yaml"}


@pytest.mark.usefixtures("no_links")
def test_name_that_is_taken_at_the_last_moment_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(_temporary: Path, final: Path) -> None:
        final.write_bytes(b"theirs")
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", taken)
    with pytest.raises(WorkspaceError, match="exists already"):
        write_new(tmp_path / "a.yaml", b"ours", tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"theirs"
    assert everything(tmp_path) == {"a.yaml"}


@pytest.mark.usefixtures("no_links")
@pytest.mark.parametrize("failure", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
def test_failing_rename_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    def fail(*_arguments: object) -> None:
        raise failure

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises((WorkspaceError, KeyboardInterrupt)) as raised:
        write_new(tmp_path / "checkins/2026/a.yaml", b"ours", tmp_path)
    assert list(tmp_path.rglob("*")) == []
    if isinstance(raised.value, WorkspaceError):
        assert raised.value.message.endswith("Input/output error. Nothing was changed.")


@pytest.mark.usefixtures("no_links")
def test_several_files_are_taken_back_when_the_last_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def second_fails(path: Path, target: Path) -> Any:
        if target.name == "b.yaml":
            raise OSError(errno.EIO, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    writes = [Write(tmp_path / name, b"ours") for name in ("a.yaml", "b.yaml")]
    with pytest.raises(WorkspaceError, match="Nothing was changed"):
        write_all(writes, tmp_path)
    assert everything(tmp_path) == set()


@pytest.mark.usefixtures("no_links")
def test_what_cannot_be_taken_back_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that fails in the middle."""
    rename, unlink = Path.rename, Path.unlink

    def second_fails(path: Path, target: Path) -> Any:
        if target.name == "b.yaml":
            raise OSError(errno.EIO, "Input/output error")
        return rename(path, target)

    def final_stays(path: Path, missing_ok: bool = False) -> None:
        if path.name == "a.yaml":
            raise OSError(errno.EROFS, "Read-only file system")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "rename", second_fails)
    monkeypatch.setattr(Path, "unlink", final_stays)
    writes = [Write(tmp_path / name, b"ours") for name in ("a.yaml", "b.yaml")]
    with pytest.raises(WorkspaceError) as raised:
        write_all(writes, tmp_path)
    assert f"{tmp_path / 'a.yaml'} (Read-only file system)" in raised.value.message
    assert "Nothing was changed" not in raised.value.message
    assert everything(tmp_path) == {"a.yaml"}


KILLED = """
import errno, os, signal, sys
import fcntl
from pathlib import Path
from okrcli.storage.files import write_new

def refuse(*_):
    raise OSError(errno.EPERM, "no")

os.link = refuse
module, _, name = sys.argv[1].rpartition(".")
home = {"os": os, "os.path": os.path, "fcntl": fcntl}[module]
real = getattr(home, name)

def killing(*arguments, **options):
    if sys.argv[2] == "after":
        real(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(home, name, killing)
write_new(Path("checkins/a.yaml"), b"ours", Path.cwd())
"""


@needs_kill
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", ["os.fsync", "fcntl.flock", "os.rename"])
def test_kill_at_any_step_leaves_the_whole_file_or_none(
    tmp_path: Path, step: str, when: str
) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        (sys.executable, "-c", KILLED, step, when), cwd=tmp_path, env=environment, check=False
    )

    assert ran.returncode == -signal.SIGKILL
    assert {each.read_bytes() for each in tmp_path.rglob("*.yaml")} <= {b"ours"}
    left = {each.relative_to(tmp_path).as_posix() for each in leftovers(tmp_path)}
    assert everything(tmp_path) - {"checkins/a.yaml"} == left
    assert {*remove_leftovers(tmp_path)} == {tmp_path / each for each in left}


@pytest.mark.usefixtures("no_links")
def test_check_in_is_committed_without_links_and_refused_whole(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert okr("checkin", "csat", "71").code == 0
    before = photograph(root)

    monkeypatch.setattr(system, "_rename_new", failing(errno.EIO))
    ran = okr("checkin", "csat", "72")
    assert (ran.code, "Nothing was changed." in ran.err) == (3, True)
    assert photograph(root) == before
