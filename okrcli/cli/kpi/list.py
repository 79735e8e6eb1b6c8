"""`okr kpi list`: value, trend, target and health of all KPIs."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from okrcli.choices import Family, Kind, ShownHealth
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import output_option, selection_option
from okrcli.cli.options.shared import (
    AsOfOption,
    DialectOption,
    OutputOption,
    OwnerOption,
    TeamOption,
    as_of_day,
    format_option,
    require_csv,
)
from okrcli.cli.start.imports import will_run
from okrcli.render import KPI_FORMATS

if will_run(__name__):
    from okrcli.actions.kpi.listing import KpiSelection, list_kpis
    from okrcli.actions.selection import Selection
    from okrcli.actions.workspace import plan_for
    from okrcli.cli.outputs import (
        outputs_of,
        print_result,
        renderer_of,
        terminal_options,
        write_rendered,
    )
    from okrcli.cli.workspace import readable_workspace, tell_refused


@with_invocation
def kpi_list(
    invocation: Invocation,
    *,
    team: TeamOption = None,
    owner: OwnerOption = None,
    family: Annotated[Family | None, selection_option(help="Only KPIs of this family.")] = None,
    kind: Annotated[Kind | None, selection_option(help="Only KPIs of this kind.")] = None,
    health: Annotated[
        list[ShownHealth] | None, selection_option(help="Only KPIs with this health; repeatable.")
    ] = None,
    as_of: AsOfOption = None,
    format: Annotated[  # noqa: A002  the option's name
        str, format_option(KPI_FORMATS)
    ] = "table",
    output: OutputOption = None,
    dialect: DialectOption = "standard",
    show_all: Annotated[
        bool, output_option("--all", help="Show every row, however long the table.")
    ] = False,
) -> None:
    """Show value, trend, target and health of all KPIs, leading and lagging apart.

    A KPI without a recent reading is stale, whatever its last value was.
    """
    render = renderer_of(format, KPI_FORMATS)
    outputs = outputs_of(output or (), KPI_FORMATS)
    require_csv(dialect, (format, *(output.format for output in outputs)))
    day = as_of_day(invocation, as_of)
    workspace = readable_workspace(invocation)
    with invocation.reading_history():
        plan = plan_for(workspace, day)
    selection = KpiSelection(Selection(team, owner), family, kind, health or ())
    listing = list_kpis(plan, day, selection)
    if not plan.kpis:
        remark("There are no KPIs yet. Add one with `okr new kpi`.")
    elif not listing.kpis:
        _tell_nothing_fits(team=team, owner=owner, family=family, kind=kind, health=health)
    options = replace(terminal_options(invocation, show_all=show_all), dialect=dialect)
    write_rendered(listing, outputs, KPI_FORMATS, options)
    print_result(render(listing, options))
    tell_refused(listing.refused)


def _tell_nothing_fits(*, health: list[ShownHealth] | None, **asked: str | None) -> None:
    options = [f"--{name} {value}" for name, value in asked.items() if value]
    options += [f"--health {value}" for value in health or ()]
    remark(f"No KPI matches {' '.join(options)}.")
