"""Signs of the number that a title aims at: "to 60", "< 2 hours", "30 customers"."""

from collections.abc import Iterator, Sequence
from typing import Final

from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.units import CURRENCIES
from okrcli.wording.patterns import pattern, signed_pattern
from okrcli.wording.roles.amounts import is_plus
from okrcli.wording.roles.role import Vote
from okrcli.wording.roles.title_context import CuedFigure, TitleContext

_ASIDE: Final = pattern(
    r"(?:\b(?:for|across|in|among|amongst|with|from|between|of|per|the|our|all|both|top|these|those"
    r"|on|at|en|con|entre|para|los|las|nuestr[ao]s|sus|por|tras|after)"
    r"|(?<!\w)(?:с|со|для|по|в|у|из|среди|всех|всеми|наших|топ|от|при|после|на))[\s-]+"
    r"(?:at least\s+|over\s+|more than\s+|al menos\s+|mas de\s+|не менее\s+|более\s+|las?\s+|los\s+"
    r"|our\s+|the\s+|top\s+)*[<>≥≤~]?=?\s*$"
)
_REACH_BACK: Final = 30
_SHORT_TIMES: Final = frozenset({"ms", "seconds", "minutes", "hours"})
_LONG_TIMES: Final = frozenset({"days", "weeks", "months"})
_AT_DAYS: Final = pattern(r"\w\s+(?:a|a los|at|after|tras)\s+$")
_HYPHEN_TIME: Final = pattern(r"-(?:day|week|month|year|hour|minute|star)")
_ITEM: Final = pattern(
    r"[^\d,]{4,},\s*(?:and\s+|y\s+|и\s+)?$|\s(?:an?|una?|одного|одну)\s[^\d,]{3,30}\s(?:and|y|и)\s$"
)
_RATE_BEFORE: Final = pattern(r"/\s?$")
_FOR_EACH: Final = pattern(
    r"%|\b(?:all|every|each|any|todos|todas|cada)\b|(?<!\w)(?:все|всех|всем|кажд\w+)(?!\w)"
)
_BOUND: Final = pattern(
    r"(?:[<>≥≤=:]=?|\b(?:less than|no more than|fewer than|at most|under|below|above|menos de"
    r"|no mas de|por debajo de|por encima de|maximo)"
    r"|(?<!\w)(?:менее|не более|не менее|ниже|выше|меньше|не менее чем|не выше|не ниже|больше"
    r"|свыше))\s*$"
)
_GOAL: Final = pattern(r"\b(?:target|goal|aim|meta|objetivo)\b|(?<!\w)(?:цель|целев\w+|план)(?!\w)")
UNCUED: Final = "the verb needs a number, and nothing suggests another role for this one"
_ASKS_FOR_A_CUE: Final = frozenset({"change", "vague", "shift", "raise"})
_OF_WHICH: Final = signed_pattern(
    "which|whom|them|cuales|ell|которых|них",
    r"(?:\bof (?:which|whom|them)|de (?:l[oa]s )?(?:cuales|ellos|ellas)|(?<!\w)из (?:которых|них))"
    r"\s+(?:el\s+|al menos\s+|at least\s+)?$",
)
_ONE_IN: Final = signed_pattern(
    "one|cada|из",
    r"(?:\bone (?:in|out of)(?: every)?|\bun[oa] de cada|(?<!\w)од(?:ин|на|ну|но|ного) из)\s$",
)
_TOP: Final = signed_pattern(
    "top|топ", r"(?:(?<!in )(?<!in the )(?<!en el )(?:\btop|(?<!\w)(?<!в )топ))[\s-]+$"
)
_RIVALS: Final = pattern(
    r"\b(?:competitors?|rivals?|vendors?|agenc(?:y|ies)|brands?|players?|companies|peers|banks|stores|carriers|airlines|sellers|shops"
    r"|competidor(?:es)?|rivales|marcas|empresas|agencias|bancos|tiendas)\b"
    r"|(?<!\w)(?:конкурент|игрок|бренд|компани|банк|магазин)\w*"
)
_COMPARED: Final = pattern(
    r"\s(?:[a-z]{3,}er|(?:more|less)\s[a-z]+)\s*(?:$|[.,;)])"
    r"|\s[а-я]{3,}(?:ее|ше|че|же|ще)\s*(?:$|[.,;)])"
)
"""What follows the amount of a comparison: "pages 30 % lighter", "на 30 % легче"."""
_MORE_THAN: Final = pattern(
    r"\s(?:(?:more|fewer|less)\s(?:\w+\s){0,4}than\s(?:last|the last|the previous|in)"
    r"|(?:\w+\s){0,3}?(?:mas|menos)\s(?:\w+\s){0,4}que\s(?:el|la|en)\s"
    r"|(?:\w+er|more \w+|less \w+)\sthan\s"
    r"|(?:mas|menos)\s\w+\sque\s|(?:больше|меньше|дешевле|дороже|быстрее),?\s(?:\w+\s){0,3}чем\s)"
)
_WITHIN: Final = pattern(r"\bwithin\s+$|\bdentro (?:del?|de un)\s+$|(?<!\w)в пределах\s+$")
_HAVING: Final = pattern(r"\bby\s+(?:having|getting)\s+(?:at least\s+)?$")


