"""The scores of a survey as lines for people."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from okrcli.compute.kpis.survey import FEW
from okrcli.compute.rounding import count_text, half_up, listed_text
from okrcli.printable import inert_value
from okrcli.render.drawing.style import ASCII, Glyphs
from okrcli.views.readings import GroupScore, SurveyScores

MOST_SHOWN = 40
"""The most scores to show: about a screen."""

_GAP = "  "


def score_lines(survey: SurveyScores, glyphs: Glyphs) -> Iterator[str]:
    """Yield what the scores are about, and a table of them, one per line."""
    yield _heading(survey)
    shown = survey.scores[:MOST_SHOWN]
    groups = tuple(dict.fromkeys(group for scored in shown for group in scored.score.groups))
    titles = ("", "value", "+- 95 %" if glyphs is ASCII else "± 95 %", "answers", *groups)
    rows = [titles, *(_cells(scored, groups, glyphs, by_day=survey.by_day) for scored in shown)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for label, *numbers in rows:
        aligned = (cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))
        yield _GAP + _GAP.join((label.ljust(widths[0]), *aligned))
    if len(survey.scores) > len(shown):
        yield f"{_GAP}and {len(survey.scores) - len(shown):,} more"


def _heading(survey: SurveyScores) -> str:
    when = "" if survey.by_day else f" on {survey.scores[0].day}"
    unit = f" in {survey.kpi.unit}" if survey.kpi.unit else ""
    return (
        f"{survey.kpi.id}{when}{unit}, of {count_text(survey.answers, 'answer')}{_empty(survey)}:"
    )


def _empty(survey: SurveyScores) -> str:
    """Return how many rows are without an answer, and what they say instead."""
    if not survey.empty:
        return ""
    said = [f'{count:,} with "{inert_value(text)}"' for text, count in survey.refusals.items()]
    listed = f", {listed_text(said)}" if said else ""
    return f"; {count_text(survey.empty, 'row')} without one{listed}"


def _cells(
    scored: GroupScore, groups: Iterable[str], glyphs: Glyphs, *, by_day: bool
) -> tuple[str, ...]:
    found = scored.score
    margin = glyphs.none if found.margin is None else _two_places(found.margin)
    counts = (f"{found.groups.get(group, 0):,}" for group in groups)
    label = _label_of(scored, by_day=by_day)
    return (label, _two_places(found.value), margin, f"{found.answers:,}", *counts)


def _two_places(number: Decimal) -> str:
    return f"{half_up(number, 2):,f}"


def _label_of(scored: GroupScore, *, by_day: bool) -> str:
    """Return the label of a score, as in `chat` or `2026-11-20 all`."""
    segment = scored.segment or "all"
    return f"{scored.day} {segment}" if by_day else segment


def few_answers_text(survey: SurveyScores) -> str | None:
    """Return which scores have too few answers to rely on; `None` if none has."""
    few = [scored for scored in survey.scores if scored.score.answers < FEW]
    if not few:
        return None
    names = [_label_of(scored, by_day=survey.by_day) for scored in few]
    return f"Fewer than {FEW} answers, too few to rely on: {listed_text(names)}."
