"""`okr retract`: makes what was checked in by mistake no longer count."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.completion import complete_checkin, complete_own_checkin
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import by_option, ref_argument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.retract.named import checkin_named, recent_checkins
    from okrcli.actions.retract.parts import parts_of
    from okrcli.actions.retract.retraction import RetractionRequest, retract_erased
    from okrcli.actions.retract.retraction import retract as retract_one
    from okrcli.actions.workspace import Workspace
    from okrcli.cli.prompts import ask, ask_until, require_answer
    from okrcli.cli.saving import open_saver
    from okrcli.cli.who import who_is_typing
    from okrcli.cli.workspace import writable_workspace
    from okrcli.compute.rounding import listed_text

_MOST = 9


@writes
def retract(
    invocation: Invocation,
    saving: SavingWish,
    *,
    checkin: Annotated[
        str | None,
        typer.Argument(
            metavar="CHECKIN",
            help="Check-in: its file's name, the beginning of that, or its path.",
            autocompletion=complete_own_checkin,
        ),
    ] = None,
    ref: Annotated[
        str | None,
        ref_argument(
            help="Only what it says of this key result, KPI, person or plan.",
            autocompletion=complete_checkin,
        ),
    ] = None,
    why: Annotated[
        str | None, typer.Option(help="Reason; needed for somebody else's check-in.")
    ] = None,
    erased: Annotated[
        bool, typer.Option("--erased", help="Its file was deleted for good, as personal data.")
    ] = False,
    by: Annotated[str | None, by_option(help="Who retracts it (default: you).")] = None,
) -> None:
    """Retract a check-in, or what it says of one thing: it counts for no day any more.

    Nothing is edited: a new check-in says it, and `okr show` strikes out what was retracted.
    Retract that one, and the first counts again. Without arguments, it asks which one.
    """
    workspace = writable_workspace(invocation)
    saver = open_saver(workspace.root, saving)
    who = who_is_typing(invocation, workspace, saver, by)
    if checkin is None:
        if not invocation.interactive:
            raise UsageError("Nothing says what to retract.", "Write: okr retract CHECKIN.")
        saver.require_ready()
        checkin, ref = _ask_which(workspace, who)
        why = why or ask("Why? [Enter: no reason]")
    retracting = RetractionRequest(who, invocation.now(), why or "")
    if erased and ref is not None:
        raise UsageError("--erased is about the whole file.", "Leave out the reference.")
    change = (
        retract_erased(workspace, checkin, retracting)
        if erased
        else retract_one(workspace, checkin, ref, retracting)
    )
    saver.save(change, change.lines)


def _ask_which(workspace: Workspace, who: str) -> tuple[str, str | None]:
    """Return which of the last check-ins of *who*, and of what; `None` for all of it."""
    plan = workspace.plan
    recent = recent_checkins(plan, who, _MOST)
    for number, checkin in enumerate(recent, 1):
        labels = [part.label for part in parts_of(plan, checkin)]
        remark(f"  {number}  {checkin.date}  {listed_text(labels, 5)}")
    numbers = {str(number): checkin.id for number, checkin in enumerate(recent, 1)}
    chosen = ask_until(
        "Which check-in? A number, or its name",
        lambda text: checkin_named(plan, numbers.get(text, require_answer(text))),
    )
    parts = parts_of(plan, chosen)
    if len(parts) < 2:
        return chosen.id, None
    names = ", ".join(dict.fromkeys(part.ref for part in parts))
    return chosen.id, ask(f"Only what it says of one of these: {names}? [Enter: all]") or None
