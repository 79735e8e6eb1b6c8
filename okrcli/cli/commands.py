"""The table of commands, and the group that imports only the one that is called."""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from okrcli.cli.messages import remark
from okrcli.cli.what_was_done import already_done
from okrcli.system import is_closed_pipe


class Entry(NamedTuple):
    """Where a command is, and what is said of it.

    Attributes:
        target: `module:name` of a function, or of a `typer.Typer` with commands of its own.
        help: Its line in the list of commands.
        examples: How it is called, without `okr`.
        takes_values: Whether `-5` is a value of it and no option; then options that typer does not
            know come with the values.
    """

    target: str
    help: str
    examples: Sequence[str] = ()
    takes_values: bool = False


COMMANDS: Mapping[str, Entry] = {
    "init": Entry(
        "okrcli.cli.init.app:init",
        "Create a workspace, empty or from an example.",
        ["init", "init team/okr --language es", "init --example customer-experience --ci github"],
    ),
    "new": Entry("okrcli.cli.new.app:app", "Add an objective, a key result or a KPI."),
    "checkin": Entry(
        "okrcli.cli.checkin.app:checkin",
        "Record this week's values as one commit.",
        [
            "checkin",
            'checkin cx-leader/nps 47 --confidence 7 --note "second wave"',
            "checkin --from values.csv --push",
        ],
        takes_values=True,
    ),
    "approve": Entry(
        "okrcli.cli.approve:approve",
        "Approve objectives; drafts become active.",
        ["approve cx-leader", "approve 2026-Q4/cx-leader growth --as ana"],
    ),
    "report": Entry(
        "okrcli.cli.report:report",
        "Show progress, pace and what needs attention.",
        ["report --team support", "report --as-of 2026-11-20 --output markdown=report.md"],
    ),
    "show": Entry(
        "okrcli.cli.show:show",
        "Show one objective, key result or KPI in full.",
        ["show cx-leader", "show 2026-Q4/cx-leader/nps --format json"],
    ),
    "kpi": Entry(
        "okrcli.cli.kpi.app:app", "Readings, health, alerts and ready definitions of KPIs."
    ),
    "improve": Entry("okrcli.cli.improve.app:app", "Improvement plans for KPIs in breach."),
    "remind": Entry(
        "okrcli.cli.remind:remind",
        "Show, or send, who owes which check-in.",
        ["remind --owner ana --within 7", "remind --send"],
    ),
    "check": Entry(
        "okrcli.cli.check.app:check",
        "Find what is wrong with the workspace's files.",
        [
            "check --strict",
            "check objectives/2026-Q4 --select S --ignore S101",
            "check --since origin/main --format github",
        ],
    ),
    "rule": Entry(
        "okrcli.cli.rule:rule",
        "Explain a rule of okr check, or list all rules.",
        ["rule", "rule S101"],
    ),
    "read": Entry(
        "okrcli.cli.read:read",
        "Show what is read in a sentence.",
        ['read "Raise NPS from 40 to 60 by 2026-12-31"', "read - --format json"],
    ),
    "schema": Entry(
        "okrcli.cli.schema:schema",
        "Write the JSON Schemas that editors use.",
        ["schema", "schema --check"],
    ),
    "help": Entry(
        "okrcli.cli.help.app:help",
        "Explain a command, or files, formulas, CI.",
        ["help formulas", "help kpi import"],
    ),
}


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


def lazy_app(entries: Mapping[str, Entry], help: str) -> typer.Typer:  # noqa: A002  as typer's
    """Return a command with the commands of *entries* below it."""
    group = type("Commands", (LazyGroup,), {"entries": entries})
    app = typer.Typer(
        cls=group, add_completion=False, no_args_is_help=True, rich_markup_mode=None, help=help
    )
    app.callback()(_nothing)
    return app


def _nothing() -> None: ...


def load(entry: Entry) -> Any:
    """Import the command of *entry* and return it as typer runs it."""
    module, _, attribute = entry.target.partition(":")
    target = getattr(import_module(module), attribute)
    app = target if isinstance(target, typer.Typer) else _alone(target, entry)
    return typer.main.get_command(app)


def _alone(function: Any, entry: Entry) -> typer.Typer:
    from okrcli.cli.options.groups import GroupedCommand  # noqa: PLC0415  only the command that is called

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(
        cls=GroupedCommand,
        epilog="\n".join(f"okr {example}" for example in entry.examples),
        context_settings=_TAKES_VALUES if entry.takes_values else None,
    )(function)
    return app


def _forget_output() -> None:
    """Send what is still to be written to nowhere, or Python would complain when it ends."""
    import os  # noqa: PLC0415  only here

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
