"""What differs between operating systems; nothing else in `okr` asks which one it runs on.

On Windows there are no owners, no limits for a process and no folders that can be synced; a file
that is open elsewhere cannot be replaced for that moment, and some names are devices.
"""

import contextlib
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PureWindowsPath

REPLACE_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds before each new try to replace a file that another program has open, on Windows."""

# What file systems say that cannot make a second name for a file: exFAT, on Windows and elsewhere,
# and mounts of networks, containers and phones.
_NO_LINKS = frozenset(
    {
        errno.EACCES,
        errno.EINVAL,
        errno.EMLINK,
        errno.ENOSYS,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.EPERM,
        errno.EXDEV,
    }
)

# What they say of a folder whose names they cannot be asked to keep.
_NO_SYNC = frozenset({errno.EBADF, errno.EINVAL, errno.EISDIR, errno.ENOTSUP, errno.EOPNOTSUPP})

# What macOS leaves out of names; git has the same list.
_LEFT_OUT_OF_NAMES = dict.fromkeys(
    (*range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x206A, 0x2070), 0xFEFF)
)

# Devices in every folder, whatever follows the first dot; the raised digits count as digits.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?")
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]|[. ]$')


@lru_cache(maxsize=1 << 10)
def is_reserved_name(name: str) -> bool:
    """Whether Windows cannot make a file or folder of this *name*, such as `con` or `nul.yaml`."""
    return bool(_FORBIDDEN.search(name) or _DEVICE.fullmatch(name.lower()))


_BINARY: int = getattr(os, "O_BINARY", 0)
_JUNCTION = "IO_REPARSE_TAG_MOUNT_POINT"

PATH_ALONE_TELLS_PROGRAMS = sys.platform != "win32"
"""Whether the name of a program never means a file of the current folder."""


def is_git_folder(name: str) -> bool:
    """Whether a file system may take *name* for `.git`.

    Some know no case, Windows drops dots and spaces at the end and what follows a colon and has the
    short name `git~1`, and macOS leaves some characters out.
    """
    seen = name.translate(_LEFT_OUT_OF_NAMES).partition(":")[0].rstrip(". ").casefold()
    return seen in {".git", "git~1"}


def is_link(path: Path) -> bool:
    """Whether *path* itself is a symlink or, on Windows, a junction; also a broken one."""
    try:
        status = path.lstat()
    except (OSError, ValueError):
        return False
    # `os.path.isjunction` is new in Python 3.12.
    tag, junction = getattr(status, "st_reparse_tag", 0), getattr(stat, _JUNCTION, None)
    is_junction = sys.platform == "win32" and tag == junction
    return stat.S_ISLNK(status.st_mode) or is_junction


def names_a_drive(path: str) -> bool:
    """Whether *path* begins with a drive or another computer, which Windows would at once ask."""
    return sys.platform == "win32" and bool(PureWindowsPath(path).drive)


def path_from(folder: Path, path: Path) -> str:
    """Return *path* as seen from *folder*; whole where it is on another drive of Windows."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)


def open_unfollowed(path: Path | str, flags: int) -> int:
    """Open the file *path* as bytes and return its number; never what a link of this name leads to.

    Raises:
        OSError: It cannot be opened; `ELOOP` when it is a link.
    """
    if sys.platform == "win32":  # which has no flag for it
        if is_link(Path(path)):
            raise OSError(errno.ELOOP, "It is a link", str(path))
        return os.open(path, flags | _BINARY, 0o666)
    return os.open(path, flags | os.O_NOFOLLOW, 0o666)


def open_without_waiting(path: str) -> int:
    """Open the file *path* to be read as bytes, and return its number.

    A pipe that nobody writes to is empty, instead of waited for.
    """
    if sys.platform == "win32":
        return os.open(path, os.O_RDONLY | _BINARY)
    else:  # noqa: RET505  each system its own branch
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(number, True)
        return number


def name_new(temporary: Path, final: Path) -> None:
    """Give the file *temporary* the name *final*, which a rename would overwrite.

    All of the file has the name at once, or nothing has it, whenever we are killed. Where the file
    system cannot make a second name, two okrs never overwrite each other's file; against another
    program the name is looked for directly before.

    Raises:
        OSError: `FileExistsError` when *final* is there already.
    """
    try:
        os.link(temporary, final)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename_new(temporary, final)


def _rename_new(temporary: Path, final: Path) -> None:
    if sys.platform == "win32":  # where a rename refuses a name that is taken
        temporary.rename(final)
    else:
        with _folder_locked(final.parent):
            if os.path.lexists(final):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(final))
            temporary.rename(final)


@contextlib.contextmanager
def _folder_locked(folder: Path) -> Iterator[None]:
    """Keep every other okr from naming files in *folder*; a lock ends with its process."""
    number = os.open(folder, os.O_RDONLY)
    try:
        _lock(number, wait=True)
        yield
    finally:
        os.close(number)


def hold(number: int) -> bool:
    """Show other okrs that the file is in use, for as long as this process has it open.

    Returns:
        Whether it is so; on Windows an open file cannot be renamed, and must be closed before.
    """
    return _lock(number, wait=True)


def is_abandoned(path: Path) -> bool:
    """Whether the process that held the file *path* has ended; not where nobody can tell."""
    return _unheld(path, lambda: None)


def is_folder_abandoned(folder: Path) -> bool:
    """Whether the process that held *folder* has ended; on Windows nobody can tell."""
    if sys.platform == "win32":
        return False
    number = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        return _lock(number, wait=False)
    finally:
        os.close(number)


def remove_abandoned(path: Path) -> bool:
    """Remove the file *path* when the process that held it has ended; whether it is gone."""
    return _unheld(path, path.unlink)


