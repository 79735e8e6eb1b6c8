"""The number a title aims at: "to 60", "< 2 hours", "30 customers"."""

from collections.abc import Sequence
from typing import Final

from okrcli.wording.numbers.amounts import is_plus
from okrcli.wording.patterns import pattern
from okrcli.wording.titles.title_context import Noted, Reading, Scene, signed, unit_or_count

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
_ITEM: Final = pattern(r"[^\d,]{4,},\s*(?:and\s+|y\s+|и\s+)?$")
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
_ASKS_FOR_A_CUE: Final = frozenset({"change", "vague", "shift", "raise"})


def with_target(
    reading: Reading, rest: Sequence[Noted], noted: Sequence[Noted], scene: Scene
) -> Reading:
    """Return the reading with its target, if there is one.

    Args:
        reading: The change that is known already, if any.
        rest: The figures that may be the target.
        noted: All figures, for a target that only a bracket names.
        scene: The title around them.
    """
    target = _find_target(rest, scene, reading.at) or _in_brackets(noted, scene)
    if target is None:
        return reading
    figure = target.figure
    at = figure.start if reading.at is None else reading.at
    if figure.value is None:
        return reading._replace(at=at)
    return reading._replace(
        to=signed(figure, figure.value),
        unit=unit_or_count(figure),
        at=at,
        bare=target.role is None or (target.role == "on" and scene.kind == "shift"),
    )


def _in_brackets(noted: Sequence[Noted], scene: Scene) -> Noted | None:
    """Return the figure of "(target: 40)"."""
    for each in noted:
        opening = max(scene.flat.rfind("(", 0, each.figure.start), 0)
        if each.bracket and _GOAL.search(scene.flat, opening, each.figure.start):
            return each
    return None


def _find_target(noted: Sequence[Noted], scene: Scene, taken: int | None) -> Noted | None:
    usable = [each for each in noted if _can_be_target(each, scene) and each.figure.start != taken]
    if scene.kind in _ASKS_FOR_A_CUE or taken is not None:
        return next((each for each in usable if _is_cued(each, scene, taken)), None)
    if not usable or _is_later_item(usable[0], scene):
        return None
    plain = [each for each in usable if not _is_aside(each, scene)] or usable
    if plain[0] is not usable[0] and not _is_level(plain[0]):
        return usable[0]
    return _bound_share(plain, scene) or plain[0]


def _is_level(each: Noted) -> bool:
    """Tell whether a number behind an aside is the measure itself, not a part of the aside."""
    return each.figure.unit is not None or each.role in {"to", "over", "level", "on"}


def _can_be_target(each: Noted, scene: Scene) -> bool:
    figure = each.figure
    if each.role in {"rate", "past"} or (figure.sign == "+" and not is_plus(each, scene)):
        return False
    if _RATE_BEFORE.search(scene.flat, max(0, figure.start - 8), figure.start):
        return False
    if each.role == "window":
        return figure.unit in _SHORT_TIMES or _FOR_EACH.search(scene.flat) is None
    return True


def _is_cued(each: Noted, scene: Scene, taken: int | None) -> bool:
    """Tell whether the words before a number say that it is a level, not an amount."""
    if each.role in {"to", "level"} or (each.role == "on" and scene.kind == "shift"):
        return True
    if each.role == "over":
        return _BOUND.search(scene.flat[: each.figure.start]) is not None
    is_object = taken is None and scene.verb_end > 0 and scene.is_object(each.figure)
    return is_object and scene.kind != "change"


def _is_later_item(each: Noted, scene: Scene) -> bool:
    """Tell "hire a director, 2 managers, 4 engineers", where no number is the whole."""
    listed = scene.kind in {"task", "make"} and scene.verb_end > 0
    return listed and _ITEM.fullmatch(scene.flat[scene.verb_end : each.figure.start]) is not None


def _is_aside(each: Noted, scene: Scene) -> bool:
    """Tell whether a number only says of whom or where: "with 50 seats", "the top 20"."""
    figure, flat = each.figure, scene.flat
    if _HYPHEN_TIME.search(flat, figure.start, figure.end):
        return True
    if figure.unit in _LONG_TIMES and _AT_DAYS.search(flat, 0, figure.start):
        return True
    if figure.unit == "%" or scene.is_object(figure):
        return False
    match = _ASIDE.search(flat, max(0, figure.start - _REACH_BACK), figure.start)
    return match is not None and bool(flat[scene.verb_end : match.start()].strip())


def _bound_share(plain: Sequence[Noted], scene: Scene) -> Noted | None:
    """Return "at least 80 %" in a task whose first number counts something on the way."""
    first = plain[0].figure
    if scene.kind != "task" or first.unit is not None or scene.is_object(first):
        return None
    bound = [each for each in plain if each.role == "over" and each.figure.unit == "%"]
    return next(iter(bound), None)
