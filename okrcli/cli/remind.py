"""`okr remind`: who owes which check-in, reading, follow-up or action."""

from typing import Annotated

import typer

from okrcli.actions.selection import Selection
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.outputs import print_result, renderer_of, terminal_options
from okrcli.cli.shared_options import OwnerOption, TeamOption
from okrcli.cli.workspace import readable_plan, tell_refused
from okrcli.render import REMINDER_FORMATS


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
    from okrcli.actions.remind import reminders_on  # noqa: PLC0415  `--help` needs it not

    render = renderer_of(format, REMINDER_FORMATS)
    plan = readable_plan(invocation)
    reminders = reminders_on(plan, invocation.today, Selection(team, owner), within=within)
    print_result(render(reminders, terminal_options(invocation)))
    tell_refused(reminders.refused)
    if not reminders.dues:
        remark("Nothing is due, so nothing was sent." if send else "Nothing is due.")
    elif send:
        from okrcli.cli.notifying import send_reminders  # noqa: PLC0415  only with --send

        send_reminders(reminders)
