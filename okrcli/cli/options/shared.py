"""The options that keep a command to a team, a person, a KPI or a day, and where it writes."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from okrcli.choices import CsvDialect
from okrcli.cli.completion import complete_kpi, complete_owner, complete_team
from okrcli.cli.options import Invocation, day_of_option
from okrcli.cli.options.groups import output_option, selection_option
from okrcli.errors import UsageError

AUTO = "auto"
"""The format that suits where the command runs."""

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
OutputOption = Annotated[
    list[str] | None, output_option(metavar="FORMAT=PATH", help="Also write to a file; repeatable.")
]


DialectOption = Annotated[
    CsvDialect,
    output_option(
        help="Of CSV: `excel` has a semicolon between cells and a comma before decimals."
    ),
]


def require_csv(dialect: CsvDialect, formats: Iterable[str]) -> None:
    """Refuse a dialect where none of *formats* is CSV.

    Raises:
        UsageError: None of *formats* is CSV.
    """
    if dialect != "standard" and "csv" not in formats:
        raise UsageError("--dialect is of CSV.", "Add --format csv.")


def format_option(formats: Iterable[str], more: str = "") -> Any:
    """Return the option `--format` for one of *formats*; *more* is said behind their names."""
    names = ", ".join(formats)
    return output_option(metavar="FORMAT", help=f"One of {names}{more}.")


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
