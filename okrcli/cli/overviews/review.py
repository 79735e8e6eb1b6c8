"""`okr review`: evidence for a conversation about a cycle."""

from __future__ import annotations

from typing import Annotated

from okrcli.cli.completion import complete_owner, complete_team
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import selection_option
from okrcli.cli.options.shared import AsOfOption, as_of_day, cycle_option
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError
from okrcli.render import REVIEW_FORMATS

if will_run(__name__):
    from okrcli.actions.overviews.review import review_of
    from okrcli.actions.report import cycle_named
    from okrcli.actions.selection import Selection
    from okrcli.cli.workspace import plan_as_it_went, readable_workspace


@shows(REVIEW_FORMATS, output=True)
def review(
    invocation: Invocation,
    showing: Showing,
    *,
    owner: Annotated[
        str | None,
        selection_option(
            metavar="ID", help="The person it is about.", autocompletion=complete_owner
        ),
    ] = None,
    team: Annotated[
        str | None,
        selection_option(metavar="ID", help="The team it is about.", autocompletion=complete_team),
    ] = None,
    cycle: Annotated[
        str | None, cycle_option(help="Cycle to look at (default: the current one).")
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Show what a person or a team did in a cycle, as evidence for a conversation.

    What they own and how it went, whether check-ins came when due, what they did for others, kudos
    received and given, notes and changes of goalposts. It is neither a rating nor a ranking.
    """
    if owner is None and team is None:
        raise UsageError("Nobody was named to review.", "Add --owner or --team.")
    day = as_of_day(invocation, as_of)
    workspace = readable_workspace(invocation)
    since = cycle_named(workspace.plan, cycle, day).start
    plan = plan_as_it_went(invocation, workspace, since)
    showing.show(review_of(plan, cycle_named(plan, cycle, day), day, Selection(team, owner)))
