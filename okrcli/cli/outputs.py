"""Where results go: standard output, and the files of `--output`."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.options import Invocation
from okrcli.errors import UsageError
from okrcli.nearest import suggestion_hint
from okrcli.render.options import RenderOptions

NO_TERMINAL_WIDTH = 80
"""The width of what goes to a file, and to a pipe unless `COLUMNS` says another one."""


class Output(NamedTuple):
    """One `--output FORMAT=PATH`."""

    format: str
    path: Path


def require_format(name: str, formats: Mapping[str, object], option: str = "--format") -> None:
    """Refuse a format that is not one of *formats*.

    Raises:
        UsageError: There is no format *name*.
    """
    if name not in formats:
        raise UsageError(f"{option} has no format '{name}'.", suggestion_hint(name, formats))


def outputs_of(values: Iterable[str], formats: Mapping[str, object]) -> list[Output]:
    """Return what the values of `--output` ask for.

    Raises:
        UsageError: One is not `FORMAT=PATH`, or names no format.
    """
    outputs = []
    for value in values:
        name, _, path = value.partition("=")
        require_format(name, formats, "--output")
        if not path:
            raise UsageError(f"--output {value} names no file.", f"Write --output {name}=PATH.")
        outputs.append(Output(name, Path(path)))
    return outputs


def terminal_options(invocation: Invocation, *, show_all: bool = False) -> RenderOptions:
    """Return how to draw on standard output."""
    return RenderOptions(
        COMMAND_LINE,
        width=invocation.width or NO_TERMINAL_WIDTH,
        colour=invocation.colour,
        ascii=invocation.ascii,
        all=show_all,
    )


def file_options(options: RenderOptions) -> RenderOptions:
    """Return how to draw the same into a file: the same everywhere, without colour."""
    return replace(options, width=NO_TERMINAL_WIDTH, colour=False, ascii=False)


def print_result(text: str) -> None:
    """Write what was rendered, and is inert already, to standard output as it is.

    At once, so that a remark that follows on standard error also follows in a common log. Line ends
    that a format prescribes stay: Windows would add to them.
    """
    if "\r\n" in text and (reconfigure := getattr(sys.stdout, "reconfigure", None)):
        reconfigure(newline="")  # tests replace the stream
    sys.stdout.write(text)
    sys.stdout.flush()


def write_outputs(texts: Sequence[tuple[Path, str]]) -> None:
    """Write each text to its file as UTF-8; readers see all of it or what was there before.

    Raises:
        WorkspaceError: A file cannot be written, or its path goes through a link of a checkout.
    """
    if texts:
        from okrcli.actions.output_places import write_output  # noqa: PLC0415  only with --output

        sys.stdout.flush()  # one of them may be standard output
    for path, text in texts:
        write_output(path, text.encode(errors="backslashreplace"), Path.cwd())
