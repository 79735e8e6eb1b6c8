"""`okr kpi record`: one reading as one file and one commit."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Annotated

import typer

from okrcli.cli.completion import complete_segment
from okrcli.cli.options import Invocation, past_day_of_option
from okrcli.cli.options.groups import value_option
from okrcli.cli.options.shared import by_option, kpi_argument, require_values
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.kpi.record import TypedReading, is_record_settled, record_reading
    from okrcli.actions.workspace import Question
    from okrcli.cli.recorded import tell_doubts, tell_drafts
    from okrcli.cli.saving import open_saver
    from okrcli.cli.who import who_is_typing
    from okrcli.cli.workspace import writable_workspace
    from okrcli.model.plan import Plan
    from okrcli.render.drawing.style import glyphs
    from okrcli.render.readings.recorded import recorded_lines


@writes
def kpi_record(
    invocation: Invocation,
    saving: SavingWish,
    *,
    kpi: Annotated[
        str, kpi_argument(help="Id of the KPI, as in nps, or with its segment, as in csat/voice.")
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Value, as in 47, -5 or '82.5 %'.")],
    segment: Annotated[
        str | None,
        value_option(help="Segment that the value is for.", autocompletion=complete_segment),
    ] = None,
    day: Annotated[
        str | None,
        value_option("--date", metavar="YYYY-MM-DD", help="Day of the value (default: today)."),
    ] = None,
    weight: Annotated[
        str | None, value_option(metavar="N", help="Weight, as in the number of answers.")
    ] = None,
    note: Annotated[str | None, value_option(help="Note.")] = None,
    by: Annotated[str | None, by_option(help="Who records it (default: you).")] = None,
) -> None:
    """Record one reading of a KPI, as one file and one commit."""
    require_values("kpi record", kpi, value)
    name, _, part = kpi.partition("/")
    if part and segment and part != segment:
        raise UsageError(f"{kpi} and --segment {segment} are two segments.", "Give one of them.")
    typed = TypedReading(
        kpi=name,
        value=value,
        day=past_day_of_option("--date", day, invocation.today),
        segment=segment or part,
        weight=weight,
        note=note or "",
    )
    workspace = writable_workspace(invocation, _question(typed, invocation.today))
    saver = open_saver(workspace.root, saving)
    who = who_is_typing(invocation, workspace, saver, by)
    change, recorded = record_reading(workspace, typed, by=who, recorded=invocation.now())
    saver.save(change, recorded_lines(recorded, glyphs(ascii_only=invocation.ascii)))
    tell_doubts([recorded.doubt] if recorded.doubt else [], saving)
    tell_drafts([name] if recorded.report.status == "draft" else [])


def _question(typed: TypedReading, today: date) -> Question:
    """Return the question what KPI *typed* is of."""

    def unsettled_refs(plan: Plan, since: date) -> Collection[str]:
        return () if is_record_settled(plan, today, typed, since) else [typed.kpi]

    return Question([typed.kpi], lambda plan: plan.kpi(typed.kpi), unsettled=unsettled_refs)
