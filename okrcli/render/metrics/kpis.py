"""The metrics of KPIs."""

from datetime import date

from okrcli.choices import ShownHealth
from okrcli.compute.reports.report import KpiReport
from okrcli.render.metrics.families import Family, Samples
from okrcli.views.kpi_list import shown_health

_INFO = Family("okr_kpi_info", "What a KPI is, and who owns it.")
_VALUE = Family("okr_kpi_value", "Value in force, in the KPI's unit.")
_TARGET = Family("okr_kpi_target", "Target, in the KPI's unit.")
_ENDS = (
    Family("okr_kpi_target_low", "Low end of the target range, in the KPI's unit."),
    Family("okr_kpi_target_high", "High end of the target range, in the KPI's unit."),
)
_HEALTH = Family("okr_kpi_health", "Health, as reports show it.", states=tuple(ShownHealth))
_AGE = Family("okr_kpi_reading_age_seconds", "Age of the last reading, in whole days.", "seconds")
_SEGMENT = Family("okr_kpi_segment_value", "Value in force of a segment, in the KPI's unit.")


def add_kpi(samples: Samples, kpi: KpiReport, day: date) -> None:
    """Add to *samples* what there is of *kpi* as of *day*."""
    labels = {"kpi": kpi.id}
    facts = {
        "title": kpi.title,
        "unit": kpi.unit,
        "direction": kpi.direction,
        "kind": kpi.kind,
        "team": kpi.team,
        "owner": kpi.owner,
        "status": kpi.status,
    }
    samples.info(_INFO, labels, facts)
    samples.number(_VALUE, labels, None if kpi.value_unit else kpi.value)
    samples.target(_TARGET, _ENDS, labels, kpi.target)
    samples.state(_HEALTH, labels, shown_health(kpi))
    samples.age(_AGE, labels, kpi.value_date, day)
    for segment in kpi.segments:
        samples.number(_SEGMENT, {**labels, "segment": segment.segment}, segment.value)
