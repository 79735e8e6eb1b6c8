"""Surveys: the score of many answers, with its margin of error."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from okrcli.compute.kpis.formula import NoValue
from okrcli.compute.rounding import number_text
from okrcli.model.kpi import Survey

FEW: Final = 30
"""Below this number of answers a score is unreliable."""

NPS_SCALE: Final = (0, 10)
_PROMOTER, _PASSIVE = 9, 7
_CES_SCALES: Final = {1: (1, 5), 2: (1, 7)}
_TOP_BOXES: Final = 2
_FEW_STEPS: Final = 3
"""On a scale of so few answers, such as good and bad, only the best one is good."""

_SHORT_TOPS: Final = (5, 7)
_SURE: Final = Decimal("1.96")
"""The number of standard errors on each side of a 95 % confidence interval."""


class SurveyScore(NamedTuple):
    """The score of the answers to a survey.

    Attributes:
        value: The score in the KPI's unit.
        answers: The number of answers.
        margin: Half the width of the 95 % confidence interval; `None` with a single answer.
        groups: The number of answers in each group, such as promoters, passives and detractors;
            empty for CES, which is a mean.
    """

    value: Decimal
    answers: int
    margin: Decimal | None
    groups: Mapping[str, int]


def scale_of(survey: Survey) -> tuple[int, int] | None:
    """Return the lowest and highest possible answer; `None` if the survey does not say."""
    if survey.type == "nps":
        return NPS_SCALE
    known = _CES_SCALES.get(survey.version or 0) if survey.type == "ces" else None
    return survey.scale or known


def short_scale(survey: Survey, answers: Collection[Decimal]) -> tuple[int, int] | None:
    """Return the shorter usual scale on which *answers* may have been given; `None` if none.

    Of many answers on a scale from 0 to 10, some are always above 7.
    """
    scale = scale_of(survey)
    if scale is None or not answers:
        return None
    high = next((top for top in _SHORT_TOPS if max(answers) <= top), None)
    if high is None or scale[1] <= high:
        return None
    return (0 if min(answers) < 1 else 1), high


def answer_problem(survey: Survey, answer: Decimal) -> str | None:
    """Return why *answer* is not valid in this survey, in a sentence; `None` if it is."""
    if answer != answer.to_integral_value():
        return f"{number_text(answer)} is not a valid answer: answers are whole numbers."
    scale = scale_of(survey)
    if scale is None or scale[0] <= answer <= scale[1]:
        return None
    return f"{number_text(answer)} is not a valid answer: answers go from {scale[0]} to {scale[1]}."


def score(survey: Survey, answers: Sequence[Decimal]) -> SurveyScore | NoValue:
    """Return the score of *answers*, which must all be valid, or why there is none.

    NPS is the share of promoters (9, 10) minus that of detractors (0 to 6), in points; CSAT the
    share of the top boxes, in percent: the best two answers, or the best one where there are at
    most three; CES the mean.
    """
    if not answers:
        return NoValue("There are no answers.")
    return _SCORES[survey.type](survey, Counter(answers), len(answers))


def _nps(_survey: Survey, counts: Counter[Decimal], total: int) -> SurveyScore:
    promoters = _count(counts, lambda answer: answer >= _PROMOTER)
    passives = _count(counts, lambda answer: _PASSIVE <= answer < _PROMOTER)
    detractors = total - promoters - passives
    groups = {"promoters": promoters, "passives": passives, "detractors": detractors}
    difference = Decimal(promoters - detractors) / total
    variance = Decimal(promoters + detractors) / total - difference**2
    return SurveyScore(100 * difference, total, _margin(100, variance, total), groups)


def _csat(survey: Survey, counts: Counter[Decimal], total: int) -> SurveyScore | NoValue:
    scale = scale_of(survey)
    if survey.top_box is None and scale is None:
        return NoValue(
            "The survey has no scale, so okr cannot tell which answers count as satisfied."
        )
    top = survey.top_box if scale is None or survey.top_box else _top_of(scale)
    boxes: Collection[int] = frozenset(top or ())
    satisfied = _count(counts, lambda answer: answer in boxes)
    share = Decimal(satisfied) / total
    groups = {"satisfied": satisfied, "others": total - satisfied}
    return SurveyScore(100 * share, total, _margin(100, share * (1 - share), total), groups)


def _top_of(scale: tuple[int, int]) -> tuple[int, ...]:
    lowest, highest = scale
    boxes = _TOP_BOXES if highest - lowest >= _FEW_STEPS else 1
    return tuple(range(highest - boxes + 1, highest + 1))


def _ces(_survey: Survey, counts: Counter[Decimal], total: int) -> SurveyScore:
    mean = sum((answer * count for answer, count in counts.items()), Decimal(0)) / total
    squares = sum(((answer - mean) ** 2 * count for answer, count in counts.items()), Decimal(0))
    variance = squares / (total - 1) if total > 1 else Decimal(0)
    return SurveyScore(mean, total, _margin(1, variance, total), {})


def _count(counts: Counter[Decimal], is_of_group: Callable[[Decimal], bool]) -> int:
    return sum(count for answer, count in counts.items() if is_of_group(answer))


def _margin(scale: int, variance: Decimal, total: int) -> Decimal | None:
    """Return the margin of error of a mean of answers with this variance."""
    return _SURE * scale * (variance / total).sqrt() if total > 1 else None


_Score = Callable[[Survey, Counter[Decimal], int], SurveyScore | NoValue]
_SCORES: Final[Mapping[Literal["nps", "csat", "ces"], _Score]] = {
    "nps": _nps,
    "csat": _csat,
    "ces": _ces,
}
