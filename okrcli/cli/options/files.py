"""The files that commands read, standard input among them, and the options of tables."""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from typing import Annotated, BinaryIO

from okrcli import system
from okrcli.choices import DateOrder, DecimalName, ScaleName, TableFormat
from okrcli.cli.options.groups import file_option
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.file_names import STANDARD_INPUT, STANDARD_INPUT_NAME, name_of
    from okrcli.sources.base import MOST_IMPORTED_BYTES

_INSTEAD = ("Name the file itself, or `-` to read standard input.",)

DecimalOption = Annotated[DecimalName | None, file_option(help="Decimal mark.")]
DatesOption = Annotated[DateOrder | None, file_option(help="Order of year, month and day.")]
EncodingOption = Annotated[str | None, file_option(metavar="NAME", help="Encoding, if not UTF-8.")]
TableOption = Annotated[
    str | None, file_option(metavar="NAME", help="Table of a database or sheet of a workbook.")
]
SkipOption = Annotated[
    int | None,
    file_option(
        min=0, max=1000, metavar="N", help="How many lines stand above the names of the columns."
    ),
]
ScaleOption = Annotated[
    ScaleName | None,
    file_option(help="What numbers of a KPI in percent are: 4.8 percent, or a share of 0.048."),
]
TableFormatOption = Annotated[
    TableFormat | None, file_option("--format", help="File format (default: by name or content).")
]


def table_content(path: str) -> bytes:
    """Return the bytes of the file at *path*, or of standard input for `-`.

    Raises:
        UsageError: It cannot be opened.
    """
    return content_of(path, MOST_IMPORTED_BYTES)


def columns_of(values: Iterable[str]) -> Mapping[str, str]:
    """Return what the values of `--map` say: the column of each field.

    Raises:
        UsageError: One is not `FIELD=COLUMN`, or a field is there twice.
    """
    columns: dict[str, str] = {}
    for value in values:
        field, _, column = (part.strip() for part in value.partition("="))
        if not field or not column:
            raise UsageError(f"--map: '{value}' maps nothing.", "Write it as in --map value=Score.")
        if field in columns:
            raise UsageError(f"--map {field} is given twice.", "Give it once.")
        columns[field] = column
    return columns


def content_of(source: str, limit: int) -> bytes:
    """Return the bytes of the file *source*, or of standard input for `-`.

    Raises:
        UsageError: It cannot be read, or has more than *limit* bytes.
    """
    if source == STANDARD_INPUT:
        return _read_limited(STANDARD_INPUT_NAME, standard_input(), limit)
    name = name_of(source)
    try:
        with _open(source) as file:
            content = _read_limited(name, file, limit)
            is_pipe = stat.S_ISFIFO(os.fstat(file.fileno()).st_mode)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"'{name}' cannot be read: {reason}.") from None
    if is_pipe and not content:
        raise UsageError(
            f"'{name}' is not a regular file but a pipe, and nothing writes to it.", *_INSTEAD
        )
    return content


def _open(source: str) -> BinaryIO:
    """Return the file *source*, or the pipe, as of `<(...)`; one without a writer is empty.

    Raises:
        OSError: It cannot be opened.
        UsageError: It is a device, which may have no end.
    """
    number = system.open_without_waiting(source)
    mode = os.fstat(number).st_mode
    if stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        return open(number, "rb")  # noqa: PTH123  a number is no path
    os.close(number)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    raise UsageError(f"'{name_of(source)}' is not a regular file.", *_INSTEAD)


def standard_input() -> BinaryIO:
    """Return the stream of standard input.

    Raises:
        UsageError: Whoever started us has closed it.
    """
    if sys.stdin is None:
        raise UsageError("Standard input is closed, so there is nothing to read.")
    return sys.stdin.buffer


def _read_limited(name: str, file: BinaryIO, limit: int) -> bytes:
    content = file.read(limit + 1)
    if len(content) > limit:
        raise UsageError(
            f"{name} has more than {limit:,} bytes, so nothing was recorded.",
            "Record it in several parts.",
        )
    return content
