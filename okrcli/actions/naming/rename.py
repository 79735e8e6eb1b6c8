"""Gives an objective, a key result or a KPI another id, wherever a definition names it."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from okrcli.actions.change import Change
from okrcli.actions.naming.edited_files import EditedFiles
from okrcli.actions.naming.mentions import mention_of_kpi, mention_of_objective
from okrcli.actions.naming.new_names import (
    name_of,
    require_form,
    require_free_key_result,
    require_free_kpi,
    require_free_objective,
)
from okrcli.actions.naming.same_meaning import require_only_renamed
from okrcli.actions.references import subject_named
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.history.message import build_message
from okrcli.model.base import ID_PATTERN, KPI_ID_PATTERN
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.layout import kpi_path, objective_path


def rename(workspace: Workspace, ref: str, new: str) -> Change:
    """Return the change that gives what *ref* names the id *new*.

    The old name goes to `formerly`, so that check-ins, which are never edited, go on counting.

    Args:
        workspace: The workspace.
        ref: Of an objective, a key result or a KPI.
        new: The id alone.

    Raises:
        UnknownReferenceError: *ref* names nothing, or several things.
        UsageError: *new* is no id, or taken.
        OkrError: Something would mean something else then.
    """
    plan = workspace.plan
    cycle = plan.report_cycle(workspace.today)
    subject = subject_named(plan, ref, cycle.id if cycle else None)
    files, old = EditedFiles(workspace.root), name_of(subject)
    if isinstance(subject, Kpi):
        _rename_kpi(files, plan, subject, new)
        now, kind = new, "KPI"
    elif isinstance(subject, Objective):
        _rename_objective(files, plan, subject, new)
        now, kind = f"{subject.cycle}/{new}", "Objective"
    else:
        _rename_key_result(files, plan, *subject, new)
        now, kind = f"{subject[0].ref}/{new}", "Key-Result"
    change = Change(
        writes=files.writes,
        removals=files.removals,
        message=build_message("Rename", [f"{old} to {now}"], trailers=[(f"OKR-{kind}", now)]),
        paths=files.paths,
        lines=(f"{old} is {now} now.", *_patterns_of(plan, files)),
        is_exclusive=True,
    )
    require_only_renamed(workspace, change, old, now)
    return change


def _patterns_of(plan: Plan, files: EditedFiles) -> Iterator[str]:
    """Yield which patterns of okr.yaml name a file that has another name now."""
    for removal in files.removals:
        path = removal.path.relative_to(files.root).as_posix()
        if path in plan.settings.rules.per_file_ignores:
            yield f"`per_file_ignores` in okr.yaml names {path}, which is no file any more."


def _rename_objective(files: EditedFiles, plan: Plan, objective: Objective, new: str) -> None:
    _require_another(objective.id, new)
    require_form(new, ID_PATTERN)
    require_free_objective(plan, objective.cycle, new)
    mention_of_objective(files, plan, objective, new)
    path = objective.path
    files.append(path, ("formerly",), objective.id)
    files.rename(path, _beside(path, objective_path(objective.cycle, new)))


def _rename_key_result(
    files: EditedFiles, plan: Plan, objective: Objective, key_result: KeyResult, new: str
) -> None:
    _require_another(key_result.id, new)
    require_form(new, ID_PATTERN)
    require_free_key_result(plan, objective, new)
    path, place = objective.path, ("key_results", objective.key_results.index(key_result))
    # With the objective, so that it stays true where the key result is moved.
    former = f"{objective.id}/{key_result.id}"
    files.append(path, (*place, "formerly"), former)
    files.set(path, (*place, "id"), new)
    for number, initiative in enumerate(objective.initiatives):
        for position, name in enumerate(initiative.key_results):
            if name == key_result.id:
                files.set(path, ("initiatives", number, "key_results", position), new)


def _rename_kpi(files: EditedFiles, plan: Plan, kpi: Kpi, new: str) -> None:
    _require_another(kpi.id, new)
    require_form(new, KPI_ID_PATTERN)
    require_free_kpi(plan, new)
    mention_of_kpi(files, plan, kpi, new)
    files.append(kpi.path, ("formerly",), kpi.id)
    files.rename(kpi.path, _beside(kpi.path, kpi_path(new)))


def _beside(path: str, new: str) -> str:
    """Return *new* with the ending that *path* has."""
    return str(PurePosixPath(new).with_suffix(PurePosixPath(path).suffix))


def _require_another(old: str, new: str) -> None:
    if "/" in new:
        raise UsageError(f"'{new}' is not an id.", "Write the new id alone, as in `cx-leader`.")
    if old == new:
        raise UsageError(f"It is called '{old}' already.", "Nothing was changed.")
