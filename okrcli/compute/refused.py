"""The refused entries that could have changed what is shown for a day."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from okrcli.compute.reports.report import KpiReport
from okrcli.frozen import frozen_dataclass
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry


@frozen_dataclass
class Refusals:
    """The refused entries of a plan up to a day, without those that were corrected.

    Attributes:
        entries: All of them, in the order of the plan.
        by_key_result: Those about a key result, by its reference with the cycle.
        by_kpi: Those that would be readings of a KPI, by its id.
    """

    entries: tuple[RefusedEntry, ...] = ()
    by_key_result: Mapping[str, Sequence[RefusedEntry]] = field(default_factory=dict)
    by_kpi: Mapping[str, Sequence[RefusedEntry]] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, day: date) -> "Refusals":
        """Return the refused entries of *plan* that could have been shown on *day*."""
        entries = tuple(
            entry for entry in plan.refused if not entry.corrected and _known_on(entry, plan) <= day
        )
        by_key_result, by_kpi = defaultdict(list), defaultdict(list)
        for entry in entries:
            if entry.key_result:
                by_key_result[entry.key_result].append(entry)
            if entry.kpi:
                by_kpi[entry.kpi].append(entry)
        return cls(entries, by_key_result, by_kpi)

    def about(self, refs: Container[str], kpis: Container[str]) -> tuple[RefusedEntry, ...]:
        """Return the refused entries about the key results *refs* and the readings of *kpis*."""
        return tuple(
            entry for entry in self.entries if entry.key_result in refs or entry.kpi in kpis
        )


def newer_than(entries: Iterable[RefusedEntry], last: date | None) -> int:
    """Return how many of *entries* could have replaced a value of the day *last*."""
    return sum(last is None or entry.day >= last for entry in entries)


def newer_readings(entries: Iterable[RefusedEntry], report: KpiReport) -> int:
    """Return how many of *entries* could have replaced a value of the KPI."""
    days = {segment.segment: segment.value_date for segment in report.segments}
    last = report.value_date
    return sum(newer_than([entry], days.get(entry.segment or "", last)) for entry in entries)


def of_cycle(entries: Iterable[RefusedEntry], plan: Plan, cycle: Cycle) -> tuple[RefusedEntry, ...]:
    """Return the *entries* about key results of *cycle*, or about its days if they name none."""
    return tuple(entry for entry in entries if _is_of_cycle(entry, plan, cycle))


def _is_of_cycle(entry: RefusedEntry, plan: Plan, cycle: Cycle) -> bool:
    ref = entry.key_result or ""
    if known := plan.key_results_by_ref.get(ref):
        return known[0].cycle == cycle.id
    stated, _, rest = ref.partition("/")
    if "/" in rest:  # with a cycle, which says it where the rest is not known
        return stated == cycle.id
    return _known_on(entry, plan) in cycle


def newer_than_shown(
    entries: Iterable[RefusedEntry], kpis: Iterable[KpiReport]
) -> tuple[RefusedEntry, ...]:
    """Return the *entries* that could have replaced a value that is shown for *kpis*."""
    shown = {kpi.id: kpi for kpi in kpis}
    return tuple(
        entry
        for entry in entries
        if (kpi := shown.get(entry.kpi or "")) and newer_readings([entry], kpi)
    )


def _known_on(entry: RefusedEntry, plan: Plan) -> date:
    """Return the day on which *entry* was known; one with a future date was known when judged."""
    return entry.day if plan.judged is None else min(entry.day, plan.judged)


def refused_for(
    entries: Iterable[RefusedEntry], refs: Container[str], kpis: Container[str]
) -> tuple[RefusedEntry, ...]:
    """Return the *entries* that are about *refs*, about *kpis*, or about neither kind of thing."""
    return tuple(
        entry
        for entry in entries
        if entry.key_result in refs
        or entry.kpi in kpis
        or (entry.key_result is None and entry.kpi is None)
    )