def votes_for_a_target(
    rest: Sequence[CuedFigure], noted: Sequence[CuedFigure], context: TitleContext
) -> list[tuple[CuedFigure, Vote]]:
    """Return the reasons to read one of *rest*, or a bracketed one of *noted*, as the target."""
    usable = [
        candidate
        for candidate in rest
        if _can_be_target(candidate, context)
        and not _is_length_of_a_deal(candidate, noted, context)
        and not _is_price_of_counted(candidate, noted)
    ]
    asks = context.kind in _ASKS_FOR_A_CUE
    votes = [
        (candidate, Vote("to", weight, "the words before it introduce a target"))
        for candidate, weight in _with_cues(usable, context)
    ]
    if not asks and usable and not _is_later_item(usable[0], context):
        plain = _plain(usable, context)
        others = (candidate for candidate in usable if candidate is not plain)
        votes += [
            (plain, Vote("to", 4.6, UNCUED)),
            *((other, Vote("to", 3.3, UNCUED)) for other in others),
        ]
    votes += [
        (aim, Vote("to", 2.5, "it is the target, in brackets")) for aim in _aims(noted, context)
    ]
    return votes


def _with_cues(
    usable: Sequence[CuedFigure], context: TitleContext
) -> Iterator[tuple[CuedFigure, float]]:
    """Yield the numbers that words introduce; "under 30 min" is less than "to 70 %" behind it."""
    weight = 4 if context.kind in _ASKS_FOR_A_CUE else 3.5
    literal = [one for one in usable if _follows_to(one.figure, context.flat)]
    for candidate in usable:
        if _is_cued(candidate, context):
            yield candidate, weight if not literal or candidate in literal else weight - 1


_TO: Final = pattern(r"(?:\b(?:to|al?|hasta|into)|(?<!\w)(?:до|к))\s[^\d,.;]{0,25}$")
_LONGEST_TO: Final = 31


def _follows_to(figure: Figure, flat: str) -> bool:
    return _TO.search(flat, max(0, figure.start - _LONGEST_TO), figure.start) is not None


def _plain(usable: Sequence[CuedFigure], context: TitleContext) -> CuedFigure:
    """Return the number that a verb which needs no cue aims at."""
    plain = [candidate for candidate in usable if not _is_aside(candidate, context)] or usable
    named = plain[0]  # "bring zone errors 51 to 0.5 %": a bare number is less than one behind "to"
    if named.cue is None and named.figure.unit is None and not context.is_object(named.figure):
        cued = next((candidate for candidate in plain if candidate.cue == "to"), None)
        if cued is not None:
            return cued
    if plain[0] is not usable[0] and not _is_level(plain[0]):
        return usable[0]
    return _share_of_all(usable, context) or _bound_share(plain, context) or plain[0]


def _is_price_of_counted(candidate: CuedFigure, noted: Sequence[CuedFigure]) -> bool:
    """Tell the price in "land five $50k+ deals"."""
    start = candidate.figure.start
    return candidate.figure.unit in _MONEY and any(
        other.figure.unit is None and other.figure.end + 1 == start for other in noted
    )


def _is_length_of_a_deal(
    candidate: CuedFigure, noted: Sequence[CuedFigure], context: TitleContext
) -> bool:
    """Tell the years in "un contrato de 3 años por 2 M€"."""
    figure = candidate.figure
    long = figure.unit in _LONG_TIMES | {"years"} and not context.is_object(figure)
    if not long:
        return False
    work = context.kind == "task" or (context.kind == "reach" and candidate.cue is None)
    if work and any(_is_for(figure, other.figure, context) for other in noted):
        return True
    paid = any(other.figure.unit in _MONEY for other in noted)
    return paid and _OF_LENGTH.search(context.flat, 0, figure.start) is not None


def _is_for(one: Figure, two: Figure, context: TitleContext) -> bool:
    """Tell "the plan of 90 days for 8 new hires"."""
    return two.counts and context.flat[one.end : two.start] in _FOR_WHOM


_FOR_WHOM: Final = frozenset({" for ", " of ", " de ", " para ", " для ", " у "})


_MONEY: Final = frozenset(CURRENCIES.values())
_OF_LENGTH: Final = pattern(r"\w\s(?:de|of|for|por|на)\s$")


def _share_of_all(usable: Sequence[CuedFigure], context: TitleContext) -> CuedFigure | None:
    """Return the share of "an answer within 3 s for 95 % of requests" and "4 stars in 75 %"."""
    first = usable[0]
    timed = first.cue == "window" and first.figure.unit in _SHORT_TIMES | _LONG_TIMES
    if not timed and first.figure.unit != "stars":
        return None
    return next(
        (
            candidate
            for candidate in usable[1:]
            if candidate.figure.unit == "%" and _FOR.search(context.flat, 0, candidate.figure.start)
        ),
        None,
    )


