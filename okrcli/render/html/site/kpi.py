"""The page of a KPI."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from okrcli.compute.reports.report import SegmentReport
from okrcli.compute.rounding import short_number
from okrcli.render.drawing.style import STATUSES, UNICODE, kpi_look
from okrcli.render.html.charts.spark import spark
from okrcli.render.html.figures import figure_beside
from okrcli.render.html.kpis import kpi_row, plan_status
from okrcli.render.html.links import Links
from okrcli.render.html.looks import Status
from okrcli.render.html.report import lang
from okrcli.render.html.site.facts import facts_for
from okrcli.render.html.site.history import history_rows
from okrcli.render.options import RenderOptions
from okrcli.render.show.amendment_lines import amendment_lines
from okrcli.render.show.kpi_facts import AGGREGATES, kpi_facts
from okrcli.render.text.numbers import change_text, days_ago_text
from okrcli.views.sheets import KpiSheet
from okrcli.views.site import KpiPage, SiteFrame


class SegmentRow(NamedTuple):
    """One segment of a KPI."""

    name: str
    value: str
    weight: str
    change: str
    trend: Markup
    status: Status
    reading: str


class ActionRow(NamedTuple):
    """One action of an improvement plan."""

    title: str
    status: Status
    owner: str
    due: str
    is_late: bool


class PlanPart(NamedTuple):
    """An improvement plan: what it is for, how it goes, and what is done."""

    id: str
    cause: str
    status: Status
    note: str
    outcome: str
    actions: Sequence[ActionRow]


def values_of(
    page: KpiPage, frame: SiteFrame, links: Links, options: RenderOptions
) -> dict[str, Any]:
    """Return what the template shows."""
    del options
    sheet = page.sheet
    kpi, report = sheet.kpi, sheet.report
    return {
        "workspace": frame.workspace,
        "lang": lang(frame.language),
        "links": links,
        "title": kpi.title,
        "ref": kpi.id,
        "row": kpi_row(report, (), sheet.day),
        "read": _read(report.value_date, sheet.day),
        "facts": facts_for(kpi_facts(sheet, UNICODE), frame.audience),
        "belongs_to": page.belongs_to,
        "used_by": [*sheet.used_by, *sheet.guards, *sheet.part_of, *kpi.serves],
        "file": frame.web.address_of(kpi.path) if frame.web else "",
        "figure": figure_beside(sheet),
        "segments": [_segment(segment, sheet) for segment in report.segments],
        "aggregate": AGGREGATES[kpi.aggregate],
        "plans": list(_plans(sheet)),
        "amendments": list(amendment_lines(kpi.amendments, kpi.unit, UNICODE)),
        "history": history_rows(sheet.history, kpi.unit, frame.web, with_ref=False),
        "older": sheet.older,
        "new_file": page.new_file,
    }


def _read(value_date: date | None, day: date) -> str:
    return f"read {days_ago_text(value_date, day)}" if value_date else "never read"


def _segment(segment: SegmentReport, sheet: KpiSheet) -> SegmentRow:
    return SegmentRow(
        name=segment.segment,
        value=UNICODE.none if segment.value is None else short_number(segment.value),
        weight="" if segment.weight is None else short_number(segment.weight),
        change=change_text(segment.trend, segment.value),
        trend=spark(segment.series),
        status=Status.of(kpi_look(segment)),
        reading=days_ago_text(segment.value_date, sheet.day),
    )


def _plans(sheet: KpiSheet) -> Iterator[PlanPart]:
    for plan in sheet.improvements:
        yield PlanPart(
            plan.id,
            f"{plan.cause_type}: {plan.cause}",
            plan_status(plan, sheet.kpi.unit, sheet.day),
            plan.last_note or "",
            plan.outcome or "",
            [
                ActionRow(
                    action.title,
                    Status.of(STATUSES[action.status]),
                    action.owner,
                    str(action.due),
                    action.overdue,
                )
                for action in plan.actions
            ],
        )
