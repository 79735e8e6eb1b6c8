"""`okr improve open`: a plan for a KPI in breach, with its cause, goal and actions."""

from decimal import Decimal
from typing import Annotated

import typer

from okrcli.actions.identity import git_id
from okrcli.actions.ids import LONGEST, free_id
from okrcli.actions.records import parse_record
from okrcli.actions.saving import Saving, new_file
from okrcli.cli.completion import complete_kpi, complete_owner
from okrcli.cli.improve.input import PlanInput
from okrcli.cli.improve.plans import PLACES
from okrcli.cli.improve.prompts import PlanParts, asked, kpi_asked
from okrcli.cli.messages import remark, say
from okrcli.cli.new.adding import Adding, Addition
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.saving import NoCommitOption, PushOption, require_commit
from okrcli.cli.workspace import writable_plan
from okrcli.compute.reports.improvement_report import is_open
from okrcli.compute.reports.key_result_report import Standing
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.reports.report_builder import standing_on
from okrcli.compute.rounding import number_text, rounded_text, short_number, with_unit
from okrcli.errors import OkrError, UsageError
from okrcli.history.message import build_message
from okrcli.model.improvement import CauseType, Improvement
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.render.drawing.style import glyphs, kpi_look
from okrcli.render.text.numbers import band_text
from okrcli.storage.layout import improvement_path
from okrcli.storage.writing import improvement_bytes


