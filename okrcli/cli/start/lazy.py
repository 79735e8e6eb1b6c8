"""Commands that are imported when they are called, and not before."""

import functools
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from okrcli.cli.start.imports import finish_imports, only_described


class Entry(NamedTuple):
    """Where a command is, and its help.

    Attributes:
        target: `module:name` of its function; empty if it has subcommands.
        help: Its line in the list of commands.
        examples: How it is called, without `okr`.
        takes_values: Whether `-5` is a value rather than an option; then unknown options are passed
            with the values.
        commands: Its subcommands.
    """

    target: str = ""
    help: str = ""
    examples: Sequence[str] = ()
    takes_values: bool = False
    commands: Mapping[str, "Entry"] = {}


_TAKES_VALUES = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


class LazyGroup(TyperGroup):
    """The commands of a table; the modules of those that are not called stay unread."""

    entries: ClassVar[Mapping[str, Entry]]

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = {
            name: TyperCommand(name, help=entry.help, rich_markup_mode=None)
            for name, entry in self.entries.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that *args* begin with, and import it, or only its parameters."""
        name, command, rest = super().resolve_command(ctx, args)
        entry = self.entries[str(name)] if command else None
        if ctx.resilient_parsing or not {"--help", "-h"}.isdisjoint(rest):
            with only_described():
                return name, entry and load(entry), rest
        return name, entry and load(entry), rest


def _group(entry: Entry) -> typer.Typer:
    group = type("Commands", (LazyGroup,), {"entries": entry.commands})
    app = typer.Typer(
        cls=group,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        help=entry.help,
    )
    app.callback()(_nothing)
    return app


def _nothing() -> None: ...


def load(entry: Entry) -> Any:
    """Import the command of *entry* and return it as typer runs it."""
    return typer.main.get_command(_group(entry) if entry.commands else _alone(entry))


def _alone(entry: Entry) -> typer.Typer:
    from okrcli.cli.options.groups import GroupedCommand  # noqa: PLC0415  only the command that is called

    module, _, name = entry.target.partition(":")
    function = getattr(import_module(module), name)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(
        cls=GroupedCommand,
        epilog="\n".join(f"okr {example}" for example in entry.examples),
        context_settings=_TAKES_VALUES if entry.takes_values else None,
    )(_with_imports(function))
    return app


def _with_imports(function: Callable[..., None]) -> Callable[..., None]:
    """Return *function*, which imports what it needs where that was not done yet."""

    @functools.wraps(function)
    def run(**given: Any) -> None:
        finish_imports()
        function(**given)

    return run
