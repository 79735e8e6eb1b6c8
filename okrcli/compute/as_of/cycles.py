"""The days of cycles as they were on a day; F25."""

from datetime import date

from okrcli.model.cycle import CycleDates
from okrcli.model.plan import Plan


def with_cycles_on(plan: Plan, day: date) -> Plan:
    """Return *plan* with the days of cycles that were in force on *day*."""
    cycles = plan.settings.cycles
    earlier = {name: _dates_on(dates, day) for name, dates in cycles.items() if dates.amendments}
    if all(dates is cycles[name] for name, dates in earlier.items()):
        return plan
    return plan.with_settings(plan.settings.model_copy(update={"cycles": {**cycles, **earlier}}))


def _dates_on(dates: CycleDates, day: date) -> CycleDates:
    later = [amendment for amendment in dates.amendments if amendment.date > day]
    if not later:
        return dates
    in_order = sorted(later, key=lambda amendment: amendment.date)
    undone: dict[str, date | None] = {
        amendment.field: amendment.was for amendment in reversed(in_order)
    }
    kept = tuple(amendment for amendment in dates.amendments if amendment.date <= day)
    return dates.model_copy(update={**undone, "amendments": kept})
