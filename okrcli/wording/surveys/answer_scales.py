"""The words of the usual scales, from the lowest answer to the highest, in three languages."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from okrcli.wording.letters import fold

AnswerKind = Literal["satisfaction", "quality", "agreement", "ease", "effort", "yes"]


class AnswerScale(NamedTuple):
    """Answers that belong together.

    Attributes:
        places: The place of each word, from 0 for the lowest.
        size: How many places there are.
    """

    kind: AnswerKind
    places: Mapping[str, int]
    size: int


def _scale(kind: AnswerKind, *levels: str) -> AnswerScale:
    """Return a scale of *levels*; `|` separates words with the same meaning."""
    words = [[fold(word.strip()) for word in level.split("|")] for level in levels]
    places = {word: place for place, same in enumerate(words) for word in same}
    return AnswerScale(kind, places, len(levels))


_NEITHER_SATISFIED: Final = (
    "neutral|neither satisfied nor dissatisfied|neither satisfied or dissatisfied"
    "|ni satisfecho ni insatisfecho|ni satisfecha ni insatisfecha|indiferente"
    "|нейтрально|нейтрален|нейтральна|ни доволен ни недоволен"
)
_NEITHER_AGREES: Final = (
    "neutral|neither agree nor disagree|ni de acuerdo ni en desacuerdo|нейтрально"
    "|ни согласен ни не согласен|отчасти согласен"
)
_NEITHER_EASY: Final = (
    "neutral|neither easy nor difficult|ni facil ni dificil|нейтрально|ни легко ни трудно"
    "|ни легко ни сложно"
)
_DISSATISFIED: Final = (
    "dissatisfied|unsatisfied|insatisfecho|insatisfecha|недоволен|недовольна|не удовлетворен"
    "|не удовлетворена"
)
_SATISFIED: Final = "satisfied|satisfecho|satisfecha|доволен|довольна|удовлетворен|удовлетворена"
_SOMEWHAT_DISSATISFIED: Final = (
    "somewhat dissatisfied|slightly dissatisfied|algo insatisfecho|algo insatisfecha"
    "|poco satisfecho|poco satisfecha|скорее недоволен|скорее недовольна"
    "|скорее не удовлетворен|скорее не удовлетворена"
)
_SOMEWHAT_SATISFIED: Final = (
    "somewhat satisfied|slightly satisfied|algo satisfecho|algo satisfecha|скорее доволен"
    "|скорее довольна|скорее удовлетворен|скорее удовлетворена"
)
_VERY_DISSATISFIED: Final = (
    "very dissatisfied|very unsatisfied|muy insatisfecho|muy insatisfecha|очень недоволен"
    "|очень недовольна|полностью не удовлетворен|полностью не удовлетворена"
    "|совершенно не удовлетворен|совершенно не удовлетворена"
)
_VERY_SATISFIED: Final = (
    "very satisfied|muy satisfecho|muy satisfecha|очень доволен|очень довольна"
    "|полностью удовлетворен|полностью удовлетворена"
)
_DISAGREE: Final = "disagree|en desacuerdo|не согласен|не согласна"
_SOMEWHAT_DISAGREE: Final = (
    "somewhat disagree|slightly disagree|algo en desacuerdo|скорее не согласен|скорее не согласна"
)
_SOMEWHAT_AGREE: Final = (
    "somewhat agree|slightly agree|algo de acuerdo|скорее согласен|скорее согласна"
)
_AGREE: Final = "agree|de acuerdo|согласен|согласна"
_STRONGLY_DISAGREE: Final = (
    "strongly disagree|totalmente en desacuerdo|muy en desacuerdo|полностью не согласен"
    "|полностью не согласна|совершенно не согласен|совершенно не согласна"
    "|категорически не согласен|категорически не согласна"
)
_STRONGLY_AGREE: Final = (
    "strongly agree|totalmente de acuerdo|muy de acuerdo|полностью согласен|полностью согласна"
    "|совершенно согласен|совершенно согласна"
)

SCALES: Final = (
    _scale(
        "satisfaction",
        _VERY_DISSATISFIED,
        _DISSATISFIED,
        _NEITHER_SATISFIED,
        _SATISFIED,
        _VERY_SATISFIED,
    ),
    _scale(
        "satisfaction",
        _VERY_DISSATISFIED,
        _SOMEWHAT_DISSATISFIED,
        _NEITHER_SATISFIED,
        _SOMEWHAT_SATISFIED,
        _VERY_SATISFIED,
    ),
    _scale("satisfaction", _VERY_DISSATISFIED, _DISSATISFIED, _SATISFIED, _VERY_SATISFIED),
    _scale(
        "satisfaction",
        _VERY_DISSATISFIED,
        _DISSATISFIED,
        _SOMEWHAT_DISSATISFIED,
        _NEITHER_SATISFIED,
        _SOMEWHAT_SATISFIED,
        _SATISFIED,
        _VERY_SATISFIED,
    ),
    _scale("satisfaction", _DISSATISFIED, _NEITHER_SATISFIED, _SATISFIED),
    _scale("satisfaction", _DISSATISFIED, _SATISFIED),
    _scale(
        "quality",
        "poor|malo",
        "fair|regular",
        "good|bueno",
        "very good|muy bueno",
        "excellent|excelente",
    ),
    _scale("quality", "very poor", "poor", "average", "good", "excellent"),
    _scale("quality", "very poor", "poor", "fair", "good", "excellent"),
    _scale("quality", "very poor", "poor", "fair", "good", "very good"),
    _scale("quality", "very bad", "bad", "average", "good", "very good"),
    _scale("quality", "very bad", "bad", "neutral", "good", "very good"),
    _scale("quality", "terrible", "bad", "okay|ok", "good", "great|excellent"),
    _scale("quality", "terrible", "poor", "average", "good", "excellent"),
    _scale(
        "quality", "muy malo|muy mala", "malo|mala", "regular", "bueno|buena", "muy bueno|muy buena"
    ),
    _scale("quality", "muy malo|muy mala", "malo|mala", "regular", "bueno|buena", "excelente"),
    _scale("quality", "pesimo|pesima", "malo|mala", "regular", "bueno|buena", "excelente"),
    _scale("quality", "muy mal", "mal", "regular", "bien", "muy bien"),
    _scale("quality", "очень плохо", "плохо", "нормально", "хорошо", "отлично"),
    _scale("quality", "очень плохо", "плохо", "нормально", "хорошо", "очень хорошо"),
    _scale("quality", "очень плохо", "плохо", "средне", "хорошо", "очень хорошо"),
    _scale("quality", "очень плохо", "плохо", "удовлетворительно", "хорошо", "отлично"),
    _scale("quality", "ужасно", "плохо", "нормально", "хорошо", "отлично"),
    _scale("quality", "ужасно", "плохо", "удовлетворительно", "хорошо", "отлично"),
    _scale(
        "quality",
        "bad|malo|mala|mal|плохо",
        "neutral|regular|normal|нейтрально|нормально|средне",
        "good|bueno|buena|bien|хорошо",
    ),
    _scale("quality", "bad|poor", "okay|ok|average|fair", "good"),
    _scale("quality", "not good|bad|poor", "okay|ok", "great|excellent"),
    _scale("quality", "плохо", "нормально", "отлично"),
    _scale("quality", "unhappy", "neutral", "happy"),
    _scale("quality", "bad|malo|mala|mal|плохо|👎", "good|bueno|buena|bien|хорошо|👍"),
    _scale("quality", "unhappy", "happy"),
    _scale("yes", "no|нет", "yes|si|да"),
    _scale("agreement", _STRONGLY_DISAGREE, _DISAGREE, _NEITHER_AGREES, _AGREE, _STRONGLY_AGREE),
    _scale(
        "agreement",
        _STRONGLY_DISAGREE,
        _SOMEWHAT_DISAGREE,
        _NEITHER_AGREES,
        _SOMEWHAT_AGREE,
        _STRONGLY_AGREE,
    ),
    _scale(
        "agreement",
        _STRONGLY_DISAGREE,
        _DISAGREE,
        _SOMEWHAT_DISAGREE,
        _NEITHER_AGREES,
        _SOMEWHAT_AGREE,
        _AGREE,
        _STRONGLY_AGREE,
    ),
    _scale(
        "ease",
        "very difficult|very hard|muy dificil|очень трудно|очень сложно|очень тяжело",
        "difficult|hard|dificil|трудно|сложно|тяжело",
        "somewhat difficult|slightly difficult|algo dificil|скорее трудно|скорее сложно",
        _NEITHER_EASY,
        "somewhat easy|slightly easy|algo facil|скорее легко|скорее просто",
        "easy|facil|легко|просто",
        "very easy|muy facil|очень легко|очень просто",
    ),
    _scale(
        "effort",
        "very low effort|very little effort|muy poco esfuerzo|очень мало усилий",
        "low effort|little effort|poco esfuerzo|мало усилий",
        "neutral|moderate effort|some effort|esfuerzo medio|esfuerzo moderado|умеренно"
        "|умеренные усилия",
        "high effort|mucho esfuerzo|много усилий",
        "very high effort|muchisimo esfuerzo|очень много усилий",
    ),
)


def scales_with(
    words: Collection[str], size: int, kinds: Collection[AnswerKind]
) -> Iterator[AnswerScale]:
    """Yield the scales of *size* places and of these *kinds* that have all of *words*.

    Args:
        words: As `words_of` returns them.
        size: The number of answers to choose from.
        kinds: The kinds of questions.
    """
    for scale in SCALES:
        if scale.size == size and scale.kind in kinds and scale.places.keys() >= set(words):
            yield scale
