"""Moves a key result to another objective of its cycle; before that day it counts where it was."""

from okrcli.actions.change import Change
from okrcli.actions.naming.edited_files import EditedFiles
from okrcli.actions.naming.new_names import require_free_key_result
from okrcli.actions.naming.same_meaning import require_only_renamed
from okrcli.actions.workspace import Workspace
from okrcli.compute.as_of.moved import moved_back
from okrcli.errors import UsageError
from okrcli.history.message import build_message
from okrcli.model.changes.former import Former
from okrcli.model.days import day_before
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.yaml.items import appended_item, removed_item


def move(workspace: Workspace, ref: str, objective_ref: str) -> Change:
    """Return the change that moves the key result *ref* to the objective *objective_ref*.

    It goes with its comments, and its names of before with it: from today on it counts there.

    Raises:
        UnknownReferenceError: There is no such key result or objective, or several.
        UsageError: It is there already, its id is taken there, or that is of another cycle, closed,
            or a draft.
    """
    plan, day = workspace.plan, workspace.today
    current = plan.report_cycle(day)
    objective, key_result = plan.key_result(ref, current.id if current else None)
    place = plan.objective(objective_ref, objective.cycle)
    old, new = objective.ref_of(key_result), f"{place.ref}/{key_result.id}"
    _require_possible(workspace, objective, key_result, place)
    files = EditedFiles(workspace.root)
    position = objective.key_results.index(key_result)
    left = _leave_initiatives(files, objective, key_result)
    for former in _formers(workspace, objective, key_result):
        files.append(objective.path, ("key_results", position, "formerly"), former)
    item, there = ("key_results", position), ("key_results",)
    source = files.document(objective.path)
    files.edit(place.path, lambda document: appended_item(document, there, source, item))
    files.edit(objective.path, lambda document: removed_item(document, item))
    change = Change(
        writes=files.writes,
        message=build_message(
            "Move", [f"{old} to {place.ref}"], left, trailers=[("OKR-Key-Result", new)]
        ),
        paths=files.paths,
        lines=(f"{old} is {new} from {day} on.", *left),
        is_exclusive=True,
    )
    require_only_renamed(workspace, change, old, new)
    return change


def _require_possible(
    workspace: Workspace, objective: Objective, key_result: KeyResult, place: Objective
) -> None:
    ref = objective.ref_of(key_result)
    if place.ref == objective.ref:
        raise UsageError(f"{ref} is in {place.ref} already.", "Nothing was changed.")
    if place.cycle != objective.cycle:
        raise UsageError(
            f"{ref} is of {objective.cycle}, and {place.ref} of another cycle.",
            NextStep(StepKind.CARRY, objective.ref, place.cycle),
        )
    for one in (objective, place):
        if one.status in {"closed", "cancelled"}:
            raise UsageError(f"{one.ref} is {one.status}.", "Nothing was changed.")
    cycle = workspace.plan.cycle(objective.cycle)
    has_begun = cycle is not None and cycle.start <= workspace.today
    if has_begun and place.status == "draft" and objective.status != "draft":
        raise UsageError(
            f"{place.ref} is a draft, which binds nobody, and {ref} is agreed.",
            f"Let somebody approve {place.ref} first.",
        )
    hint = "Give the key result another id first, then move it."
    require_free_key_result(workspace.plan, place, key_result.id, hint)


def _formers(workspace: Workspace, objective: Objective, key_result: KeyResult) -> list[Former]:
    """Return the names to be added: a name without an objective means the present one."""
    bare = [former.ref for former in key_result.formerly if "/" not in former.ref]
    named = [Former(ref=f"{objective.id}/{name}") for name in bare]
    ref, position = f"{objective.id}/{key_result.id}", _position(workspace, objective, key_result)
    return [*named, Former(ref=ref, until=workspace.today, position=position)]


def _position(workspace: Workspace, objective: Objective, key_result: KeyResult) -> int | None:
    """Return its place on the day before, from 1; `None` where it came only today."""
    before = moved_back(workspace.plan, day_before(workspace.today))
    ids = [known.id for known in before.objectives_by_ref[objective.ref].key_results]
    return ids.index(key_result.id) + 1 if key_result.id in ids else None


def _leave_initiatives(
    files: EditedFiles, objective: Objective, key_result: KeyResult
) -> list[str]:
    """Take the key result out of the objective's initiatives, and return sentences about that."""
    left = []
    for number, initiative in enumerate(objective.initiatives):
        if key_result.id in initiative.key_results:
            kept = [name for name in initiative.key_results if name != key_result.id]
            files.set(objective.path, ("initiatives", number, "key_results"), kept)
            left.append(
                f"The initiative '{initiative.id}' of {objective.ref} no longer names"
                f" '{key_result.id}'."
            )
    return left
