import pytest

from okrcli.compute.kpis.alerts import AlertKind, KpiAlert
from okrcli.model.finding import Severity
from okrcli.model.kpi import Kpi
from okrcli.next_step import StepKind
from okrcli.render.alerts.words import next_step_of, summary_of
from tests.render.kpi_samples import an_alert, an_outcome

STALE = an_alert(kind=AlertKind.STALE, value=None, value_date=None)
SIGNAL = an_alert(kind=AlertKind.SIGNAL, severity=Severity.INFO)
PLANNED = an_alert(improvement="csat-2026-11-02")
COMPUTED = Kpi(id="csat", title="C", path="kpis/csat.yaml", formula="a / b")


def test_summary_counts_alerts_and_kpis() -> None:
    summary = summary_of(an_outcome(an_alert(), an_alert(), an_alert("nps")))

    assert "3 errors" in summary
    assert summary.endswith("of 2 KPIs.")
    assert summary_of(an_outcome(an_alert())).endswith("of 1 KPI.")
    assert summary_of(an_outcome()) == "No alerts."


@pytest.mark.parametrize(
    ("alerts", "kind"),
    [
        ((an_alert(),), StepKind.OPEN_IMPROVEMENT),
        ((PLANNED,), StepKind.FOLLOW_UP),
        ((STALE,), StepKind.RECORD_READING),
        ((STALE, SIGNAL), StepKind.RECORD_READING),
        ((STALE, an_alert()), StepKind.OPEN_IMPROVEMENT),
        ((SIGNAL,), StepKind.SHOW_KPI),
    ],
)
def test_next_step_is_what_helps_with_the_worst_of_them(
    alerts: tuple[KpiAlert, ...], kind: StepKind
) -> None:
    assert next_step_of(an_outcome(*alerts), alerts).kind is kind


def test_silent_kpi_that_is_computed_is_to_be_looked_at() -> None:
    outcome = an_outcome(STALE, kpis={"csat": COMPUTED})

    assert next_step_of(outcome, [STALE]).kind is StepKind.SHOW_KPI
