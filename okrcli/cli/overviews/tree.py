"""`okr tree`: who serves what."""

from __future__ import annotations

from typing import Annotated

from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import AsOfOption, as_of_day, cycle_option, ref_argument
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import TREE_FORMATS

if will_run(__name__):
    from okrcli.actions.overviews.tree import tree_of
    from okrcli.actions.report import cycle_named
    from okrcli.cli.workspace import plan_on


@shows(TREE_FORMATS, output=True, every="Show all in markdown, also what no comment holds.")
def tree(
    invocation: Invocation,
    showing: Showing,
    *,
    ref: Annotated[
        str | None, ref_argument(help="Objective at the top (default: all of the cycle).")
    ] = None,
    cycle: Annotated[
        str | None, cycle_option(help="Cycle to show (default: the current one).")
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Show which objective serves which, from the top team to each person.

    What is not connected is marked: objectives that serve no other, those that no team below
    serves, and key results that nobody owns.
    """
    day = as_of_day(invocation, as_of)
    plan = plan_on(invocation, day)
    showing.show(tree_of(plan, cycle_named(plan, cycle, day), day, ref))
