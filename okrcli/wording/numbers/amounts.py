"""By how much a title wants a change: "by 20 %", "un 15 %", "на 10 пунктов", "2x", "+5 %"."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

from okrcli.wording.languages.lexicon import COMPARATIVES, Direction, Language
from okrcli.wording.letters import word_set
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.patterns import pattern
from okrcli.wording.titles.title_context import (
    AMOUNT_UNITS,
    ByKind,
    Noted,
    Reading,
    Scene,
    unit_or_count,
)

Amount = Direction | Literal["as the verb"]
"""That a figure is an amount of change, and the direction, where the verb does not decide it."""

_AS_THE_VERB: Final = "as the verb"
_WORD: Final = pattern(r"[^\W\d_]+")
_CLAUSE: Final = pattern(r"[.;:()!?]")
_FARTHEST_NOUN: Final = 8
_MEANS: Final = word_set("счет with con mediante through via помощью с")
_NEAR: Final = 40
_FAR_BEHIND: Final = 4
_BEHIND: Final = pattern(r"[^\d.;:()<>≥≤,]{0,40}")
_OF_CHANGE: Final[Mapping[Language, frozenset[str]]] = {
    "en": word_set("of by a an least over"),
    "es": word_set("del de un en al menos"),
    "ru": word_set("на до"),
}
_UP_OR_DOWN: Final = frozenset({"up", "down"})
_STOPS: Final = word_set(
    "of in for to from by with on at and or en del la el los las para por con a y que se на в для"
    " от из и с у до the our are is who which that"
)
_LEVELS: Final = word_set("rate than que чем")
_BEFORE_LEVEL: Final = pattern(
    r"(?:\b(?:of|with|in|for|at|at least|del?|con|para|el|los|las|que|the)"
    r"|(?<!\w)(?:у|для|с|по|в|из)|[:=<>≥≤(])\s*$"
)
_SCORES: Final = pattern(
    r"\b(?:e?nps|csat|ces|score|rating|index|indice|puntuacion|calificacion|nota)\b"
    r"|(?<!\w)(?:рейтинг|индекс|оценк)"
)


def find_amount(noted: Sequence[Noted], scene: Scene) -> Reading:
    """Return the first amount of change among the figures, or an empty reading."""
    aimed = False
    for each in noted:
        if aimed and each.role == "on" and each.figure.unit not in AMOUNT_UNITS:
            continue  # "до 1 на 100 документов"
        aimed = aimed or each.role == "to"
        amount = _amount(each, scene)
        if amount is not None:
            direction = None if amount == _AS_THE_VERB else amount
            return _read_amount(each.figure, scene, direction)
    return Reading()


def _amount(each: Noted, scene: Scene) -> Amount | None:
    figure, role = each.figure, each.role
    if role in {"rate", "window", "to", "level", "now", "past"}:
        return None
    if figure.sign and role != "from" and not is_plus(each, scene):
        return "increase" if figure.sign == "+" else "decrease"
    if role == "by":
        return _amount_by(figure, scene)
    named = _named_change(each, scene)
    if named is not None:
        return named
    if role in {"on", "un"} and scene.exceeds and figure.unit in AMOUNT_UNITS:
        return "increase"
    moves = scene.changes or scene.improves or (scene.kind == "vague" and role == "on")
    return _AS_THE_VERB if moves and _is_bare_amount(each, scene) else None


def is_plus(each: Noted, scene: Scene) -> bool:
    """Tell the plus of "hire +3 engineers", which is no change of anything."""
    counted = scene.kind in {"task", "reach", "make", "have", "keep"}
    return each.figure.sign == "+" and counted and each.figure.unit not in AMOUNT_UNITS


def _amount_by(figure: Figure, scene: Scene) -> Amount | None:
    """Tell "grew by 20 %" from "used by 80 % of agents"."""
    noun = _noun_before(figure.start, scene)
    if scene.exceeds:
        return "increase"
    if scene.changes or scene.kind == "vague":
        return noun or _AS_THE_VERB
    return noun if figure.unit in AMOUNT_UNITS else None


def _noun_before(end: int, scene: Scene) -> Direction | None:
    """Return the direction of the nearest noun of change before *end*, in the same clause."""
    clause = _CLAUSE.split(scene.flat[:end])[-1]
    for word in reversed(_WORD.findall(clause)[-_FARTHEST_NOUN:]):
        if word in _MEANS:
            return None
        direction = scene.vocabulary.changes.get(word)
        if direction is not None and word not in COMPARATIVES:
            return direction
    return None


def _named_change(each: Noted, scene: Scene) -> Direction | None:
    """Return the direction in "growth of 20 %", "20 % more", "рост на 20 %"."""
    if each.role == "on" and scene.language == "ru":
        return None if scene.changes else _noun_before(each.figure.start, scene)
    named = _noun_in_front(each, scene) if each.role not in {"from", "past"} else None
    if named is not None or each.figure.unit not in AMOUNT_UNITS:
        return named
    return _noun_behind(each.figure.end, scene)


def _noun_in_front(each: Noted, scene: Scene) -> Direction | None:
    figure, changes = each.figure, scene.vocabulary.changes
    before = _WORD.findall(scene.flat[max(0, figure.start - _NEAR) : figure.start])[-4:]
    if not before:
        return None
    if before[-1] in _UP_OR_DOWN and figure.unit in AMOUNT_UNITS:
        return changes.get(before[-1])
    joined = before[-1] in _OF_CHANGE[scene.language] or each.role in {"on", "of", "over"}
    if not joined and not (figure.unit in AMOUNT_UNITS and before[-1] in changes):
        return None
    nouns = (word for word in reversed(before) if word not in COMPARATIVES)
    return next((changes[word] for word in nouns if word in changes), None)


def _noun_behind(at: int, scene: Scene) -> Direction | None:
    """Return the direction in "20 % more", "15 % revenue growth", but not in "2x faster than"."""
    after = _BEHIND.match(scene.flat, at)
    words = _WORD.findall(after[0])[:_FAR_BEHIND] if after else []
    for position, word in enumerate(words):
        direction = scene.vocabulary.changes.get(word)
        if direction is not None:
            near = position == 0 or word not in COMPARATIVES
            level = not _LEVELS.isdisjoint(words[position + 1 : position + 2]) or "than" in words
            return direction if near and not level else None
        if word in _STOPS:
            return None
    return None


def _is_bare_amount(each: Noted, scene: Scene) -> bool:
    """Tell whether an amount that no *by* introduces is still one of change."""
    figure, role = each.figure, each.role
    if role == "on" or (role == "un" and (scene.changes or figure.unit in AMOUNT_UNITS)):
        return True
    if role is not None or (figure.unit is None and not scene.changes):
        return False
    if figure.unit == "x":
        return True
    is_object = scene.is_object(figure) and scene.verb_end > 0
    if figure.unit in AMOUNT_UNITS:
        return is_object or not _BEFORE_LEVEL.search(scene.flat[: figure.start])
    return is_object and scene.kind == "change"


def _read_amount(figure: Figure, scene: Scene, direction: Direction | None) -> Reading:
    if figure.value is None:
        return Reading(direction=direction, at=figure.start)
    if figure.unit == "x" or (scene.multiplies and figure.unit is None):
        return _times(figure.value, direction or scene.direction, figure.start)
    return Reading(
        by=figure.value,
        by_kind=_kind_of(figure, scene),
        unit=unit_or_count(figure),
        direction=direction,
        at=figure.start,
    )


def _kind_of(figure: Figure, scene: Scene) -> ByKind:
    if figure.unit == "%":
        return "relative"
    if figure.unit in {"pp", "points"}:
        return "points"
    score = figure.unit is None and not figure.counts and _SCORES.search(scene.flat)
    return "points" if score else "absolute"


def _times(factor: Decimal, direction: Direction | None, at: int) -> Reading:
    by = times(factor, direction)
    if by is None or by <= 0:
        return Reading(factor=factor, at=at)
    return Reading(by=by, by_kind="relative", unit="%", factor=factor, at=at)


def times(factor: Decimal, direction: Direction | None) -> Decimal | None:
    """Return by how many percent a thing changes that grows, or shrinks, *factor* times.

    `None` where the percentage does not come out even.
    """
    if direction != "decrease":
        return (factor - 1) * 100
    percent = (1 - 1 / factor) * 100 if factor else None
    return percent if percent is not None and percent == percent.quantize(Decimal(1)) else None
