"""Binary files of strangers, read by a process of their own.

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

from okrcli.model.tables import TableFormat
from okrcli.sources.base import Problem, SourceError, TableOptions
from okrcli.sources.isolated.transfer import BrokenTransferError, table_of_lines
from okrcli.sources.table import Table

MOST_MEMORY: Final = 768 * 1024**2
"""Bytes that the process may take."""

MOST_SECONDS: Final = 60
"""Of processor time."""

_MOST_WAITED: Final = 4 * MOST_SECONDS
"""Seconds, where the machine is busy or the system knows no limits."""

_MOST_BYTES: Final = 512 * 1024**2
"""Of what it gives back."""

_LONGEST_LINE: Final = 64 * 1024**2

_PROGRAM: Final = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from okrcli.sources.isolated.child_program import main; main()"
)
_ENVIRONMENT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What Python itself may need to start."""

_UNREADABLE: Final = (
    f"It is damaged, or takes more than {MOST_MEMORY // 1024**2} MiB of memory or {MOST_SECONDS}"
    " seconds to read: save what is to be recorded as CSV."
)
_NOT_STARTED: Final = (
    "The process that reads it cannot be started: {reason}. Save what is to be recorded as CSV."
)


def table_of_child(format_: TableFormat, name: str, content: bytes, options: TableOptions) -> Table:
    """Return the table of *content*, which the module of the format's name reads.

    Raises:
        SourceError: It is no such table, or the process that reads it did not survive that, or
            could not be started.
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
    """Return what starts the process, with the modules of this one and no others."""
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
    """Write everything to *child*, which says nothing before it has read it all."""
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
    """Give the lines that *child* writes, as far as somebody can mean them."""
    assert child.stdout  # noqa: S101  it is a pipe
    left = _MOST_BYTES
    while line := child.stdout.readline(_LONGEST_LINE):
        left -= len(line)
        if left < 0 or not line.endswith(b"\n"):
            raise BrokenTransferError
        yield line
