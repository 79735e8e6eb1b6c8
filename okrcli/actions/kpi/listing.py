"""All KPIs, or some of them, with their health."""

from collections.abc import Collection
from datetime import date

from okrcli.actions.selection import EVERYBODY, Selection
from okrcli.choices import ShownHealth
from okrcli.compute.reports.improvement_report import open_improvements
from okrcli.compute.reports.report_builder import refused_for_kpis, snapshot_on
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Family, Kind
from okrcli.model.plan import Plan
from okrcli.views.kpi_list import KpiListing, ListedKpi, shown_health


@frozen_dataclass
class KpiSelection:
    """Which KPIs to list; of any family, kind or health if none is given."""

    whose: Selection = EVERYBODY
    family: Family | None = None
    kind: Kind | None = None
    health: Collection[ShownHealth] = ()

    def has(self, listed: ListedKpi) -> bool:
        """Return whether the KPI is to be listed."""
        kpi = listed.report
        return (
            self.whose.has(kpi.team, kpi.owner)
            and self.family in {None, listed.family}
            and self.kind in {None, kpi.kind}
            and (not self.health or shown_health(kpi) in self.health)
        )


def list_kpis(plan: Plan, day: date, selection: KpiSelection) -> KpiListing:
    """Return the KPIs as of *day*.

    Raises:
        UnknownReferenceError: There is no such team or person.
    """
    selection.whose.require_known(plan)
    snapshot = snapshot_on(plan, day)
    plans = {improvement.kpi: improvement for improvement in open_improvements(plan, snapshot)}
    listed = (
        ListedKpi(snapshot.kpis[kpi.id], kpi.family, plans.get(kpi.id))
        for kpi in plan.kpis_by_id.values()
        if kpi.exists_on(day)
    )
    selected = tuple(filter(selection.has, listed))
    refused = refused_for_kpis(snapshot, (kpi.report.id for kpi in selected))
    return KpiListing(plan.settings.name, day, selected, refused)
