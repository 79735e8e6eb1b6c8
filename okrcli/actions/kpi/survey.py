"""Computes the scores of a survey from raw answers, and records them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from okrcli.actions.change import Change
from okrcli.actions.checkin.entries import require_possible
from okrcli.actions.kpi.import_origins import short_name
from okrcli.actions.kpi.reading_files import ReadingsCommit, Recorder
from okrcli.actions.kpi.survey_scoring import (
    PERIODS,
    Period,
    last_day,
    readings_of_scores,
    require_survey,
    scores_of,
)
from okrcli.actions.workspace import Workspace
from okrcli.compute.kpis.comparison import compare
from okrcli.compute.kpis.survey import answer_problem
from okrcli.compute.rounding import count_text, rounded_text
from okrcli.compute.timeline import Entries
from okrcli.errors import OkrError, UsageError
from okrcli.model.kpi import Kpi
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.answers import Answer, AnswerOptions, Answers, answers_of
from okrcli.sources.cells import Today
from okrcli.sources.headers import field_of
from okrcli.sources.table import Table
from okrcli.views.readings import SurveyScores


@dataclass(frozen=True, slots=True)
class SurveyInput:
    """How the answers to the survey of a KPI are read and gathered.

    Attributes:
        options: Which columns hold what.
        day: Of the score, when the answers have no days; else none is later.
        period: What the answers are gathered by, when they have.
        is_day_stated: Whether somebody has said that all answers are of *day*.
    """

    kpi: Kpi
    options: AnswerOptions
    day: date
    period: Period | None
    is_day_stated: bool

    def day_of(self, answer: Answer) -> date:
        """Return the day of the score that *answer* belongs to; none is later than *day*."""
        if self.period is None or answer.date is None:
            return self.day
        return min(last_day(self.period, answer.date), self.day)

    def unread_days(self, table: Table) -> str | None:
        """Return the column of *table* with days that are not read; `None` when it has none."""
        if self.options.date is not None or self.is_day_stated:
            return None
        return next((name for name in table.columns if field_of(name) == "date"), None)


def survey_input(
    kpi: Kpi, options: AnswerOptions, day: date | None, per: Period | None, today: date
) -> SurveyInput:
    """Return how the answers are read, when that does not contradict itself.

    Args:
        kpi: With a survey.
        options: Which columns hold what.
        day: Of the score, as somebody has said.
        per: What to gather the answers by, as somebody has said.
        today: The day of the score, when nobody has said one.

    Raises:
        UsageError: It does, or the KPI has no survey.
    """
    require_survey(kpi)
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
    return SurveyInput(kpi, options, day or today, period, is_day_stated=day is not None)


def score_survey(
    recorder: Recorder, table: Table, survey: SurveyInput
) -> tuple[Change | None, SurveyScores]:
    """Return the scores of the answers in *table*; the change is `None` when nothing is new.

    Raises:
        OkrError: There are no answers, or something in the table is wrong.
    """
    kpi, entries = survey.kpi, Entries.of(recorder.workspace.plan)
    answers = _answers(table, survey, recorder.workspace)
    scores = scores_of(kpi, answers.given, survey.day_of)
    for scored in scores:
        require_possible(kpi, scored.score.value)
    compared = compare(readings_of_scores(kpi, scores, entries), entries)
    view = SurveyScores(kpi, len(answers.given), answers.empty, scores, compared, answers.remarks)
    count = count_text(view.answers, "answer")
    origin = f"{count} from {short_name(table.name)}"
    commit = ReadingsCommit("Survey", _items(view, count), [f"{origin}."])
    return recorder.change(compared, origin, commit), view


def _answers(table: Table, survey: SurveyInput, workspace: Workspace) -> Answers:
    rules = require_survey(survey.kpi)
    today = Today(workspace.today, workspace.zone)
    answers = answers_of(table, survey.options, today, lambda answer: answer_problem(rules, answer))
    if not answers.given:
        raise OkrError(f"There are no answers in {table.name}, so nothing was recorded.")
    return answers


def _items(survey: SurveyScores, count: str) -> Sequence[str]:
    """Return what the commit says first: the score, or how many there are."""
    kpi, scores = survey.kpi, survey.scores
    if survey.by_day:
        return [f"{kpi.id} {count_text(len(scores), 'score')} of {count}"]
    whole = next(scored for scored in scores if scored.segment is None)
    segments = (scored for scored in scores if scored.segment is not None)
    parts = (f"{scored.segment} {rounded_text(scored.score.value, 2)}" for scored in segments)
    return [f"{kpi.id} {rounded_text(whole.score.value, 2)} of {count}", *parts]
