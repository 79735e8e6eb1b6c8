"""Values among what is checked in that come after the due date, so they do not count."""

from collections.abc import Iterator, Sequence
from datetime import date

from okrcli.actions.checkin.item import Item
from okrcli.model.plan import Plan


def late_among(plan: Plan, items: Sequence[Item], day: date) -> Sequence[tuple[str, date]]:
    """Return the key results for which *items* of *day* have late values, with their due dates."""
    return list(dict.fromkeys(found for item in items for found in _late_of(plan, item, day)))


def _late_of(plan: Plan, item: Item, day: date) -> Iterator[tuple[str, date]]:
    if item.key_result is None:  # a KPI is never over
        return
    objective, key_result = plan.key_results_by_ref[item.key_result]
    cycle = plan.cycle(objective.cycle)
    due = key_result.due or (cycle and cycle.end)
    measured = item.reading or item.entry
    if due and measured and _has_value(item) and (measured.date or day) > due:
        yield item.key_result, due


def _has_value(item: Item) -> bool:
    entry = item.entry
    return bool(item.reading or (entry and (entry.value is not None or entry.done or entry.undone)))
