"""The page of an objective: how it stands, with everything about its key results."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from okrcli.choices import Audience
from okrcli.render.drawing.style import STATUSES, UNICODE
from okrcli.render.html.figures import Figure, figure_beside
from okrcli.render.html.links import Links
from okrcli.render.html.looks import Status
from okrcli.render.html.objectives import KeyResultRow, Way, columns_of, objective_row
from okrcli.render.html.report import Group, Table, lang
from okrcli.render.html.site.facts import facts_for
from okrcli.render.html.site.history import HistoryRow, history_rows
from okrcli.render.options import RenderOptions
from okrcli.render.show.amendment_lines import AmendmentLine, amendment_lines
from okrcli.render.show.facts import Fact, key_result_facts, objective_facts
from okrcli.render.show.step_lines import StepLine, step_lines
from okrcli.render.text.summary import has_scores
from okrcli.views.sheets import KeyResultSheet
from okrcli.views.site import NewFile, ObjectivePage, SiteFrame


class KeyResultPart(NamedTuple):
    """Everything about one key result."""

    row: KeyResultRow
    facts: Sequence[Fact]
    figure: Figure | None
    steps: Sequence[StepLine]
    amendments: Sequence[AmendmentLine]
    history: Sequence[HistoryRow]
    new_file: NewFile | None


class InitiativeRow(NamedTuple):
    """Work that is meant to move key results."""

    title: str
    status: Status
    key_results: str
    owner: str
    due: str


class ChildRow(NamedTuple):
    """An objective that serves this one."""

    ref: str
    title: str
    status: Status
    way: Way


def values_of(
    page: ObjectivePage, frame: SiteFrame, links: Links, options: RenderOptions
) -> dict[str, Any]:
    """Return what the template shows."""
    del options
    sheet = page.sheet
    objective, report = sheet.objective, sheet.report
    is_over = has_scores(sheet.cycle, sheet.day)
    row = objective_row(report, sheet.day, is_over=is_over)
    rows = {key_result.ref: key_result for key_result in row.key_results}
    is_open = frame.audience is Audience.ALL
    return {
        "workspace": frame.workspace,
        "lang": lang(frame.language),
        "links": links,
        "audience": frame.audience,
        "title": report.title,
        "ref": report.ref,
        "row": row,
        "progress": "Score" if is_over else "Progress",
        "table": Table("Key results", [Group("", [row])], columns_of([row]), ()),
        "facts": facts_for(objective_facts(sheet, UNICODE), frame.audience),
        "parent": sheet.parent and (sheet.parent.ref, sheet.parent.title),
        "belongs_to": page.belongs_to,
        "file": frame.web.address_of(objective.path) if frame.web else "",
        "parts": [
            _part(found, rows[found.report.ref], page, frame)
            for found in page.key_results
            if found.report.ref in rows
        ],
        "initiatives": list(_initiatives(page)) if is_open else [],
        "children": [
            ChildRow(child.ref, child.title, shown.status, shown.way)
            for child in sheet.children
            for shown in [objective_row(child, sheet.day, is_over=is_over)]
        ],
        "amendments": list(amendment_lines(objective.amendments, None, UNICODE)),
    }


def _part(
    sheet: KeyResultSheet, row: KeyResultRow, page: ObjectivePage, frame: SiteFrame
) -> KeyResultPart:
    report = sheet.report
    return KeyResultPart(
        row=row,
        facts=facts_for(key_result_facts(sheet, UNICODE), frame.audience),
        figure=figure_beside(sheet),
        steps=list(step_lines(sheet)) if sheet.key_result.listed_steps else [],
        amendments=list(amendment_lines(report.amendments, report.unit, UNICODE)),
        history=history_rows(sheet.history, report.unit, frame.web, with_ref=False),
        new_file=page.new_files.get(report.ref),
    )


def _initiatives(page: ObjectivePage) -> Iterator[InitiativeRow]:
    for initiative in page.sheet.objective.initiatives:
        yield InitiativeRow(
            initiative.title,
            Status.of(STATUSES[initiative.status]),
            " ".join(initiative.key_results),
            initiative.owner or "",
            str(initiative.due or ""),
        )
