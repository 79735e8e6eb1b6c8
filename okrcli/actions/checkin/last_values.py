"""What the last values do not decide, so that earlier ones must be known."""

from collections.abc import Iterable, Sequence
from datetime import date

from okrcli.actions.checkin.check_in import items_of_values
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.plausibility import are_doubts_settled
from okrcli.actions.checkin.targets import Target, ref_of, target_named
from okrcli.compute.as_of.partial_sums import are_sums_settled
from okrcli.compute.kpis.standard import begins_with_first_reading
from okrcli.model.kpi import Kpi


def unsettled_values(
    context: CheckinContext,
    values: Sequence[tuple[str, str]],
    since: date,
    confidence: str = "",
    note: str = "",
) -> Sequence[str]:
    """Return of what the check-in of *values* may be another by what was recorded before a day.

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
    refs = [ref for ref, _ in values]
    targets = [target_named(context, ref) for ref in refs]
    if not all(_has_recent_value(context, target, since) for target in targets):
        return refs
    items = items_of_values(context, values, confidence, note)
    return [] if are_doubts_settled(context, items, since) else refs


def unsettled_prompts(
    context: CheckinContext, targets: Iterable[Target], since: date
) -> Sequence[str]:
    """Return of which *targets* prompts may be others by what was recorded before a day.

    What is said of a value that is typed then may need everything all the same: `doubt_about` asks
    for that.

    Args:
        context: The context, with all that was recorded from *since* on.
        targets: What is asked for, or would be if it were due.
        since: The day.
    """
    return [ref_of(target) for target in targets if not _is_prompt_settled(context, target, since)]


def _is_prompt_settled(context: CheckinContext, target: Target, since: date) -> bool:
    """Return whether the last value of *target* is known, the confidence, and what is expected."""
    if not _has_recent_value(context, target, since):
        return False
    if isinstance(target, Kpi):
        return not begins_with_first_reading(context.snapshot.plan.kpi(target.id))
    report = context.report(*target)
    if report is None or (report.due is not None and context.day > report.due):
        return False  # only what was said up to the due date counts
    objective, key_result = target
    entries = context.entries(objective.ref_of(key_result))
    return any(entry.content.confidence and entry.day >= since for entry in entries)


def has_recent_readings(context: CheckinContext, kpi_id: str, since: date) -> bool:
    """Return whether the KPI and each of its segments have a value of the day *since* or later.

    Of a sum, what was read before must not decide which later days count. Of a computed KPI, all
    that it is computed from must have such values, by a formula that has never been another.
    """
    kpis, reports = context.plan.kpis_by_id, context.snapshot.kpis
    if kpi_id not in kpis:
        return False
    if kpis[kpi_id].formula is None:
        return _is_read_recently(context, kpis[kpi_id], since)
    from okrcli.compute.kpis.computed import with_inputs  # noqa: PLC0415  few workspaces have some

    for name in with_inputs([kpi_id], kpis):
        kpi = kpis.get(name)
        if kpi is None or (kpi.formula and kpi.amendments):
            return False
        if not kpi.formula and not _is_read_recently(context, kpi, since):
            return False
    series = reports[kpi_id].series
    return bool(series) and series[-1].day >= since


def _is_read_recently(context: CheckinContext, kpi: Kpi, since: date) -> bool:
    report = context.snapshot.kpis[kpi.id]
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
