"""Objectives of cycles that are over, and which may not be as their cycle left them."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from okrcli.actions.check.past_files import PastFiles
from okrcli.checks.history.agreed_cycles import agreed_cycles, is_over
from okrcli.checks.history.present import is_in_another_cycle, objective_now
from okrcli.checks.past import SettingsHistory
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from okrcli.storage.layout import Kind, cycle_of, id_of, kind_of


def unsettled_objectives(
    files: PastFiles, plan: Plan, settings: SettingsHistory, day: date
) -> dict[str, date]:
    """Return the start of the cycle of each objective that is still to be looked at, by path.

    Of cycles that ended before *day*, those are left out that are closed or cancelled, and whose
    file no more than one commit has touched since the last day: the one that closed it.
    """
    over = _cycles_over(files, plan, settings, day)
    paths = [path for path in files.paths if _is_objective(path) and cycle_of(path) in over]
    touched = _touched_after(files, {path: over[cycle_of(path)] for path in paths})
    return {
        path: over[cycle_of(path)].start
        for path in paths
        if files.is_known(path) and not (_is_settled(plan, path) and touched[path] < 2)
    }


def _cycles_over(
    files: PastFiles, plan: Plan, settings: SettingsHistory, day: date
) -> Mapping[str, Cycle]:
    names = {cycle_of(path) for path in files.paths if _is_objective(path)}
    agreed = agreed_cycles(settings, names)
    known = {name: agreed[name].cycle if name in agreed else plan.cycle(name) for name in names}
    return {name: cycle for name, cycle in known.items() if cycle and is_over(cycle, day)}


def _is_objective(path: str) -> bool:
    return kind_of(path) is Kind.OBJECTIVE


def _touched_after(files: PastFiles, cycles: Mapping[str, Cycle]) -> Counter[str]:
    """Return how often each file was changed after the last day of its cycle, by path."""
    touched = Counter(path for path in files.dirty if path in cycles)
    for entry in files.commits:
        for path in entry.files.keys() & cycles.keys():
            touched[path] += is_over(cycles[path], entry.day)
    return touched


def _is_settled(plan: Plan, path: str) -> bool:
    """Return whether the objective that was in the file *path* is closed or cancelled there."""
    objective = objective_now(plan, f"{cycle_of(path)}/{id_of(path)}")
    if objective is None or objective.status not in {"closed", "cancelled"}:
        return False
    return not is_in_another_cycle(plan, cycle_of(path), objective.cycle)
