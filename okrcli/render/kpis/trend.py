"""The change of a KPI with an arrow for the better or the worse."""

from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from okrcli.compute.better import trend_of
from okrcli.compute.reports.report import KpiReport, SegmentReport
from okrcli.model.goalposts import Band
from okrcli.render.drawing.style import TRENDS, Glyphs, Look
from okrcli.render.text.numbers import change_text


@dataclass(frozen=True, slots=True)
class TrendCell:
    """A change with its arrow; with the arrow's word where there is room."""

    change: str
    look: Look | None
    glyphs: Glyphs

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the width with the arrow alone, and with its word."""
        del console, options
        return Measurement(cell_len(self._short), cell_len(self._full))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield it on one line."""
        del console
        fits = cell_len(self._full) <= options.max_width
        yield Text(self._full if fits else self._short, self.look.colour if self.look else "")

    @property
    def _short(self) -> str:
        return f"{self.change} {self.look.mark(self.glyphs)}" if self.look else self.change

    @property
    def _full(self) -> str:
        return f"{self._short} {self.look.word}" if self.look else self.change


def trend_cell(kpi: KpiReport, glyphs: Glyphs) -> TrendCell:
    """Return the last change of *kpi*."""
    return _cell(kpi, kpi.direction, kpi.target, glyphs)


def segment_trend_cell(segment: SegmentReport, kpi: KpiReport, glyphs: Glyphs) -> TrendCell:
    """Return the last change of *segment* of *kpi*."""
    return _cell(segment, kpi.direction, kpi.target, glyphs)


def _cell(
    item: KpiReport | SegmentReport,
    direction: str | None,
    target: Decimal | Band | None,
    glyphs: Glyphs,
) -> TrendCell:
    trend = trend_of(direction, target, item.value, item.trend)
    look = TRENDS[trend] if trend else None
    return TrendCell(change_text(item.trend, item.value), look, glyphs)
