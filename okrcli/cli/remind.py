"""`okr remind`: who owes which check-in, reading, follow-up or action."""

from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.outputs import print_result, renderer_of, terminal_options
from okrcli.cli.shared_options import OwnerOption, TeamOption, require_owner, require_team
from okrcli.cli.workspace import readable_plan, refused_today, tell_refused
from okrcli.render import REMINDER_FORMATS

if TYPE_CHECKING:
    from okrcli.compute.reports.reminders import Due
    from okrcli.model.plan import Plan
    from okrcli.views.reminders import Reminders


@invoked
def remind(
    invocation: Invocation,
    *,
    owner: OwnerOption = None,
    team: TeamOption = None,
    within: Annotated[
        int,
        typer.Option(min=0, max=366, metavar="DAYS", help="Also what is due in so many days."),
    ] = 0,
    format: Annotated[  # noqa: A002  the option's name
        str, typer.Option(metavar="FORMAT", help=f"One of {', '.join(REMINDER_FORMATS)}.")
    ] = "text",
    send: Annotated[bool, typer.Option("--send", help="Send it, too.")] = False,
) -> None:
    """Show, or send, who owes which check-in, reading, follow-up or action.

    --send takes its addresses from the environment: those in OKR_NOTIFY_URLS get everything, those
    in OKR_NOTIFY_URLS_ANA what ana owes.

    They are apprise's, as in `mailto://…` or `slack://…`, with spaces between them.
    """
    render = renderer_of(format, REMINDER_FORMATS)
    plan = readable_plan(invocation)
    require_team(plan, team)
    require_owner(plan, owner)
    reminders = _reminders(invocation, plan, within, owner, team)
    print_result(render(reminders, terminal_options(invocation)))
    tell_refused(reminders.refused)
    if not reminders.dues:
        remark("Nothing is due, so nothing was sent." if send else "Nothing is due.")
    elif send:
        from okrcli.cli.notifying import send_reminders  # noqa: PLC0415  only with --send

        send_reminders(reminders)


def _reminders(
    invocation: Invocation, plan: "Plan", within: int, owner: str | None, team: str | None
) -> "Reminders":
    from okrcli.compute.reports.reminders import dues_of  # noqa: PLC0415  `--help` needs it not
    from okrcli.views.reminders import Reminders  # noqa: PLC0415  as above

    day = invocation.today
    dues = dues_of(plan, plan.report_cycle(day), day, within=within)
    fitting = (each for each in dues if owner in {None, each.owner})
    return Reminders(
        workspace=plan.settings.name,
        as_of=day,
        dues=tuple(each for each in fitting if team is None or _team_of(each, plan) == team),
        names={name: person.name for name, person in plan.settings.people.items()},
        refused=refused_today(plan, day) if plan.refused else (),
    )


def _team_of(due: "Due", plan: "Plan") -> str | None:
    """Return the team of what is due: of the objective, or of the KPI."""
    if due.kind == "checkin":
        return plan.key_results_by_ref[due.ref][0].team
    kpi_id = due.ref
    if due.kind != "reading":
        kpi_id = next(each.kpi for each in plan.improvements if each.id == due.ref)
    kpi = plan.kpis_by_id.get(kpi_id)
    return kpi.team if kpi else None
