"""Records one reading of a KPI."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from okrcli.actions.change import Change
from okrcli.actions.checkin.check_in import change_of
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of, value_change
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.last_values import has_recent_readings
from okrcli.actions.checkin.plausibility import are_doubts_settled, doubt_about
from okrcli.actions.workspace import Workspace
from okrcli.compute.amounts import amount_of
from okrcli.compute.kpis.standard import begins_with_first_reading
from okrcli.compute.reports.report import Point
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.model.readings import Reading
from okrcli.sources.checkins.rows import Row
from okrcli.views.readings import RecordedReading


@frozen_dataclass
class TypedReading:
    """A reading as it was typed.

    Attributes:
        day: The day of the value.
    """

    kpi: str
    value: str
    day: date
    segment: str = ""
    weight: str | None = None
    note: str = ""


def record_reading(
    workspace: Workspace, typed: TypedReading, *, by: str, recorded: datetime
) -> tuple[Change, RecordedReading]:
    """Return the check-in of one reading, and the KPI's state with it.

    Raises:
        OkrError: There is no such KPI, or the value cannot be recorded.
    """
    context = CheckinContext(workspace.plan, typed.day, workspace.today)
    kpi = workspace.plan.kpi(typed.kpi)
    before = _in_force(context, kpi, typed.segment)
    item, reading = _item(context, kpi, typed, before)
    checkin = CheckinHeader(workspace.today, by).checkin([item], recorded)
    return change_of(workspace.root, checkin, [item]), RecordedReading(
        path=checkin.path,
        kpi=kpi,
        segment=reading.segment,
        text=item.summary_with_unit,
        before=before,
        report=snapshot_on(_with(workspace.plan, checkin), workspace.today).kpis[kpi.id],
        doubt=doubt_about(context, item, checkin.id),
    )


def is_record_settled(plan: Plan, today: date, typed: TypedReading, since: date) -> bool:
    """Return whether what is said of the reading is the same whatever was recorded before a day.

    The series and the trend in the KPI's report are not said.

    Args:
        plan: A plan with all that was recorded of the KPI from *since* on.
        today: Today.
        typed: The reading.
        since: The day.

    Raises:
        OkrError: With these readings, the value cannot be recorded.
    """
    context, kpi = CheckinContext(plan, typed.day, today), plan.kpi(typed.kpi)
    now = context if typed.day == today else CheckinContext(plan, today, today)
    if not all(has_recent_readings(known, kpi.id, since) for known in (context, now)):
        return False
    before = _in_force(context, kpi, typed.segment)
    if before is None or before.day < since:
        return False
    item, _ = _item(context, kpi, typed, before)
    is_judged_alike = not begins_with_first_reading(now.snapshot.plan.kpi(kpi.id))
    return is_judged_alike and are_doubts_settled(context, [item], since)


def _item(
    context: CheckinContext, kpi: Kpi, typed: TypedReading, before: Point | None
) -> tuple[Item, Reading]:
    """Return the item; an older value gets its own date, as it is recorded today."""
    row = Row(1, value=typed.value, note=typed.note, segment=typed.segment)
    item = item_of(context, kpi, row)
    if item.reading is None:
        raise UsageError(f"No value given for {typed.kpi}.")
    own_date = context.day if context.day != context.today else None
    weight = None if typed.weight is None else _weight(typed.weight)
    reading = item.reading.model_copy(update={"date": own_date, "weight": weight})
    change = value_change(reading.value, before.value if before else None)
    said = " ".join(filter(None, (change, f"on {own_date}" if own_date else "")))
    return replace(item, change=said, reading=reading), reading


def _weight(text: str) -> Decimal:
    weight = amount_of(text, None)
    if weight < 0:
        raise UsageError(f"A weight is 0 or more, not {text}.")
    return weight


def _in_force(context: CheckinContext, kpi: Kpi, segment: str) -> Point | None:
    """Return the value in force of the KPI, or of its segment, on the reading's day."""
    if not segment:
        report = context.snapshot.kpis[kpi.id]
        return report.series[-1] if report.series else None
    readings = context.snapshot.timeline.of_kpi(kpi.id, context.day)
    of_segment = (dated for dated in reversed(readings) if dated.content.segment == segment)
    return next((Point(dated.day, dated.content.value) for dated in of_segment), None)


def _with(plan: Plan, checkin: CheckIn) -> Plan:
    return replace(plan, checkins=(*plan.checkins, checkin))
