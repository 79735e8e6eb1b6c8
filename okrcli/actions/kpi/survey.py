"""Computes the scores of a survey from raw answers, and records them."""

from collections.abc import Iterator, Sequence
from datetime import date

from okrcli.actions.change import Change
from okrcli.actions.checkin.entries import require_possible
from okrcli.actions.checkin.plausibility import doubts_about_readings
from okrcli.actions.kpi.import_origins import short_name
from okrcli.actions.kpi.reading_files import ReadingsCommit, Recorder
from okrcli.actions.kpi.survey_scoring import (
    KINDS_OF_ANSWERS,
    PERIODS,
    last_day,
    readings_of_scores,
    require_survey,
    scores_of,
)
from okrcli.actions.workspace import Workspace
from okrcli.choices import SurveyPeriod
from okrcli.compute.as_of.definitions import kpi_on
from okrcli.compute.kpis.comparison import KpiComparison, compare
from okrcli.compute.kpis.survey import answer_problem, scale_of, short_scale
from okrcli.compute.rounding import count_text, rounded_text
from okrcli.compute.timeline import Timeline
from okrcli.errors import OkrError, UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.cells import Today
from okrcli.sources.headers import field_of
from okrcli.sources.surveys.answers import Answer, AnswerOptions, Answers, answers_of
from okrcli.sources.surveys.words import AnswerRules
from okrcli.sources.table import Table
from okrcli.views.readings import SurveyScores


@frozen_dataclass
class SurveyInput:
    """How the answers to the survey of a KPI are read and grouped.

    Attributes:
        options: The columns of the file.
        day: The day of the score if answers have no dates; otherwise no answer is later.
        period: The period by which dated answers are grouped.
        is_day_stated: Whether the user has stated that all answers are of *day*.
    """

    kpi: Kpi
    options: AnswerOptions
    day: date
    period: SurveyPeriod | None
    is_day_stated: bool

    def day_of(self, answer: Answer) -> date:
        """Return the day of the score that *answer* belongs to; none is later than *day*."""
        if self.period is None or answer.date is None:
            return self.day
        return min(last_day(self.period, answer.date), self.day)

    def unread_days(self, table: Table) -> str | None:
        """Return the column of *table* with dates that are not read; `None` if it has none."""
        if self.options.date is not None or self.is_day_stated:
            return None
        return next((name for name in table.columns if field_of(name) == "date"), None)


def survey_input(
    kpi: Kpi, options: AnswerOptions, day: date | None, per: SurveyPeriod | None, today: date
) -> SurveyInput:
    """Return how the answers are read, unless the options contradict each other.

    Args:
        kpi: The KPI, which must have a survey; its survey of that day is what counts.
        options: The columns of the file, and the numbers of answers in words besides those of the
            KPI.
        day: The stated day of the score.
        per: The stated period of groups.
        today: The day of the score if none is stated.

    Raises:
        UsageError: They do, or the KPI has no survey.
    """
    kpi = kpi_on(kpi, day or today)
    survey = require_survey(kpi)
    if options.segment is not None and not kpi.segments:
        raise UsageError(
            f"{kpi.id} has no segments.",
            f"Write `segments: [chat, voice]` into {kpi.path}, or score all answers together.",
        )
    if options.date is not None and day is not None:
        raise UsageError("The answers have days of their own, so there is no one day for all.")
    if options.date is None and per is not None:
        raise UsageError(
            "A score for each period needs the days of the answers.",
            NextStep(StepKind.NAME_DAYS_OF_ANSWERS),
        )
    period = None if options.date is None else per or PERIODS[kpi.cadence]
    version = survey.version if survey.type == "ces" else None
    kinds = KINDS_OF_ANSWERS[survey.type, version]
    own = {**survey.answers, **options.rules.own}
    rules = AnswerRules(own, scale_of(survey), kinds)
    how = options._replace(rules=rules)
    return SurveyInput(kpi, how, day or today, period, is_day_stated=day is not None)


def score_survey(
    recorder: Recorder, table: Table, survey: SurveyInput
) -> tuple[Change | None, SurveyScores]:
    """Return the scores of the answers in *table*; the change is `None` when nothing is new.

    Raises:
        OkrError: There are no answers, or something in the table is wrong.
    """
    kpi, timeline = survey.kpi, Timeline.of(recorder.workspace.plan)
    answers = _answers(table, survey, recorder.workspace)
    scores = scores_of(kpi, answers.given, survey.day_of)
    for scored in scores:
        require_possible(kpi, scored.score.value)
    comparisons = compare([readings_of_scores(kpi, scores, timeline)], timeline)
    for of_kpi in comparisons:
        _require_one_survey(kpi, of_kpi)
    remarks = [*answers.remarks, *_other_scale(kpi, answers)]
    counts = (len(answers.given), answers.empty, answers.refusals)
    doubts = doubts_about_readings(recorder.context, comparisons)
    view = SurveyScores(kpi, *counts, scores, comparisons, remarks, doubts)
    count = count_text(view.answers, "answer")
    origin = f"{count} from {short_name(table.name)}"
    commit = ReadingsCommit("Survey", _items(view, count), [f"{origin}."])
    return recorder.change(comparisons, origin, commit), view


def _require_one_survey(kpi: Kpi, found: KpiComparison) -> None:
    """Refuse scores from before the survey of *kpi* became what it is.

    Raises:
        OkrError: There is one that is new or another.
    """
    changes = [change.date for change in kpi.amendments if change.field == "survey"]
    last = max(changes, default=date.min)
    day = min((reading.date for reading in found.to_record if reading.date < last), default=None)
    if day is not None:
        raise OkrError(
            f"The survey of {kpi.id} is another since {last}, and there are answers for {day}.",
            f"Leave out what is before {last}, or score the answers of a day alone, by its survey.",
        )


def _answers(table: Table, survey: SurveyInput, workspace: Workspace) -> Answers:
    rules = require_survey(survey.kpi)
    today = Today(workspace.today, workspace.zone)
    answers = answers_of(table, survey.options, today, lambda answer: answer_problem(rules, answer))
    if not answers.given:
        raise OkrError(f"There are no answers in {table.name}, so nothing was recorded.")
    return answers


def _other_scale(kpi: Kpi, answers: Answers) -> Iterator[str]:
    """Yield that the answers seem to be of a shorter scale than the survey's."""
    survey = require_survey(kpi)
    asked = scale_of(survey)
    short = short_scale(survey, {answer.value for answer in answers.given})
    if asked is None or short is None:
        return
    way = f"say `scale: [{short[0]}, {short[1]}]` in its `survey`"
    if survey.type == "nps":
        way = (
            "NPS cannot be computed from them, but a KPI with"
            f" `survey: {{type: csat, scale: [{short[0]}, {short[1]}]}}` gives the share of"
            " satisfied answers"
        )
    yield (
        f"No answer is above {short[1]}, and those of {kpi.id} go from {asked[0]} to {asked[1]}. If"
        f" they were asked from {short[0]} to {short[1]}, {way}."
    )


def _items(survey: SurveyScores, count: str) -> Sequence[str]:
    """Return the items of the commit's message: the score, or the number of scores."""
    kpi, scores = survey.kpi, survey.scores
    if survey.by_day:
        return [f"{kpi.id} {count_text(len(scores), 'score')} of {count}"]
    whole = next(scored for scored in scores if scored.segment is None)
    segments = (scored for scored in scores if scored.segment is not None)
    parts = (f"{scored.segment} {rounded_text(scored.score.value, 2)}" for scored in segments)
    return [f"{kpi.id} {rounded_text(whole.score.value, 2)} of {count}", *parts]