def _unheld(path: Path, action: Callable[[], None]) -> bool:
    """Do *action* while nobody holds the file *path*; whether it was done."""
    try:
        if sys.platform == "win32":  # which does not rename what is open
            path.rename(path)
            action()
            return True
        else:  # noqa: RET505  each system its own branch
            return _try_lock(path, action)
    except OSError:
        return False


def _try_lock(path: Path, action: Callable[[], None]) -> bool:
    number = open_unfollowed(path, os.O_RDWR)
    try:
        free = _lock(number, wait=False)
        if free:
            action()
    finally:
        os.close(number)
    return free


def _lock(number: int, *, wait: bool) -> bool:
    """Lock the open file or folder for this process; whether that is so.

    Windows locks parts of files and no folders, and some file systems have no locks.
    """
    locked = False
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415  not on Windows

        with contextlib.suppress(OSError):
            fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            locked = True
    return locked


def replace(temporary: Path, final: Path) -> None:
    """Let the file *temporary* take the place of *final*.

    Windows refuses it while another program has *final* open: then it is tried again for a second
    or two.
    """
    for wait in REPLACE_WAITS if sys.platform == "win32" else ():
        try:
            temporary.replace(final)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(final)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders take each other's name at one moment; whether the system could.

    Python has no function for it. Windows cannot do it, nor can some file systems.
    """
    here, swap = -100, 2  # AT_FDCWD and RENAME_EXCHANGE; the same number is macOS's RENAME_SWAP
    if sys.platform == "win32":
        return False
    import ctypes  # noqa: PLC0415  nothing else needs it

    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        renamed = library.renamex_np(*names, swap)
    elif hasattr(library, "renameat2"):
        renamed = library.renameat2(here, names[0], here, names[1], swap)
    else:
        return False
    return bool(renamed == 0)


def sync_folder(folder: Path) -> None:
    """Let the disk keep the names in *folder*, where that is not done without asking."""
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        except OSError as error:
            if error.errno not in _NO_SYNC:
                raise
        finally:
            os.close(number)


def copy_owner_and_mode(status: os.stat_result, path: Path) -> None:
    """Give *path* the mode that *status* tells, and its owner and group where we may."""
    if sys.platform != "win32":
        found = path.stat()
        if (found.st_uid, found.st_gid) != (status.st_uid, status.st_gid):
            # Only root gives files away; the file of anybody else is theirs, as from an editor.
            with contextlib.suppress(PermissionError):
                os.chown(path, status.st_uid, status.st_gid)
    path.chmod(stat.S_IMODE(status.st_mode))


def git_text(output: bytes) -> str:
    """Return text or paths that git has printed, as the functions of `os` take them.

    Git prints paths as they are stored. Bytes that are no text become surrogates; `os.fsdecode`
    does that too, but raises on Windows.
    """
    if sys.platform == "win32":
        return output.decode("utf-8", "surrogateescape")
    return os.fsdecode(output)


def git_bytes(text: str) -> bytes:
    """Return *text* or paths as git reads them: the reverse of `git_text`."""
    if sys.platform == "win32":
        return text.encode("utf-8", "surrogateescape")
    return os.fsencode(text)


def limit_own_resources(memory: int, seconds: int) -> None:
    """Let this process, a child made for it, end when it takes too much.

    Windows has no such limits: there a child is bounded only by how long its parent waits for it.
    macOS keeps none for memory.

    Args:
        memory: Bytes of address space.
        seconds: Of processor time.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  not on Windows

    # Of a hostile file nobody wants a core dump.
    limits = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    if sys.platform != "darwin":
        limits[resource.RLIMIT_AS] = memory
    for limit, value in limits.items():
        _, most = resource.getrlimit(limit)
        lowered = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(limit, (lowered, lowered))


def state_folder(variables: Mapping[str, str], home: Path) -> Path:
    """Return the folder in which `okr` remembers things for the user, outside of any workspace.

    Args:
        variables: Of the environment.
        home: The user's.
    """
    stated = Path(variables.get("XDG_STATE_HOME", ""))
    if stated.is_absolute():  # its specification leaves out others
        return stated / "okr"
    if sys.platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or home / "AppData/Local") / "okr"
    if sys.platform == "darwin":
        return home / "Library/Application Support/okr"
    return home / ".local/state/okr"


def cache_folder(variables: Mapping[str, str], home: Path) -> Path:
    """Return the folder in which `okr` keeps for the user what can be made again.

    Args:
        variables: Of the environment.
        home: The user's.
    """
    stated = Path(variables.get("XDG_CACHE_HOME", ""))
    if stated.is_absolute():
        return stated / "okr"
    if sys.platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or home / "AppData/Local") / "okr/Cache"
    if sys.platform == "darwin":
        return home / "Library/Caches/okr"
    return home / ".cache/okr"


def is_private(folder: Path) -> bool:
    """Return whether *folder* is a folder of the user that nobody else may open.

    On Windows, that is so by where it is.

    Raises:
        OSError: It is not there.
    """
    status = folder.lstat()
    if sys.platform == "win32":
        return stat.S_ISDIR(status.st_mode)
    is_own = status.st_uid == os.geteuid()
    return stat.S_ISDIR(status.st_mode) and is_own and not stat.S_IMODE(status.st_mode) & 0o077


def piped_encoding() -> str | None:
    """Return the encoding of output that is no terminal's, `None` for the one that the locale says.

    On Windows that is one which neither JSON nor git nor a CI server is written in.
    """
    return "utf-8" if sys.platform == "win32" else None


def is_closed_pipe(error: OSError) -> bool:
    """Whether *error* says that nobody reads our output any more, as after `| head`."""
    is_windows_way = (
        sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None
    )
    return isinstance(error, BrokenPipeError) or is_windows_way
