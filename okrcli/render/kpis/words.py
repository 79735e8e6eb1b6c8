"""Listed KPIs in words, and the titles above them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from okrcli.compute.reports.report import KpiReport
from okrcli.model.goalposts import Band
from okrcli.render.drawing.style import Glyphs
from okrcli.render.text.kinds import grouped_by_kind
from okrcli.render.text.numbers import band_text, due_text
from okrcli.views.kpi_list import ListedKpi


def by_kind(kpis: Iterable[ListedKpi]) -> Iterator[tuple[str, Sequence[ListedKpi]]]:
    """Yield *kpis* below the title of their kind: leading, lagging, and those that state none."""
    return grouped_by_kind(kpis, lambda kpi: kpi.report)


def next_due_text(kpi: KpiReport, day: date) -> str:
    """Return when the next reading of *kpi* is due; empty for a computed one, which has none."""
    if kpi.value_date is None and kpi.formula is None:
        return "now"
    return due_text(kpi.next_due, day)


def aim_text(kpi: KpiReport, glyphs: Glyphs) -> str:
    """Return what *kpi* should be: at least, at most or within its target."""
    if kpi.target is None:
        return ""
    target = band_text(kpi.target, glyphs)
    if isinstance(kpi.target, Band) or kpi.direction not in {"up", "down"}:
        return target
    return f"{glyphs.at_least if kpi.direction == 'up' else glyphs.at_most} {target}"
