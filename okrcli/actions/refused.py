"""The entries of check-ins that do not count because of errors."""

from datetime import date

from okrcli.compute.refused import newer_than_shown, of_cycle
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry


def refused_on(plan: Plan, day: date) -> tuple[RefusedEntry, ...]:
    """Return the refused entries that could have changed the report of *day*."""
    snapshot, cycle = snapshot_on(plan, day), plan.report_cycle(day)
    entries = snapshot.refusals.entries
    if cycle is None:
        return entries
    shown = {*of_cycle(entries, plan, cycle), *newer_than_shown(entries, snapshot.kpis.values())}
    return tuple(entry for entry in entries if entry in shown)
