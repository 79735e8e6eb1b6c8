from datetime import date

import pytest

from okrcli.actions.kpi.alerts import AlertSelection, alerts_in
from okrcli.actions.selection import Selection
from okrcli.errors import UnknownReferenceError
from tests.builders import a_checkin, a_kpi, a_plan, a_reading, an_improvement

DAY = date(2026, 11, 20)
PLAN = a_plan(
    a_kpi(50, id="nps", owner="ana", team="support"),
    a_kpi(90, id="csat", owner="pavel", team="support"),
    a_kpi(10, id="calls", owner="pavel", team="sales"),
    an_improvement(kpi="csat"),
    a_checkin("2026-11-19", a_reading(40), a_reading(80, "csat"), a_reading(5, "calls")),
)


@pytest.mark.parametrize(
    ("selection", "kpis"),
    [
        (AlertSelection(), {"nps", "csat", "calls"}),
        (AlertSelection(kpi="nps"), {"nps"}),
        (AlertSelection(unplanned=True), {"nps", "calls"}),
        (AlertSelection(Selection(team="support")), {"nps", "csat"}),
        (AlertSelection(Selection(owner="pavel"), unplanned=True), {"calls"}),
        (AlertSelection(Selection(owner="pavel"), kpi="nps"), set()),
    ],
)
def test_alerts_are_those_that_are_wanted(selection: AlertSelection, kpis: set[str]) -> None:
    assert {alert.kpi for alert in alerts_in(PLAN, DAY, selection).alerts} == kpis


def test_outcome_says_of_what_and_when() -> None:
    outcome = alerts_in(PLAN, DAY, AlertSelection(), "teams/support")

    assert (outcome.as_of, outcome.folder, outcome.refused) == (DAY, "teams/support", ())
    assert [*outcome.kpis] == ["nps", "csat", "calls"]


@pytest.mark.parametrize(
    "selection", [AlertSelection(kpi="npss"), AlertSelection(Selection(team="nobody"))]
)
def test_name_that_there_is_not_is_refused(selection: AlertSelection) -> None:
    with pytest.raises(UnknownReferenceError):
        alerts_in(PLAN, DAY, selection)
