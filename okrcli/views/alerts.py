"""The alerts on KPIs as of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from itertools import groupby

from okrcli.compute.kpis.alerts import KpiAlert
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import FindingCounts, Severity
from okrcli.model.kpi import Kpi
from okrcli.model.refused import RefusedEntry


@frozen_dataclass
class AlertOutcome:
    """The alerts as of a day, the worst first.

    Attributes:
        kpis: The KPIs that they are about, by id.
        folder: Posix path of the workspace from the repository's root; empty when it is the root.
        refused: Refused entries of these KPIs, because of which an alert may be missing.
    """

    workspace: str
    as_of: date
    alerts: tuple[KpiAlert, ...]
    kpis: Mapping[str, Kpi] = field(default_factory=dict)
    folder: str = ""
    refused: tuple[RefusedEntry, ...] = ()

    def path_of(self, alert: KpiAlert) -> str:
        """Return the posix path of the KPI's file from the repository's root."""
        path = self.kpis[alert.kpi].path
        return f"{self.folder}/{path}" if self.folder else path

    @property
    def counts(self) -> FindingCounts:
        """The number of alerts of each severity."""
        severities = [alert.severity for alert in self.alerts]
        return FindingCounts(*(severities.count(severity) for severity in Severity))


def by_kpi(alerts: Sequence[KpiAlert]) -> list[tuple[KpiAlert, ...]]:
    """Return the alerts grouped by KPI, in the order of its worst one."""
    order = {alert.kpi: number for number, alert in reversed(list(enumerate(alerts)))}
    ranked = sorted(alerts, key=lambda alert: order[alert.kpi])
    return [tuple(group) for _, group in groupby(ranked, key=lambda alert: alert.kpi)]
