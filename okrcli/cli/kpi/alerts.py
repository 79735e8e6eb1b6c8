"""`okr kpi alerts`: what has slipped among the KPIs; for CI and cron."""

from pathlib import Path
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
    KpiOption,
    OutputOption,
    OwnerOption,
    TeamOption,
    as_of_day,
    require_owner,
    require_team,
)
from okrcli.cli.workspace import (
    folder_in_repository,
    has_errors,
    in_github_actions,
    readable_plan,
    tell_refused,
)
from okrcli.errors import HistoryError
from okrcli.render import ALERT_FORMATS
from okrcli.render.alerts.words import summary_of

if TYPE_CHECKING:
    from datetime import date

    from okrcli.compute.kpis.alerts import KpiAlert
    from okrcli.compute.reports.report import KpiReport
    from okrcli.model.plan import Plan
    from okrcli.views.alerts import AlertOutcome

_AUTO = "auto"


class _Selection(NamedTuple):
    team: str | None
    owner: str | None
    kpi: str | None
    unplanned: bool


@invoked
def kpi_alerts(
    invocation: Invocation,
    *,
    team: TeamOption = None,
    owner: OwnerOption = None,
    kpi: KpiOption = None,
    unplanned: Annotated[
        bool, typer.Option("--unplanned", help="Leave out KPIs with an open improvement plan.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    as_of: AsOfOption = None,
    format: Annotated[  # noqa: A002  the option's name
        str,
        typer.Option(
            metavar="FORMAT",
            help=f"One of {', '.join((_AUTO, *ALERT_FORMATS))}; auto is github in GitHub Actions.",
        ),
    ] = _AUTO,
    output: OutputOption = None,
) -> None:
    """Tell what has slipped among the KPIs: breaches, silence, unlikely changes.

    The exit code is 1 when there is an alert that is an error, or when a file or a reading of these
    KPIs has an error, because then an alert may be missing.
    """
    render = renderer_of(_chosen(format), ALERT_FORMATS)
    outputs = outputs_of(output or (), ALERT_FORMATS)
    day = as_of_day(invocation, as_of)
    plan = readable_plan(invocation)
    outcome = _outcome(invocation, plan, day, _Selection(team, owner, kpi, unplanned))
    options = terminal_options(invocation)
    write_rendered(outcome, outputs, ALERT_FORMATS, options)
    print_result(render(outcome, options))
    remark(summary_of(outcome))
    tell_refused(outcome.refused)
    counts = outcome.counts
    if counts.error or (strict and counts.warning) or has_errors(plan) or outcome.refused:
        raise typer.Exit(1)


def _chosen(name: str) -> str:
    if name != _AUTO:
        return name
    return "github" if in_github_actions() else "text"


def _outcome(invocation: Invocation, plan: "Plan", day: "date", wish: _Selection) -> "AlertOutcome":
    from okrcli.compute.kpis.alerts import alerts_of  # noqa: PLC0415  `--help` needs it not
    from okrcli.compute.reports.report_builder import refused_for_kpis, standing_on  # noqa: PLC0415  as above
    from okrcli.views.alerts import AlertOutcome  # noqa: PLC0415  as above

    _require_known(plan, wish)
    standing = standing_on(plan, day)
    alerts = alerts_of(plan, standing)
    shown = (each.id for each in standing.kpis.values() if _is_shown(each, wish))
    return AlertOutcome(
        workspace=plan.settings.name,
        as_of=day,
        alerts=tuple(each for each in alerts if _fits(each, wish)),
        kpis=plan.kpis_by_id,
        folder=_folder(invocation.root()),
        refused=refused_for_kpis(standing, shown),
    )


def _folder(root: Path) -> str:
    """Return the workspace's folder in its repository, where git says so: alerts need no git."""
    try:
        return folder_in_repository(root)
    except HistoryError:
        return ""


def _require_known(plan: "Plan", wish: _Selection) -> None:
    require_team(plan, wish.team)
    require_owner(plan, wish.owner)
    if wish.kpi is not None:
        plan.kpi(wish.kpi)


def _is_shown(kpi: "KpiReport", wish: _Selection) -> bool:
    return (
        wish.team in {None, kpi.team}
        and wish.owner in {None, kpi.owner}
        and wish.kpi in {None, kpi.id}
    )


def _fits(alert: "KpiAlert", wish: _Selection) -> bool:
    return (
        wish.team in {None, alert.team}
        and wish.owner in {None, alert.owner}
        and wish.kpi in {None, alert.kpi}
        and not (wish.unplanned and alert.improvement)
    )
