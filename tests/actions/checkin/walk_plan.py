"""A plan in which much is due for Ana, for the tests of what is asked."""

from datetime import date

from okrcli.actions.checkin.context import CheckinContext
from tests.builders import (
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)

DAY = date(2026, 11, 20)
PLAN = a_plan(
    an_objective(
        a_key_result(id="nps", kpi="nps"),
        a_key_result(24, 12, id="hours"),
        a_key_result(id="ratio", kpi="ratio"),
        a_key_result(id="imported", kpi="imported"),
        a_key_result(id="split", kpi="split"),
        a_key_result(id="theirs", owner="pavel"),
        milestones(id="training"),
        a_binary(id="audit"),
    ),
    a_kpi(id="nps", owner="ana"),
    a_kpi(id="csat", owner="ana", unit="%"),
    a_kpi(id="ratio", owner="ana", formula="nps / csat"),
    a_kpi(id="imported", owner="ana", source={"file": "data/numbers.csv"}),
    a_kpi(id="split", owner="ana", segments=["chat", "mail"]),
    a_kpi(id="other", owner="pavel"),
    a_checkin(
        "2026-11-06",
        a_reading(44),
        a_reading("81.5", "csat"),
        a_reading(30, "split", segment="chat"),
        a_reading(31, "split", segment="mail"),
        an_entry(20, "2026-Q4/cx-leader/hours", confidence=7),
        an_entry(0, "2026-Q4/cx-leader/audit"),
    ),
)
CONTEXT = CheckinContext(PLAN, DAY, DAY)
