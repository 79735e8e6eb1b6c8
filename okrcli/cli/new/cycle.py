"""`okr new cycle`: drafts of what goes on."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.completion import complete_cycle
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.options import Invocation
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.carrying.carry import carry, worth_carrying
    from okrcli.actions.closing.proposals import score_text
    from okrcli.cli.adding import Adder
    from okrcli.cli.prompts import confirm, given_or_asked
    from okrcli.cli.workspace import writable_workspace
    from okrcli.next_step import NextStep, StepKind


@writes
def new_cycle(
    invocation: Invocation,
    saving: SavingWish,
    *,
    cycle: Annotated[
        str | None, typer.Argument(metavar="CYCLE", help="Cycle to plan, as in 2027-Q1.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="CYCLE",
            help="Cycle that goes on (default: the last one before).",
            autocompletion=complete_cycle,
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Carry all of them, and ask about none.")
    ] = False,
) -> None:
    """Plan a cycle: a draft for each objective of the last one that is not done.

    It asks about each, unless --all is given; what each becomes is as with `okr carry`.
    """
    workspace = writable_workspace(invocation)
    name = given_or_asked(invocation, cycle, "Which cycle should be planned?")
    found = worth_carrying(workspace, name, source)
    if not found:
        raise UsageError(f"Nothing is left that could go on in {name}.", "Nothing was changed.")
    if not every and not invocation.interactive:
        raise UsageError("Nothing says which objectives go on.", NextStep(StepKind.CARRY_ALL, name))
    chosen = [
        objective
        for objective, score in found
        if every or confirm(f"Go on with {objective.ref} ({score_text(score)})?")
    ]
    if not chosen:
        remark("Nothing was written.")
        return
    carried = carry(workspace, chosen, name)
    remark_all(carried.remarks)
    Adder(workspace, saving, ask=False).add(carried.addition)
