"""`okr kpi list`: value, trend, target and health of all KPIs."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.outputs import (
    outputs_of,
    print_result,
    renderer_of,
    terminal_options,
    write_rendered,
)
from okrcli.cli.shared_options import (
    AsOfOption,
    OutputOption,
    OwnerOption,
    TeamOption,
    as_of_day,
    require_owner,
    require_team,
)
from okrcli.model.kpi import Family, Kind
from okrcli.render import KPI_FORMATS
from okrcli.views.kpi_list import KpiListing, ListedKpi, ShownHealth, shown_health

if TYPE_CHECKING:
    from okrcli.model.plan import Plan


class _Selection(NamedTuple):
    team: str | None
    owner: str | None
    family: str | None
    kind: str | None
    health: Sequence[ShownHealth]


@invoked
def kpi_list(
    invocation: Invocation,
    *,
    team: TeamOption = None,
    owner: OwnerOption = None,
    family: Annotated[Family | None, typer.Option(help="Only those of this family.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="Only those of this kind.")] = None,
    health: Annotated[
        list[ShownHealth] | None,
        typer.Option(help="Only those with this health; may be repeated."),
    ] = None,
    as_of: AsOfOption = None,
    format: Annotated[  # noqa: A002  the option's name
        str, typer.Option(metavar="FORMAT", help=f"One of {', '.join(KPI_FORMATS)}.")
    ] = "table",
    output: OutputOption = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show every row, also of a very long table.")
    ] = False,
) -> None:
    """Show value, trend, target and health of all KPIs, leading and lagging ones apart.

    A KPI without a reading in time is stale, whatever its last value was.
    """
    from okrcli.cli.workspace import (  # noqa: PLC0415  `--help` needs it not
        readable_plan,
        tell_refused,
    )

    render = renderer_of(format, KPI_FORMATS)
    outputs = outputs_of(output or (), KPI_FORMATS)
    day = as_of_day(invocation, as_of)
    listing = _listing(
        readable_plan(invocation), day, _Selection(team, owner, family, kind, health or [])
    )
    options = terminal_options(invocation, show_all=show_all)
    write_rendered(listing, outputs, KPI_FORMATS, options)
    print_result(render(listing, options))
    tell_refused(listing.refused)


def _listing(plan: "Plan", day: date, wish: _Selection) -> KpiListing:
    from okrcli.compute.reports.improvement_report import open_improvements  # noqa: PLC0415  as above
    from okrcli.compute.reports.report_builder import refused_for_kpis, standing_on  # noqa: PLC0415  `--help` needs it not

    require_team(plan, wish.team)
    require_owner(plan, wish.owner)
    standing = standing_on(plan, day)
    plans = {each.kpi: each for each in open_improvements(plan, standing)}
    listed = [
        ListedKpi(standing.kpis[kpi.id], kpi.family, plans.get(kpi.id))
        for kpi in plan.kpis_by_id.values()
    ]
    fitting = tuple(each for each in listed if _fits(each, wish))
    _tell(plan, fitting, wish)
    refused = refused_for_kpis(standing, (each.report.id for each in fitting))
    return KpiListing(plan.settings.name, day, fitting, refused)


def _fits(listed: ListedKpi, wish: _Selection) -> bool:
    kpi = listed.report
    return (
        wish.team in {None, kpi.team}
        and wish.owner in {None, kpi.owner}
        and wish.family in {None, listed.family}
        and wish.kind in {None, kpi.kind}
        and (not wish.health or shown_health(kpi) in wish.health)
    )


def _tell(plan: "Plan", fitting: tuple[ListedKpi, ...], wish: _Selection) -> None:
    """Say what to do when there is nothing to list."""
    if fitting:
        return
    if not plan.kpis:
        remark("There is no KPI yet. Write one with `okr new kpi`.")
        return
    single = {name: value for name, value in wish._asdict().items() if name != "health" and value}
    asked = [f"--{name} {value}" for name, value in single.items()]
    asked += [f"--health {each}" for each in wish.health]
    remark(f"No KPI fits {' '.join(asked)}.")
