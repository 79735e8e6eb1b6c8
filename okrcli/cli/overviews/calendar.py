"""`okr calendar`: cycles, what is due and deadlines, for calendar programs."""

from __future__ import annotations

from typing import Annotated

from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import OwnerOption, TeamOption, within_option
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import CALENDAR_FORMATS

if will_run(__name__):
    from okrcli.actions.overviews.calendar import calendar_of
    from okrcli.actions.selection import Selection
    from okrcli.cli.workspace import readable_workspace, tell_refused


@shows(CALENDAR_FORMATS, output=True)
def calendar(
    invocation: Invocation,
    showing: Showing,
    *,
    team: TeamOption = None,
    owner: OwnerOption = None,
    within: Annotated[int, within_option(max=3660)] = 366,
) -> None:
    """Write an iCalendar file of cycles, check-ins and readings that are due, and deadlines.

    Import it again after a while, or let a calendar subscribe to it: events keep their identity, so
    they move and none is there twice. What was given up is cancelled, and so are check-ins where
    none is due any more.
    """
    plan = readable_workspace(invocation).plan
    found = calendar_of(plan, invocation.today, Selection(team, owner), within=within)
    showing.show(found)
    tell_refused(found.refused)
