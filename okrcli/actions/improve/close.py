"""Closes an improvement plan: how it ended, measured against its goal."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from okrcli.actions.change import Change
from okrcli.actions.improve.plans import PLACES
from okrcli.actions.records import parse_record
from okrcli.compute.reports.improvement_report import improvement_report
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.rounding import rounded_text, short_number
from okrcli.errors import OkrError, UsageError
from okrcli.history.message import build_message
from okrcli.model.improvement import Improvement, Outcome
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.yaml.editor import add_key
from okrcli.storage.yaml.reader import read
from okrcli.views.ending import Ending


def ending_of(plan: Plan, improvement: Improvement, day: date) -> Ending:
    """Return how *improvement* would end on *day*.

    Raises:
        OkrError: There is no such KPI, or it has no value that day to measure by.
    """
    kpi_id = plan.kpi(improvement.kpi).id
    snapshot = snapshot_on(plan, day)
    kpi = snapshot.kpis[kpi_id]
    if kpi.value is None:
        raise OkrError(
            f"{kpi_id} has no value on {day}, so {improvement.id} cannot be measured against its"
            " goal.",
            NextStep(StepKind.CHECK_IN_VALUE, kpi_id),
        )
    report = improvement_report(improvement, plan, snapshot)
    return Ending(improvement, report, kpi, day, kpi.value)


def close_improvement(root: Path, ending: Ending, learned: str | None) -> Change:
    """Return *ending* written into the plan's file.

    Args:
        root: The workspace's.
        ending: The ending of the plan.
        learned: What was learned, which is required if the goal is not reached.

    Raises:
        UsageError: The goal is not reached, and *learned* is empty.
    """
    if not learned and not ending.is_reached:
        raise UsageError(
            f"The goal of {ending.improvement.id} is not reached: {ending.outcome}."
            " Nothing was written.",
            NextStep(StepKind.SAY_WHAT_WAS_LEARNED),
        )
    path = ending.improvement.path
    target = inside(root, path)
    before = target.read_bytes()
    value = Decimal(rounded_text(ending.value, PLACES))
    outcome = parse_record(Outcome, {"date": ending.day, "value": value, "note": learned})
    after = add_key(read(path, before), (), "closed", outcome)
    return Change(
        writes=(Write(target, after, expected=before),),
        message=_message(ending, learned),
        paths=(path,),
        lines=(
            f"Closed {ending.improvement.id} on {ending.day}: {ending.verdict}.",
            f"  {ending.outcome}",
        ),
    )


def _message(ending: Ending, learned: str | None) -> str:
    """Return the commit's message, as in `Improve: csat closed at 86, goal 85 reached`."""
    goal = short_number(ending.improvement.goal.value)
    end = "reached" if ending.is_reached else "not reached"
    return build_message(
        "Improve",
        [f"{ending.kpi.id} closed at {short_number(ending.value)}, goal {goal} {end}"],
        [learned or ""],
        [("OKR-Improvement", ending.improvement.id)],
    )
