"""The options that keep a command to a team, a person, a KPI or a day, and where it writes."""

import re
from datetime import date
from typing import Annotated

import typer

from okrcli.actions.days import day_of
from okrcli.cli.completion import complete_kpi, complete_owner, complete_team
from okrcli.cli.options import Invocation
from okrcli.errors import UsageError

TeamOption = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Only what this team owns.", autocompletion=complete_team),
]
OwnerOption = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Only what this person owns.", autocompletion=complete_owner),
]
KpiOption = Annotated[
    str | None, typer.Option(metavar="ID", help="Only this KPI.", autocompletion=complete_kpi)
]

AsOfOption = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="As it stood on this day; else today."),
]
OutputOption = Annotated[
    list[str] | None,
    typer.Option(metavar="FORMAT=PATH", help="Write it to a file too; may be repeated."),
]


def as_of_day(invocation: Invocation, as_of: str | None) -> date:
    """Return the day that `--as-of` says, else today.

    Raises:
        UsageError: It is no date.
    """
    return invocation.today if as_of is None else day_of(as_of, "--as-of")


def require_values(command: str, *texts: str) -> None:
    """Refuse an option that typer does not know, in a command that takes `-5` as a value.

    Raises:
        UsageError: One of *texts* looks like one.
    """
    for text in texts:
        if re.match(r"--|-[^\W\d]", text):
            raise UsageError(f"There is no option '{text}'.", f"`okr {command} --help` lists them.")
