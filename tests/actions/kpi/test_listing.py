"""Which KPIs a list has, and what it shows of them."""

from datetime import date

from okrcli.actions.kpi.listing import KpiSelection, list_kpis
from okrcli.choices import ShownHealth
from okrcli.views.kpi_list import shown_health
from tests.builders import a_checkin, a_kpi, a_plan, a_reading

DAY = date(2026, 11, 20)
PLAN = a_plan(
    a_kpi(60),
    a_kpi(60, id="draft_one", status="draft"),
    a_kpi(60, id="later", added="2026-12-01"),
    a_checkin("2026-11-20", a_reading(60), a_reading(10, "draft_one")),
)


def _listed(selection: KpiSelection) -> dict[str, ShownHealth]:
    listing = list_kpis(PLAN, DAY, selection)
    return {listed.report.id: shown_health(listed.report) for listed in listing.kpis}


def test_drafts_are_listed_as_such_and_what_is_added_later_is_not() -> None:
    assert _listed(KpiSelection()) == {
        "nps": ShownHealth.HEALTHY,
        "draft_one": ShownHealth.DRAFT,
    }


def test_drafts_can_be_selected() -> None:
    drafts = KpiSelection(health=[ShownHealth.DRAFT])
    assert list(_listed(drafts)) == ["draft_one"]
