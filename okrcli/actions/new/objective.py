"""A new objective, without key results at first."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from okrcli.actions.additions import Addition
from okrcli.actions.ids import free_id, id_from
from okrcli.actions.records import parse_record
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.layout import objective_path
from okrcli.storage.writing import objective_bytes


def objective_of(
    workspace: Workspace,
    fields: Mapping[str, Any],
    *,
    cycle: str | None = None,
    id_: str | None = None,
) -> Objective:
    """Return the objective that *fields* say.

    Args:
        workspace: Where it comes to stand.
        fields: With its title; empty ones are left out.
        cycle: Without one, the cycle that the team works in today.
        id_: Without one, it is made from the title.

    Raises:
        UsageError: The id is taken, or a field cannot be written.
    """
    place = cycle or _cycle_on(workspace.plan, workspace.today)
    taken = {objective.id for objective in workspace.plan.objectives_in(place)}
    if id_ in taken:
        raise UsageError(f"There is an objective '{place}/{id_}' already.", "Choose another id.")
    name = id_ or free_id(id_from(str(fields["title"])) or "objective", taken)
    return parse_record(Objective, {**fields, "id": name, "cycle": place})


def add_objective(workspace: Workspace, objective: Objective) -> Addition:
    """Return *objective* as a new file."""
    path = objective_path(objective.cycle, objective.id)
    write = new_file(workspace.root, path, objective_bytes(objective))
    return Addition("objective", objective.ref, path, write, write.content.decode())


def _cycle_on(plan: Plan, day: date) -> str:
    """Return the cycle that the team works in on *day*, else the calendar's."""
    current = plan.report_cycle(day)
    return current.id if current and day in current else plan.settings.calendar.cycle_on(day).id
