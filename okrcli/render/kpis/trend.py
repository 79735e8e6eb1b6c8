"""The change of a KPI with an arrow for the better or the worse."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len

from okrcli.compute.better import trend_of
from okrcli.compute.reports.report import KpiReport, SegmentReport
from okrcli.model.goalposts import Band
from okrcli.render.drawing.spans import Line, styled
from okrcli.render.drawing.style import TRENDS, Glyphs, Look
from okrcli.render.text.numbers import change_text


@dataclass(frozen=True, slots=True)
class TrendCell:
    """A change with its arrow; with the arrow's word where there is room."""

    change: str
    look: Look | None
    glyphs: Glyphs

    @property
    def least(self) -> int:
        """The width with the arrow alone."""
        return cell_len(self._short)

    @property
    def most(self) -> int:
        """The width with the arrow's word."""
        return cell_len(self._full)

    def lines(self, width: int) -> Sequence[Line]:
        """Return it on one line."""
        text = self._full if self.most <= width else self._short
        return [styled(text, self.look.colour if self.look else "")]

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
