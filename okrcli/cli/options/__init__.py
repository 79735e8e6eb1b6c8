"""The options that all commands share: only here clock, environment and terminal are read."""

import functools
import inspect
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, Literal, ParamSpec, TextIO, TypeVar

from okrcli.actions.days import day_of, past_day_of
from okrcli.cli.options.groups import common_option
from okrcli.cli.options.parameters import as_command, options_of
from okrcli.errors import UsageError, WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.printable import is_text

if TYPE_CHECKING:
    from okrcli.actions.workspace import Question, Workspace
    from okrcli.cli.live.progress import Bar
    from okrcli.storage.cache.folder import CacheFolder

ColorChoice = Literal["auto", "always", "never"]

_P = ParamSpec("_P")
_R = TypeVar("_R")

_SYMBOLS = "●▲✓✗─│█→…"
"""A sample of what the reports draw with."""


@frozen_dataclass
class Invocation:
    """Where, when and in what terminal a command was called.

    Attributes:
        folder: Where the search for the workspace begins, upwards.
        stated_day: The day that the command line gives for today.
        interactive: Whether somebody is there who can answer a prompt.
        ascii: Whether symbols must be ASCII.
        width: Columns to fit in, by `COLUMNS` or else the terminal; `None` when neither says it.
        keeps: Whether it may be kept what files hold, so that the next command need not parse them.
    """

    folder: Path
    stated_day: date | None
    interactive: bool
    colour: bool
    ascii: bool
    width: int | None
    keeps: bool = True

    @functools.cached_property
    def today(self) -> date:
        """The day that the command takes for today: as stated, else in the team's time zone.

        Raises:
            WorkspaceError: The workspace names a time zone, and this computer has none.
        """
        return self.stated_day or self.now().astimezone(_zone(self.folder)).date()

    def now(self) -> datetime:
        """Return the moment in UTC by the clock, which `--today` does not change."""
        return datetime.now(UTC)

    def root(self) -> Path:
        """Return the workspace's root.

        Raises:
            WorkspaceError: There is no workspace here.
        """
        from okrcli.storage.workspace import find_root  # noqa: PLC0415  `okr init` needs none

        return find_root(self.folder)

    def root_if_any(self) -> Path | None:
        """Return the workspace's root; `None` where there is no workspace."""
        try:
            return self.root()
        except WorkspaceError:
            return None

    def workspace(self, question: "Question | None" = None) -> "Workspace":
        """Load the workspace, without the entries of check-ins in which something is wrong.

        Where there is a *question*, it is asked nothing else.

        Raises:
            WorkspaceError: There is no workspace here, or it cannot be read.
        """
        from okrcli.actions.workspace import open_workspace  # noqa: PLC0415  as above
        from okrcli.cli.options.own import OwnZone  # noqa: PLC0415  as above

        with self.progress("Reading files") as bar:
            return open_workspace(
                self.folder, self.today, OwnZone(), bar.track, question=question, cache=self.cache()
            )

    def cache(self) -> "CacheFolder | None":
        """Return where it is kept what files hold; `None` if it is not wanted, or has no place."""
        from okrcli.cli.options.own import own_cache  # noqa: PLC0415  `--help` needs none

        return own_cache() if self.keeps else None

    def progress(self, label: str) -> "AbstractContextManager[Bar]":
        """Show how far the work inside is, if it takes long: *label* says what is being done."""
        from okrcli.cli.live.progress import progress_bar  # noqa: PLC0415  `--help` needs none

        return progress_bar(label, colour=self.colour, is_ascii=self.ascii)

    def reading_history(self) -> "AbstractContextManager[Bar]":
        """Show that the history is being read, if it takes long."""
        return self.progress("Reading the history")


def with_invocation(command: Callable[Concatenate[Invocation, _P], _R]) -> Callable[..., _R]:
    """Add the common options to *command*, which gets their `Invocation` as its first argument."""
    own, common = options_of(command), options_of(_invocation)

    def run(**given: Any) -> _R:
        _require_text(given[name] for name, option in own.items() if not _names_files(option))
        invocation = _invocation(**{name: given.pop(name) for name in common})
        return command(invocation, **given)  # type: ignore[call-arg]  # typer checked them

    return as_command(run, command, (*own.values(), *common.values()))


