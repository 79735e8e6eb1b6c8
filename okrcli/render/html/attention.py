"""What needs attention, as rows of a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from okrcli.compute.reports.report import Attention, Report
from okrcli.render.drawing.style import CONCERNS
from okrcli.render.html.links import Links
from okrcli.render.html.looks import Status
from okrcli.render.text.concerns import by_ref, why_text


class AttentionRow(NamedTuple):
    """One thing to look at: what it is, where it stands on the page, and why."""

    title: str
    ref: str
    href: str
    status: Status
    why: str
    owner: str


def attention_rows(report: Report, links: Links) -> Sequence[AttentionRow]:
    """Return what needs attention, the most urgent first."""
    names = dict(_names(report))
    return [_row(item, names, report, links) for item in by_ref(report)]


def _row(
    item: Sequence[Attention], names: dict[str, str], report: Report, links: Links
) -> AttentionRow:
    ref = item[0].ref
    place = next((plan.kpi for plan in report.improvements if plan.id == ref), ref)
    return AttentionRow(
        title=names.get(ref) or names.get(place) or item[0].title,
        ref=ref.removeprefix(f"{report.cycle.id}/"),
        href=links.href(place) or f"#{quote(place)}",
        status=Status.of(CONCERNS[item[0].concern]),
        why=why_text(item),
        owner=item[0].owner or "nobody",
    )


def _names(report: Report) -> Iterator[tuple[str, str]]:
    for objective in report.objectives:
        yield objective.ref, objective.title
        for key_result in objective.key_results:
            yield key_result.ref, key_result.title
    for kpi in report.kpis:
        yield kpi.id, kpi.title
