"""Marks of an amount of change: "by 20 %", "un 15 %", "на 10 пунктов", "2x", "+5 %"."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from okrcli.wording.languages.lexicon import COMPARATIVES, Direction, Language
from okrcli.wording.letters import word_set
from okrcli.wording.patterns import pattern
from okrcli.wording.roles.cues import Cue
from okrcli.wording.roles.role import Vote
from okrcli.wording.roles.title_context import AMOUNT_UNITS, CuedFigure, TitleContext

Way = Direction | Literal["as the verb"]
"""The direction of an amount of change, if the verb does not decide it."""

AS_THE_VERB: Final = "as the verb"
COUNTED: Final = "it counts what a verb of change acts on"
_AROUND: Final = "the words around it introduce a change"
_WORD: Final = pattern(r"[^\W\d_]+")
_CLAUSE: Final = pattern(r"[.;:()!?]")
_FARTHEST_NOUN: Final = 8
_MEANS: Final = word_set("счет с con mediante through via помощью")
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
_THAN_BEFORE: Final = pattern(
    r"\s*(?:more|fewer|less|mas|menos)\s(?:\w+\s){0,3}(?:than|que)\s(?:in\s|during\s|the\s|en\s|el\s|la\s)*"
    r"(?:last|previous|prior|same|year|quarter|q[1-4]|20\d\d|año|trimestre|mes|ano|anterior|pasad)"
)
_THAN_OTHERS: Final = pattern(
    r"\s(?:(?:more|less)\s\w+|[a-z]{3,}er|(?:mas|menos)\s\w+)\s(?:than|que)\s"
    r"(?:the\s|our\s|el\s|la\s|los\s|las\s|nuestr\w+\s)?"
    r"(?:market|industry|sector|competi\w+|rivals?|peers|mercado|rivales|promedio|media|average)\b"
)
_AS_MANY: Final = pattern(r"\s(?:(?:as|the)\s(?:many|much|number of)|more|mas|больше)(?!\w)")
_LESSER: Final = pattern(r"barat|liger|cort|baj|pequeñ|economic|livian|reducid")
_LEVELS: Final = word_set("rate than que чем")
_BEFORE_LEVEL: Final = pattern(
    r"(?:\b(?:of|with|in|for|at|at least|del?|con|para|el|los|las|que|the)"
    r"|(?<!\w)(?:у|для|с|по|в|из)|[:=<>≥≤(])\s*$"
)
_LEAST: Final = pattern(
    r"(?:[>≥]=?|\b(?:at least|more than|over|al menos|mas del?|por lo menos|minimo)"
    r"|(?<!\w)(?:не менее(?: чем)?|минимум|хотя бы|более(?: чем)?|не меньше)(?:"
    r" на)?)\s*(?:un\s+|el\s+)?$"
)


def votes_for_an_amount(candidate: CuedFigure, context: TitleContext) -> Iterator[Vote]:
    """Yield the reasons to read a quantity as the amount of a change."""
    if candidate.figure.kind in {"part", "factor"} and context.kind != "keep":
        moved = (
            context.changes or context.improves or context.kind in {"vague", "shift", "drive", None}
        )
        if moved or way_of(candidate, context) is not None:
            yield Vote("by", 5, "words of size, such as 'half', give the change")
            return
    if candidate.figure.kind == "rest" and context.changes and context.direction == "decrease":
        yield Vote("by", 5, "words of size, such as 'to half', give what remains")
        return
    way = way_of(candidate, context)
    if way is not None:
        counted = (
            candidate.cue is None
            and candidate.figure.unit is None
            and context.is_object(candidate.figure)
        )
        yield Vote("by", 3 if counted else 5, COUNTED if counted else _AROUND)


def way_of(candidate: CuedFigure, context: TitleContext) -> Way | None:
    """Return the direction of a quantity that is an amount of change; `None` if it is not one."""
    figure, cue = candidate.figure, candidate.cue
    if figure.kind in {"part", "factor"} and (context.changes or context.improves):
        return AS_THE_VERB
    if figure.kind in {"rest", "share"} or figure.often or figure.range or cue in _NO_AMOUNTS:
        return None
    if figure.sign == "+" and cue == "over" and _SIGNED_SCORES.search(context.flat):
        return None
    if figure.sign and cue != "from" and not is_plus(candidate, context):
        return "increase" if figure.sign == "+" else "decrease"
    return _way_by(candidate, context) if cue == "by" else _way_in_words(candidate, context)


_SIGNED_SCORES: Final = pattern(r"\be?nps\b")
"""Scores from below 0, of which +45 may be a level."""

_NO_AMOUNTS: Final[frozenset[Cue | None]] = frozenset(
    {"rate", "window", "to", "level", "now", "past", "means"}
)


def _way_in_words(candidate: CuedFigure, context: TitleContext) -> Way | None:
    """Return the direction that nouns of change, or the verb itself, give to a quantity."""
    figure, cue = candidate.figure, candidate.cue
    named = _named_change(candidate, context)
    if named is not None:
        return named
    if cue in {"on", "un"} and context.exceeds and figure.unit in AMOUNT_UNITS:
        return "increase"
    if _is_cut_of_at_least(candidate, context):
        return AS_THE_VERB
    if figure.unit == "x" and _AS_MANY.match(context.flat, figure.end):
        return "increase"
    if figure.unit == "pp" and cue in {None, "on", "un", "over"}:
        return AS_THE_VERB
    moves = context.changes or context.improves or (context.kind == "vague" and cue == "on")
    return AS_THE_VERB if moves and _is_bare_amount(candidate, context) else None


def is_plus(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell the plus in "hire +3 engineers", which is not a change of anything."""
    counted = context.kind in {"task", "reach", "make", "have", "keep"}
    return candidate.figure.sign == "+" and counted and candidate.figure.unit not in AMOUNT_UNITS


