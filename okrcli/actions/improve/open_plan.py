"""Opens an improvement plan for a KPI: the cause of the breach, the goal, and who does what."""

from datetime import date
from decimal import Decimal

from okrcli.actions.additions import Addition
from okrcli.actions.ids import LONGEST, free_id
from okrcli.actions.improve.plans import PLACES
from okrcli.actions.records import parse_record
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.improvement_report import is_open
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.rounding import full_number, rounded_text, short_number
from okrcli.errors import OkrError, UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.improvement import Action, Improvement
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.layout import improvement_path
from okrcli.storage.writing import improvement_bytes


@frozen_dataclass
class PlanParts:
    """The parts of a plan; `None` or empty while unknown."""

    cause: str | None = None
    why: str | None = None
    goal: Decimal | None = None
    by: date | None = None
    actions: tuple[Action, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the missing parts."""
        parts = {
            "cause": self.cause,
            "why": self.why,
            "goal": self.goal,
            "by": self.by,
            "action": self.actions or None,
        }
        return tuple(name for name, part in parts.items() if part is None)


def require_none_open(kpi: Kpi, snapshot: Snapshot) -> None:
    """Refuse a second plan: with two for one KPI, each would claim the other's effect.

    Raises:
        OkrError: There is an open plan.
    """
    for improvement in snapshot.plan.improvements:
        is_of_kpi = improvement.kpi == kpi.id
        if is_of_kpi and (improvement.closed is None or is_open(improvement, snapshot.day)):
            raise OkrError(
                f"{kpi.id} has an open improvement plan already: {improvement.id}.",
                NextStep(StepKind.FOLLOW_UP, improvement.id),
            )


def open_improvement(
    workspace: Workspace,
    report: KpiReport,
    parts: PlanParts,
    *,
    owner: str | None = None,
    id_: str | None = None,
) -> Addition:
    """Return a plan for the KPI of *report*.

    Args:
        workspace: The workspace of the plan.
        report: The KPI as of today.
        parts: All parts of the plan.
        owner: Who is accountable for it.
        id_: The id of the plan; by default, made of the KPI and the day.

    Raises:
        UsageError: The id is taken, or a part cannot be written.
    """
    improvement = parse_record(
        Improvement,
        {
            "id": _id(id_, report.id, workspace.plan, workspace.today),
            "kpi": report.id,
            "opened": workspace.today,
            "owner": owner,
            "baseline": _baseline(report),
            "cause": {"type": parts.cause, "text": parts.why},
            "goal": {"value": parts.goal, "by": parts.by},
            "actions": parts.actions,
        },
    )
    path = improvement_path(improvement.id)
    write = new_file(workspace.root, path, improvement_bytes(improvement))
    return Addition(
        what="improvement plan",
        ref=improvement.id,
        path=path,
        write=write,
        shown=write.content.decode(),
        message=_message(improvement, report),
    )


def _id(wanted: str | None, kpi_id: str, plan: Plan, today: date) -> str:
    taken = {improvement.id for improvement in plan.improvements}
    if wanted is None:
        day = f"-{today}"
        name = kpi_id.replace("_", "-")[: LONGEST - len(day)].rstrip("-")
        return free_id(name + day, taken)
    if wanted in taken:
        raise UsageError(f"An improvement plan '{wanted}' already exists.", "Choose another id.")
    return wanted


def _baseline(report: KpiReport) -> Decimal | None:
    """Return the KPI's value now; a later reading of the day is already an effect of the plan.

    `None` without a value, or with one so old that today's is still asked for.
    """
    if report.value is None or report.stale:
        return None
    return Decimal(rounded_text(report.value, PLACES))


def _message(improvement: Improvement, report: KpiReport) -> str:
    """Return the commit's message, as in `Improve: csat 74 → 85 by 2026-12-31`."""
    now = "" if report.value is None else f" {short_number(report.value)}"
    goal = improvement.goal
    return build_message(
        "Improve",
        [f"{improvement.kpi}{now} → {full_number(goal.value)} by {goal.by}"],
        [improvement.cause.text, *(action.title for action in improvement.actions)],
        [("OKR-Improvement", improvement.id)],
    )
