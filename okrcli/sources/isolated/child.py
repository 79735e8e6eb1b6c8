"""Reads foreign binary files in a separate process.

The libraries that read them are written in C and Rust. What makes them abort, run without end or
take all memory ends that process only, which has limits, no secrets in its environment, and gives
back text that is checked.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from threading import Timer
from typing import Final

from okrcli.choices import TableFormat
from okrcli.sources.base import Problem, SourceError, TableOptions
from okrcli.sources.isolated.transfer import BrokenTransferError, table_of_lines
from okrcli.sources.table import Table

MOST_MEMORY: Final = 768 * 1024**2
"""The most bytes of memory that the process may use."""

MOST_SECONDS: Final = 60
"""The most seconds of processor time."""

_MOST_WAITED: Final = 4 * MOST_SECONDS
"""The most seconds to wait, for a busy machine or a system without limits."""

_MOST_BYTES: Final = 512 * 1024**2
"""The most bytes of its output."""

_LONGEST_LINE: Final = 64 * 1024**2

_PROGRAM: Final = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from okrcli.sources.isolated.child_program import main; main()"
)
_ENVIRONMENT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""The environment variables that Python may need to start."""

_UNREADABLE: Final = (
    f"It is damaged, or takes more than {MOST_MEMORY // 1024**2} MiB of memory or {MOST_SECONDS}"
    " seconds to read: save what is to be recorded as CSV."
)
_NOT_STARTED: Final = (
    "The process that reads it cannot be started: {reason}. Save what is to be recorded as CSV."
)


def table_of_child(format_: TableFormat, name: str, content: bytes, options: TableOptions) -> Table:
    """Return the table in *content*, read by the module with the format's name.

    Raises:
        SourceError: It is not such a table, or the process that reads it crashed or could not be
            started.
    """
    try:
        child = _start()
    except OSError as error:
        message = _NOT_STARTED.format(reason=error.strerror or error)
        raise SourceError(name, [Problem(1, message)]) from None
    with child:
        timer = Timer(_MOST_WAITED, child.kill)
        timer.daemon = True
        timer.start()
        try:
            _give(child, format_, name, content, options)
            return table_of_lines(name, _lines_from(child))
        except BrokenTransferError:
            raise SourceError(name, [Problem(1, _UNREADABLE)]) from None
        finally:
            timer.cancel()
            child.kill()


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  our own program
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(os.environ),
        cwd=sys.prefix,
    )


def _command() -> Sequence[str]:
    """Return the command that starts the process, with only the modules of this one."""
    # Isolated, it would not find a package of this user only, or one of PYTHONPATH.
    folders = [os.path.abspath(folder) for folder in sys.path if folder]  # noqa: PTH100  also of archives
    return [
        sys.executable or "",  # unknown where Python is a part of another program
        "-I",
        *(["-B"] if sys.dont_write_bytecode else []),
        "-c",
        _PROGRAM,
        *folders,
    ]


def _environment(ours: Mapping[str, str]) -> Mapping[str, str]:
    return {name: ours[name] for name in _ENVIRONMENT if name in ours}


def _give(
    child: subprocess.Popen[bytes], format_: str, name: str, content: bytes, options: TableOptions
) -> None:
    """Write everything to *child*, which writes nothing before it has read it all."""
    names = [sorted(some) for some in options.names]
    asked = {
        "format": format_,
        "name": name,
        "table": options.table,
        "skip": options.skip,
        "names": names,
    }
    assert child.stdin  # noqa: S101  it is a pipe
    with suppress(BrokenPipeError), child.stdin as pipe:  # its end is told by what it says
        pipe.write(json.dumps(asked).encode() + b"\n")
        pipe.write(content)


def _lines_from(child: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """Yield the lines that *child* writes, up to a sensible length."""
    assert child.stdout  # noqa: S101  it is a pipe
    left = _MOST_BYTES
    while line := child.stdout.readline(_LONGEST_LINE):
        left -= len(line)
        if left < 0 or not line.endswith(b"\n"):
            raise BrokenTransferError
        yield line
