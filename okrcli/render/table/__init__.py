"""The report for people at a terminal: as much as fits the width, aligned, without boxes."""

from collections.abc import Iterator

from okrcli.compute.reports.report import Report
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.options import RenderOptions
from okrcli.render.table.attention import attention_section
from okrcli.render.table.heading import heading
from okrcli.render.table.kpis import kpi_section
from okrcli.render.table.objectives import objective_section
from okrcli.render.table.summary import summary_section
from okrcli.render.table.week import week_section


def render(report: Report, options: RenderOptions) -> str:
    """Return *report* as lines of at most `options.width` cells."""
    pen = Pen.of(options)
    return pen.join_lines(_parts(report, pen))


def _parts(report: Report, pen: Pen) -> Iterator[Line]:
    yield from heading(report, pen)
    sections = (
        objective_section,
        summary_section,
        kpi_section,
        week_section,
        attention_section,
    )
    for section in sections[:2] if pen.options.summary else sections:
        parts = list(section(report, pen))
        if parts:
            yield ()
            yield from parts
