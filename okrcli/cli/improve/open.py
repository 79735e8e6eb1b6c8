"""`okr improve open`: a plan for a KPI in breach, with its cause, goal and actions."""

from __future__ import annotations

from typing import Annotated

from okrcli.choices import CauseType
from okrcli.cli.completion import complete_owner
from okrcli.cli.messages import remark, remark_all, say
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import plan_option
from okrcli.cli.options.shared import kpi_argument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.identity import git_id
    from okrcli.actions.improve.open_plan import PlanParts, open_improvement, require_none_open
    from okrcli.actions.improve.plan_input import PlanInput
    from okrcli.cli.adding import Adder
    from okrcli.cli.improve.prompts import ask_kpi, ask_parts
    from okrcli.cli.next_steps import COMMAND_LINE
    from okrcli.cli.saving import open_saver
    from okrcli.cli.workspace import writable_workspace
    from okrcli.compute.reports.report_builder import snapshot_on
    from okrcli.compute.reports.snapshot import Snapshot
    from okrcli.model.kpi import Kpi
    from okrcli.model.plan import Plan
    from okrcli.next_step import NextStep, StepKind
    from okrcli.render.drawing.style import glyphs
    from okrcli.render.text.opening import opening_remarks, standing_line


@writes
def improve_open(
    invocation: Invocation,
    saving: SavingWish,
    *,
    kpi: Annotated[str | None, kpi_argument(help="KPI to improve.")] = None,
    cause: Annotated[CauseType | None, plan_option(help="Kind of cause.")] = None,
    why: Annotated[str | None, plan_option(help="Cause, in one sentence.")] = None,
    goal: Annotated[str | None, plan_option(help="Value to reach.")] = None,
    by: Annotated[
        str | None, plan_option(metavar="YYYY-MM-DD", help="Deadline for the goal.")
    ] = None,
    action: Annotated[
        list[str] | None,
        plan_option(metavar="'TITLE; OWNER; DATE'", help="Action to take; repeatable."),
    ] = None,
    owner: Annotated[
        str | None,
        plan_option(help="Owner (default: the KPI's, or you).", autocompletion=complete_owner),
    ] = None,
    id_: Annotated[
        str | None, plan_option("--id", help="Id (default: made from the KPI and the day).")
    ] = None,
) -> None:
    """Open an improvement plan: why a KPI is in breach, the goal, and who does what.

    At a terminal, it prompts for what is missing.
    """
    workspace = writable_workspace(invocation)
    plan = workspace.plan
    snapshot = snapshot_on(plan, invocation.today)
    watched = _kpi(invocation, kpi, plan, snapshot)
    require_none_open(watched, snapshot)
    report = snapshot.kpis[watched.id]
    reader = PlanInput(watched, report, plan.settings, invocation.today)
    parts = PlanParts(
        cause=cause,
        why=why,
        goal=reader.goal(goal) if goal else None,
        by=reader.until(by) if by else None,
        actions=tuple(reader.action(text) for text in action or ()),
    )
    answerable = reader.person(owner) if owner else None
    answerable = answerable or watched.owner or git_id(workspace.root, plan.settings)
    remark_all(opening_remarks(report))
    ask = bool(parts.missing) and invocation.interactive
    if ask:
        open_saver(workspace.root, saving).require_ready()
        remark(standing_line(watched, report, glyphs(ascii_only=invocation.ascii)))
        parts = ask_parts(parts, reader, answerable)
    _require_all(watched, parts)
    addition = open_improvement(workspace, report, parts, owner=answerable, id_=id_)
    if Adder(workspace, saving, ask=ask).add(addition):
        step = NextStep(StepKind.FOLLOW_UP, watched.id)
        say(f"Next: {COMMAND_LINE.command(step)}")


def _kpi(invocation: Invocation, kpi_id: str | None, plan: Plan, snapshot: Snapshot) -> Kpi:
    if kpi_id is not None:
        return plan.kpi(kpi_id)
    if not invocation.interactive:
        raise UsageError("A plan needs a KPI.", "Write: okr improve open csat.")
    return ask_kpi(plan, snapshot)


def _require_all(kpi: Kpi, parts: PlanParts) -> None:
    if parts.missing:
        *some, last = (f"--{name}" for name in parts.missing)
        options = f"{', '.join(some)} and {last}" if some else last
        raise UsageError(
            f"An improvement plan for {kpi.id} needs {options}.",
            "`okr improve open --help` explains them; at a terminal, it prompts for them.",
        )
