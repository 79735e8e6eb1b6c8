"""What has slipped among the KPIs."""

from datetime import date

from okrcli.actions.selection import EVERYBODY, Selection
from okrcli.compute.kpis.alerts import KpiAlert, alerts_of
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.reports.report_builder import refused_for_kpis, snapshot_on
from okrcli.frozen import frozen_dataclass
from okrcli.model.plan import Plan
from okrcli.views.alerts import AlertOutcome


@frozen_dataclass
class AlertSelection:
    """Which alerts to show.

    Attributes:
        kpi: Only alerts on this KPI.
        unplanned: Only alerts on KPIs without an open improvement plan.
    """

    whose: Selection = EVERYBODY
    kpi: str | None = None
    unplanned: bool = False

    def has_kpi(self, kpi: KpiReport) -> bool:
        """Return whether the alerts of *kpi* are to be shown."""
        return self.whose.has(kpi.team, kpi.owner) and self.kpi in {None, kpi.id}

    def has_alert(self, alert: KpiAlert) -> bool:
        """Return whether *alert* is to be shown."""
        is_wanted = self.whose.has(alert.team, alert.owner) and self.kpi in {None, alert.kpi}
        return is_wanted and not (self.unplanned and alert.improvement)


def alerts_in(plan: Plan, day: date, selection: AlertSelection, folder: str = "") -> AlertOutcome:
    """Return the alerts as of *day*.

    Args:
        plan: What the workspace holds.
        day: The as-of day.
        selection: Which alerts to show.
        folder: Posix path of the workspace from the repository's root.

    Raises:
        UnknownReferenceError: There is no such team, person or KPI.
    """
    selection.whose.require_known(plan)
    if selection.kpi is not None:
        plan.kpi(selection.kpi)
    snapshot = snapshot_on(plan, day)
    shown = (kpi.id for kpi in snapshot.kpis.values() if selection.has_kpi(kpi))
    return AlertOutcome(
        workspace=plan.settings.name,
        as_of=day,
        alerts=tuple(filter(selection.has_alert, alerts_of(plan, snapshot))),
        kpis=plan.kpis_by_id,
        folder=folder,
        refused=refused_for_kpis(snapshot, shown),
    )
