"""`okr show`: everything about one objective, key result or KPI."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated

from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import AsOfOption, KpiArgument, as_of_day, ref_argument
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render.show import SHOW_FORMATS

if will_run(__name__):
    from okrcli.actions.references import Subject, added_after, subject_named
    from okrcli.actions.show import sheet_of
    from okrcli.actions.workspace import Question
    from okrcli.cli.workspace import plan_on, tell_refused
    from okrcli.model.plan import Plan

MOST_LINES = 30
"""How many lines of history the table shows; other formats have all."""

_shows_a_sheet = shows(SHOW_FORMATS, every="Show the whole history.")


@_shows_a_sheet
def show(
    invocation: Invocation,
    showing: Showing,
    *,
    ref: Annotated[
        str,
        ref_argument(
            help="Reference, as in cx-leader, 2026-Q4/cx-leader/nps or nps, or a file's path."
        ),
    ],
    as_of: AsOfOption = None,
) -> None:
    """Show everything about one objective, key result or KPI.

    A reference without a cycle means the cycle that contains the day.
    """

    def subject_in(plan: Plan, day: date) -> Subject:
        cycle = plan.report_cycle(day)
        return subject_named(plan, ref, cycle.id if cycle else None)

    _show_subject(invocation, showing, ref, subject_in, as_of)


@_shows_a_sheet
def kpi_show(
    invocation: Invocation,
    showing: Showing,
    *,
    kpi: KpiArgument,
    as_of: AsOfOption = None,
) -> None:
    """Show everything about one KPI: definition, health, segments, plans, every reading."""
    _show_subject(invocation, showing, kpi, lambda plan, _: plan.kpi(kpi), as_of)


def _show_subject(
    invocation: Invocation,
    showing: Showing,
    ref: str,
    subject_in: Callable[[Plan, date], Subject],
    as_of: str | None,
) -> None:
    """Write all that is known of what *ref* names, which *subject_in* finds, on the day."""
    day = as_of_day(invocation, as_of)
    # What moved in silence until today may have come from anywhere.
    is_past = day < invocation.today
    question = None if is_past else Question([ref], lambda plan: subject_in(plan, day))
    plan = plan_on(invocation, day, question)
    most = MOST_LINES if showing.format == "table" and not showing.options.all else None
    subject = subject_in(plan, day)
    sheet = sheet_of(plan, subject, day, most)
    showing.show(sheet)
    if added := added_after(subject, day):
        remark(f"{ref} exists from {added} on: reports of {day} do not have it.")
    tell_refused(sheet.refused)
