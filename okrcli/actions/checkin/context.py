"""The context of a check-in: the plan, its day, and what was recorded before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from decimal import Decimal
from functools import cached_property

from okrcli.actions.kpi.percentages import percentages_of
from okrcli.compute.reports.key_result_report import report_key_result
from okrcli.compute.reports.report import KeyResultReport, Point
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.timeline import DatedItem
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


@frozen_dataclass
class CheckinContext:
    """The context of a check-in.

    Attributes:
        day: The check-in's day.
        today: Today: no entry may be dated later.
        zone: The time zone of its days; `None` if none is set.
        since: The first day from which on the plan has all that was recorded about what is checked
            in; `None` if it has that of all days.
        reload: Returns the plan with that of all days.
    """

    plan: Plan
    day: date
    today: date
    zone: tzinfo | None = None
    since: date | None = None
    reload: Callable[[], Plan] | None = None

    @cached_property
    def whole(self) -> "CheckinContext":
        """The context with what was recorded on all days."""
        if self.since is None or self.reload is None:
            return self
        return replace(self, plan=self.reload(), since=None)

    @cached_property
    def snapshot(self) -> Snapshot:
        """What was recorded up to the check-in's day."""
        return snapshot_on(self.plan, self.day)

    @cached_property
    def percentages(self) -> Mapping[str, Sequence[Decimal]]:
        """The stated percentages of each KPI in percent."""
        return percentages_of(self.plan)

    @cached_property
    def cycle_id(self) -> str | None:
        """The cycle that references without one mean."""
        cycle = self.plan.report_cycle(self.day)
        return cycle.id if cycle else None

    @property
    def cycles(self) -> Sequence[Cycle]:
        """The cycles that run on the check-in's day, with the days that they had then."""
        then = self.snapshot.plan
        return [then.cycle(cycle.id) or cycle for cycle in self.plan.cycles_at(self.day)]

    def report(self, objective: Objective, key_result: KeyResult) -> KeyResultReport | None:
        """Return the key result as of the check-in's day; `None` in a cycle without dates."""
        cycle = self.plan.cycle(objective.cycle)
        return report_key_result(objective, key_result, cycle, self.snapshot) if cycle else None

    def last_value(self, objective: Objective, key_result: KeyResult) -> Decimal | None:
        """Return the key result's value before this check-in."""
        report = self.report(objective, key_result)
        return report.value if report else None

    def comparable_value(self, objective: Objective, key_result: KeyResult) -> Decimal | None:
        """Return the same; `None` too if it is in a unit that nothing converts."""
        report = self.report(objective, key_result)
        return report.value if report and report.value_unit is None else None

    def points_of_kpi(self, kpi_id: str, segment: str | None = None) -> Sequence[Point]:
        """Return the values of the KPI, or of one segment of it, before this check-in."""
        known = self.snapshot.kpis.get(kpi_id)
        if known is None or segment is None:
            return known.series if known else ()
        return next((of_kpi.series for of_kpi in known.segments if of_kpi.segment == segment), ())

    def last_reading(self, kpi_id: str) -> Decimal | None:
        """Return the KPI's own value before this check-in."""
        known = self.snapshot.kpis.get(kpi_id)
        return known.value if known else None

    def comparable_reading(self, kpi_id: str) -> Decimal | None:
        """Return the same; `None` too if it is in a unit that nothing converts."""
        known = self.snapshot.kpis.get(kpi_id)
        return known.value if known and known.value_unit is None else None

    def entries(self, ref: str) -> Sequence[DatedItem[KeyResultEntry]]:
        """Return the entries of the key result *ref*, with its cycle, before this check-in."""
        return self.snapshot.timeline.of_key_result(ref, self.day)
