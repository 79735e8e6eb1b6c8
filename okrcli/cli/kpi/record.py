"""`okr kpi record`: one reading as one file and one commit."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated

import typer

from okrcli.actions.change import Change
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import change_of, item_of, require_past
from okrcli.actions.checkin.header import CheckinHeader, message_of
from okrcli.actions.checkin.item import Item
from okrcli.actions.days import day_of
from okrcli.actions.identity import own_id
from okrcli.actions.saving import new_file
from okrcli.cli.completion import complete_kpi, complete_owner, complete_segment
from okrcli.cli.messages import say
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.pushing import NoCommitOption, PushOption, push_commit, require_commit
from okrcli.cli.saving import saving_in, tell_commit
from okrcli.cli.workspace import writable_plan
from okrcli.compute.reports.report import Health, KpiReport, Point
from okrcli.compute.reports.report_builder import standing_on
from okrcli.compute.rounding import number_text
from okrcli.errors import UsageError
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.render.drawing.style import ASCII, HEALTHS, UNICODE, Glyphs
from okrcli.render.text.numbers import band_text, short_number
from okrcli.sources.amounts import amount_of
from okrcli.sources.rows import Row
from okrcli.storage.writing import checkin_bytes

kpi_record = typer.Typer(add_completion=False, rich_markup_mode=None)


# -5 is a value and no option, so an option that typer does not know comes as the value.
@kpi_record.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]}
)
@invoked
def record(
    invocation: Invocation,
    *,
    kpi: Annotated[
        str, typer.Argument(metavar="KPI", help="As in nps.", autocompletion=complete_kpi)
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="As in 47, -5 or '82.5 %'.")],
    segment: Annotated[
        str | None, typer.Option(help="A part of the whole.", autocompletion=complete_segment)
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the value.")
    ] = None,
    weight: Annotated[
        str | None, typer.Option(metavar="N", help="How much it counts, as the number of answers.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="What is worth knowing about it.")] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Who records it.", autocompletion=complete_owner),
    ] = None,
    push: PushOption = False,
    no_commit: NoCommitOption = False,
) -> None:
    """Record one reading of a KPI, as one file and one commit."""
    require_commit(push=push, no_commit=no_commit)
    for text in (kpi, value):
        _require_no_option(text)
    plan = writable_plan(invocation)
    context = CheckinContext(plan, _day(invocation, day), invocation.today)
    row = Row(1, kpi=kpi, value=value, note=note or "", segment=segment or "")
    taken = _taken(context, row, weight)
    by_id = own_id(invocation.root(), plan.settings, by, commit=not no_commit)
    made = CheckinHeader(invocation.today, by_id).checkin([taken.item], invocation.now())
    saving = saving_in(invocation.root(), commit=not no_commit)
    write = new_file(saving.root, made.path, checkin_bytes(made))
    commit = saving.save(Change((write,), message_of(made, [taken.item])))
    _tell(plan, made, taken, ASCII if invocation.ascii else UNICODE, invocation.today)
    tell_commit(commit)
    if push:
        push_commit(saving, commit)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The reading as an item, and what was in force before it on its day."""

    kpi: Kpi
    item: Item
    before: Point | None


def _require_no_option(text: str) -> None:
    if re.match(r"--|-[^\W\d]", text):
        raise UsageError(f"There is no option '{text}'.", "`okr kpi record --help` lists them.")


def _day(invocation: Invocation, day: str | None) -> date:
    if day is None:
        return invocation.today
    found = day_of(day, "--date")
    require_past(found, invocation.today)
    return found


def _taken(context: CheckinContext, row: Row, weight: str | None) -> _Taken:
    """Return what *row* records; an older value gets a date of its own, for it is known today."""
    kpi = context.plan.kpi(row.kpi)
    item = item_of(context, row)
    if item.reading is None:
        raise UsageError(f"{kpi.id} gets no value.")
    own_date = context.day if context.day != context.today else None
    stated = {"date": own_date, "weight": None if weight is None else _weight(weight)}
    before = _before(context, kpi, row.segment)
    change = change_of(item.reading.value, before.value if before else None)
    said = " ".join(filter(None, (change, f"on {own_date}" if own_date else "")))
    reading = item.reading.model_copy(update=stated)
    return _Taken(kpi, replace(item, change=said, reading=reading), before)


def _weight(text: str) -> Decimal:
    weight = amount_of(text, None)
    if weight < 0:
        raise UsageError(f"--weight is {text}, which is below 0.")
    return weight


def _before(context: CheckinContext, kpi: Kpi, segment: str) -> Point | None:
    """Return what was in force of the KPI, or of its segment, on the reading's day."""
    if not segment:
        report = context.standing.kpis[kpi.id]
        return report.series[-1] if report.series else None
    readings = context.standing.entries.of_kpi(kpi.id, context.day)
    of_segment = (each for each in reversed(readings) if each.content.segment == segment)
    return next((Point(each.day, each.content.value) for each in of_segment), None)


def _tell(plan: Plan, made: CheckIn, taken: _Taken, glyphs: Glyphs, today: date) -> None:
    before = taken.before
    was = f"it was {number_text(before.value)} on {before.day}" if before else "it is the first"
    say(f"Recorded in {made.path}:")
    say(f"  {taken.item.told_with_unit}; {was}")
    now = standing_on(replace(plan, checkins=(*plan.checkins, made)), today).kpis[taken.kpi.id]
    segment = made.readings[0].segment
    for each in now.segments:
        if each.segment == segment:
            say(f"  {_standing(f'{now.id} {segment}', each.value, each.health, glyphs)}")
    say(f"  {_standing(now.id, now.value, now.health, glyphs)}{_aim(taken.kpi, now, glyphs)}")


def _standing(label: str, value: Decimal | None, health: Health, glyphs: Glyphs) -> str:
    told = f"{label} is {glyphs.none if value is None else short_number(value)} now"
    look = HEALTHS[health]
    is_judged = value is None or health != "no_data"
    return f"{told}: {look.mark(glyphs)} {look.word}" if is_judged else told


def _aim(kpi: Kpi, now: KpiReport, glyphs: Glyphs) -> str:
    """Return the target, and whether the value is too old to be judged by it."""
    stale = ", stale" if now.stale else ""
    if now.target is None:
        return f", no target{stale}"
    by = f" by {kpi.target.by}" if kpi.target and kpi.target.by else ""
    return f", target {band_text(now.target, glyphs)}{by}{stale}"
