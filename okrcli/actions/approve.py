"""Approves objectives and KPIs: records who agreed and when, and makes drafts active."""

from collections.abc import Sequence
from datetime import date

from okrcli.actions.change import Change
from okrcli.actions.workspace import Workspace
from okrcli.compute.seal import fits, seal_of
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.changes.approval import Approval
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.yaml.editor import append_item, set_value
from okrcli.storage.yaml.reader import read


@frozen_dataclass
class Approver:
    """Who agrees, and who records it.

    Attributes:
        who: Who agrees.
        recorded_by: Who records it; `None` if unknown.
        day: The day on which they agreed.
    """

    who: str
    recorded_by: str | None
    day: date

    @property
    def note(self) -> str:
        """A note that somebody records another person's approval; otherwise empty."""
        if self.recorded_by in {None, self.who}:
            return ""
        return f"{self.recorded_by} recorded the approval of {self.who}."


def approve(workspace: Workspace, refs: Sequence[str], approver: Approver) -> Change:
    """Return the approval of all that *refs* name, or refuse all.

    Args:
        workspace: The workspace.
        refs: References of objectives, with a cycle or without, and of draft KPIs.
        approver: Who agrees, and when.

    Raises:
        UnknownReferenceError: One of *refs* is unknown or ambiguous.
        UsageError: There is nothing to approve in one.
    """
    cycle = workspace.plan.report_cycle(workspace.today)
    cycle_id = cycle.id if cycle else None
    named = (_find(workspace.plan, ref, cycle_id) for ref in refs)
    approved = {record.path: record for record in named}
    writes = [_write(workspace, record, approver) for record in approved.values()]
    names = [_name_of(record) for record in approved.values()]
    trailers = [
        ("OKR-Objective", record.ref)
        for record in approved.values()
        if isinstance(record, Objective)
    ]
    return Change(
        writes=tuple(writes),
        message=build_message("Approve", names, [approver.note], trailers),
        paths=tuple(approved),
        lines=tuple(_line(record, approver) for record in approved.values()),
        is_exclusive=True,
    )


def _find(plan: Plan, ref: str, cycle_id: str | None) -> Objective | Kpi:
    """Return the objective that *ref* names, or the KPI."""
    kpi = plan.kpi_called(ref)
    if kpi is not None and not plan.match_objectives(ref, cycle_id):
        return kpi
    found = plan.typed_key_results(ref, cycle_id) if "/" in ref else ()
    if found and not plan.match_objectives(ref, cycle_id):
        objective, key_result = found[0]
        raise UsageError(
            f"{objective.ref_of(key_result)} is a key result, and is approved with its objective.",
            f"Name the objective, {objective.ref}.",
        )
    return plan.objective(ref, cycle_id)


def _name_of(record: Objective | Kpi) -> str:
    return record.ref if isinstance(record, Objective) else record.id


def _write(workspace: Workspace, record: Objective | Kpi, approver: Approver) -> Write:
    target = inside(workspace.root, record.path)
    before = after = target.read_bytes()
    if isinstance(record, Objective):
        _require_open(workspace.plan, record, approver)
        seal = seal_of(workspace.plan, record, approver.day)
        approval = Approval(who=approver.who, date=approver.day, seal=seal)
        if record.status == "active" and not record.approved_by:
            approval = approval.model_copy(update={"status_before": "active"})
    elif record.status == "draft":
        approval = Approval(who=approver.who, date=approver.day)
    else:
        raise UsageError(f"{record.id} is {record.status} already.", "Nothing was changed.")
    after = append_item(read(record.path, after), ("approved_by",), approval)
    if record.status == "draft":
        after = set_value(read(record.path, after), ("status",), "active")
    return Write(target, after, expected=before)


def _require_open(plan: Plan, objective: Objective, approver: Approver) -> None:
    if objective.status in {"closed", "cancelled"}:
        raise UsageError(f"{objective.ref} is {objective.status}.", "Nothing was changed.")
    given = [approval for approval in objective.approved_by if approval.who == approver.who]
    # What has changed since may be approved again.
    if given and fits(plan, objective, given[-1]):
        raise UsageError(
            f"{approver.who} has already approved {objective.ref}.", "Nothing was changed."
        )


def _line(record: Objective | Kpi, approver: Approver) -> str:
    since = ", which is active now" if record.status == "draft" else ""
    return f"{approver.who} approves {_name_of(record)}{since}."
