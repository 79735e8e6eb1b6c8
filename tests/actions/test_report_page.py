from datetime import date

import pytest

from okrcli.actions.report import report_on
from okrcli.actions.report_page import report_page, with_tree
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.report_page import ReportPage
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, a_reading, an_objective

DAY = date(2026, 11, 20)


@pytest.fixture
def plan() -> Plan:
    return a_plan(
        an_objective(a_key_result(kpi="nps")),
        a_kpi(),
        a_checkin("2026-11-06", a_reading(47)),
        settings=Settings.model_validate({"language": "ru"}),
    )


def test_page_has_a_sheet_of_each_key_result_and_kpi_and_the_tree(plan: Plan) -> None:
    page = report_page(report_on(plan, DAY), plan, whole=True)

    assert page.language == "ru"
    assert set(page.sheets) == {"2026-Q4/cx-leader/nps", "nps"}
    assert page.tree is not None
    assert [node.objective.ref for _, node in page.tree.walk()] == ["2026-Q4/cx-leader"]


def test_part_of_a_cycle_has_no_tree(plan: Plan) -> None:
    assert report_page(report_on(plan, DAY), plan, whole=False).tree is None


def test_large_report_has_sheets_only_when_they_are_asked_for(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.actions.report_page.MOST_CHARTS", 1)
    report = report_on(plan, DAY)

    assert report_page(report, plan, whole=True).sheets == {}
    assert report_page(report, plan, whole=True).tree is None
    assert set(report_page(report, plan, whole=True, every=True).sheets) == {
        "2026-Q4/cx-leader/nps",
        "nps",
    }


def test_tree_is_there_where_an_objective_serves_another(plan: Plan) -> None:
    alone = report_on(plan, DAY)
    assert with_tree(alone, plan) is alone
    both = a_plan(an_objective(id="growth"), an_objective(parent="growth"))
    page = with_tree(report_on(both, DAY), both)
    assert isinstance(page, ReportPage)
    assert page.tree is not None
    assert [depth for depth, _ in page.tree.walk()] == [0, 1]
    assert page.sheets == {}
