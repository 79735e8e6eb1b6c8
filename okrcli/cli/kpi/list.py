"""`okr kpi list`: value, trend, target and health of all KPIs."""

from __future__ import annotations

from typing import Annotated

from okrcli.choices import Family, Kind, ShownHealth
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import selection_option
from okrcli.cli.options.shared import AsOfOption, OwnerOption, TeamOption, as_of_day
from okrcli.cli.showing import ALL_ROWS, Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import KPI_FORMATS

if will_run(__name__):
    from okrcli.actions.kpi.listing import KpiSelection, list_kpis
    from okrcli.actions.selection import Selection
    from okrcli.cli.workspace import plan_on, tell_refused


@shows(KPI_FORMATS, output=True, dialect=True, every=ALL_ROWS)
def kpi_list(
    invocation: Invocation,
    showing: Showing,
    *,
    team: TeamOption = None,
    owner: OwnerOption = None,
    family: Annotated[Family | None, selection_option(help="Only KPIs of this family.")] = None,
    kind: Annotated[Kind | None, selection_option(help="Only KPIs of this kind.")] = None,
    health: Annotated[
        list[ShownHealth] | None, selection_option(help="Only KPIs with this health; repeatable.")
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Show value, trend, target and health of all KPIs, leading and lagging apart.

    A KPI without a recent reading is stale, whatever its last value was.
    """
    day = as_of_day(invocation, as_of)
    plan = plan_on(invocation, day)
    selection = KpiSelection(Selection(team, owner), family, kind, health or ())
    listing = list_kpis(plan, day, selection)
    if not plan.kpis:
        remark("There are no KPIs yet. Add one with `okr new kpi`.")
    elif not listing.kpis:
        _tell_nothing_fits(team=team, owner=owner, family=family, kind=kind, health=health)
    showing.show(listing)
    tell_refused(listing.refused)


def _tell_nothing_fits(*, health: list[ShownHealth] | None, **asked: str | None) -> None:
    options = [f"--{name} {value}" for name, value in asked.items() if value]
    options += [f"--health {value}" for value in health or ()]
    remark(f"No KPI matches {' '.join(options)}.")
