"""Pairs of numbers in a title: "from A to B", "A → B", "to B from A"."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.units import MILLISECONDS, UNITS
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.title_context import CuedFigure, TitleContext, unit_or_count

_LONGEST_LINK: Final = 70
_SENTENCE_END: Final = pattern(r"[.;]\s")
_ARROW: Final = pattern(r"\s*(?:\w+\s+){0,2}(?:[→⇒➔➜➝➞➡⟶⇨»]|[-–=~]+\s?>|>>)\uFE0F?\s*[<>≥≤~]?=?\s*")
_PAST: Final = pattern(r"\s(?:past|beyond|hasta superar el|hasta mas del?|до более)\s")
_JUST_TO: Final = pattern(
    r"\s*(?:to|a|al|hasta|до)\s+(?:at least\s+|over\s+|more than\s+|under\s+|less than\s+"
    r"|al menos\s+|mas de\s+|menos de\s+|не менее\s+|более\s+)?[<>≥≤~]?=?\s*"
)
_FROM_S_NA: Final = pattern(r"\s*(?:[а-я]+\s)?на\s*")
_NAMED_UNIT: Final = pattern(
    r"(?<![\d-])(?<!\d )(?<!per )(?<!a )(?<!happy )(?<!office )(?<!rush )(?<!peak )(?<!opening )"
    r"(?<!business )(?<!working )(?<!a las )\b(?:number of |# of |total |\()?"
    r"(hours|days|minutes|weeks|seconds|horas|dias|minutos|semanas)\b"
    r"(?! (?:felices|punta|pico|valle|libres|inn?|out))"
    r"|(?<!\w)(часов|дней|минут|недель)(?!\w)"
)


def find_pair(
    noted: Sequence[CuedFigure], context: TitleContext
) -> tuple[CuedFigure, CuedFigure] | None:
    """Return the baseline and the target of the first two adjacent numbers that are a pair."""
    for one, two in pairwise(noted):
        link = context.flat[one.figure.end : two.figure.start]
        if one.bracket != two.bracket or not _can_link(link) or one.figure.range:
            continue
        if one.figure.unit in MILLISECONDS and two.figure.unit is None and two.figure.counts:
            continue  # "talleres de 90 minutos a 12 equipos"
        if _ARROW.fullmatch(link) or (one.cue == "from" and _PAST.fullmatch(link)):
            return one, two
        if (
            one.cue == "from"
            and two.cue == "on"
            and _FROM_S_NA.fullmatch(link)
            and not context.changes
        ):
            return one, two  # "перейти с 2 на 5 выпусков"
        if two.cue == "to" and (
            one.cue in {"from", "of", "now"}
            or _is_bare(one, link, two.figure.unit, context)
            or _is_bare_range(one, two, link, context)
            or _is_share_that_moves(one, two, link, context)
        ):
            return one, two
        if (
            one.cue == "to"
            and two.cue in {"from", "now"}
            and not _begins_a_pair(two, noted, context)
        ):
            return two, one
    return None


def _begins_a_pair(
    candidate: CuedFigure, noted: Sequence[CuedFigure], context: TitleContext
) -> bool:
    """Tell "the share of orders under $20 from 10 % to 25 %"."""
    later = noted[noted.index(candidate) + 1 :]
    link = context.flat[candidate.figure.end : later[0].figure.start] if later else ""
    return candidate.cue == "from" and _JUST_TO.fullmatch(link) is not None


def _can_link(link: str) -> bool:
    return len(link) <= _LONGEST_LINK and _SENTENCE_END.search(link) is None


def _is_bare(one: CuedFigure, link: str, unit: str | None, context: TitleContext) -> bool:
    """Tell "increase NPS 40 to 60" from a range."""
    moves = context.kind in {"change", "shift", "raise", "vague", "drive"}
    moves = moves or (context.kind is None and bool(context.flat[: one.figure.start].strip()))
    bare = moves and one.cue in {None, "un", "over"} and are_comparable(one.figure.unit, unit)
    return bare and _JUST_TO.fullmatch(link) is not None


def _is_bare_range(one: CuedFigure, two: CuedFigure, link: str, context: TitleContext) -> bool:
    """Tell "hire 8 to 10 testers" from "migrate 8 services to 10 sites"."""
    low, high = one.figure.value, two.figure.value
    return (
        context.kind in _COUNTING
        and (context.is_object(one.figure) or context.flat.endswith(" of ", 0, one.figure.start))
        and low is not None
        and high is not None
        and low < high
        and one.figure.unit in {None, two.figure.unit}
        and _JUST_TO.fullmatch(link) is not None
    )


def _is_share_that_moves(
    one: CuedFigure, two: CuedFigure, link: str, context: TitleContext
) -> bool:
    """Tell "reduce the 3 % churn to 2 %" from "reducir 20 % los costos al 5 % de las ventas"."""
    both = one.figure.unit == two.figure.unit == "%"
    return both and context.changes and one.cue is None and _OF_IT_TO.fullmatch(link) is not None


_OF_IT_TO: Final = pattern(
    r"\s(?:de\s)?(?!los?\s|las?\s|el\s|of\s|the\s|our\s|de\s)[^\W\d_]+(?:\s[^\W\d_]+)?\s(?:to|al?|до)\s"
)
_COUNTING: Final = frozenset({"task", "make", "reach", "have", "keep"})


def is_a_range(one: CuedFigure, two: CuedFigure, context: TitleContext) -> bool:
    """Tell "keep it from 20 to 30 days" and "un margen de 18 a 22 %" from a change."""
    link = context.flat[one.figure.end : two.figure.start]
    if context.kind == "keep" or _is_bare_range(one, two, link, context):
        return True
    joined = one.cue == "of" or (
        context.language == "ru" and _FROM_OT.search(context.flat, 0, one.figure.start)
    )
    low, high = one.figure.value, two.figure.value
    rises = low is not None and high is not None and low < high
    aims = context.kind == "reach" or (context.kind == "task" and low != 0)  # none is no aim
    return bool(joined) and rises and aims and _moves_not(context)


_FROM_OT: Final = pattern(r"(?<!\w)от\s+$")
_MOVES: Final = pattern(
    r"\b(?:pas(?:ar|e|en|ando)|llev(?:ar|e)|sub(?:ir|a)|aument\w+|crec\w+|increment\w+|mejor\w+|reduc\w+|baj\w+|disminu\w+)\b"
)


def _moves_not(context: TitleContext) -> bool:
    return _MOVES.search(context.flat) is None


def are_comparable(one: str | None, two: str | None) -> bool:
    """Tell whether values in these units can be a baseline and its target."""
    if one == two or one is None or two is None or "count" in (one, two):
        return True
    if {one, two} == {"months", "years"}:
        return True
    return one in MILLISECONDS and two in MILLISECONDS


def unit_in_name(flat: str, end: int) -> str | None:
    """Return the unit of time in a name such as "hours lost"."""
    match = _NAMED_UNIT.search(flat, 0, end)
    return UNITS[match[1] or match[2]] if match else None


def in_one_unit(start: Figure, goal: Figure) -> tuple[Decimal, Decimal, str | None]:
    """Return both values in one unit: of two lengths of time, the smaller unit."""
    one, two = start.value or Decimal(0), goal.value or Decimal(0)
    if start.unit == goal.unit or start.unit is None or goal.unit is None:
        if start.scale == 1 and goal.scale > 1 and _shares_scale(one, two, goal.scale):
            one *= goal.scale
        return one, two, unit_or_count(goal, start)
    if "years" in (start.unit, goal.unit):
        months = {"months": 1, "years": 12}
        return one * months[start.unit], two * months[goal.unit], "months"
    smaller = min(start.unit, goal.unit, key=MILLISECONDS.__getitem__)
    base = MILLISECONDS[smaller]
    return one * MILLISECONDS[start.unit] / base, two * MILLISECONDS[goal.unit] / base, smaller


def _shares_scale(start: Decimal, goal: Decimal, scale: int) -> bool:
    """Tell "from 5 to 10 million" from "from 500 to 1.5K"."""
    return start > 0 and goal / start >= scale / 10 and start * scale < goal * 100
