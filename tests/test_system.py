"""What differs between operating systems: what this one does, and what okr does on Windows."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from okrcli import system
from tests.windows import needs_limits, needs_modes


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let okr believe that it runs on Windows, as far as that can be had elsewhere."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "O_BINARY", 0, raising=False)
    monkeypatch.setattr(system, "REPLACE_WAITS", (0.0, 0.0))


RESERVED = [
    "con",
    "CON",
    "nul.yaml",
    "aux.tar.gz",
    "Prn",
    "com1",
    "lpt9.yml",
    "com0",
    "lpt²",
    "con .yaml",
    "nul:x",
    "CONIN$",
    "conout$.txt",
    "ends-with-a-dot.",
    "ends-with-a-space ",
]
FREE = [
    "console",
    "con-1",
    "null",
    "auxiliary.yaml",
    "com10",
    "lpt",
    "a.con",
    "2026-Q4",
    "nps.yaml",
]


@pytest.mark.parametrize("name", RESERVED)
def test_names_that_windows_cannot_make_are_reserved(name: str) -> None:
    assert system.is_reserved_name(name)


@pytest.mark.parametrize("name", FREE)
def test_other_names_are_free(name: str) -> None:
    assert not system.is_reserved_name(name)


def test_link_is_told_from_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "broken").symlink_to("nowhere")

    found = {name: system.is_link(tmp_path / name) for name in ("file", "link", "broken", "none")}
    assert found == {"file": False, "link": True, "broken": True, "none": False}
    assert not system.is_link(Path("a\0b"))


@pytest.mark.usefixtures("windows")
def test_junction_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Junction:
        st_mode = stat.S_IFDIR
        st_reparse_tag = 0xA0000003

    monkeypatch.setattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0xA0000003, raising=False)
    monkeypatch.setattr(Path, "lstat", lambda _path: Junction())
    assert system.is_link(tmp_path)


@pytest.mark.parametrize("path", ["C:x", "C:/x", "//evil/share/x", r"\\evil\share\x"])
def test_path_of_another_drive_is_told_on_windows_alone(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not system.names_a_drive(path)
    monkeypatch.setattr(sys, "platform", "win32")
    assert system.names_a_drive(path)
    assert not system.names_a_drive("data/x.csv")


def test_path_is_told_from_a_folder_or_whole_where_drives_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_paths: Path) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    assert system.path_from(tmp_path / "a", tmp_path / "b") == str(Path("../b"))
    monkeypatch.setattr(os.path, "relpath", refused)
    assert system.path_from(tmp_path / "a", tmp_path / "b") == str(tmp_path / "b")


def test_open_unfollowed_opens_a_file_and_no_link(tmp_path: Path) -> None:
    number = system.open_unfollowed(tmp_path / "file", os.O_WRONLY | os.O_CREAT)
    os.close(number)
    (tmp_path / "link").symlink_to("file")

    with pytest.raises(OSError, match="symbolic link") as raised:
        system.open_unfollowed(tmp_path / "link", os.O_RDONLY)
    assert raised.value.errno == errno.ELOOP


@pytest.mark.usefixtures("windows")
def test_open_unfollowed_opens_no_link_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to("file")
    monkeypatch.setattr(system, "is_link", Path.is_symlink)

    with pytest.raises(OSError, match="is a link") as raised:
        system.open_unfollowed(tmp_path / "link", os.O_WRONLY | os.O_CREAT)
    assert raised.value.errno == errno.ELOOP
    assert not (tmp_path / "file").exists()


def test_name_new_takes_no_name_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "temporary").write_bytes(b"ours")
    (tmp_path / "final").write_bytes(b"theirs")

    with pytest.raises(FileExistsError):
        system.name_new(tmp_path / "temporary", tmp_path / "final")
    assert (tmp_path / "final").read_bytes() == b"theirs"


@pytest.mark.usefixtures("windows")
def test_replace_waits_for_a_file_that_another_program_has_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = refused(times=2, monkeypatch=monkeypatch)
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")

    system.replace(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"
    assert len(calls) == 3


@pytest.mark.usefixtures("windows")
def test_replace_gives_up_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = refused(times=99, monkeypatch=monkeypatch)

    with pytest.raises(PermissionError):
        system.replace(tmp_path / "new", tmp_path / "old")
    assert len(calls) == 3


def test_replace_is_refused_at_once_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = refused(times=99, monkeypatch=monkeypatch)

    with pytest.raises(PermissionError):
        system.replace(tmp_path / "new", tmp_path / "old")
    assert len(calls) == 1


def refused(times: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the first *times* replacements be refused; return a list that grows with each."""
    calls: list[int] = []
    replace = Path.replace

    def replaced(source: Path, target: Path) -> Path:
        calls.append(1)
        if len(calls) <= times:
            raise PermissionError(errno.EACCES, "It is open elsewhere")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", replaced)
    return calls


