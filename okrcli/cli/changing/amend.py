"""`okr amend`: new goalposts from a day on, for a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar

import typer

from okrcli.actions.amend.goalposts import TARGET_BY, all_goalposts
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.options import Invocation, past_day_of_option
from okrcli.cli.options.goals import option_of, with_options
from okrcli.cli.options.groups import goalpost_option
from okrcli.cli.options.parameters import option_parameter
from okrcli.cli.options.shared import date_option, owner_option, ref_argument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.amend.agreed import Agreed, agreed_named, question_about
    from okrcli.actions.amend.amendments import AmendmentResult, amend_all, values_of
    from okrcli.actions.amend.endings import cancel, drop
    from okrcli.actions.amend.moves import Reason, stated_text
    from okrcli.actions.identity import person_id
    from okrcli.actions.workspace import Workspace
    from okrcli.cli.adding import tell_findings
    from okrcli.cli.prompts import ask, ask_until, choose, confirm, require_answer
    from okrcli.cli.saving import open_saver
    from okrcli.cli.workspace import writable_workspace
    from okrcli.model.key_results import KeyResult

_CommandT = TypeVar("_CommandT", bound=Callable[..., Any])
_DROP, _CANCEL = "drop", "cancel"


def _with_goalposts(command: _CommandT) -> _CommandT:
    """Add an option for each goalpost to *command*."""
    options = (
        option_parameter(
            name,
            str | None,
            goalpost_option(option_of(name), metavar=goalpost.form, help=goalpost.help),
        )
        for name, goalpost in all_goalposts().items()
    )
    return with_options(command, options)


@writes
@_with_goalposts
def amend(
    invocation: Invocation,
    saving: SavingWish,
    /,
    *,
    ref: Annotated[str | None, ref_argument(help="Key result, KPI or objective.")] = None,
    step: Annotated[
        str | None, typer.Option(metavar="ID", help="Amend this step of the key result.")
    ] = None,
    why: Annotated[str | None, typer.Option(help="Reason of the change.")] = None,
    approved_by: Annotated[
        str | None, owner_option(metavar="WHO", help="Who agreed to it.")
    ] = None,
    day: Annotated[str | None, date_option(help="First day it holds (default: today).")] = None,
    to_drop: Annotated[
        bool, typer.Option("--drop", help="Give up a key result, or with --step a step.")
    ] = False,
    to_cancel: Annotated[bool, typer.Option("--cancel", help="Give up an objective.")] = False,
    factor: Annotated[
        str | None,
        goalpost_option(
            metavar="N", help="With --unit: one old unit in the new one, as in 60 or 1/60."
        ),
    ] = None,
    **goalposts: Any,
) -> None:
    """Change a goalpost openly: from a day on, with the reason.

    The value is changed in its file, and an amendment says what it was; reports of earlier days go
    on using that. Before anybody is bound, as by a draft, only the value changes. Write `none` for
    a field that is to be empty. With --unit and --factor, everything in the unit is converted.
    """
    texts: Mapping[str, str] = {name: text for name, text in goalposts.items() if text}
    is_asked = invocation.interactive and not (texts or to_drop or to_cancel)
    question = question_about(ref, texts, invocation.today) if ref and not is_asked else None
    workspace = writable_workspace(invocation, question)
    saver = open_saver(workspace.root, saving)
    if is_asked:
        saver.require_ready()
    agreed = _find_agreed(workspace, ref, step, is_asked=invocation.interactive)
    if is_asked:
        agreed = _ask_step(workspace, agreed) if step is None else agreed
        texts, end = _ask_change(agreed)
        to_drop, to_cancel = end == _DROP, end == _CANCEL
        if texts.get("unit") and agreed.unit and not factor:
            factor = ask(
                f"What is one {agreed.unit} in it, as 60 or 1/60? [Enter: convert nothing]"
            )
    if (to_drop, to_cancel, bool(texts or factor)).count(True) > 1:
        raise UsageError("--drop, --cancel and other values do not go together.", "Give one.")
    must_say = agreed.binds_on(invocation.today) or to_drop or to_cancel
    if must_say and not why and invocation.interactive:
        why = ask_until("Why?", require_answer)
        approved_by = approved_by or ask_until(
            "Who agreed to it? [Enter: nobody yet]",
            lambda text: text and person_id(text, workspace.plan.settings),
        )
    reason = Reason(
        past_day_of_option("--date", day, invocation.today),
        why or "",
        person_id(approved_by, workspace.plan.settings) if approved_by else None,
    )
    if to_drop or to_cancel:
        amended = AmendmentResult((drop if to_drop else cancel)(workspace, agreed, reason))
    else:
        amended = amend_all(
            workspace, agreed, texts, reason, factor=factor or "", name_of=option_of
        )
    if is_asked:
        remark_all(amended.change.lines)
        if not confirm("Write this?"):
            remark("Nothing was written.")
            return
    saver.save(amended.change, amended.change.lines)
    remark_all(amended.remarks)
    if amended.findings:
        tell_findings(amended.findings)


def _find_agreed(
    workspace: Workspace, ref: str | None, step: str | None, *, is_asked: bool
) -> Agreed:
    if ref is not None:
        return agreed_named(workspace, ref, step)
    if not is_asked:
        raise UsageError("Nothing says what to amend.", "Write: okr amend REF --target 60.")
    return ask_until(
        "What is to be amended? A key result, a KPI or an objective",
        lambda text: agreed_named(workspace, require_answer(text), step),
    )


def _ask_step(workspace: Workspace, agreed: Agreed) -> Agreed:
    """Return a step of *agreed*, where it has some and one of them is meant."""
    steps = agreed.record.listed_steps if isinstance(agreed.record, KeyResult) else ()
    ids = [step.id for step in steps if step.dropped is None]
    chosen = choose("Which of its steps? Enter alone for the key result", ids) if ids else ""
    return agreed_named(workspace, agreed.ref, chosen) if chosen else agreed


def _ask_change(agreed: Agreed) -> tuple[Mapping[str, str], str]:
    """Return the new value of a goalpost, by field, or else how *agreed* ends, if it does."""
    more = {"KPI": (TARGET_BY,), "objective": (_CANCEL,)}.get(agreed.kind, (_DROP,))
    field = choose(f"What of {agreed.ref}?", [*agreed.names, *more])
    if field in {"", _DROP, _CANCEL}:
        return {}, field

    def readable(text: str) -> str:
        values_of(agreed, {field: require_answer(text)}, option_of)
        return text

    key = "target" if field == TARGET_BY else field
    now = stated_text(agreed.value_of(agreed.stated_value(key), key))
    return {field: ask_until(f"New {field.replace('_', ' ')} (now {now})", readable)}, ""
