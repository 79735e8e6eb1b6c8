"""A new objective, initially without key results."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from okrcli.actions.additions import Addition
from okrcli.actions.new.objective_title import require_agreement
from okrcli.actions.new.short_ids import NewId
from okrcli.actions.records import parse_record
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.checks.titles import Titles
from okrcli.errors import UsageError
from okrcli.model.cycle import Cycle
from okrcli.model.days import day_after
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
    """Return the objective with *fields*.

    Args:
        workspace: The workspace.
        fields: The fields, including the title; empty ones are left out.
        cycle: Without one, the cycle that the team works in today.
        id_: Without one, it is made from the title.

    Raises:
        UsageError: The id is taken, the title contradicts itself, or a field cannot be written.
    """
    plan, day = workspace.plan, workspace.today
    require_agreement(plan, str(fields["title"]), day)
    place = cycle or current_cycle(plan, day).id
    ids = new_id_in(plan, place, str(fields["title"]), day)
    if id_ in ids.taken:
        raise UsageError(f"An objective '{place}/{id_}' already exists.", "Choose another id.")
    name = id_ or ids.proposed
    added = added_in(plan.cycle(place), day)
    return parse_record(Objective, {**fields, "id": name, "cycle": place, "added": added})


def new_id_in(plan: Plan, cycle: str, title: str, day: date) -> NewId:
    """Return the id of an objective of that *title*."""
    taken = (objective.id for objective in plan.objectives_in(cycle))
    return NewId.of(title, taken, "objective", Titles.of(plan.settings, day).read)


def added_in(cycle: Cycle | None, day: date) -> date | None:
    """Return *day* for additions after *cycle* has begun; `None` for earlier ones."""
    return day if cycle is not None and day > cycle.start else None


def add_objective(workspace: Workspace, objective: Objective) -> Addition:
    """Return *objective* as a new file."""
    path = objective_path(objective.cycle, objective.id)
    write = new_file(workspace.root, path, objective_bytes(objective))
    return Addition("objective", objective.ref, path, write, write.content.decode())


def current_cycle(plan: Plan, day: date) -> Cycle:
    """Return the cycle in which the team works on *day*, or the calendar's."""
    current = plan.report_cycle(day)
    return current if current and day in current else plan.settings.calendar.cycle_on(day)


def next_cycle(plan: Plan, day: date) -> Cycle | None:
    """Return the cycle after that of *day* if it is time to plan it: in the last third.

    The next one that okr.yaml defines, otherwise the calendar's; `None` before the last third, and
    if the cycle has no end.
    """
    current = current_cycle(plan, day)
    if current.end is None or (day - current.start) * 3 < (current.end - current.start) * 2:
        return None
    after = day_after(current.end)
    if current == plan.settings.calendar.dates_of(current.id):
        return plan.settings.calendar.cycle_on(after)
    named = (plan.cycle(name) for name in plan.settings.cycles)
    coming = [cycle for cycle in named if cycle is not None and cycle.start >= after]
    return min(coming, key=lambda cycle: cycle.start, default=None)
