"""`okr improve close`: how a plan ended, measured against its goal."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

import typer

from okrcli.actions.change import Change
from okrcli.actions.records import parse_record
from okrcli.cli.completion import complete_improvement
from okrcli.cli.improve.plans import PLACES, day_in, plan_meant
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.prompts import ask, ask_until, confirm, required
from okrcli.cli.saving import NoCommitOption, PushOption, Saver, open_saver, require_commit
from okrcli.cli.workspace import writable_plan
from okrcli.compute.reports.improvement_report import improvement_report
from okrcli.compute.reports.report import ImprovementReport, KpiReport
from okrcli.compute.reports.report_builder import standing_on
from okrcli.compute.rounding import count_text, percent_text, rounded_text, short_number, with_unit
from okrcli.errors import OkrError, UsageError
from okrcli.history.message import build_message
from okrcli.model.improvement import Improvement, Outcome
from okrcli.model.plan import Plan
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.yaml.editor import add_key
from okrcli.storage.yaml.reader import read


@invoked
def improve_close(
    invocation: Invocation,
    *,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="PLAN|KPI",
            help="The plan, or the KPI that has only one.",
            autocompletion=complete_improvement,
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(help="What was learned.")] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="When it ended; else today.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask, even if the goal is not reached.")
    ] = False,
    push: PushOption = False,
    no_commit: NoCommitOption = False,
) -> None:
    """Close an improvement plan with the KPI's value of that day, measured against its goal.

    Where the goal is not reached, a note must say what was learned.
    """
    require_commit(push=push, no_commit=no_commit)
    plan = writable_plan(invocation)
    improvement = plan_meant(invocation, plan, name)
    ending = _ending(plan, improvement, day_in(improvement, day, invocation.today))
    saver = open_saver(invocation.root(), commit=not no_commit, push=push)
    _tell_doubts(ending)
    asks = invocation.interactive and not yes
    if asks:
        saver.require_ready()
    learned = _learned(ending, note, asks=asks)
    if asks and not ending.reached and not confirm("Close it all the same?"):
        remark("Nothing was written.")
        return
    _save(ending, learned, saver)


@dataclass(frozen=True, slots=True)
class _Ending:
    """A plan on the day on which it ends; *value* is its KPI's of that day."""

    improvement: Improvement
    report: ImprovementReport
    kpi: KpiReport
    day: date
    value: Decimal

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; without a direction, whether all of the way is done."""
        if self.report.reached is not None:
            return self.report.reached
        return self.report.progress is not None and self.report.progress >= 1

    @property
    def verdict(self) -> str:
        """Whether the goal is reached, in words."""
        return "goal reached" if self.reached else "goal not reached"

    def told(self) -> str:
        """Return the outcome against the goal."""
        goal, opened = self.improvement.goal, self.improvement.opened
        before = self.report.opening_value
        since = "" if before is None else f" at {self._value(before)}"
        way = self.report.progress  # below 1 in spite of the goal: opened on a day at the goal
        parts = [
            f"opened{since} on {opened}",
            f"goal {self._value(goal.value)} by {goal.by}",
            f"closed at {self._value(self.value)}",
            "" if way is None or (self.reached and way < 1) else f"{percent_text(way)} of the way",
            f"in {count_text((self.day - opened).days, 'day')}",
        ]
        late = (self.day - goal.by).days
        if late > 0:
            parts.append(f"{count_text(late, 'day')} after its date")
        return ", ".join(filter(None, parts))

    def _value(self, value: Decimal) -> str:
        return with_unit(short_number(value), self.kpi.unit)


def _ending(plan: Plan, improvement: Improvement, day: date) -> _Ending:
    """Return how *improvement* would end on *day*.

    Raises:
        OkrError: There is no such KPI, or it has no value that day to measure by.
    """
    kpi_id = plan.kpi(improvement.kpi).id
    standing = standing_on(plan, day)
    kpi = standing.kpis[kpi_id]
    if kpi.value is None:
        raise OkrError(
            f"{kpi_id} has no value on {day}, so {improvement.id} cannot be measured against its"
            " goal.",
            f"Record one with `okr checkin {kpi_id} VALUE`, then close the plan.",
        )
    return _Ending(
        improvement, improvement_report(improvement, plan, standing), kpi, day, kpi.value
    )


def _tell_doubts(ending: _Ending) -> None:
    """Say what may make the outcome look better than it is."""
    if ending.kpi.stale:
        remark(f"The value of {ending.kpi.id} is of {ending.kpi.value_date}, and that is long ago.")
    for action in ending.report.actions:
        if action.status not in {"done", "cancelled"}:
            remark(f"Still {action.status}: {action.title} ({action.owner}, {action.due})")


def _learned(ending: _Ending, note: str | None, *, asks: bool) -> str | None:
    """Return what was learned, which must be said where the goal is not reached.

    Raises:
        UsageError: It is not, and there is nobody to ask.
    """
    if note or (ending.reached and not asks):
        return note
    if asks:
        remark(f"{ending.verdict.capitalize()}: {ending.told()}.")
        if ending.reached:
            return ask("What was learned? [Enter: nothing]")
        return ask_until("What was learned?", required)
    raise UsageError(
        f"The goal of {ending.improvement.id} is not reached: {ending.told()}.",
        'Say what was learned: --note "…". Nothing was written.',
    )


def _save(ending: _Ending, note: str | None, saver: Saver) -> None:
    """Write the outcome into the plan's file, commit it, and say what it is."""
    path = ending.improvement.path
    target = inside(saver.saving.root, path)
    before = target.read_bytes()
    value = Decimal(rounded_text(ending.value, PLACES))
    outcome = parse_record(Outcome, {"date": ending.day, "value": value, "note": note})
    after = add_key(read(path, before), (), "closed", outcome)
    change = Change((Write(target, after, expected=before),), _message(ending, note))
    closed = f"Closed {ending.improvement.id} on {ending.day}: {ending.verdict}."
    saver.save(change, [closed, f"  {ending.told()}"])


def _message(ending: _Ending, note: str | None) -> str:
    """Return the commit's message, as in `Improve: csat closed at 86, goal 85 reached`."""
    goal = short_number(ending.improvement.goal.value)
    end = "reached" if ending.reached else "not reached"
    return build_message(
        "Improve",
        [f"{ending.kpi.id} closed at {short_number(ending.value)}, goal {goal} {end}"],
        [note or ""],
        [("OKR-Improvement", ending.improvement.id)],
    )
