"""The entries of a key result and the readings of a KPI, as rows of a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrcli.render.show.history_text import first_of_each, line_texts, line_value
from okrcli.views.sheets import HistoryLine
from okrcli.views.web_files import WebFiles


class HistoryRow(NamedTuple):
    """One entry or reading; *counts* is whether it does."""

    day: str
    of: str
    value: str
    segment: str
    confidence: str
    by: str
    notes: Sequence[str]
    href: str
    counts: bool


def history_rows(
    history: Sequence[HistoryLine], unit: str | None, web: WebFiles | None, *, with_ref: bool
) -> Sequence[HistoryRow]:
    """Return *history*, the newest first; each links to its file if people find files by *web*."""
    firsts = first_of_each(history)
    return list(_rows(history, unit, web, firsts, with_ref=with_ref))


def _rows(
    history: Sequence[HistoryLine],
    unit: str | None,
    web: WebFiles | None,
    firsts: object,
    *,
    with_ref: bool,
) -> Iterator[HistoryRow]:
    known = firsts if isinstance(firsts, set) else set()
    for line in reversed(history):
        yield HistoryRow(
            day=str(line.day),
            of=line.ref.rpartition("/")[2] if with_ref else "",
            value=line_value(line, unit),
            segment=line.segment or "",
            confidence="" if line.confidence is None else str(line.confidence),
            by=line.by,
            notes=[text for text in line_texts(line, whole=id(line) in known) if text],
            href=web.address_of(line.path) if web and line.path else "",
            counts=not (line.superseded or line.late or line.retracted),
        )
