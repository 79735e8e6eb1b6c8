"""`okr carry`: objectives that go on in another cycle."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.messages import remark_all
from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import ObjectivesArgument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes

if will_run(__name__):
    from okrcli.actions.carrying.carry import carry as carry_in
    from okrcli.actions.carrying.carry import objectives_named
    from okrcli.cli.adding import Adder
    from okrcli.cli.prompts import given_or_asked
    from okrcli.cli.workspace import writable_workspace


@writes
def carry(
    invocation: Invocation,
    saving: SavingWish,
    *,
    refs: ObjectivesArgument = None,
    to: Annotated[
        str | None, typer.Option(metavar="CYCLE", help="Cycle in which they go on.")
    ] = None,
) -> None:
    """Go on with objectives in another cycle: as drafts that begin where the old ones stand.

    The last value is the baseline, also in the title, and the target stays. What is done or dropped
    is left out, and so are approvals, amendments and dates outside the new cycle.
    """
    workspace = writable_workspace(invocation)
    names = refs or [given_or_asked(invocation, None, "Which objective goes on?")]
    objectives = objectives_named(workspace, names)
    carried = carry_in(workspace, objectives, given_or_asked(invocation, to, "To which cycle?"))
    remark_all(carried.remarks)
    Adder(workspace, saving, ask=False).add(carried.addition)