@invoked
def improve_open(
    invocation: Invocation,
    *,
    kpi: Annotated[
        str | None,
        typer.Argument(metavar="KPI", help="What shall improve.", autocompletion=complete_kpi),
    ] = None,
    cause: Annotated[CauseType | None, typer.Option(help="What kind of cause it has.")] = None,
    why: Annotated[str | None, typer.Option(help="The cause, in a sentence.")] = None,
    goal: Annotated[str | None, typer.Option(help="The value that it shall reach.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Until when it shall reach it.")
    ] = None,
    action: Annotated[
        list[str] | None,
        typer.Option(metavar="'TITLE; OWNER; DATE'", help="What will be done; may be repeated."),
    ] = None,
    owner: Annotated[
        str | None, typer.Option(help="Else the KPI's, else you.", autocompletion=complete_owner)
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", help="Else the KPI and the day.")] = None,
    push: PushOption = False,
    no_commit: NoCommitOption = False,
) -> None:
    """Open an improvement plan: why a KPI is in breach, what it shall reach, who does what.

    At a terminal it asks for what is left out.
    """
    require_commit(push=push, no_commit=no_commit)
    plan = writable_plan(invocation)
    standing = standing_on(plan, invocation.today)
    watched = _kpi(invocation, kpi, plan, standing)
    _require_none_open(watched, standing)
    report = standing.kpis[watched.id]
    reader = PlanInput(watched, report, plan.settings, invocation.today)
    parts = PlanParts(
        cause=cause,
        why=why,
        goal=reader.goal(goal) if goal else None,
        by=reader.until(by) if by else None,
        actions=tuple(reader.action(each) for each in action or ()),
    )
    answerable = reader.person(owner, "--owner") if owner else None
    answerable = answerable or watched.owner or git_id(invocation.root(), plan.settings)
    _tell_standing(report)
    ask = bool(parts.missing) and invocation.interactive
    if ask:
        _require_ready(invocation, commit=not no_commit)
        _show(watched, report, invocation)
        parts = asked(parts, reader, answerable)
    _require_all(watched, parts)
    fields = {
        "id": _id(id_, watched, plan, invocation),
        "kpi": watched.id,
        "opened": invocation.today,
        "owner": answerable,
        "baseline": _baseline(report),
        "cause": {"type": parts.cause, "text": parts.why},
        "goal": {"value": parts.goal, "by": parts.by},
        "actions": parts.actions,
    }
    adding = Adding(invocation, plan, ask=ask, commit=not no_commit, push=push)
    _add(adding, parse_record(Improvement, fields), report)


def _kpi(invocation: Invocation, kpi_id: str | None, plan: Plan, standing: Standing) -> Kpi:
    if kpi_id is not None:
        return plan.kpi(kpi_id)
    if not invocation.interactive:
        raise UsageError("A plan needs a KPI.", "Write: okr improve open csat.")
    return kpi_asked(plan, standing)


def _require_none_open(kpi: Kpi, standing: Standing) -> None:
    """Two plans for one number would each claim what the other one did."""
    for each in standing.plan.improvements:
        if each.kpi == kpi.id and (each.closed is None or is_open(each, standing.day)):
            raise OkrError(
                f"{kpi.id} has an open improvement plan already: {each.id}.",
                f"`okr improve follow-up {each.id}` records what has happened since, and"
                f" `okr improve close {each.id}` ends it.",
            )


def _require_ready(invocation: Invocation, *, commit: bool) -> None:
    from okrcli.history.repository import open_repository  # noqa: PLC0415  only where one is asked

    root = invocation.root()
    Saving(root, open_repository(root) if commit else None).require_ready()


def _require_all(kpi: Kpi, parts: PlanParts) -> None:
    if parts.missing:
        *some, last = parts.missing
        options = f"{', '.join(some)} and {last}" if some else last
        raise UsageError(
            f"An improvement plan for {kpi.id} needs {options}.",
            "`okr improve open --help` explains them; at a terminal it asks.",
        )


def _id(wanted: str | None, kpi: Kpi, plan: Plan, invocation: Invocation) -> str:
    taken = {each.id for each in plan.improvements}
    if wanted is None:
        day = f"-{invocation.today}"
        name = kpi.id.replace("_", "-")[: LONGEST - len(day)].rstrip("-")
        return free_id(name + day, taken)
    if wanted in taken:
        raise UsageError(
            f"There is an improvement plan '{wanted}' already.", "Choose another --id."
        )
    return wanted


def _baseline(report: KpiReport) -> Decimal | None:
    """Return where the KPI stands now: a later reading of the same day is what the plan did.

    `None` without a value, or with one so old that one of today is still asked for.
    """
    if report.value is None or report.stale:
        return None
    return Decimal(rounded_text(report.value, PLACES))


def _tell_standing(report: KpiReport) -> None:
    """Say where the KPI stands, where that is no matter of course."""
    if report.value is None:
        remark(
            f"{report.id} has no value yet, so the way to the goal cannot be measured: record one"
            " today, too."
        )
    elif report.stale:
        remark(f"The value of {report.id} is of {report.value_date}: record one of today, too.")
    elif report.health == "healthy":
        remark(f"{report.id} is healthy at {short_number(report.value)}; a plan is opened anyway.")


def _show(kpi: Kpi, report: KpiReport, invocation: Invocation) -> None:
    """Show what the questions are about."""
    signs = glyphs(ascii_only=invocation.ascii)
    now = signs.none if report.value is None else short_number(report.value)
    target = "" if report.target is None else f", target {band_text(report.target, signs)}"
    remark(f"{kpi.title}: {with_unit(now, kpi.unit)} now, {kpi_look(report).word}{target}")


def _add(adding: Adding, improvement: Improvement, report: KpiReport) -> None:
    path = improvement_path(improvement.id)
    write = new_file(adding.invocation.root(), path, improvement_bytes(improvement))
    addition = Addition(
        what="improvement plan",
        ref=improvement.id,
        path=path,
        write=write,
        shown=write.content.decode(),
        message=_message(improvement, report),
    )
    if adding.add(addition):
        say(f'Next: okr improve follow-up {improvement.kpi} "what has happened"')


def _message(improvement: Improvement, report: KpiReport) -> str:
    """Return the commit's message, as in `Improve: csat 74 → 85 by 2026-12-31`."""
    now = "" if report.value is None else f" {short_number(report.value)}"
    goal = improvement.goal
    return build_message(
        "Improve",
        [f"{improvement.kpi}{now} → {number_text(goal.value)} by {goal.by}"],
        [improvement.cause.text, *(each.title for each in improvement.actions)],
        [("OKR-Improvement", improvement.id)],
    )
