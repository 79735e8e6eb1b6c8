"""What needs attention, in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from okrcli.compute.reports.report import Attention, Concern, Report
from okrcli.compute.rounding import count_text
from okrcli.printable import inert
from okrcli.render.drawing.style import CONCERNS

SILENT = frozenset({Concern.OVERDUE, Concern.STALE, Concern.NO_DATA})
"""The concerns that a new value settles."""


def by_ref(report: Report) -> list[tuple[Attention, ...]]:
    """Return the concerns of each reference and owner, in the order of its most urgent one.

    A silent KPI is left out if a key result that takes its values from it is silent, too.
    """
    concerns = list(_visible_concerns(report))
    order = {_key(concern): number for number, concern in reversed(list(enumerate(concerns)))}
    ranked = sorted(concerns, key=lambda concern: order[_key(concern)])
    return [tuple(group) for _, group in groupby(ranked, key=_key)]


def _key(attention: Attention) -> tuple[str, str | None]:
    return attention.ref, attention.owner


def _visible_concerns(report: Report) -> Iterator[Attention]:
    silent = {attention.ref for attention in report.attention if attention.concern in SILENT}
    key_results = (
        key_result for objective in report.objectives for key_result in objective.key_results
    )
    kpis = {key_result.kpi for key_result in key_results if key_result.ref in silent}
    for attention in report.attention:
        if attention.ref not in kpis or attention.concern not in SILENT:
            yield attention


def why_text(item: Sequence[Attention]) -> str:
    """Return why *item*, the concerns of one reference, needs attention."""
    return ", ".join(map(_why, item))


def _why(attention: Attention) -> str:
    said = CONCERNS[attention.concern].word
    if attention.days is not None:
        said += f" ({count_text(attention.days, 'day')})"
    if attention.concern is Concern.ACTION_OVERDUE:
        said += f": {inert(attention.title)}"
    return said
