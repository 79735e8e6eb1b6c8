"""What a page shows of a report: the tree, and everything about its key results and KPIs."""

from collections.abc import Iterator
from dataclasses import replace

from okrcli.actions.overviews.tree import tree_of
from okrcli.actions.show import Sheets
from okrcli.compute.reports.report import Report
from okrcli.model.plan import Plan
from okrcli.views.report_page import MOST_CHARTS, ReportPage
from okrcli.views.sheets import KeyResultSheet, KpiSheet


def report_page(report: Report, plan: Plan, *, whole: bool, every: bool = False) -> ReportPage:
    """Return the page of *report*, which was made of *plan*.

    Args:
        report: The report.
        plan: What the workspace holds.
        whole: Whether the report is of all teams and people, so that a tree fits.
        every: Whether it has all charts, however many they are.
    """
    page = ReportPage.of(report)
    key_results = sum(len(objective.key_results) for objective in report.objectives)
    is_small = key_results + len(report.kpis) <= MOST_CHARTS
    return replace(
        page,
        language=plan.settings.language,
        tree=tree_of(plan, report.cycle, report.as_of) if whole and is_small else None,
        sheets=dict(_sheets(report, plan)) if is_small or every else {},
    )


def with_tree(report: Report, plan: Plan) -> Report:
    """Return *report*, which was made of *plan*, with the tree if an objective serves another."""
    if not any(objective.parent for objective in report.objectives):
        return report
    return replace(ReportPage.of(report), tree=tree_of(plan, report.cycle, report.as_of))


def _sheets(report: Report, plan: Plan) -> Iterator[tuple[str, KeyResultSheet | KpiSheet]]:
    sheets = Sheets(plan, report.as_of)
    for objective in report.objectives:
        for key_result in objective.key_results:
            yield key_result.ref, sheets.of_key_result(*plan.key_result(key_result.ref))
    for kpi in report.kpis:
        yield kpi.id, sheets.of_kpi(plan.kpi(kpi.id))
