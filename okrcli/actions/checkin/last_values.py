"""Whether the last values decide what a check-in says, so that earlier ones need not be known."""

from collections.abc import Sequence
from datetime import date

from okrcli.actions.checkin.check_in import items_of_values
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.plausibility import are_doubts_settled
from okrcli.actions.checkin.targets import Target, target_named
from okrcli.compute.as_of.partial_sums import are_sums_settled
from okrcli.model.kpi import Kpi


def is_checkin_settled(
    context: CheckinContext,
    values: Sequence[tuple[str, str]],
    since: date,
    confidence: str = "",
    note: str = "",
) -> bool:
    """Return whether the check-in of *values* is the same whatever was recorded before a day.

    Steps that are done add up over all entries, and of a thing that had no value for long nobody
    knows the last one: these need everything.

    Args:
        context: The context, with all that was recorded from *since* on.
        values: The values, as `items_of_values` takes them.
        since: The day.
        confidence: The confidence for all key results.
        note: The note on each.

    Raises:
        OkrError: With these values, something cannot be recorded.
    """
    targets = [target_named(context, ref) for ref, _ in values]
    if not all(_has_recent_value(context, target, since) for target in targets):
        return False
    items = items_of_values(context, values, confidence, note)
    return are_doubts_settled(context, items, since)


def has_recent_readings(context: CheckinContext, kpi_id: str, since: date) -> bool:
    """Return whether the KPI and each of its segments have a value of the day *since* or later.

    Of a sum, what was read before must not decide which later days count.
    """
    kpi, report = context.plan.kpis_by_id.get(kpi_id), context.snapshot.kpis.get(kpi_id)
    if kpi is None or report is None or kpi.formula:
        return False
    days = (report.value_date, *(segment.value_date for segment in report.segments))
    if not all(day is not None and day >= since for day in days):
        return False
    return are_sums_settled(kpi, report.segments, since)


def _has_recent_value(context: CheckinContext, target: Target, since: date) -> bool:
    if isinstance(target, Kpi):
        return has_recent_readings(context, target.id, since)
    _, key_result = target
    report = context.report(*target)
    if report is None or report.value_date is None or not key_result.is_numeric:
        return False
    if key_result.kpi and not has_recent_readings(context, key_result.kpi, since):
        return False
    return report.value_date >= since
