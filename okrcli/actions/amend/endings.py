"""Drops key results and steps, and cancels objectives."""

from dataclasses import replace

from okrcli.actions.additions import plan_with, refuse_new_errors
from okrcli.actions.amend.agreed import Agreed
from okrcli.actions.amend.effects import effect_lines
from okrcli.actions.amend.in_place import EditedFile
from okrcli.actions.amend.moves import Reason, require_reason, require_why
from okrcli.actions.change import Change
from okrcli.actions.records import parse_record
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.history.message import build_message
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.key_results import KeyResult, Step
from okrcli.model.objective import Objective


def drop(workspace: Workspace, agreed: Agreed, reason: Reason) -> Change:
    """Return that a key result, or a step of one, does not count from the reason's day on.

    Raises:
        OkrError: It is neither, or not binding yet; nothing is changed.
    """
    if not isinstance(agreed.record, KeyResult | Step):
        raise UsageError(
            f"{agreed.ref} is {agreed.kind_with_article}: only key results and steps are dropped.",
            "An objective is cancelled." if isinstance(agreed.record, Objective) else "",
        )
    if not agreed.binds_on(workspace.today):
        raise UsageError(
            f"{agreed.ref} binds nobody yet, so there is nothing to give up.",
            f"Delete it in {agreed.path}.",
        )
    _require_reason(workspace, agreed, reason)
    file = EditedFile(workspace.root, agreed.path)
    file.put((*agreed.location, "dropped"), parse_record(Withdrawal, reason.fields))
    line = f"Dropped {agreed.ref}: from {reason.day} on it does not count."
    message = build_message("Drop", [agreed.ref], reason.notes, [agreed.trailer])
    return _change(workspace, agreed, file, message, line)


def cancel(workspace: Workspace, agreed: Agreed, reason: Reason) -> Change:
    """Return that an objective is given up from the reason's day on.

    Raises:
        OkrError: It is none, or only a draft; nothing is changed.
    """
    if not isinstance(agreed.record, Objective):
        raise UsageError(
            f"{agreed.ref} is {agreed.kind_with_article}: only objectives are cancelled.",
            "A key result is dropped." if isinstance(agreed.record, KeyResult | Step) else "",
        )
    if agreed.record.status == "draft":
        raise UsageError(
            f"{agreed.ref} is a draft and binds nobody, so there is nothing to give up.",
            f"Delete {agreed.path}.",
        )
    _require_reason(workspace, agreed, reason)
    file = EditedFile(workspace.root, agreed.path)
    file.put(("status",), "cancelled")
    file.put(("cancelled",), parse_record(Withdrawal, reason.fields))
    line = f"Cancelled {agreed.ref} from {reason.day} on."
    message = build_message("Cancel", [agreed.ref], reason.notes, [agreed.trailer])
    return _change(workspace, agreed, file, message, line)


def _require_reason(workspace: Workspace, agreed: Agreed, reason: Reason) -> None:
    require_why(agreed, reason)
    grace = workspace.plan.settings.checkin.grace_days
    require_reason(agreed, reason, workspace.today, grace)


def _change(
    workspace: Workspace, agreed: Agreed, file: EditedFile, message: str, line: str
) -> Change:
    change = Change(
        writes=(file.write,),
        message=message,
        paths=(file.path,),
        lines=(line,),
        is_exclusive=True,
    )
    after = plan_with(workspace, change)
    refuse_new_errors(workspace.plan, after)
    effects = effect_lines(workspace, after, [agreed.ref], change.paths)
    return replace(change, lines=(line, *effects))
