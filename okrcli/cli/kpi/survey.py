"""`okr kpi survey`: the score of raw answers, as one commit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from okrcli.choices import SurveyPeriod
from okrcli.cli.messages import remark, remark_all, say_all
from okrcli.cli.options import Invocation, past_day_of_option
from okrcli.cli.options.files import (
    DatesOption,
    DecimalOption,
    EncodingOption,
    SkipOption,
    TableFormatOption,
    TableOption,
    table_content,
)
from okrcli.cli.options.groups import file_option
from okrcli.cli.options.shared import by_option, date_option, kpi_argument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.file_names import name_of
    from okrcli.actions.kpi.survey import score_survey, survey_input
    from okrcli.cli.kpi.recording import ReadingSaver
    from okrcli.cli.recorded import tell_doubts
    from okrcli.cli.workspace import writable_workspace
    from okrcli.printable import inert_value
    from okrcli.render.drawing.style import glyphs
    from okrcli.render.readings.imported import correction_lines
    from okrcli.render.readings.scores import few_answers_text, score_lines
    from okrcli.sources import table_in
    from okrcli.sources.base import TableOptions
    from okrcli.sources.cells import CellOptions
    from okrcli.sources.surveys.answers import AnswerOptions, header_names_of_answers
    from okrcli.sources.surveys.words import AnswerRules


@writes(format_option="--output-format")
def kpi_survey(
    invocation: Invocation,
    saving: SavingWish,
    *,
    kpi: Annotated[str, kpi_argument(help="KPI that defines a survey.")],
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="File with one answer per row.")],
    column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column with the answers.")
    ] = None,
    segment: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column with the KPI's segments.")
    ] = None,
    day: Annotated[str | None, date_option(help="Day of the score (default: today).")] = None,
    date_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Column with the days, for a score per period."),
    ] = None,
    per: Annotated[
        SurveyPeriod | None,
        typer.Option(help="Period of a score (default: the KPI's cadence)."),
    ] = None,
    words: Annotated[
        list[str] | None,
        file_option(
            "--answers",
            metavar="WORDS=NUMBER",
            help="What an answer in words counts as; may be repeated.",
        ),
    ] = None,
    decimal: DecimalOption = None,
    dates: DatesOption = None,
    encoding: EncodingOption = None,
    table: TableOption = None,
    skip: SkipOption = None,
    format_: TableFormatOption = None,
    by: Annotated[str | None, by_option(help="Who records it (default: you).")] = None,
) -> None:
    """Compute NPS, CSAT or CES from raw answers and record it with its sample size.

    With --segment, each segment gets a reading, weighted by its number of answers.
    """
    workspace = writable_workspace(invocation)
    measured = workspace.plan.kpi(kpi)
    cells = CellOptions(decimal, dates)
    rules = AnswerRules(_numbers_of(words or ()))
    options = AnswerOptions(column, segment, date_column, measured.segments, cells, rules)
    stated = None if day is None else past_day_of_option("--date", day, invocation.today)
    survey = survey_input(measured, options, stated, per, invocation.today)
    saver = ReadingSaver.ready(invocation, workspace, by, saving)
    name = name_of(file)
    how = TableOptions(encoding, table, skip, header_names_of_answers(options))
    content = table_content(file)
    with invocation.progress(f"Reading {name}"):
        answers = table_in(name, content, how, format_)
    if unread := survey.unread_days(answers):
        remark(
            f"The column '{inert_value(unread)}' is not read: all answers count as of {survey.day}."
            f" To score each by its own day: --date-column '{inert_value(unread)}'."
        )
    change, scores = score_survey(saver.recorder, answers, survey)
    remark_all(scores.remarks)
    say_all(score_lines(scores, glyphs(ascii_only=invocation.ascii)))
    if few := few_answers_text(scores):
        remark(few)
    saver.save(change, scores.comparisons, correction_lines(scores.comparisons))
    tell_doubts(scores.doubts, saving)


def _numbers_of(values: Sequence[str]) -> Mapping[str, int]:
    """Return what each `WORDS=NUMBER` says.

    Raises:
        UsageError: One says nothing.
    """
    numbers: dict[str, int] = {}
    for value in values:
        words, _, number = (part.strip() for part in value.rpartition("="))
        if not words or not re.fullmatch(r"-?\d{1,3}", number, re.ASCII):
            raise UsageError(
                f"--answers is '{value}', which says no number.",
                "Write it as in --answers Great=5.",
            )
        numbers[words] = int(number)
    return numbers
