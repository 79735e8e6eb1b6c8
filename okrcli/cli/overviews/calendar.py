"""`okr calendar`: cycles, what is due and deadlines, for calendar programs."""

from __future__ import annotations

from typing import Annotated

from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import selection_option
from okrcli.cli.options.shared import OutputOption, OwnerOption, TeamOption, format_option
from okrcli.cli.start.imports import will_run
from okrcli.render import CALENDAR_FORMATS

if will_run(__name__):
    from okrcli.actions.overviews.calendar import calendar_of
    from okrcli.actions.selection import Selection
    from okrcli.cli.outputs import (
        outputs_of,
        print_result,
        renderer_of,
        terminal_options,
        write_rendered,
    )
    from okrcli.cli.workspace import readable_workspace, tell_refused


@with_invocation
def calendar(
    invocation: Invocation,
    *,
    team: TeamOption = None,
    owner: OwnerOption = None,
    within: Annotated[
        int,
        selection_option(
            min=0, max=3660, metavar="DAYS", help="Include what is due within this many days."
        ),
    ] = 366,
    format: Annotated[  # noqa: A002  the option's name
        str, format_option(CALENDAR_FORMATS)
    ] = "ics",
    output: OutputOption = None,
) -> None:
    """Write an iCalendar file of cycles, check-ins and readings that are due, and deadlines.

    Import it again after a while, or let a calendar subscribe to it: events keep their identity, so
    they move and none is there twice. What was given up is cancelled, and so are check-ins where
    none is due any more.
    """
    render = renderer_of(format, CALENDAR_FORMATS)
    outputs = outputs_of(output or (), CALENDAR_FORMATS)
    plan = readable_workspace(invocation).plan
    found = calendar_of(plan, invocation.today, Selection(team, owner), within=within)
    options = terminal_options(invocation)
    write_rendered(found, outputs, CALENDAR_FORMATS, options)
    print_result(render(found, options))
    tell_refused(found.refused)
