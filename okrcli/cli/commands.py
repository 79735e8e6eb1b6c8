"""The table of commands, and the group that imports only the one that is called."""

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup


class Entry(NamedTuple):
    """Where a command is, and its line in `okr --help`.

    Attributes:
        target: `module:name` of a function, or of a `typer.Typer` with commands of its own.
    """

    target: str
    help: str


COMMANDS: Mapping[str, Entry] = {
    "init": Entry("okrcli.cli.init:init", "Make a workspace, empty or from an example."),
    "new": Entry("okrcli.cli.new:app", "Add an objective, a key result or a KPI."),
    "checkin": Entry("okrcli.cli.checkin:app", "Record this week's values as one commit."),
    "report": Entry("okrcli.cli.report:report", "Show progress, pace and what needs attention."),
    "show": Entry("okrcli.cli.show:show", "Show all about one objective, key result or KPI."),
    "check": Entry("okrcli.cli.check:check", "Find what is wrong with the workspace's files."),
    "rule": Entry("okrcli.cli.rule:rule", "Explain a rule of okr check, or list them all."),
    "read": Entry("okrcli.cli.read:read", "Show what is read in a sentence."),
    "schema": Entry("okrcli.cli.schema:schema", "Write the JSON Schemas that editors use."),
}


class CommandTable(TyperGroup):
    """The commands of `COMMANDS`; the others' modules stay unread."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = {
            name: TyperCommand(name, help=entry.help, rich_markup_mode=None)
            for name, entry in COMMANDS.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that *args* begin with, and import it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command and load(str(name)), rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a reader of our output that has gone away is no failure."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            return _forget_output()
        return outcome


def load(name: str) -> Any:
    """Import the command *name* and return it as typer runs it."""
    entry = COMMANDS[name]
    module, _, attribute = entry.target.partition(":")
    target = getattr(import_module(module), attribute)
    return typer.main.get_command(target if isinstance(target, typer.Typer) else _alone(target))


def _alone(function: Any) -> typer.Typer:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(function)
    return app


def _forget_output() -> None:
    """Send what is still to be written to nowhere, or Python would complain when it ends."""
    import os  # noqa: PLC0415  only here

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
