"""What a command reads from a file that the user names, or from standard input."""

import sys
from pathlib import Path
from typing import BinaryIO

from okrcli.actions.file_names import STANDARD_INPUT, STANDARD_INPUT_NAME, name_of
from okrcli.errors import UsageError


def content_of(source: str, limit: int) -> bytes:
    """Return the bytes of the file *source*, or of standard input for `-`.

    Raises:
        UsageError: It cannot be read, or has more than *limit* bytes.
    """
    if source == STANDARD_INPUT:
        return _limited(STANDARD_INPUT_NAME, standard_input(), limit)
    name = name_of(source)
    try:
        with Path(source).open("rb") as file:
            return _limited(name, file, limit)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"'{name}' cannot be read: {reason}.") from None


def standard_input() -> BinaryIO:
    """Return the stream of standard input.

    Raises:
        UsageError: Whoever started us has closed it.
    """
    if sys.stdin is None:
        raise UsageError("Standard input is closed, so there is nothing to read.")
    return sys.stdin.buffer


def _limited(name: str, file: BinaryIO, limit: int) -> bytes:
    content = file.read(limit + 1)
    if len(content) > limit:
        raise UsageError(
            f"{name} has more than {limit:,} bytes, so nothing was recorded.",
            "Record it in several parts.",
        )
    return content
