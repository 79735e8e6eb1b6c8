"""Approves objectives: says who agreed and when, and makes drafts active."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from okrcli.actions.change import Change
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.history.message import build_message
from okrcli.model.objective import Approval, Objective
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.yaml.editor import append_item, set_value
from okrcli.storage.yaml.reader import read


@dataclass(frozen=True, slots=True)
class Approver:
    """Who agrees, and who says so.

    Attributes:
        who: Who agrees.
        recorded_by: Who records it; `None` where that cannot be told.
        day: On which day.
    """

    who: str
    recorded_by: str | None
    day: date

    @property
    def note(self) -> str:
        """What is worth telling when somebody records another's approval; else empty."""
        if self.recorded_by in {None, self.who}:
            return ""
        return f"{self.recorded_by} recorded the approval of {self.who}."


def approve(workspace: Workspace, refs: Sequence[str], approver: Approver) -> Change:
    """Return the approval of what *refs* name, all of it or none.

    Args:
        workspace: The workspace.
        refs: Of objectives, with a cycle or without.
        approver: Who agrees, and when.

    Raises:
        UnknownReferenceError: One names nothing, or several things.
        UsageError: There is nothing to approve in one.
    """
    cycle = workspace.plan.report_cycle(workspace.today)
    cycle_id = cycle.id if cycle else None
    named = (workspace.plan.objective(ref, cycle_id) for ref in refs)
    objectives = {objective.path: objective for objective in named}
    writes = [_write(workspace, objective, approver) for objective in objectives.values()]
    names = [objective.ref for objective in objectives.values()]
    trailers = [("OKR-Objective", name) for name in names]
    return Change(
        writes=tuple(writes),
        message=build_message("Approve", names, [approver.note], trailers),
        paths=tuple(objectives),
        lines=tuple(_line(objective, approver) for objective in objectives.values()),
    )


def _write(workspace: Workspace, objective: Objective, approver: Approver) -> Write:
    _require_open(objective, approver)
    target = inside(workspace.root, objective.path)
    before = target.read_bytes()
    approval = Approval(who=approver.who, date=approver.day)
    after = append_item(read(objective.path, before), ("approved_by",), approval)
    if objective.status == "draft":
        after = set_value(read(objective.path, after), ("status",), "active")
    return Write(target, after, expected=before)


def _require_open(objective: Objective, approver: Approver) -> None:
    if objective.status in {"closed", "cancelled"}:
        raise UsageError(f"{objective.ref} is {objective.status}.", "Nothing was changed.")
    if any(approval.who == approver.who for approval in objective.approved_by):
        raise UsageError(
            f"{approver.who} has approved {objective.ref} already.", "Nothing was changed."
        )


def _line(objective: Objective, approver: Approver) -> str:
    since = ", which is active now" if objective.status == "draft" else ""
    return f"{approver.who} approves {objective.ref}{since}."
