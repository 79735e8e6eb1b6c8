"""`okr improve` at the terminal: asks for what the command line left out."""

from collections.abc import Callable, Iterable
from typing import TypeVar, get_args

from okrcli.actions.improve.open_plan import PlanParts
from okrcli.actions.improve.plan_input import PlanInput
from okrcli.actions.improve.plans import open_plan, open_plans
from okrcli.actions.records import parse_record
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.prompts import ask, ask_until, require_answer
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.errors import UsageError
from okrcli.model.improvement import Action, CauseType, Improvement
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

CAUSES: tuple[str, ...] = get_args(CauseType)

_Answer = TypeVar("_Answer")


def plan_meant(invocation: Invocation, plan: Plan, name: str | None) -> Improvement:
    """Return the open improvement plan that *name* means; at a terminal it is asked for.

    Raises:
        UsageError: Nothing was named, and there is nobody to ask.
        OkrError: There is no such plan, several, or it is closed.
    """
    if name is not None:
        return open_plan(plan, name)
    ids = open_plans(plan)
    listed = f"Open: {', '.join(ids)}." if ids else "There is no open improvement plan."
    if not invocation.interactive or not ids:
        raise UsageError("Which improvement plan?", listed)
    remark(listed)
    only = ids[0] if len(ids) == 1 else ""
    return ask_until("Which one?", lambda text: open_plan(plan, require_answer(text)), only)


def ask_kpi(plan: Plan, snapshot: Snapshot) -> Kpi:
    """Ask for a KPI, offering those in breach, and return it."""
    breached = [kpi.id for kpi in snapshot.kpis.values() if kpi.health == "breach"]
    if breached:
        remark(f"In breach: {', '.join(breached)}")
    return ask_until("Which KPI should improve?", lambda text: plan.kpi(require_answer(text)))


def ask_parts(parts: PlanParts, reader: PlanInput, owner: str | None) -> PlanParts:
    """Return *parts* with the answers for those that are not known.

    Args:
        parts: What the command line said.
        reader: Judges the answers.
        owner: Who does the actions, unless somebody else is named.
    """
    unit = f", in {reader.kpi.unit}" if reader.kpi.unit else ""
    return PlanParts(
        cause=_given_or_asked(parts.cause, f"What kind of cause? ({', '.join(CAUSES)})", _cause),
        why=_given_or_asked(parts.why, "What is the cause, in a sentence?", require_answer),
        goal=_given_or_asked(parts.goal, f"What value should it reach{unit}?", reader.goal),
        by=_given_or_asked(parts.by, "By when? (YYYY-MM-DD)", reader.until),
        actions=parts.actions or tuple(_actions(reader, owner or "")),
    )


def _given_or_asked(part: _Answer | None, question: str, read: Callable[[str], _Answer]) -> _Answer:
    return ask_until(question, read) if part is None else part


def _cause(text: str) -> str:
    fitting = [cause for cause in CAUSES if text and cause.startswith(text.casefold())]
    if len(fitting) != 1:
        raise UsageError(f"Write one of {', '.join(CAUSES)}.")
    return fitting[0]


def _actions(reader: PlanInput, owner: str) -> Iterable[Action]:
    title = ask_until("What will be done? The first action", require_answer)
    while title:
        fields = {
            "title": title,
            "owner": ask_until("  By whom?", reader.person, owner),
            "due": ask_until("  By when? (YYYY-MM-DD)", reader.due),
        }
        yield parse_record(Action, fields)
        title = ask("Next action [Enter: done]")
