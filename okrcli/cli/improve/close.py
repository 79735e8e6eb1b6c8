"""`okr improve close`: how a plan ended, measured against its goal."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.messages import remark, remark_all
from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import PlanArgument, date_option
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes

if will_run(__name__):
    from okrcli.actions.improve.close import close_improvement, ending_of
    from okrcli.actions.improve.plans import day_in
    from okrcli.cli.improve.prompts import plan_meant
    from okrcli.cli.prompts import ask, ask_until, confirm, require_answer
    from okrcli.cli.saving import open_saver
    from okrcli.cli.workspace import writable_workspace
    from okrcli.views.ending import Ending


@writes
def improve_close(
    invocation: Invocation,
    saving: SavingWish,
    *,
    name: PlanArgument = None,
    note: Annotated[str | None, typer.Option(help="What was learned.")] = None,
    day: Annotated[str | None, date_option(help="Day it ended (default: today).")] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask, even if the goal is not reached.")
    ] = False,
) -> None:
    """Close an improvement plan: measure the KPI's value that day against the goal.

    If the goal is not reached, --note must say what was learned.
    """
    workspace = writable_workspace(invocation)
    improvement = plan_meant(invocation, workspace.plan, name)
    day_of_end = day_in(improvement, day, invocation.today)
    ending = ending_of(workspace.plan, improvement, day_of_end)
    saver = open_saver(workspace.root, saving)
    remark_all(ending.doubts)
    if invocation.interactive and not yes:
        saver.require_ready()
        note = _ask_learned(ending, note)
        if not ending.is_reached and not confirm("Close it anyway?"):
            remark("Nothing was written.")
            return
    change = close_improvement(workspace.root, ending, note)
    saver.save(change, change.lines)


def _ask_learned(ending: Ending, note: str | None) -> str | None:
    """Return what was learned, which must be said where the goal is not reached."""
    if note:
        return note
    remark(f"{ending.verdict.capitalize()}: {ending.outcome}.")
    if ending.is_reached:
        return ask("What was learned? [Enter: nothing]")
    return ask_until("What was learned?", require_answer)
