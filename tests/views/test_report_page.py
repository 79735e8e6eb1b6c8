from okrcli.views.report_page import ReportPage
from tests.render.samples import full_report


def test_page_of_a_report_alone_says_the_same() -> None:
    report = full_report()
    page = ReportPage.of(report)

    assert (page.workspace, page.objectives, page.kpis) == (
        report.workspace,
        report.objectives,
        report.kpis,
    )
    assert (page.tree, page.sheets) == (None, {})
    assert ReportPage.of(page) is page
