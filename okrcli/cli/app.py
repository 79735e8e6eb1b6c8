"""The program: hands the command line to a command, and turns errors into exit codes."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from okrcli import __version__
from okrcli.cli.commands import COMMANDS
from okrcli.cli.messages import already_done, begin, complain, drop_unwritten, remark, remark_all
from okrcli.cli.start.lazy import LazyGroup
from okrcli.errors import OkrError
from okrcli.system import is_closed_pipe, piped_encoding

BUG = 70
INTERRUPTED = 130


class CommandTable(LazyGroup):
    """The commands of `okr`."""

    entries = COMMANDS

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a closed output pipe is not a failure."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt as error:  # of which typer would say nothing
            raise typer.Abort from error
        except OSError as error:
            if not is_closed_pipe(error):
                raise
            if message := already_done():
                remark(f"The output could not be written. {message}")
            return None
        return outcome


app = typer.Typer(
    name="okr",
    cls=CommandTable,
    help="OKRs as files in git: checked, computed, reported, checked in as commits.",
    no_args_is_help=True,
    rich_markup_mode=None,  # typer's Rich help costs 150 ms
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"okr {__version__}")
        raise typer.Exit


@app.callback()
def _okr(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None: ...


def run(arguments: Sequence[str]) -> int:
    """Run `okr` with *arguments* and return its exit code."""
    try:
        return _code_of(arguments)
    finally:
        drop_unwritten(sys.stdout)
        drop_unwritten(sys.stderr)


def _code_of(arguments: Sequence[str]) -> int:
    begin()
    try:
        _accept_any_text()
        return _run(arguments)
    except typer.TyperException as error:
        return _refuse_usage(error)
    except OkrError as error:
        return _refuse(error)
    except (KeyboardInterrupt, typer.Abort):
        complain("Interrupted; nothing is half-written.", hints=filter(None, (already_done(),)))
        return INTERRUPTED
    except OSError as error:
        complain(_sentence(error), hints=filter(None, (already_done(),)))
        return OkrError.exit_code
    except Exception as error:  # noqa: BLE001  the last one to catch it
        return _report_bug(error)


def _run(arguments: Sequence[str]) -> int:
    try:
        command = typer.main.get_command(app)
        code = command.main(list(arguments), prog_name="okr", standalone_mode=False)
    except SystemExit as end:  # how typer ends a completion
        code = end.code
    return code if isinstance(code, int) else 0


def _refuse(error: OkrError) -> int:
    from okrcli.cli.next_steps import COMMAND_LINE  # noqa: PLC0415  only where there is an error

    complain(*error.lines, hints=map(COMMAND_LINE.sentence, error.hints))
    return error.exit_code


def _refuse_usage(error: typer.TyperException) -> int:
    """Print typer's error about the command line, made safe for the terminal."""
    context = getattr(error, "ctx", None)
    if context and error.message == context.get_help():  # nothing was given where something must be
        remark_all(error.message.splitlines())
        return error.exit_code
    if context:
        remark_all(context.get_usage().splitlines())
        remark(f"Try '{context.command_path} --help' for help.")
        remark()
    complain(error.format_message())
    return error.exit_code


def _accept_any_text() -> None:
    """Escape characters that the terminal's encoding lacks, instead of failing."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):  # tests replace the streams
            is_chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            encoding = None if is_chosen else piped_encoding()
            reconfigure(encoding=encoding, errors="backslashreplace")


def _nowhere() -> TextIO:
    """Return a stream that discards output, for when the real one is closed."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _sentence(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    place = f" ({error.filename})" if error.filename else ""
    return f"The system refused: {reason}{place}."


def _report_bug(error: Exception) -> int:
    if os.environ.get("OKR_DEBUG"):
        import traceback  # noqa: PLC0415  10 ms that only a bug needs

        remark_all("".join(traceback.format_exception(error)).splitlines())
    complain(
        f"This is a bug in okr {__version__}: {type(error).__name__}: {error}",
        *filter(None, (already_done(),)),
        "Please report it, with what you typed and the output of the same command with"
        " OKR_DEBUG=1 set.",
    )
    return BUG
