from okrcli.model.finding import FindingCounts, Severity
from okrcli.views.alerts import by_kpi
from tests.render.kpi_samples import an_alert, an_outcome

NPS, CSAT, CALLS = (an_alert(kpi) for kpi in ("nps", "csat", "calls"))


def test_alerts_of_a_kpi_stand_together_in_the_order_of_its_worst_one() -> None:
    milder = an_alert("csat", severity=Severity.WARNING)

    assert by_kpi([CSAT, NPS, milder, CALLS]) == [(CSAT, milder), (NPS,), (CALLS,)]
    assert by_kpi([]) == []


def test_path_begins_at_the_repository() -> None:
    assert an_outcome(NPS).path_of(NPS) == "teams/support/kpis/nps.yaml"
    assert an_outcome(NPS, folder="").path_of(NPS) == "kpis/nps.yaml"


def test_alerts_are_counted_by_severity() -> None:
    mild = an_alert(severity=Severity.INFO)

    assert an_outcome(NPS, CSAT, mild).counts == FindingCounts(error=2, warning=0, info=1)
