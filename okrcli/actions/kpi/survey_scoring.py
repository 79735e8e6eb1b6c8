"""The scores of a survey, by period and segment, and their readings."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from okrcli.choices import Cadence, SurveyPeriod
from okrcli.compute.kpis.formula import NoValue
from okrcli.compute.kpis.survey import SurveyScore, score
from okrcli.compute.rounding import count_text, rounded_text
from okrcli.compute.timeline import Timeline
from okrcli.errors import OkrError, UsageError
from okrcli.model.kpi import Kpi, Survey
from okrcli.model.reading_columns import ReadingColumns
from okrcli.model.readings import DatedReading
from okrcli.sources.surveys.answers import Answer
from okrcli.views.readings import GroupScore
from okrcli.wording.surveys.answer_scales import AnswerKind

PERIODS: Mapping[Cadence, SurveyPeriod] = {
    "daily": "day",
    "weekly": "week",
    "biweekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
}
"""The default period by which the answers of a KPI are grouped, by its cadence."""

KINDS_OF_ANSWERS: Mapping[tuple[str, int | None], tuple[AnswerKind, ...]] = {
    ("nps", None): (),
    ("csat", None): ("satisfaction", "quality", "agreement", "yes"),
    ("ces", 1): ("effort",),
    ("ces", 2): ("ease", "agreement"),
}
"""The kinds of questions of each type and version, for which usual answers are known."""

_PLACES = 6
"""The decimals of a recorded value."""


def require_survey(kpi: Kpi) -> Survey:
    """Return the KPI's survey, if a score can be computed by it.

    Raises:
        UsageError: It has none, or an incomplete one.
    """
    path = kpi.path or f"kpis/{kpi.id}.yaml"
    if kpi.formula:
        raise UsageError(f"{kpi.id} is computed as {kpi.formula}, so it takes no readings.")
    if kpi.survey is None:
        raise UsageError(
            f"{kpi.id} has no `survey` that says how answers become a score.",
            f"Write `survey: {{type: nps}}` into {path}; csat needs a `scale`, ces a `version`.",
        )
    if kpi.survey.type == "ces" and kpi.survey.version is None:
        raise UsageError(
            f"{kpi.id} does not say which CES it is: in version 1 low is good, in version 2 high.",
            f"Write `survey: {{type: ces, version: 1}}` into {path} when the question is how much"
            " effort it took, and version 2 when it is how easy it was.",
        )
    if kpi.survey.type == "csat" and not (kpi.survey.scale or kpi.survey.top_box):
        raise UsageError(
            f"{kpi.id} does not state its scale, so it is unclear which answers count as"
            " satisfied.",
            f"Write `survey: {{type: csat, scale: [1, 5]}}` into {path}.",
        )
    return kpi.survey


def scores_of(
    kpi: Kpi, answers: Sequence[Answer], day_of: Callable[[Answer], date]
) -> Sequence[GroupScore]:
    """Return the scores by day, on each the KPI's segments in their order, then the whole."""
    survey = require_survey(kpi)
    by_day: dict[date, dict[str | None, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers:
        of_day = by_day[day_of(answer)]
        of_day[None].append(answer.value)
        if answer.segment is not None:
            of_day[answer.segment].append(answer.value)
    return [
        GroupScore(day, segment, _score(survey, values))
        for day, of_day in sorted(by_day.items())
        for segment in (*kpi.segments, None)
        if (values := of_day.get(segment))
    ]


def _score(survey: Survey, answers: Sequence[Decimal]) -> SurveyScore:
    found = score(survey, answers)
    if isinstance(found, NoValue):
        raise OkrError(found.reason)
    return found


def readings_of_scores(
    kpi: Kpi, scores: Sequence[GroupScore], timeline: Timeline
) -> ReadingColumns:
    """Return the readings; none for the whole if the segments, by their weights, give the same."""
    segmented = {scored.day: 0 for scored in scores}
    for scored in scores:
        segmented[scored.day] += scored.score.answers if scored.segment is not None else 0
    with_whole = {
        block.day
        for block in timeline.all_of_kpi(kpi.id).blocks
        if any(segment is None for segment, _, _ in block.measurements())
    }
    readings = []
    for scored in scores:
        is_sum = kpi.aggregate == "weighted" and segmented[scored.day] == scored.score.answers
        if scored.segment is not None or not is_sum or scored.day in with_whole:
            readings.append(_reading(kpi, scored))
    return ReadingColumns.of(readings)


def _reading(kpi: Kpi, scored: GroupScore) -> DatedReading:
    found = scored.score
    margin = "" if found.margin is None else f", ± {rounded_text(found.margin, 2)}"
    return DatedReading(
        kpi=kpi.id,
        date=scored.day,
        value=Decimal(rounded_text(found.value, _PLACES)),
        segment=scored.segment,
        weight=Decimal(found.answers),
        note=f"{count_text(found.answers, 'answer')}{margin}",
    )


def last_day(period: SurveyPeriod, day: date) -> date:
    """Return the last day of the period that contains *day*; weeks end on Sunday."""
    if period == "week":
        return day + timedelta(days=6 - day.weekday())
    if period == "day":
        return day
    month = day.month if period == "month" else (day.month + 2) // 3 * 3
    return date(day.year, month, monthrange(day.year, month)[1])
