"""`okr move`: a key result to another objective."""

from __future__ import annotations

from typing import Annotated

from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import objective_argument, ref_argument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes

if will_run(__name__):
    from okrcli.actions.naming.move import move as move_in
    from okrcli.cli.prompts import given_or_asked
    from okrcli.cli.saving import open_saver
    from okrcli.cli.workspace import writable_workspace


@writes
def move(
    invocation: Invocation,
    saving: SavingWish,
    *,
    ref: Annotated[str | None, ref_argument(metavar="KEY_RESULT", help="Key result.")] = None,
    objective: Annotated[
        str | None, objective_argument(help="Objective of the same cycle that gets it.")
    ] = None,
) -> None:
    """Move a key result to another objective of its cycle, where it counts from today on.

    Reports for earlier days count it where it was.
    """
    workspace = writable_workspace(invocation)
    saver = open_saver(workspace.root, saving)
    name = given_or_asked(invocation, ref, "Which key result should be moved?")
    place = given_or_asked(invocation, objective, "To which objective?")
    change = move_in(workspace, name, place)
    saver.save(change, change.lines)
