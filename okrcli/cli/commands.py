"""The table of commands, and the group that imports only the one that is called."""

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from okrcli.cli.messages import remark
from okrcli.cli.what_was_done import already_done
from okrcli.system import is_closed_pipe


class Entry(NamedTuple):
    """Where a command is, and its line in `okr --help`.

    Attributes:
        target: `module:name` of a function, or of a `typer.Typer` with commands of its own.
    """

    target: str
    help: str


COMMANDS: Mapping[str, Entry] = {
    "init": Entry("okrcli.cli.init.app:init", "Make a workspace, empty or from an example."),
    "new": Entry("okrcli.cli.new.app:app", "Add an objective, a key result or a KPI."),
    "checkin": Entry("okrcli.cli.checkin.app:app", "Record this week's values as one commit."),
    "report": Entry("okrcli.cli.report:report", "Show progress, pace and what needs attention."),
    "show": Entry("okrcli.cli.show:show", "Show all about one objective, key result or KPI."),
    "kpi": Entry(
        "okrcli.cli.kpi.app:app", "Readings, health, alerts and ready definitions of KPIs."
    ),
    "improve": Entry("okrcli.cli.improve.app:app", "Improvement plans for KPIs in breach."),
    "remind": Entry("okrcli.cli.remind:remind", "Show, or send, who owes which check-in."),
    "check": Entry("okrcli.cli.check.app:check", "Find what is wrong with the workspace's files."),
    "rule": Entry("okrcli.cli.rule:rule", "Explain a rule of okr check, or list them all."),
    "read": Entry("okrcli.cli.read:read", "Show what is read in a sentence."),
    "schema": Entry("okrcli.cli.schema:schema", "Write the JSON Schemas that editors use."),
}


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
        """Find the command that *args* begin with, and import it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command and load(self.entries[str(name)]), rest


class CommandTable(LazyGroup):
    """The commands of `okr`."""

    entries = COMMANDS

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a reader of our output that has gone away is no failure."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt as error:  # of which typer would say nothing
            raise typer.Abort from error
        except OSError as error:
            if not is_closed_pipe(error):
                raise
            _forget_output()
            if told := already_done():
                remark(f"The output could not be written. {told}")
            return None
        return outcome


def load(entry: Entry) -> Any:
    """Import the command of *entry* and return it as typer runs it."""
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
