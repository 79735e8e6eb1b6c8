"""`okr remind`: who owes which check-in, reading, follow-up or action."""

from __future__ import annotations

import os
from functools import partial
from typing import Annotated

from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import output_option
from okrcli.cli.options.shared import OwnerOption, TeamOption, within_option
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.errors import OkrError
from okrcli.render import REMINDER_FORMATS

if will_run(__name__):
    from okrcli.actions.reminders.last_values import question_of_reminders
    from okrcli.actions.reminders.remind import reminders_on
    from okrcli.actions.selection import Selection
    from okrcli.cli.next_steps import COMMAND_LINE
    from okrcli.cli.workspace import readable_workspace, tell_refused
    from okrcli.compute.rounding import count_text
    from okrcli.views.reminders import Reminders


@shows(REMINDER_FORMATS)
def remind(
    invocation: Invocation,
    showing: Showing,
    *,
    owner: OwnerOption = None,
    team: TeamOption = None,
    within: Annotated[int, within_option(max=366)] = 0,
    send: Annotated[bool, output_option("--send", help="Send it as well.")] = False,
) -> None:
    """Show, or send, who owes which check-in, reading, follow-up or action.

    --send takes addresses from the environment: those in OKR_NOTIFY_URLS get everything, those in
    OKR_NOTIFY_URLS_ANA what ana owes.

    They are Apprise URLs, as in `mailto://…` or `slack://…`, separated by spaces.
    """
    day, selection = invocation.today, Selection(team, owner)
    question = question_of_reminders(day, selection, within=within)
    plan = readable_workspace(invocation, question).plan
    reminders = reminders_on(plan, day, selection, within=within)
    showing.show(reminders)
    tell_refused(reminders.refused)
    if not reminders.dues:
        remark("Nothing is due, so nothing was sent." if send else "Nothing is due.")
    elif send:
        _send(reminders)


def _send(reminders: Reminders) -> None:
    """Send *reminders* to the addresses in the environment, and say whom they reached.

    Raises:
        OkrError: They could not be sent, or not everywhere.
    """
    from okrcli.actions.reminders.notify import (  # noqa: PLC0415  only with --send
        VARIABLE,
        MessageWords,
        send_reminders,
        variable_of,
    )
    from okrcli.render.reminders.message import message_text, message_title  # noqa: PLC0415

    words = MessageWords(message_title, partial(message_text, COMMAND_LINE))
    delivery = send_reminders(reminders, os.environ, words)
    addresses = count_text(delivery.addresses, "address", "addresses")
    remark(f"Sent to {delivery.sent_count} of {addresses}.")
    if delivery.without_address:
        variables = ", ".join(f"{who} ({variable_of(who)})" for who in delivery.without_address)
        remark(f"Without an address of their own: {variables}.")
    if delivery.unowned_reached_nobody:
        remark(f"Items without an owner reached nobody: set {VARIABLE}, which gets everything.")
    if delivery.failed:
        raise OkrError(
            f"Nothing could be sent to {', '.join(delivery.failed)}.",
            "Check the address there; it is not shown because it contains secrets.",
        )
