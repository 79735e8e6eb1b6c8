"""`okr improve follow-up`: what has happened since, and which actions are done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import PlanArgument, by_option, date_option
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.change import Change
    from okrcli.actions.improve.follow_up import FollowUpDraft, done_places, follow_up
    from okrcli.actions.improve.plans import day_in
    from okrcli.cli.improve.prompts import plan_meant
    from okrcli.cli.prompts import ask_until, require_answer
    from okrcli.cli.saving import Saver, open_saver
    from okrcli.cli.who import who_is_typing
    from okrcli.cli.workspace import writable_workspace
    from okrcli.compute.reports.report import ImprovementReport
    from okrcli.model.improvement import Improvement
    from okrcli.model.plan import Plan
    from okrcli.render.text.improving import improving_text


@writes
def improve_follow_up(
    invocation: Invocation,
    saving: SavingWish,
    *,
    name: PlanArgument = None,
    note: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="What has happened since.")
    ] = None,
    done: Annotated[
        list[str] | None, typer.Option(metavar="N|TITLE", help="Action that is done; repeatable.")
    ] = None,
    by: Annotated[str | None, by_option(help="Who reports it (default: you).")] = None,
    day: Annotated[str | None, date_option(help="Date it happened (default: today).")] = None,
) -> None:
    """Record progress on an improvement plan, as a check-in and one commit.

    At a terminal, it prompts for what is missing.
    """
    workspace = writable_workspace(invocation)
    improvement = plan_meant(invocation, workspace.plan, name)
    draft = FollowUpDraft(
        improvement=improvement,
        day=day_in(improvement, day, invocation.today),
        note=note or "",
        done=_places(improvement, done or ()),
    )
    saver = open_saver(workspace.root, saving)
    who = who_is_typing(invocation, workspace, saver, by)
    draft = _complete(invocation, draft, saver)
    change, report = follow_up(workspace, draft, by=who, recorded=invocation.now())
    saver.save(change, _lines(change, report, workspace.plan, draft.day))


def _places(improvement: Improvement, texts: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the actions that *texts* name and that are not done yet."""
    places, before = done_places(improvement, texts)
    for title in before:
        remark(f"'{title}' is already done.")
    return places


def _complete(invocation: Invocation, draft: FollowUpDraft, saver: Saver) -> FollowUpDraft:
    """Return *draft* with a note: what is answered, or at least what is done."""
    if draft.note:
        return draft
    if invocation.interactive:
        saver.require_ready()
        return _ask(draft)
    if not draft.done:
        raise UsageError(
            "There is nothing to record, and no terminal to ask at.",
            f'Write: okr improve follow-up {draft.improvement.id} "what has happened".',
        )
    return draft.with_note


def _ask(draft: FollowUpDraft) -> FollowUpDraft:
    """Ask what has happened, and which actions are done where that was not said."""
    improvement = draft.improvement
    for number, action in enumerate(improvement.actions, 1):
        remark(f"  {number} [{action.status}] {action.title} ({action.owner}, {action.due})")
    note = ask_until("What has happened since?", require_answer)
    statuses = {action.status for action in improvement.actions}
    if draft.done or statuses <= {"done", "cancelled"}:
        return replace(draft, note=note)
    question = "Actions done since, by number [Enter: none]"
    done = ask_until(question, lambda text: _places(improvement, text.replace(",", " ").split()))
    return replace(draft, note=note, done=done)


def _lines(change: Change, report: ImprovementReport, plan: Plan, day: date) -> Iterator[str]:
    yield f"Recorded in {change.paths[0]}."
    yield from (f"  {line}" for line in change.lines)
    kpi = plan.kpis_by_id.get(report.kpi)
    yield f"{report.kpi}: {improving_text(report, kpi.unit if kpi else None, day)}."
