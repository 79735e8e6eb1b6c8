"""`okr approve`: who agreed to an objective, which makes a draft active."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import objective_argument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes

if will_run(__name__):
    from okrcli.actions.approve import Approver
    from okrcli.actions.approve import approve as approve_all
    from okrcli.actions.identity import git_id
    from okrcli.cli.saving import open_saver
    from okrcli.cli.who import who_is_typing
    from okrcli.cli.workspace import writable_workspace


@writes
def approve(
    invocation: Invocation,
    saving: SavingWish,
    *,
    refs: Annotated[
        list[str],
        objective_argument(metavar="REF...", help="Objectives, or draft KPIs, to approve."),
    ],
    who: Annotated[
        str | None, typer.Option("--as", metavar="WHO", help="Who approves (default: you).")
    ] = None,
) -> None:
    """Approve objectives: record who agreed and when. A draft, of a KPI too, becomes active.

    Use --as to record somebody else's approval; the commit says who recorded it.
    """
    workspace = writable_workspace(invocation)
    settings = workspace.plan.settings
    saver = open_saver(workspace.root, saving)
    by = who_is_typing(invocation, workspace, saver, who)
    approver = Approver(by, git_id(workspace.root, settings), invocation.today)
    change = approve_all(workspace, refs, approver)
    saver.save(change, change.lines)
