"""Puts a new name in place of an old one, in every definition that has it."""

from okrcli.actions.naming.edited_files import EditedFiles
from okrcli.compute.kpis.formula import with_names
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def mention_of_objective(files: EditedFiles, plan: Plan, objective: Objective, new: str) -> None:
    """Let parents and what KPIs serve name *objective* by its *new* id.

    A reference of another cycle gets the cycle: without one it could mean another objective.
    """
    full = f"{objective.cycle}/{new}"
    for child in plan.children_of(objective):
        is_short = "/" not in (child.parent or "") and child.cycle == objective.cycle
        files.set(child.path, ("parent",), new if is_short else full)
    for kpi in plan.kpis_by_id.values():
        for position, ref in enumerate(kpi.serves):
            meant = plan.match_objectives(ref)
            if all(other.ref != objective.ref for other in meant):
                continue
            if len(meant) == 1:
                files.set(kpi.path, ("serves", position), full if "/" in ref else new)
            else:  # the others that have the name keep it
                files.append(kpi.path, ("serves",), full)


def mention_of_kpi(files: EditedFiles, plan: Plan, kpi: Kpi, new: str) -> None:
    """Let key results, formulas and improvement plans name *kpi* by its *new* id."""
    names = {kpi.id, *(former.ref for former in kpi.formerly)}
    for objective in plan.objectives_by_ref.values():
        for number, key_result in enumerate(objective.key_results):
            place = ("key_results", number)
            if key_result.kpi in names:
                files.set(objective.path, (*place, "kpi"), new)
            for position, guard in enumerate(key_result.guards):
                if guard in names:
                    files.set(objective.path, (*place, "guards", position), new)
    for other in plan.kpis_by_id.values():
        formula = with_names(other.formula or "", lambda name: new if name in names else name)
        if formula != (other.formula or ""):
            files.set(other.path, ("formula",), formula)
    for improvement in plan.improvements:
        if improvement.kpi in names:
            files.set(improvement.path, ("kpi",), new)
