"""`okr kpi show`: everything about one KPI, with its segments."""

from typing import Annotated

import typer

from okrcli.cli.completion import complete_kpi
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.shared_options import AsOfOption
from okrcli.cli.show import AllOption, FormatOption, show_subject


@invoked
def kpi_show(
    invocation: Invocation,
    *,
    kpi: Annotated[
        str, typer.Argument(metavar="KPI", help="As in nps.", autocompletion=complete_kpi)
    ],
    as_of: AsOfOption = None,
    format: FormatOption = "table",  # noqa: A002  the option's name
    show_all: AllOption = False,
) -> None:
    """Show everything about one KPI: definition, health, segments, plans, every reading."""
    show_subject(invocation, lambda plan, _: plan.kpi(kpi), as_of, format, show_all=show_all)
