"""`okr rename`: another id, wherever it is mentioned."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import ref_argument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes

if will_run(__name__):
    from okrcli.actions.naming.rename import rename as rename_in
    from okrcli.cli.prompts import given_or_asked
    from okrcli.cli.saving import open_saver
    from okrcli.cli.workspace import writable_workspace


@writes
def rename(
    invocation: Invocation,
    saving: SavingWish,
    *,
    ref: Annotated[str | None, ref_argument(help="Objective, key result or KPI.")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="The new id alone.")] = None,
) -> None:
    """Give an objective, a key result or a KPI another id, wherever a definition mentions it.

    Check-ins stay as they are: the old name goes to `formerly`, and what names it so counts on.
    """
    workspace = writable_workspace(invocation)
    saver = open_saver(workspace.root, saving)
    name = given_or_asked(invocation, ref, "What should be renamed?")
    change = rename_in(workspace, name, given_or_asked(invocation, new, "What should its id be?"))
    saver.save(change, change.lines)