_FOR: Final = pattern(
    r"(?:\b(?:for|in|para|en)(?: el| al menos| at least)?|(?<!\w)(?:для|у|в))\s+$"
)


def _aims(noted: Sequence[CuedFigure], context: TitleContext) -> Iterator[CuedFigure]:
    """Yield the figure in "(target: 40)"."""
    for candidate in noted:
        opening = max(context.flat.rfind("(", 0, candidate.figure.start), 0)
        if candidate.bracket and _GOAL.search(context.flat, opening, candidate.figure.start):
            yield candidate


def _is_level(candidate: CuedFigure) -> bool:
    """Tell whether a number after an aside is the measure itself, not a part of the aside."""
    return candidate.figure.unit is not None or candidate.cue in {"to", "over", "level", "on"}


def _can_be_target(candidate: CuedFigure, context: TitleContext) -> bool:
    figure, flat = candidate.figure, context.flat
    if figure.kind in {"part", "factor", "rest"} or figure.unit == "pp":
        return False
    if candidate.cue in {"rate", "past"}:
        return False
    if figure.unit == "%" and _COMPARED.match(flat, figure.end):
        return False
    if (figure.sign == "+" and not is_plus(candidate, context)) or _says_of_whom(
        candidate, context
    ):
        return False
    if candidate.cue == "means":
        return _HAVING.search(flat, 0, figure.start) is not None
    return candidate.cue != "window" or _is_time_to_reach(candidate, context)


def _says_of_whom(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "of which 35 % are active", "5/100 calls" and "the top 5 vendors"."""
    figure, flat = candidate.figure, context.flat
    if _RATE_BEFORE.search(flat, max(0, figure.start - 8), figure.start):
        return True
    if context.rivals and _RIVALS.search(flat, figure.end):
        return True
    if _MORE_THAN.match(flat, figure.end):
        return True
    if _TOP.search(flat, max(0, figure.start - 20), figure.start):
        return _RIVALS.search(flat, figure.end) is not None
    if _ONE_IN.search(flat, max(0, figure.start - 20), figure.start):
        return True
    return _OF_WHICH.search(flat, max(0, figure.start - 40), figure.start) is not None


def _is_time_to_reach(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "answer within 5 minutes" and "stays within 8 %" from "pay 90 % within 5 days"."""
    if candidate.figure.unit == "%":
        return _WITHIN.search(context.flat, 0, candidate.figure.start) is not None
    return candidate.figure.unit in _SHORT_TIMES or _FOR_EACH.search(context.flat) is None


def _is_cued(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell whether the words before a number say that it is a level, not an amount."""
    if candidate.cue in {"to", "level", "means"} or (
        candidate.cue == "on" and context.kind == "shift"
    ):
        return True
    if candidate.cue == "over":
        return _BOUND.search(context.flat, 0, candidate.figure.start) is not None
    return False


def is_bare_object(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "launch 3 sites": the number is the object of a verb that changes nothing."""
    return (
        context.verb_end > 0
        and context.kind != "change"
        and (context.is_object(candidate.figure) or _is_all_of_them(candidate, context))
        and _can_be_target(candidate, context)
    )


def _is_all_of_them(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "migrate all 18 services"."""
    return _ALL.fullmatch(context.flat, context.verb_end, candidate.figure.start) is not None


_ALL: Final = pattern(r"\s(?:all(?:\s(?:our|the))?|tod[oa]s\sl[oa]s|все)\s")


def _is_later_item(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "hire a director, 2 managers, 4 engineers", where no number is the whole."""
    listed = context.kind in {"task", "make"} and context.verb_end > 0
    return (
        listed
        and _ITEM.fullmatch(context.flat[context.verb_end : candidate.figure.start]) is not None
    )


def _is_aside(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell whether a number only says of whom or where: "with 50 seats", "the top 20"."""
    figure, flat = candidate.figure, context.flat
    if _HYPHEN_TIME.search(flat, figure.start, figure.end):
        return True
    if figure.unit in _LONG_TIMES and _AT_DAYS.search(flat, 0, figure.start):
        return True
    if figure.unit == "%" or context.is_object(figure):
        return False
    match = _ASIDE.search(flat, max(0, figure.start - _REACH_BACK), figure.start)
    return match is not None and bool(flat[context.verb_end : match.start()].strip())


def _bound_share(plain: Sequence[CuedFigure], context: TitleContext) -> CuedFigure | None:
    """Return "at least 80 %" in a task whose first number counts something on the way."""
    first = plain[0].figure
    if context.kind != "task" or first.unit is not None or context.is_object(first):
        return None
    bound = [
        candidate for candidate in plain if candidate.cue == "over" and candidate.figure.unit == "%"
    ]
    return next(iter(bound), None)
