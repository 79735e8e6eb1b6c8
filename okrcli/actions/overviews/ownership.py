"""What a person or a team owns in a cycle."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from okrcli.actions.selection import Selection
from okrcli.compute.reports.objective_report import ObjectiveReports
from okrcli.compute.reports.report import KeyResultReport
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.amendment import Amendment
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.views.review import AmendmentEvidence


class OwnedKeyResult(NamedTuple):
    """A key result that is owned, with its objective."""

    objective: Objective
    report: KeyResultReport


@frozen_dataclass
class Ownership:
    """What *selection* owns in *cycle*, as of the snapshot's day."""

    snapshot: Snapshot
    cycle: Cycle
    selection: Selection

    @property
    def plan(self) -> Plan:
        """What the workspace holds, as it counts for the day."""
        return self.snapshot.plan

    @property
    def until(self) -> date:
        """The last day that is looked at."""
        return min(self.snapshot.day, self.cycle.end or self.snapshot.day)

    def covers(self, day: date) -> bool:
        """Return whether *day* lies in the cycle, and is not after the last day looked at."""
        return self.cycle.start <= day <= self.until

    @cached_property
    def reports(self) -> ObjectiveReports:
        """The reports of the cycle's objectives."""
        return ObjectiveReports(self.snapshot, self.cycle)

    @cached_property
    def all_objectives(self) -> tuple[Objective, ...]:
        """The cycle's objectives, whoever owns them."""
        found = self.plan.objectives_in(self.cycle.id)
        return tuple(objective for objective in found if objective.exists_on(self.snapshot.day))

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        """The objectives that are owned."""
        return tuple(
            objective
            for objective in self.all_objectives
            if self.selection.has(objective.team, objective.owner)
        )

    @cached_property
    def key_results(self) -> Mapping[str, OwnedKeyResult]:
        """The key results that are owned, by reference with the cycle."""
        return {
            report.ref: OwnedKeyResult(objective, report)
            for objective in self.all_objectives
            for report in self.reports.of(objective).key_results
            if self.selection.has(objective.team, report.owner)
        }

    @cached_property
    def kpis(self) -> tuple[str, ...]:
        """The KPIs that are owned."""
        return tuple(
            name
            for name, kpi in self.plan.kpis_by_id.items()
            if kpi.exists_on(self.snapshot.day) and self.selection.has(kpi.team, kpi.owner)
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """The people concerned: for a team its members, otherwise those who own something in it."""
        if self.selection.owner is not None:
            return frozenset({self.selection.owner})
        team, known = self.selection.team, self.plan.settings.people.items()
        if members := frozenset(name for name, person in known if person.team == team):
            return members
        objectives = (objective.owner for objective in self.objectives)
        key_results = (owned.report.owner for owned in self.key_results.values())
        return frozenset(filter(None, (*objectives, *key_results)))

    def amendments(self) -> list[AmendmentEvidence]:
        """Return the open changes in the cycle of what is owned, the oldest first."""
        found = [
            AmendmentEvidence(ref, amendment)
            for ref, amendments in self._amendments_by_ref()
            for amendment in amendments
            if self.covers(amendment.date)
        ]
        return sorted(found, key=lambda evidence: evidence.amendment.date)

    def _amendments_by_ref(self) -> Iterator[tuple[str, Iterable[Amendment]]]:
        for objective in self.objectives:
            yield objective.ref, objective.amendments
        for ref, (_, report) in self.key_results.items():
            yield ref, report.amendments
        for name in self.kpis:
            yield name, self.plan.kpis_by_id[name].amendments
