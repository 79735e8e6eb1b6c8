"""The options of all commands that show something: in which format, how much of it, and where."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from okrcli.choices import CsvDialect
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import output_option
from okrcli.cli.options.parameters import as_command, option_parameter, options_of
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.render.options import RenderOptions

if will_run(__name__):
    from okrcli.cli.outputs import (
        Output,
        file_options,
        outputs_of,
        print_result,
        require_format,
        terminal_options,
        write_outputs,
    )

Formats = Mapping[str, Callable[[Any, RenderOptions], str]]

AUTO = "auto"
"""The format that suits where the command runs."""

ALL_ROWS = "Show every row, however long the table."


@frozen_dataclass
class Showing:
    """How and where a command shows its view.

    Attributes:
        formats: Those that there are.
        format: That of standard output.
        is_auto: Whether that one was chosen by where the command runs.
        outputs: The files of `--output`.
        options: How it is drawn on standard output.
    """

    formats: Formats
    format: str
    is_auto: bool
    outputs: Sequence["Output"]
    options: RenderOptions

    @property
    def output_formats(self) -> set[str]:
        """The formats of the files."""
        return {output.format for output in self.outputs}

    @property
    def all_formats(self) -> set[str]:
        """The formats of the files and of standard output."""
        return self.output_formats | {self.format}

    def show(self, view: Any, options: RenderOptions | None = None) -> None:
        """Write *view*, which the formats render, to the files and to standard output.

        Raises:
            WorkspaceError: A file cannot be written.
        """
        drawn = options or self.options
        self.write(view, drawn)
        print_result(self.formats[self.format](view, drawn))

    def write(self, view: Any, options: RenderOptions | None = None) -> None:
        """Write *view* to the files alone, each in its format; may raise what `show` does."""
        drawn = file_options(options or self.options)
        write_outputs(
            [(output.path, self.formats[output.format](view, drawn)) for output in self.outputs]
        )


def shows(
    formats: Formats,
    *,
    output: bool = False,
    auto: bool = False,
    dialect: bool = False,
    every: str = "",
    instead: tuple[str, Formats] | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add to a command the options of showing, as a `Showing`, and those of all commands.

    The command takes an `Invocation`, a `Showing`, and its own options. What the options say is
    judged before it does any work.

    Args:
        formats: The formats that there are; the first is the usual one.
        output: Whether it can be written to files as well.
        auto: Whether the usual format depends on where the command runs.
        dialect: Whether CSV can be written in a dialect.
        every: What `--all` does; empty if there is no such option.
        instead: An option with which the command shows something else, and the formats of that.
    """
    options = {
        option.name: option
        for option in _options(formats, output=output, auto=auto, dialect=dialect, every=every)
    }

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        def run(invocation: Invocation, /, **given: Any) -> None:
            asked = {name: given.pop(name) for name in options}
            chosen = formats
            if instead is not None and given[instead[0]] is not None:
                chosen = instead[1]
                if asked["format"] == options["format"].default:
                    asked["format"] = next(iter(chosen))
            showing = _showing(invocation, chosen, auto=auto, **asked)
            command(invocation, showing, **given)

        own = options_of(command).values()
        return with_invocation(as_command(run, command, (*options.values(), *own)))

    return decorate


def _options(
    formats: Formats, *, output: bool, auto: bool, dialect: bool, every: str
) -> Iterator[Any]:
    names = (AUTO, *formats) if auto else (*formats,)
    help_ = f"One of {', '.join(names)}{'; auto is github in GitHub Actions' if auto else ''}."
    yield option_parameter("format", str, output_option(metavar="FORMAT", help=help_), names[0])
    if output:
        help_ = "Also write to a file; repeatable."
        said = output_option(metavar="FORMAT=PATH", help=help_)
        yield option_parameter("output", list[str] | None, said)
    if dialect:
        help_ = "Of CSV: `excel` has a semicolon between cells and a comma before decimals."
        yield option_parameter("dialect", CsvDialect, output_option(help=help_), "standard")
    if every:
        yield option_parameter("every", bool, output_option("--all", help=every), default=False)


def _showing(
    invocation: Invocation,
    formats: Formats,
    *,
    auto: bool,
    format: str,  # noqa: A002  the option's name
    output: Sequence[str] | None = None,
    dialect: CsvDialect = "standard",
    every: bool = False,
) -> Showing:
    """Return what the options ask for.

    Raises:
        UsageError: An option names no format, or no file, or a dialect has nothing to be of.
    """
    is_auto = auto and format == AUTO
    chosen = _automatic() if is_auto else format
    require_format(chosen, formats)
    options = replace(terminal_options(invocation, show_all=every), dialect=dialect)
    showing = Showing(formats, chosen, is_auto, outputs_of(output or (), formats), options)
    if dialect != "standard" and "csv" in formats and "csv" not in showing.all_formats:
        raise UsageError("--dialect is of CSV.", "Add --format csv.")
    return showing


def _automatic() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
