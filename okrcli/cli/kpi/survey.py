"""`okr kpi survey`: the score of raw answers, as one commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from okrcli.actions.checkin.entries import require_past, require_possible
from okrcli.actions.days import day_of
from okrcli.actions.file_names import name_of
from okrcli.actions.kpi.compare import compare, count_text
from okrcli.actions.kpi.import_origins import short_name
from okrcli.actions.kpi.survey_scoring import (
    PERIODS,
    Period,
    Scored,
    last_day,
    readings_of_scores,
    require_survey,
    scores_of,
)
from okrcli.cli.completion import complete_kpi, complete_owner
from okrcli.cli.kpi.import_text import correction_lines
from okrcli.cli.kpi.reading_recorder import Intake, Manner
from okrcli.cli.kpi.survey_text import few_answers, score_lines
from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.pushing import NoCommitOption, PushOption
from okrcli.cli.table_options import (
    DatesOption,
    DecimalOption,
    EncodingOption,
    TableFormatOption,
    TableOption,
    table_of,
)
from okrcli.cli.workspace import writable_plan
from okrcli.compute.kpis.survey import answer_problem
from okrcli.compute.rounding import rounded_text
from okrcli.compute.timeline import Entries
from okrcli.errors import OkrError, UsageError
from okrcli.history.message import build_message
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.printable import inert_value
from okrcli.render.drawing.style import ASCII, UNICODE, Glyphs
from okrcli.sources.answers import Answer, AnswerOptions, Answers, answers_of
from okrcli.sources.base import TableOptions
from okrcli.sources.headers import field_of
from okrcli.sources.table import Table


@invoked
def kpi_survey(
    invocation: Invocation,
    *,
    kpi: Annotated[
        str, typer.Argument(metavar="KPI", help="One with a survey.", autocompletion=complete_kpi)
    ],
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="One answer a row.")],
    column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The column of the answers.")
    ] = None,
    segment: Annotated[
        str | None, typer.Option(metavar="NAME", help="The column of the KPI's segments.")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the score.")
    ] = None,
    date_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The column of the days, for many scores.")
    ] = None,
    per: Annotated[
        Period | None, typer.Option(help="One score for each; else by the KPI's cadence.")
    ] = None,
    decimal: DecimalOption = None,
    dates: DatesOption = None,
    encoding: EncodingOption = None,
    table: TableOption = None,
    format_: TableFormatOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the score, and write nothing.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Who records it.", autocompletion=complete_owner),
    ] = None,
    push: PushOption = False,
    no_commit: NoCommitOption = False,
) -> None:
    """Compute NPS, CSAT or CES from raw answers, and record it with its sample size.

    With --segment each segment gets a reading, weighted by its answers.
    """
    plan = writable_plan(invocation)
    measured = plan.kpi(kpi)
    require_survey(measured)
    options = AnswerOptions(column, segment, date_column, measured.segments, decimal, dates)
    _require_segments(measured, options)
    period = _period(measured, per, day, date_column)
    fixed = invocation.today if day is None else day_of(day, "--date")
    require_past(fixed, invocation.today)
    intake = Intake.ready(invocation, plan, Manner(dry_run, by, push, no_commit))
    cells = table_of(file, name_of(file), format_, TableOptions(encoding, table))
    if date_column is None and day is None:
        _tell_unread_days(cells, fixed)
    _take(intake, plan, measured, _Asked(cells, options, fixed, period), invocation)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where the answers are.

    Attributes:
        day: Of the score, when the answers have no days.
        period: What the answers are gathered by, when they have.
    """

    table: Table
    options: AnswerOptions
    day: date
    period: Period | None

    def day_of(self, answer: Answer) -> date:
        """Return the day of the score that *answer* belongs to; none is later than *day*."""
        if self.period is None or answer.date is None:
            return self.day
        return min(last_day(self.period, answer.date), self.day)


def _tell_unread_days(cells: Table, day: date) -> None:
    """Say that answers of other days would count as of *day*."""
    column = next((name for name in cells.columns if field_of(name) == "date"), None)
    if column is not None:
        remark(
            f"The column '{inert_value(column)}' is not read: all answers count as of {day}."
            f" For their own days: --date-column '{inert_value(column)}'."
        )


def _require_segments(kpi: Kpi, options: AnswerOptions) -> None:
    if options.segment is not None and not kpi.segments:
        raise UsageError(
            f"{kpi.id} has no segments.",
            f"Write `segments: [chat, voice]` into {kpi.path}, or leave out --segment.",
        )


def _period(kpi: Kpi, per: Period | None, day: str | None, column: str | None) -> Period | None:
    if column is not None and day is not None:
        raise UsageError("--date-column has the days already.", "Leave out --date.")
    if column is None and per is not None:
        raise UsageError("--per needs the days of the answers.", "Name them with --date-column.")
    return None if column is None else per or PERIODS[kpi.cadence]


def _take(intake: Intake, plan: Plan, kpi: Kpi, asked: _Asked, invocation: Invocation) -> None:
    answers = _answers(kpi, asked, invocation.today)
    scores = scores_of(kpi, answers.given, asked.day_of)
    for each in scores:
        require_possible(kpi, each.score.value)
    _tell(kpi, answers, scores, ASCII if invocation.ascii else UNICODE)
    entries = Entries.of(plan)
    compared = compare(readings_of_scores(kpi, scores, entries), entries)
    count = count_text(len(answers.given), "answer")
    origin = f"{count} from {short_name(asked.table.name)}"
    items = _items(kpi, scores, count)
    intake.take(
        compared,
        origin,
        lambda ids: build_message(
            "Survey", items, [f"{origin}."], [("OKR-Checkin", each) for each in ids]
        ),
        correction_lines(compared),
    )


def _answers(kpi: Kpi, asked: _Asked, today: date) -> Answers:
    survey = require_survey(kpi)
    answers = answers_of(
        asked.table, asked.options, today, lambda answer: answer_problem(survey, answer)
    )
    if not answers.given:
        name = asked.table.name
        raise OkrError(f"There are no answers in {name}, so nothing was recorded.")
    return answers


def _tell(kpi: Kpi, answers: Answers, scores: Sequence[Scored], glyphs: Glyphs) -> None:
    when = f" on {scores[0].day}" if len({each.day for each in scores}) == 1 else ""
    unit = f" in {kpi.unit}" if kpi.unit else ""
    empty = f"; {count_text(answers.empty, 'row')} without one" if answers.empty else ""
    say(f"{kpi.id}{when}{unit}, of {count_text(len(answers.given), 'answer')}{empty}:")
    for line in score_lines(scores, glyphs):
        say(line)
    if few := few_answers(scores):
        remark(few)


def _items(kpi: Kpi, scores: Sequence[Scored], count: str) -> Sequence[str]:
    """Return what the commit says first: the score, or how many there are."""
    if len({each.day for each in scores}) > 1:
        return [f"{kpi.id} {count_text(len(scores), 'score')} of {count}"]
    whole = next(each for each in scores if each.segment is None)
    segments = (each for each in scores if each.segment is not None)
    parts = (f"{each.segment} {rounded_text(each.score.value, 2)}" for each in segments)
    return [f"{kpi.id} {rounded_text(whole.score.value, 2)} of {count}", *parts]