@needs_modes
def test_mode_is_copied(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    (tmp_path / "new").write_bytes(b"")

    system.copy_owner_and_mode((tmp_path / "old").stat(), tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@needs_modes
def test_owner_is_copied_where_we_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []
    (tmp_path / "new").write_bytes(b"")
    monkeypatch.setattr(os, "chown", lambda _path, *ids: given.append(ids))
    theirs = os.stat_result((stat.S_IFREG | 0o600, 0, 0, 1, 12345, 54321, 0, 0, 0, 0))

    system.copy_owner_and_mode(theirs, tmp_path / "new")
    assert given == [(12345, 54321)]


@needs_modes
def test_file_stays_ours_where_we_may_not_give_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_arguments: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    (tmp_path / "new").write_bytes(b"")
    monkeypatch.setattr(os, "chown", forbidden)
    theirs = os.stat_result((stat.S_IFREG | 0o600, 0, 0, 1, 12345, 54321, 0, 0, 0, 0))

    system.copy_owner_and_mode(theirs, tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


@pytest.mark.parametrize("platform", ["linux", "win32"])
@pytest.mark.parametrize("raw", ["опрос/año.yaml".encode(), b"\xff\xfe.yaml"])
def test_what_git_prints_comes_back_unchanged(
    raw: bytes, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)

    assert system.git_bytes(system.git_text(raw)) == raw


LIMITED = "from okrcli.system import limit_own_resources as limit; limit({memory}, 60); {action}"


@needs_limits
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS keeps no limit for memory")
@pytest.mark.parametrize(("gibibytes", "ends_well"), [(1, False), (4, True)])
def test_process_gets_no_more_memory_than_its_limit(gibibytes: int, *, ends_well: bool) -> None:
    program = LIMITED.format(memory=gibibytes * 1024**3, action="bytes(1024**3)")
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, check=False)
    assert (done.returncode == 0) is ends_well


@needs_limits
@pytest.mark.usefixtures("windows")
def test_windows_sets_no_limits_and_syncs_no_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource  # noqa: PLC0415  not on Windows

    called: list[str] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *_limit: called.append("limit"))
    monkeypatch.setattr(os, "fsync", lambda _number: called.append("sync"))

    system.limit_own_resources(1, 1)
    system.sync_folder(tmp_path)
    assert not called


@pytest.mark.parametrize(
    ("platform", "error", "is_closed"),
    [
        ("linux", BrokenPipeError(errno.EPIPE, "Broken pipe"), True),
        ("linux", OSError(errno.EINVAL, "Invalid argument"), False),
        ("win32", OSError(errno.EINVAL, "Invalid argument"), True),
        ("win32", OSError(errno.EINVAL, "Invalid argument", "a?.yaml"), False),
        ("win32", OSError(errno.ENOSPC, "No space left on device"), False),
    ],
)
def test_closed_pipe_is_told_from_other_errors(
    platform: str, error: OSError, *, is_closed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert system.is_closed_pipe(error) is is_closed


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {}, "/home/ana/.local/state/okr"),
        ("linux", {"XDG_STATE_HOME": "/state"}, "/state/okr"),
        ("linux", {"XDG_STATE_HOME": "state"}, "/home/ana/.local/state/okr"),
        ("darwin", {}, "/home/ana/Library/Application Support/okr"),
        ("darwin", {"XDG_STATE_HOME": "/state"}, "/state/okr"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/okr"),
        ("win32", {}, "/home/ana/AppData/Local/okr"),
    ],
)
def test_what_is_remembered_for_the_user_is_where_each_system_has_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], folder: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert system.state_folder(variables, Path("/home/ana")) == Path(folder)


def test_folders_take_each_other_s_name_where_the_system_can(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / folder.name).touch()
    done = system.exchange(one, other)

    names = [[file.name for file in folder.iterdir()] for folder in (one, other)]
    assert names == ([["other"], ["one"]] if done else [["one"], ["other"]])
    assert done or sys.platform == "win32"


def test_folder_that_is_missing_cannot_be_exchanged(tmp_path: Path) -> None:
    assert not system.exchange(tmp_path / "one", tmp_path / "other")


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody can tell")
def test_folder_is_abandoned_when_nobody_holds_it(tmp_path: Path) -> None:
    assert system.is_folder_abandoned(tmp_path)
    number = os.open(tmp_path, os.O_RDONLY)
    try:
        assert system.hold(number)
        assert not system.is_folder_abandoned(tmp_path)
    finally:
        os.close(number)
