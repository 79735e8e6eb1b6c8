"""Arguments and options that several commands have: the same ones, and what makes similar ones."""

import re
from datetime import date
from functools import partial
from typing import Annotated

import typer

from okrcli.cli.completion import (
    complete_cycle,
    complete_improvement,
    complete_kpi,
    complete_objective,
    complete_owner,
    complete_ref,
    complete_team,
)
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, day_of_option
from okrcli.cli.options.groups import measure_option, saving_option, selection_option
from okrcli.errors import UsageError

ref_argument = partial(typer.Argument, metavar="REF", autocompletion=complete_ref)
kpi_argument = partial(typer.Argument, metavar="KPI", autocompletion=complete_kpi)
objective_argument = partial(typer.Argument, metavar="OBJECTIVE", autocompletion=complete_objective)
owner_option = partial(typer.Option, autocompletion=complete_owner)
kpi_option = partial(typer.Option, autocompletion=complete_kpi)
objective_option = partial(typer.Option, autocompletion=complete_objective)
by_option = partial(saving_option, metavar="ID", autocompletion=complete_owner)
cycle_option = partial(selection_option, metavar="ID", autocompletion=complete_cycle)
date_option = partial(typer.Option, "--date", metavar="YYYY-MM-DD")
within_option = partial(
    selection_option,
    min=0,
    metavar="DAYS",
    help="Include what is due within this many days.",
)

ObjectivesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REF...]", help="Objectives.", autocompletion=complete_objective),
]
KpiArgument = Annotated[str, kpi_argument(help="Id of the KPI, as in nps.")]
PlanArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PLAN|KPI",
        help="Plan, or KPI that has only one.",
        autocompletion=complete_improvement,
    ),
]

TeamOption = Annotated[
    str | None,
    selection_option(
        metavar="ID", help="Only items owned by this team.", autocompletion=complete_team
    ),
]
OwnerOption = Annotated[
    str | None,
    selection_option(
        metavar="ID", help="Only items owned by this person.", autocompletion=complete_owner
    ),
]
AsOfOption = Annotated[
    str | None, selection_option(metavar="YYYY-MM-DD", help="As of this day (default: today).")
]

IdOption = Annotated[str | None, typer.Option("--id", help="Id (default: made from the title).")]
OwnOwnerOption = Annotated[str | None, owner_option(help="Owner (default: you).")]
OwnTeamOption = Annotated[
    str | None, typer.Option(help="Team that owns it.", autocompletion=complete_team)
]
UnitOption = Annotated[str | None, measure_option(help="Unit, as in %, h or EUR.")]


def as_of_day(invocation: Invocation, as_of: str | None) -> date:
    """Return the day that `--as-of` says, else today; say so of one that has not come yet.

    Raises:
        UsageError: It is not a date.
    """
    day = invocation.today if as_of is None else day_of_option("--as-of", as_of)
    if as_of is not None and day > invocation.today:
        remark(f"{day} has not come yet: this is how it will stand if nothing more is recorded.")
    return day


def require_values(command: str, *texts: str) -> None:
    """Refuse an option that typer does not know, in a command that takes `-5` as a value.

    Raises:
        UsageError: One of *texts* looks like one.
    """
    for text in texts:
        if re.match(r"--|-[^\W\d]", text):
            raise UsageError(f"There is no option '{text}'.", f"`okr {command} --help` lists them.")