def _is_cut_of_at_least(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "cut spend ≥ 12 %", a cut of at least so much, from "cut churn < 3 %", a level."""
    if (
        not context.changes
        or context.direction != "decrease"
        or candidate.figure.unit not in AMOUNT_UNITS
    ):
        return False
    return _LEAST.search(context.flat, 0, candidate.figure.start) is not None


def _way_by(candidate: CuedFigure, context: TitleContext) -> Way | None:
    """Tell "grew by 20 %" from "used by 80 % of agents"."""
    noun = _noun_before(candidate.figure.start, context)
    if context.exceeds:
        return "increase"
    if context.changes or context.kind == "vague":
        return noun or AS_THE_VERB
    return noun if candidate.figure.unit in AMOUNT_UNITS else None


def _noun_before(end: int, context: TitleContext) -> Direction | None:
    """Return the direction of the nearest noun of change before *end*, in the same clause."""
    clause = _CLAUSE.split(context.flat[:end])[-1]
    for word in reversed(_WORD.findall(clause)[-_FARTHEST_NOUN:]):
        if word in _MEANS:
            return None
        direction = context.vocabulary.changes.get(word)
        if direction is not None and word not in COMPARATIVES:
            return direction
    return None


def _named_change(candidate: CuedFigure, context: TitleContext) -> Direction | None:
    """Return the direction in "growth of 20 %", "20 % more", "рост на 20 %"."""
    if candidate.cue == "on" and context.language == "ru":
        if context.changes:
            return None
        return _noun_before(candidate.figure.start, context) or _noun_behind(
            candidate.figure.end, context
        )
    named = _noun_in_front(candidate, context) if candidate.cue not in {"from", "past"} else None
    if named is not None or candidate.figure.unit not in AMOUNT_UNITS:
        return named
    return _noun_behind(candidate.figure.end, context)


def _noun_in_front(candidate: CuedFigure, context: TitleContext) -> Direction | None:
    figure, changes = candidate.figure, context.vocabulary.changes
    before = _WORD.findall(context.flat[max(0, figure.start - _NEAR) : figure.start])[-4:]
    if not before:
        return None
    if before[-1] in _UP_OR_DOWN and figure.unit in AMOUNT_UNITS:
        return changes.get(before[-1])
    joined = before[-1] in _OF_CHANGE[context.language] or candidate.cue in {"on", "of", "over"}
    if not joined and not (figure.unit in AMOUNT_UNITS and before[-1] in changes):
        return None
    nouns = (word for word in reversed(before) if word not in COMPARATIVES)
    return next((changes[word] for word in nouns if word in changes), None)


def _noun_behind(at: int, context: TitleContext) -> Direction | None:
    """Return the direction in "20 % more", "15 % revenue growth", but not in "2x faster than"."""
    after = _BEHIND.match(context.flat, at)
    words = _WORD.findall(after[0])[:_FAR_BEHIND] if after else []
    for position, word in enumerate(words):
        direction = context.vocabulary.changes.get(word)
        if direction is not None:
            near = position == 0 or word not in COMPARATIVES
            if word == "mas" and _LESSER.match("".join(words[position + 1 : position + 2])):
                direction = "decrease"  # "un 30 % más ligeras"
            level = not _LEVELS.isdisjoint(words[position + 1 : position + 2]) or "than" in words
            level = level and not _THAN_BEFORE.match(context.flat, at)
            return direction if near and not level else None
        if word in _STOPS:
            return None
    return None


def _is_share_of_some(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell "in 95 % of sessions", "18 of 20 contracts" and "10 % faster than the market"."""
    figure, flat = candidate.figure, context.flat
    if figure.unit != "%":
        return _OUT_OF.search(flat, figure.start, figure.end + 8) is not None
    if candidate.cue is None and _THAN_OTHERS.match(flat, figure.end):
        return True
    return flat.endswith("en el ", 0, figure.start) and flat.startswith(_OF_THEM, figure.end)


_HYPHENED: Final = pattern(r"\d-[a-z]")
"""An adjective: "2-hour waits"."""
_OUT_OF: Final = pattern(r"\d\s(?:out of|of|из|de los|de las)\s\d")
_OF_THEM: Final = (" de las ", " de los ", " de nuestr", " de sus ")


def _is_bare_amount(candidate: CuedFigure, context: TitleContext) -> bool:
    """Tell whether an amount without *by* is still an amount of change."""
    figure, cue = candidate.figure, candidate.cue
    if _is_share_of_some(candidate, context) or _HYPHENED.search(
        context.flat, figure.start, figure.end
    ):
        return False
    if cue == "on" or (cue == "un" and (context.changes or figure.unit in AMOUNT_UNITS)):
        return True
    if cue is not None or (figure.unit is None and not context.changes):
        return False
    if figure.unit == "x":
        return True
    is_object = context.is_object(figure) and context.verb_end > 0
    if figure.unit in AMOUNT_UNITS:
        return is_object or not _BEFORE_LEVEL.search(context.flat[: figure.start])
    return is_object and context.kind == "change"
