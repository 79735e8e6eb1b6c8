"""`okr show`: everything about one objective, key result or KPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.cli.completion import complete_kpi, complete_ref
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import output_option
from okrcli.cli.options.shared import AsOfOption, as_of_day, format_option
from okrcli.cli.start.imports import will_run
from okrcli.render.show import SHOW_FORMATS

if will_run(__name__):
    from okrcli.actions.references import subject_named
    from okrcli.actions.show import sheet_of
    from okrcli.actions.workspace import Question, plan_for
    from okrcli.cli.outputs import print_result, renderer_of, terminal_options
    from okrcli.cli.workspace import readable_workspace, tell_refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from okrcli.actions.references import Subject
    from okrcli.model.plan import Plan

MOST_LINES = 30
"""How many lines of history the table shows; other formats have all."""

FormatOption = Annotated[str, format_option(SHOW_FORMATS)]
AllOption = Annotated[bool, output_option("--all", help="Show the whole history.")]


@with_invocation
def show(
    invocation: Invocation,
    *,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="Reference, as in cx-leader, 2026-Q4/cx-leader/nps or nps, or a file's path.",
            autocompletion=complete_ref,
        ),
    ],
    as_of: AsOfOption = None,
    format: FormatOption = "table",  # noqa: A002  the option's name
    show_all: AllOption = False,
) -> None:
    """Show everything about one objective, key result or KPI.

    A reference without a cycle means the cycle that contains the day.
    """

    def subject_in(plan: Plan, day: date) -> Subject:
        cycle = plan.report_cycle(day)
        return subject_named(plan, ref, cycle.id if cycle else None)

    _show_subject(invocation, ref, subject_in, as_of, format, show_all=show_all)


@with_invocation
def kpi_show(
    invocation: Invocation,
    *,
    kpi: Annotated[
        str,
        typer.Argument(
            metavar="KPI", help="Id of the KPI, as in nps.", autocompletion=complete_kpi
        ),
    ],
    as_of: AsOfOption = None,
    format: FormatOption = "table",  # noqa: A002  the option's name
    show_all: AllOption = False,
) -> None:
    """Show everything about one KPI: definition, health, segments, plans, every reading."""
    _show_subject(invocation, kpi, lambda plan, _: plan.kpi(kpi), as_of, format, show_all=show_all)


def _show_subject(
    invocation: Invocation,
    ref: str,
    subject_in: Callable[[Plan, date], Subject],
    as_of: str | None,
    format: str,  # noqa: A002  the option's name
    *,
    show_all: bool,
) -> None:
    """Write all that is known of what *ref* names, which *subject_in* finds, on the day."""
    render = renderer_of(format, SHOW_FORMATS)
    day = as_of_day(invocation, as_of)
    # What moved in silence until today may have come from anywhere.
    is_past = day < invocation.today
    question = None if is_past else Question([ref], lambda plan: subject_in(plan, day))
    workspace = readable_workspace(invocation, question)
    with invocation.reading_history():
        plan = plan_for(workspace, day)
    most = MOST_LINES if format == "table" and not show_all else None
    sheet = sheet_of(plan, subject_in(plan, day), day, most)
    print_result(render(sheet, terminal_options(invocation, show_all=show_all)))
    tell_refused(sheet.refused)
