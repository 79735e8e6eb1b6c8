"""Reads the quantities of a title as baseline, target and change, or says why that is uncertain."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from okrcli.wording.languages.lexicon import Direction
from okrcli.wording.numbers.figures import Figure, FigureKind
from okrcli.wording.numbers.quantities import range_of
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.amounts import AS_THE_VERB, way_of
from okrcli.wording.roles.asides import without_asides
from okrcli.wording.roles.assignment import CLOSE, MOST_QUANTITIES, Assignment, rank
from okrcli.wording.roles.bounds import bound_of
from okrcli.wording.roles.contradictions import contradiction_of
from okrcli.wording.roles.cues import cue_before
from okrcli.wording.roles.pairs import are_comparable, in_one_unit, is_a_range, unit_in_name
from okrcli.wording.roles.parts_of_wholes import with_parts_of_wholes
from okrcli.wording.roles.title_context import (
    ByKind,
    CuedFigure,
    Doubt,
    Reading,
    TitleContext,
    compare,
    unit_or_count,
    with_sign,
)

_BRACKETS: Final = pattern(r"\([^()\[\]]*[)\]]?|\[(?!\W*\d[\d.,]*\W*\])[^()\[\]]*[)\]]?")
_TIMES: Final = frozenset({"ms", "seconds", "minutes", "hours", "days", "weeks", "months", "years"})
_TIMES_WORD: Final = pattern(r"\b(?:times|veces|vez)\b|(?<!\w)раза?(?!\w)")
_FACTOR_BEHIND: Final = pattern(
    r"\s+(?:more|faster|bigger|larger|better|higher|as|than|the|mas|mejor|mayor|el|la|больше|быстрее|выше|чаще)(?!\w)"
)
_SCORES: Final = pattern(
    r"\b(?:e?nps|csat|ces|score|rating|index|indice|puntuacion|calificacion|nota)\b"
    r"|(?<!\w)(?:рейтинг|индекс|оценк)"
)


class Considered(NamedTuple):
    """The reading, and what else was considered.

    Attributes:
        noted: The quantities with the words before them.
        assignments: The assignments of roles to them, the best first.
    """

    noted: tuple[CuedFigure, ...]
    assignments: tuple[Assignment, ...]


NOTHING_CONSIDERED: Final = Considered((), ())
_MOST_SHOWN: Final = 4


def read_figures(figures: Sequence[Figure], context: TitleContext) -> tuple[Reading, Considered]:
    """Return the role of each number, as far as the words decide it."""
    figures = with_parts_of_wholes(_as_frequencies(figures, context), context)
    noted = _note(without_asides(figures, context), context)
    counted = noted[:MOST_QUANTITIES]
    ranked = rank(counted, context)
    if _is_of_ratios(context.flat):
        reading = Reading(at=figures[0].start, doubt="ratio")
    else:
        reading = _reading_of(ranked, counted, context)
    doubt = contradiction_of(reading, context)
    if doubt is not None:
        reading = Reading(at=reading.at, paired=reading.paired, doubt=doubt)
    return reading, Considered(tuple(noted), tuple(ranked[:_MOST_SHOWN]))


_ONE_PER: Final = pattern(
    r"(?<![\d.,])1\s(?:[^\W\d]+\s){0,2}(?:per|for every|por|por cada|на)\s(\d[\d.,]*)"
)


def _is_of_ratios(flat: str) -> bool:
    """Tell "from 1 agent per 50 customers to 1 per 40", of which no number is a goalpost."""
    return len(set(_ONE_PER.findall(flat))) > 1


def _as_frequencies(figures: Sequence[Figure], context: TitleContext) -> Sequence[Figure]:
    """Read "4 times" and "3x" as frequencies if nothing is multiplied."""
    often = any(figure.often for figure in figures)
    if not often and (
        context.kind not in {"task", "reach", "make"} or not _TIMES_WORD.search(context.flat)
    ):
        return figures
    return [
        figure._replace(unit=None, counts=True, often=True)
        if figure.unit == "x"
        and figure.kind == "number"
        and (often or _is_often(figure, context.flat))
        else figure
        for figure in figures
    ]


def _is_often(figure: Figure, flat: str) -> bool:
    """Tell "meet each account 4 times" from "4 times faster" and "в 4 раза"."""
    said = _TIMES_WORD.search(flat, figure.start, figure.end) is not None
    return (
        said
        and not _FACTOR_BEHIND.match(flat, figure.end)
        and not flat.endswith("в ", 0, figure.start)
    )


def _note(figures: Sequence[Figure], context: TitleContext) -> list[CuedFigure]:
    """Return the figures with the cues before them and their brackets."""
    brackets = [match.span() for match in _BRACKETS.finditer(context.flat)]
    noted = []
    end = 0
    for figure in figures:
        inside = next((n for n, (a, b) in enumerate(brackets, 1) if a <= figure.start < b), 0)
        begin = max(end, brackets[inside - 1][0]) if inside else end
        cue = cue_before(context.flat[begin : figure.start], context.language)
        noted.append(CuedFigure(figure, cue, inside))
        end = figure.end
    return noted


def _reading_of(
    ranked: Sequence[Assignment], noted: Sequence[CuedFigure], context: TitleContext
) -> Reading:
    best = ranked[0]
    close = next(
        (
            other
            for other in ranked[1:]
            if best.score - other.score < CLOSE and other.goalposts != best.goalposts
        ),
        None,
    )
    if close is not None and best.goalposts != (None, None, None):
        at = next(noted[n].figure.start for n in best.goalposts if n is not None)
        return Reading(at=at, doubt="close")
    start, goal, amount = (None if n is None else noted[n] for n in best.goalposts)
    for counted in filter(None, (goal, start, amount)):
        if doubt := _UNCERTAIN.get(counted.figure.kind):
            return Reading(at=counted.figure.start, doubt=doubt)
    return _combine(start, goal, amount, context)


_UNCERTAIN: Final[Mapping[FigureKind, Doubt]] = {"part or count": "part", "ratio": "ratio"}


def _combine(
    start: CuedFigure | None,
    goal: CuedFigure | None,
    amount: CuedFigure | None,
    context: TitleContext,
) -> Reading:
    """Return the reading of the three goalposts together."""
    if start is not None and goal is not None:
        return _from_to(start, goal, context)
    reading = Reading()
    if amount is not None:
        reading = _amount(amount, context)
    if goal is not None:
        reading = _with_target(reading, goal, context)
    if start is not None and start.figure.value is not None:
        by_share = reading.to is None and reading.by_kind in {"relative", "points"}
        unit = (None if by_share else reading.unit) or unit_or_count(start.figure)
        value = with_sign(start.figure, start.figure.value)
        reading = reading._replace(from_=value, unit=unit, at=_at(reading, start))
    return reading


def _at(reading: Reading, noted: CuedFigure) -> int:
    return noted.figure.start if reading.at is None else reading.at


def _from_to(start: CuedFigure, goal: CuedFigure, context: TitleContext) -> Reading:
    """Return a baseline and its target in the same unit, or why they do not fit together."""
    one, two = start.figure, goal.figure
    paired = start.bracket == goal.bracket and not two.range
    at = min(one.start, two.start) if paired else two.start
    if paired and is_a_range(start, goal, context):
        both = range_of(one, two)
        return Reading(range=both.range, unit=unit_or_count(two, one), at=at, per=two.per)
    doubt = _misfit(one, two) if paired else None
    if doubt is not None:
        return Reading(at=at, paired=True, doubt=doubt)
    if not are_comparable(one.unit, two.unit):
        return _with_target(Reading(), goal, context)
    return _from_one_to_other(one, two, context, at=at, paired=paired)


def _misfit(one: Figure, two: Figure) -> Doubt | None:
    """Return why two numbers are not a baseline and a target of the same measure."""
    if not are_comparable(one.unit, two.unit) and not {one.unit, two.unit} <= _TIMES:
        return "units"
    return "periods" if one.per and two.per and one.per != two.per else None


def _from_one_to_other(
    one: Figure, two: Figure, context: TitleContext, *, at: int, paired: bool
) -> Reading:
    if two.range:
        value = with_sign(one, one.value) if one.value is not None else None
        return Reading(value, range=two.range, unit=unit_or_count(two, one), at=at, per=two.per)
    from_, to, unit = in_one_unit(one, two)
    if unit is None or unit == "count":
        unit = unit_in_name(context.flat, one.start) or unit
    if one.value is None or two.value is None:
        return Reading(unit=unit, at=at, paired=paired)
    from_, to = with_sign(one, from_), with_sign(two, to)
    return Reading(
        from_,
        to,
        unit=unit,
        direction=compare(from_, to),
        at=at,
        paired=paired,
        per=two.per or one.per,
        bound=bound_of(two, context.flat),
    )


def _with_target(reading: Reading, goal: CuedFigure, context: TitleContext) -> Reading:
    figure = goal.figure
    at = _at(reading, goal)
    if figure.value is None:
        return reading._replace(
            at=at,
            range=figure.range,
            unit=reading.unit or unit_or_count(figure),
            per=figure.per,
        )
    return reading._replace(
        to=with_sign(figure, figure.value),
        unit=unit_or_count(figure),
        at=at,
        bare=goal.cue is None or (goal.cue == "on" and context.kind == "shift"),
        per=figure.per,
        bound=bound_of(figure, context.flat),
    )


def _amount(candidate: CuedFigure, context: TitleContext) -> Reading:
    figure = candidate.figure
    way = way_of(candidate, context)
    direction = None if way is None or way == AS_THE_VERB else way
    if figure.value is None:
        return Reading(direction=direction, at=figure.start)
    if figure.kind == "rest":
        return Reading(by=100 - figure.value, by_kind="relative", unit="%", at=figure.start)
    if figure.unit == "x" or (context.multiplies and figure.unit is None):
        told = _times(figure.value, direction or context.direction, figure.start)
        return told._replace(direction=direction)
    return Reading(
        by=figure.value,
        by_kind=_kind_of(figure, context),
        unit=unit_or_count(figure),
        direction=direction,
        at=figure.start,
        per=figure.per,
        bound=bound_of(figure, context.flat),
    )


def _kind_of(figure: Figure, context: TitleContext) -> ByKind:
    if figure.unit == "%":
        return "relative"
    if figure.unit in {"pp", "points"}:
        return "points"
    score = figure.unit is None and not figure.counts and _SCORES.search(context.flat)
    return "points" if score else "absolute"


def _times(factor: Decimal, direction: Direction | None, at: int) -> Reading:
    by = times(factor, direction)
    if by is None or by <= 0:
        return Reading(factor=factor, at=at)
    return Reading(by=by, by_kind="relative", unit="%", factor=factor, at=at)


def times(factor: Decimal, direction: Direction | None) -> Decimal | None:
    """Return the percentage by which something changes that grows, or shrinks, *factor* times.

    `None` if the percentage is not exact.
    """
    if direction != "decrease":
        return (factor - 1) * 100
    percent = (1 - 1 / factor) * 100 if factor else None
    return percent if percent is not None and percent == percent.quantize(Decimal(1)) else None
