from decimal import Decimal

from okrcli.actions.kpi.percentages import percentages_of
from tests.builders import a_key_result, a_kpi, a_maintain, a_plan, an_objective


def test_percentages_are_those_of_the_kpi_and_of_its_key_results() -> None:
    plan = a_plan(
        an_objective(
            a_key_result(5, 3, kpi="churn"),
            a_maintain(at_most=4, kpi="churn"),
            a_key_result(40, 60, id="other", kpi="nps"),
            a_key_result(7, 8, id="own"),
        ),
        a_kpi((2, 4), id="churn", direction="range", unit="%", baseline=Decimal("5.5")),
        a_kpi(50, unit="points"),
    )

    found = {kpi: sorted(levels) for kpi, levels in percentages_of(plan).items()}
    assert found == {"churn": [2, 3, 4, 4, 5, Decimal("5.5")], "nps": []}
