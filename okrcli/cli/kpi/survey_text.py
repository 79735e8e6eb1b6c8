"""The scores of a survey as lines for people."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice

from okrcli.actions.kpi.survey_scoring import Scored
from okrcli.compute.kpis.survey import FEW
from okrcli.render.drawing.style import Glyphs

MOST_SHOWN = 40
"""Scores; more than a screen nobody reads."""

MOST_NAMED = 3
_GAP = "  "


def score_lines(scores: Sequence[Scored], glyphs: Glyphs) -> Iterator[str]:
    """Yield a table of *scores*, one a line."""
    by_day = len({each.day for each in scores}) > 1
    shown = scores[:MOST_SHOWN]
    groups = tuple(dict.fromkeys(group for each in shown for group in each.score.groups))
    titles = ("", "value", "± 95 %" if glyphs.none != "-" else "+- 95 %", "answers", *groups)
    rows = [titles, *(_cells(each, groups, glyphs, by_day=by_day) for each in shown)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for label, *numbers in rows:
        aligned = (cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))
        yield _GAP + _GAP.join((label.ljust(widths[0]), *aligned))
    if len(scores) > len(shown):
        yield f"{_GAP}and {len(scores) - len(shown):,} more"


def _cells(
    scored: Scored, groups: Iterable[str], glyphs: Glyphs, *, by_day: bool
) -> tuple[str, ...]:
    found = scored.score
    margin = glyphs.none if found.margin is None else _two_places(found.margin)
    counts = (f"{found.groups.get(group, 0):,}" for group in groups)
    label = label_of(scored, by_day=by_day)
    return (label, _two_places(found.value), margin, f"{found.answers:,}", *counts)


def _two_places(number: Decimal) -> str:
    return f"{number.quantize(Decimal('0.01'), ROUND_HALF_UP):,f}"


def label_of(scored: Scored, *, by_day: bool) -> str:
    """Return what the score is of, as in `chat` or `2026-11-20 all`."""
    segment = scored.segment or "all"
    return f"{scored.day} {segment}" if by_day else segment


def few_answers(scores: Sequence[Scored]) -> str | None:
    """Return who has too few answers to rely on; `None` when that is nobody's."""
    few = [each for each in scores if each.score.answers < FEW]
    if not few:
        return None
    by_day = len({each.day for each in scores}) > 1
    names = ", ".join(label_of(each, by_day=by_day) for each in islice(few, MOST_NAMED))
    more = f" and {len(few) - MOST_NAMED} more" if len(few) > MOST_NAMED else ""
    return f"Fewer than {FEW} answers, too few to rely on: {names}{more}."
