"""What retracted things were the value of."""

from okrcli.actions.retract.outcome import names_of
from okrcli.actions.retract.parts import parts_of
from tests.actions.retract.test_parts import CHECKIN, a_workspace
from tests.builders import NPS


def test_key_results_and_kpis_of_parts_come_once() -> None:
    plan = a_workspace()
    assert names_of(plan, parts_of(plan, CHECKIN)) == [
        NPS,
        "2026-Q4/cx-leader/training",
        "2026-Q4/cx-leader/hours",
        "nps",
    ]
    [reading] = [part for part in parts_of(plan, CHECKIN) if part.field == "kpi"]
    assert names_of(plan, [reading]) == ["nps", NPS]
    assert names_of(plan, parts_of(plan, CHECKIN)[-2:]) == []
