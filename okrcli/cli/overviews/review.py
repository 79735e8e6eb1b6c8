"""`okr review`: evidence for a conversation about a cycle."""

from __future__ import annotations

from typing import Annotated

from okrcli.cli.completion import complete_cycle, complete_owner, complete_team
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import selection_option
from okrcli.cli.options.shared import AsOfOption, OutputOption, as_of_day, format_option
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError
from okrcli.render import REVIEW_FORMATS

if will_run(__name__):
    from okrcli.actions.overviews.review import review_of
    from okrcli.actions.report import cycle_named
    from okrcli.actions.selection import Selection
    from okrcli.actions.story.silent_changes import with_silent_changes
    from okrcli.cli.outputs import (
        outputs_of,
        print_result,
        renderer_of,
        terminal_options,
        write_rendered,
    )
    from okrcli.cli.workspace import readable_workspace


@with_invocation
def review(
    invocation: Invocation,
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
        str | None,
        selection_option(
            metavar="ID",
            help="Cycle to look at (default: the current one).",
            autocompletion=complete_cycle,
        ),
    ] = None,
    as_of: AsOfOption = None,
    format: Annotated[  # noqa: A002  the option's name
        str, format_option(REVIEW_FORMATS)
    ] = "text",
    output: OutputOption = None,
) -> None:
    """Show what a person or a team did in a cycle, as evidence for a conversation.

    What they own and how it went, whether check-ins came when due, what they did for others, kudos
    received and given, notes and changes of goalposts. It is neither a rating nor a ranking.
    """
    if owner is None and team is None:
        raise UsageError("Nobody was named to review.", "Add --owner or --team.")
    render, outputs = renderer_of(format, REVIEW_FORMATS), outputs_of(output or (), REVIEW_FORMATS)
    day = as_of_day(invocation, as_of)
    workspace = readable_workspace(invocation)
    with invocation.reading_history():
        plan = with_silent_changes(workspace.root, workspace.plan, workspace.today)
    chosen = Selection(team, owner)
    evidence = review_of(plan, cycle_named(plan, cycle, day), day, chosen)
    options = terminal_options(invocation)
    write_rendered(evidence, outputs, REVIEW_FORMATS, options)
    print_result(render(evidence, options))
