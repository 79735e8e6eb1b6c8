"""`okr kpi alerts`: what has slipped among the KPIs; for CI and cron."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from okrcli.cli.completion import complete_kpi
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import outcome_option, selection_option
from okrcli.cli.options.shared import AsOfOption, OwnerOption, TeamOption, as_of_day
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.errors import HistoryError
from okrcli.render import ALERT_FORMATS

if will_run(__name__):
    from okrcli.actions.kpi.alerts import AlertSelection, alerts_in
    from okrcli.actions.selection import Selection
    from okrcli.cli.workspace import plan_as_it_went, readable_workspace, tell_refused
    from okrcli.history.repository import folder_in_repository
    from okrcli.model.refused import files_with_errors
    from okrcli.render.alerts.words import summary_of


@shows(ALERT_FORMATS, output=True, auto=True)
def kpi_alerts(
    invocation: Invocation,
    showing: Showing,
    *,
    team: TeamOption = None,
    owner: OwnerOption = None,
    kpi: Annotated[
        str | None,
        selection_option(metavar="ID", help="Only this KPI.", autocompletion=complete_kpi),
    ] = None,
    unplanned: Annotated[
        bool, selection_option("--unplanned", help="Hide KPIs that have an open improvement plan.")
    ] = False,
    strict: Annotated[bool, outcome_option("--strict", help="Fail on warnings too.")] = False,
    as_of: AsOfOption = None,
) -> None:
    """Show which KPIs need attention: breaches, missing readings, unlikely changes.

    The exit code is 1 if an alert is an error, or if a file or a reading of these KPIs has an
    error, because an alert may then be missing.
    """
    day = as_of_day(invocation, as_of)
    workspace = readable_workspace(invocation)
    read = (checkin.date for checkin in workspace.plan.checkins if checkin.readings)
    plan = plan_as_it_went(invocation, workspace, since=min(read, default=day))
    selection = AlertSelection(Selection(team, owner), kpi, unplanned)
    outcome = alerts_in(plan, day, selection, _folder(workspace.root))
    showing.show(outcome)
    remark(summary_of(outcome))
    tell_refused(outcome.refused)
    counts = outcome.counts
    if (
        counts.error
        or (strict and counts.warning)
        or files_with_errors(plan.findings, plan.refused)
        or outcome.refused
    ):
        raise typer.Exit(1)


def _folder(root: Path) -> str:
    """Return the workspace's folder in its repository, where git says so: alerts need no git."""
    try:
        return folder_in_repository(root)
    except HistoryError:
        return ""
