"""How an improvement plan ends."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import ImprovementReport, KpiReport
from okrcli.compute.rounding import count_text, percent_text, short_number, with_unit
from okrcli.frozen import frozen_dataclass
from okrcli.model.improvement import Improvement


@frozen_dataclass
class Ending:
    """A plan on the day on which it ends, with its KPI's *value* on that day."""

    improvement: Improvement
    report: ImprovementReport
    kpi: KpiReport
    day: date
    value: Decimal

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached; without a direction, whether progress is complete."""
        if self.report.reached is not None:
            return self.report.reached
        return self.report.progress is not None and self.report.progress >= 1

    @property
    def verdict(self) -> str:
        """Whether the goal is reached, in words."""
        return "goal reached" if self.is_reached else "goal not reached"

    @property
    def outcome(self) -> str:
        """The outcome against the goal, in words."""
        return ", ".join(filter(None, self._parts()))

    def _parts(self) -> Iterator[str]:
        goal, opened = self.improvement.goal, self.improvement.opened
        before, way = self.report.opening_value, self.report.progress
        yield f"opened{'' if before is None else f' at {self._value_text(before)}'} on {opened}"
        yield f"goal {self._value_text(goal.value)} by {goal.by}"
        yield f"closed at {self._value_text(self.value)}"
        # Below 1 in spite of the goal: opened on a day at the goal.
        yield (
            ""
            if way is None or (self.is_reached and way < 1)
            else f"{percent_text(way)} of the way"
        )
        yield f"in {count_text((self.day - opened).days, 'day')}"
        late = (self.day - goal.by).days
        yield f"{count_text(late, 'day')} after its deadline" if late > 0 else ""

    def _value_text(self, value: Decimal) -> str:
        return with_unit(short_number(value), self.kpi.unit)

    @property
    def doubts(self) -> Iterator[str]:
        """Reasons to doubt the outcome: an old value, unfinished actions."""
        if self.kpi.stale:
            yield f"The last value of {self.kpi.id} is old: it is from {self.kpi.value_date}."
        for action in self.report.actions:
            if action.status not in {"done", "cancelled"}:
                yield f"Still {action.status}: {action.title} ({action.owner}, {action.due})"
