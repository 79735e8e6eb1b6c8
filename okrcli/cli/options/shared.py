"""The options that keep a command to a team, a person, a KPI or a day."""

import re
from datetime import date
from typing import Annotated

from okrcli.cli.completion import complete_kpi, complete_owner, complete_team
from okrcli.cli.options import Invocation, day_of_option
from okrcli.cli.options.groups import selection_option
from okrcli.errors import UsageError

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
KpiOption = Annotated[
    str | None, selection_option(metavar="ID", help="Only this KPI.", autocompletion=complete_kpi)
]

AsOfOption = Annotated[
    str | None, selection_option(metavar="YYYY-MM-DD", help="As of this day (default: today).")
]


def as_of_day(invocation: Invocation, as_of: str | None) -> date:
    """Return the day that `--as-of` says, else today.

    Raises:
        UsageError: It is not a date.
    """
    return invocation.today if as_of is None else day_of_option("--as-of", as_of)


def require_values(command: str, *texts: str) -> None:
    """Refuse an option that typer does not know, in a command that takes `-5` as a value.

    Raises:
        UsageError: One of *texts* looks like one.
    """
    for text in texts:
        if re.match(r"--|-[^\W\d]", text):
            raise UsageError(f"There is no option '{text}'.", f"`okr {command} --help` lists them.")
