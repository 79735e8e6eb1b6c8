from dataclasses import replace

from okrcli.choices import Audience
from okrcli.render.html.site.links import SiteLinks
from okrcli.render.html.site.part import MOST_ROWS, values_of
from okrcli.views.report_page import ReportPage
from okrcli.views.site import PartPage, cycle_ref
from tests.render.html.site.frames import OPTIONS, PLACES, a_frame, page_text
from tests.render.samples import a_kpi, a_report, an_objective

LINKS = SiteLinks(PLACES, "people/ana.html")


def a_page(objectives: int = 1) -> PartPage:
    report = a_report(
        objectives=tuple(an_objective(f"2026-Q4/o-{number}") for number in range(objectives)),
        kpis=(a_kpi(owner="ana"),),
    )
    return PartPage(cycle_ref("2026-Q4"), "Ana", ReportPage.of(report))


def test_page_is_called_by_its_name() -> None:
    assert "<h1>Ana</h1>" in page_text(a_page(), "people/ana.html")


def test_page_of_a_cycle_names_it_once() -> None:
    page = replace(a_page(), name="2026-Q4")

    assert values_of(page, a_frame(), LINKS, OPTIONS)["facts"][0] == "as of 2026-11-20"
    assert "2026-Q4" in values_of(a_page(), a_frame(), LINKS, OPTIONS)["facts"]


def test_large_page_has_the_objectives_with_how_many_key_results_have_each_pace() -> None:
    values = values_of(a_page(MOST_ROWS), a_frame(), LINKS, OPTIONS)
    (group,) = values["objectives"].groups

    assert {len(row.key_results) for row in group.rows} == {0}
    assert {row.paces[0].word for row in group.rows} == {"1 at risk"}


def test_score_has_no_columns_of_values() -> None:
    values = values_of(a_page(), a_frame(audience=Audience.SCORE), LINKS, OPTIONS)

    assert values["objectives"].columns.isdisjoint({"now", "goal", "checkin"})
    assert values["kpis"].columns.isdisjoint({"now", "reading"})
