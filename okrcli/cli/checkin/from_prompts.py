"""`okr checkin` at a terminal: asks questions and records the answers."""

from collections.abc import Sequence

from okrcli.actions.checkin.check_in import check_in
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.checkin.questions import Question, questions_due, questions_named
from okrcli.actions.checkin.walk import Walk
from okrcli.cli.checkin.unfinished import Keeper
from okrcli.cli.checkin.walk import ask_all, confirm_items
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.recorded import record_checkin
from okrcli.cli.saving import Saver
from okrcli.compute.reports.report import Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.errors import UsageError, WorkspaceError


def record_from_prompts(
    invocation: Invocation,
    context: CheckinContext,
    header: CheckinHeader,
    *,
    refs: Sequence[str],
    confidence: str,
    saver: Saver,
) -> None:
    """Ask for what *refs* name, else for what is due, and record it.

    Answers that state no confidence have the one that is given.

    Raises:
        UsageError: Nobody is there.
        OkrError: It was refused; what was typed is kept for the next time.
    """
    if not invocation.interactive:
        raise UsageError(
            "There is nothing to record, and no terminal to ask at.",
            "Give values, as in `okr checkin cx-leader/nps 47`, or a file with --from.",
        )
    saver.require_ready()
    keeper = Keeper(saver.saving.root, header.by)
    with keeper.typing():
        walk = keeper.offer_unfinished(
            Walk(context, _questions(context, header.by, refs), confidence)
        )
        walk = ask_all(walk, keeper.keep)
        confirmed = confirm_items(walk, f"Record this as {header.by}, {header.day}?", keeper.keep)
        if confirmed is None:
            keeper.forget()
            remark("Nothing was recorded.")
            return
        items = confirmed.items
        change = check_in(saver.saving.root, header, items, invocation.now())
        try:
            record_checkin(saver, change, items, context)
        finally:  # a hook may refuse the commit of what is written by then
            if change.writes[0].path.exists():
                keeper.forget()


def _questions(context: CheckinContext, owner: str, refs: Sequence[str]) -> Sequence[Question]:
    if refs:
        return [question for ref in refs for question in questions_named(context, ref)]
    cycles = context.plan.cycles_at(context.day)
    reports = [build_report(context.plan, cycle, context.day) for cycle in cycles]
    questions = questions_due(context, reports, owner)
    if not (reports or questions):
        raise WorkspaceError("There are no objectives yet.", "Add one with `okr new objective`.")
    if not questions:
        _tell_nothing_due(reports, owner)
    return questions


def _tell_nothing_due(reports: Sequence[Report], owner: str) -> None:
    objectives = [objective for report in reports for objective in report.objectives]
    found = [key_result for objective in objectives for key_result in objective.key_results]
    own = [key_result for key_result in found if key_result.owner == owner]
    if not own:
        named = " or ".join(report.cycle.id for report in reports)
        remark(f"No key result of {named} belongs to {owner}. Tell okr who you are with --by ID.")
        return
    dates = [key_result.next_checkin for key_result in own if key_result.next_checkin]
    when = f" until {min(dates)}" if dates else ""
    remark(f"Nothing is due for {owner}{when}. `okr checkin REF` prompts for one anyway.")