def _names_files(parameter: inspect.Parameter) -> bool:
    """Return whether the values of *parameter* are names of files, which may be any bytes."""
    said = getattr(parameter.annotation, "__metadata__", ())
    metavars = [getattr(annotation, "metavar", None) or "" for annotation in said]
    return any(word in metavar for metavar in metavars for word in ("FILE", "PATH"))


def _require_text(values: Iterable[Any]) -> None:
    """Refuse text that files cannot hold before anything is done with it.

    Raises:
        UsageError: A value has bytes that are not UTF-8.
    """
    for value in values:
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and not is_text(text):
                raise UsageError(
                    f"'{text}' is not text in UTF-8.", "Type it in a terminal that uses UTF-8."
                )


def _zone(folder: Path) -> tzinfo | None:
    """Return the time zone of the workspace at hand; `None` for the computer's own."""
    from okrcli.storage.workspace import find_root, time_zone_in  # noqa: PLC0415  as above

    try:
        name = time_zone_in(find_root(folder))
    except WorkspaceError:  # there is none yet, or the command tells
        name = None
    if name is None:
        return None
    from okrcli.model.time_zone import knows_zones, zone_of  # noqa: PLC0415  few name one

    if not knows_zones():
        raise WorkspaceError(
            f"The workspace's days are those of {name}, and this computer has no time zone data.",
            "Install them with `python -m pip install tzdata`, or give the day with --today.",
        )
    return zone_of(name)


def _invocation(
    *,
    root: Annotated[
        Path | None,
        common_option(help="Look for the workspace here and in the folders above.", metavar="PATH"),
    ] = None,
    today: Annotated[
        str | None,
        common_option(help="Use this day as today.", metavar="YYYY-MM-DD", envvar="OKR_TODAY"),
    ] = None,
    no_input: Annotated[
        bool, common_option("--no-input", help="Never prompt; fail if an answer is needed.")
    ] = False,
    no_cache: Annotated[
        bool, common_option("--no-cache", help="Parse every file again; so does OKR_NO_CACHE=1.")
    ] = False,
    color: Annotated[
        ColorChoice, common_option(help="When to use colour; NO_COLOR and FORCE_COLOR count too.")
    ] = "auto",
    ascii: Annotated[  # noqa: A002  the option's name
        bool, common_option("--ascii", help="Use ASCII symbols only.")
    ] = False,
) -> Invocation:
    """Return what the options say that all commands have: they are its parameters."""
    return Invocation(
        folder=Path.cwd() if root is None else root,
        stated_day=day_of_option("--today", today) if today else None,
        interactive=not no_input and _is_terminal(sys.stdin) and _is_terminal(sys.stdout),
        colour=_is_coloured(color, sys.stdout),
        ascii=ascii or not _can_draw(sys.stdout),
        width=_width(sys.stdout),
        keeps=not no_cache and not os.environ.get("OKR_NO_CACHE"),
    )


@contextmanager
def value_of_option(option: str) -> Iterator[None]:
    """Prefix errors with *option*, so that it is clear which value they are about."""
    try:
        yield
    except UsageError as error:
        raise UsageError(f"{option}: {error.message}", *error.hints) from None


def day_of_option(option: str, text: str) -> date:
    """Return the day that *text*, the value of *option*, names.

    Raises:
        UsageError: It is not a date.
    """
    with value_of_option(option):
        return day_of(text)


def past_day_of_option(option: str, text: str | None, today: date) -> date:
    """Return the day that *text*, the value of *option*, names; *today* where there is none.

    Raises:
        UsageError: It is not a date, or in the future.
    """
    with value_of_option(option):
        return past_day_of(text, today)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()  # a stream is `None` when it was closed


def _is_coloured(choice: ColorChoice, stream: TextIO) -> bool:
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal(stream) and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int | None:
    if _is_terminal(stream) or os.environ.get("COLUMNS", "").isdecimal():
        return shutil.get_terminal_size().columns
    return None


def _can_draw(stream: TextIO) -> bool:
    try:
        _SYMBOLS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
