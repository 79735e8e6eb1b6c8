"""`okr tree`: who serves what."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.completion import complete_cycle, complete_ref
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import output_option, selection_option
from okrcli.cli.options.shared import AsOfOption, OutputOption, as_of_day, format_option
from okrcli.cli.start.imports import will_run
from okrcli.render import TREE_FORMATS

if will_run(__name__):
    from okrcli.actions.overviews.tree import tree_of
    from okrcli.actions.report import cycle_named
    from okrcli.actions.workspace import plan_for
    from okrcli.cli.outputs import (
        outputs_of,
        print_result,
        renderer_of,
        terminal_options,
        write_rendered,
    )
    from okrcli.cli.workspace import readable_workspace


@with_invocation
def tree(
    invocation: Invocation,
    *,
    ref: Annotated[
        str | None,
        typer.Argument(
            metavar="REF",
            help="Objective at the top (default: all of the cycle).",
            autocompletion=complete_ref,
        ),
    ] = None,
    cycle: Annotated[
        str | None,
        selection_option(
            metavar="ID",
            help="Cycle to show (default: the current one).",
            autocompletion=complete_cycle,
        ),
    ] = None,
    as_of: AsOfOption = None,
    format: Annotated[str, format_option(TREE_FORMATS)] = "text",  # noqa: A002  the option's name
    output: OutputOption = None,
    show_all: Annotated[
        bool, output_option("--all", help="Show all in markdown, also what no comment holds.")
    ] = False,
) -> None:
    """Show which objective serves which, from the top team to each person.

    What is not connected is marked: objectives that serve no other, those that no team below
    serves, and key results that nobody owns.
    """
    render, outputs = renderer_of(format, TREE_FORMATS), outputs_of(output or (), TREE_FORMATS)
    day = as_of_day(invocation, as_of)
    workspace = readable_workspace(invocation)
    with invocation.reading_history():
        plan = plan_for(workspace, day)
    shown = tree_of(plan, cycle_named(plan, cycle, day), day, ref)
    options = terminal_options(invocation, show_all=show_all)
    write_rendered(shown, outputs, TREE_FORMATS, options)
    print_result(render(shown, options))
