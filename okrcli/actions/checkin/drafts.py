"""Drafts among what is checked in."""

from collections.abc import Iterator, Sequence

from okrcli.actions.checkin.item import Item
from okrcli.model.plan import Plan


def drafts_among(plan: Plan, items: Sequence[Item]) -> Sequence[str]:
    """Return the references of the drafts that *items* are about, each once."""
    return list(dict.fromkeys(ref for item in items for ref in _drafts_of(plan, item)))


def _drafts_of(plan: Plan, item: Item) -> Iterator[str]:
    if item.key_result:
        objective, _ = plan.key_results_by_ref[item.key_result]
        if objective.status == "draft":
            yield objective.ref
    kpi = plan.kpis_by_id.get(item.reading.kpi) if item.reading else None
    if kpi and kpi.status == "draft":
        yield kpi.id
