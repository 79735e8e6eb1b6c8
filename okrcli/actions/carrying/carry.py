"""Carries objectives over to another cycle, as drafts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from okrcli.actions.additions import Addition
from okrcli.actions.carrying.key_results import CarriedKeyResult, Passage, carried_key_result
from okrcli.actions.naming.new_names import require_free_objective
from okrcli.actions.new.objective import add_objective
from okrcli.actions.report import cycle_named
from okrcli.actions.workspace import Workspace
from okrcli.checks.titles import Titles
from okrcli.compute.pace import reaches
from okrcli.compute.reports.closing_score import scores_if_open
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.cycle import Cycle
from okrcli.model.initiative import Initiative
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

_ENDED = {"done", "cancelled"}


@frozen_dataclass
class Carried:
    """Objectives that are carried over.

    Attributes:
        addition: The drafts, to be added as one commit.
        remarks: What to know about them, one sentence each.
    """

    addition: Addition
    remarks: tuple[str, ...]


def carry(workspace: Workspace, objectives: Sequence[Objective], cycle_id: str) -> Carried:
    """Return drafts in the cycle *cycle_id* that continue *objectives*.

    Args:
        workspace: The workspace.
        objectives: Objectives of other cycles.
        cycle_id: The cycle in which they continue.

    Raises:
        UnknownReferenceError: There is no such cycle.
        UsageError: One was carried over already, or cannot be continued.
    """
    plan = workspace.plan
    cycle = cycle_named(plan, cycle_id, workspace.today)
    together = {objective.id for objective in objectives}
    if len(together) < len(objectives):
        raise UsageError("Two of the objectives have the same id.", "Carry them one by one.")
    there = together | {objective.id for objective in plan.objectives_in(cycle_id)}
    snapshot, titles = snapshot_on(plan, workspace.today), Titles.of(plan.settings)
    additions, remarks = list[Addition](), list[str]()
    for objective in objectives:
        _require_possible(plan, objective, cycle)
        read = partial(titles.read, language=objective.language)
        passage = Passage(
            snapshot, cycle_named(plan, objective.cycle, workspace.today), cycle, read
        )
        draft, known = _draft(passage, objective, there)
        additions.append(replace(add_objective(workspace, draft), what="draft"))
        remarks += known
    first, *others = additions
    trailers = [
        trailer
        for objective, addition in zip(objectives, additions, strict=True)
        for trailer in (("OKR-Objective", addition.ref), ("OKR-Carried-From", objective.ref))
    ]
    names = [f"{objective.ref} to {cycle_id}" for objective in objectives]
    message = build_message("Carry", names, trailers=trailers)
    return Carried(replace(first, message=message, beside=tuple(others)), tuple(remarks))


def objectives_named(workspace: Workspace, refs: Sequence[str]) -> tuple[Objective, ...]:
    """Return the objectives that *refs* name, each once.

    Raises:
        UnknownReferenceError: One is unknown or ambiguous.
    """
    current = workspace.plan.report_cycle(workspace.today)
    named = (workspace.plan.objective(ref, current.id if current else None) for ref in refs)
    return tuple({objective.ref: objective for objective in named}.values())


def worth_carrying(
    workspace: Workspace, cycle_id: str, source: str | None
) -> tuple[tuple[Objective, Decimal | None], ...]:
    """Return the objectives that can go on in *cycle_id*, with their scores.

    Those that are done, cancelled or there already are left out.

    Args:
        workspace: The workspace.
        cycle_id: The cycle in which they continue.
        source: The cycle that they come from; without one, the last that began before.

    Raises:
        UnknownReferenceError: There is no such cycle.
        UsageError: There is no cycle before.
    """
    plan = workspace.plan
    cycle = cycle_named(plan, cycle_id, workspace.today)
    old = cycle_named(plan, source, workspace.today) if source else _cycle_before(plan, cycle)
    there = {_source_of(plan, objective) for objective in plan.objectives_in(cycle_id)}
    taken = {objective.id for objective in plan.objectives_in(cycle_id)}
    open_ = [
        objective
        for objective in plan.objectives_in(old.id)
        if objective.status != "cancelled"
        and objective.ref not in there
        and objective.id not in taken
    ]
    computed = scores_if_open(
        plan, dict.fromkeys(objective.ref for objective in open_), workspace.today
    )
    found = [(objective, _final(objective, computed[objective.ref])) for objective in open_]
    return tuple(pair for pair in found if pair[1] is None or not reaches(pair[1], Decimal(1)))


def _final(objective: Objective, computed: Decimal | None) -> Decimal | None:
    return objective.closing.final_score if objective.closing else computed


def _cycle_before(plan: Plan, cycle: Cycle) -> Cycle:
    earlier = [other for other in plan.cycles if other.start < cycle.start]
    if not earlier:
        raise UsageError(f"There is no cycle before {cycle.id} that has objectives.")
    # Of those that end last before it the shortest: a quarter, and not its year.
    return max(earlier, key=lambda other: (other.start, other.id))


def _require_possible(plan: Plan, objective: Objective, cycle: Cycle) -> None:
    if objective.cycle == cycle.id:
        raise UsageError(f"{objective.ref} is in {cycle.id} already.", "Nothing was changed.")
    own = plan.cycle(objective.cycle)
    if own is not None and cycle.end is not None and cycle.end < own.start:
        raise UsageError(
            f"{cycle.id} was over before {objective.ref} began.", "Name a cycle that comes later."
        )
    if objective.status == "cancelled":
        raise UsageError(f"{objective.ref} is cancelled, so it does not go on.")
    for other in plan.objectives_in(cycle.id):
        if _source_of(plan, other) == objective.ref:
            raise UsageError(f"{objective.ref} goes on as {other.ref} already.")
    require_free_objective(plan, cycle.id, objective.id)


def _source_of(plan: Plan, objective: Objective) -> str | None:
    """Return the objective that *objective* continues, by its present name."""
    found = plan.match_objectives(objective.carried_from) if objective.carried_from else ()
    return found[0].ref if len(found) == 1 else None


def _draft(
    passage: Passage, objective: Objective, there: Collection[str]
) -> tuple[Objective, list[str]]:
    parts = [
        carried_key_result(passage, objective, key_result) for key_result in objective.key_results
    ]
    remarks = [remark for part in parts for remark in part.remarks]
    kept = tuple(part.key_result for part in parts if part.key_result is not None)
    if objective.key_results and not kept:
        raise UsageError(f"All key results of {objective.ref} are done, so nothing goes on.")
    parent, known = _parent(passage, objective, there)
    fields = {
        "cycle": passage.new.id,
        "path": "",
        "status": "draft",
        "parent": parent,
        "key_results": kept,
        "initiatives": tuple(_initiatives(passage, objective, parts)),
        "approved_by": (),
        "amendments": (),
        "formerly": (),
        "added": None,
        "closing": None,
        "cancelled": None,
        "carried_from": objective.ref,
    }
    return objective.model_copy(update=fields), [*remarks, *known]


def _parent(
    passage: Passage, objective: Objective, there: Collection[str]
) -> tuple[str | None, list[str]]:
    """Return the parent in the new cycle, with what to know about it.

    One of the old cycle goes on only with its own draft; one of a longer cycle stays as long as
    that lasts.
    """
    plan, new = passage.snapshot.plan, passage.new
    parent = plan.parent_of(objective)
    if parent is None:
        return objective.parent, []
    if parent.id in there:
        return parent.id, []
    cycle = plan.cycle(parent.cycle)
    lasts = cycle is not None and (cycle.end is None or bool(new.end and new.end <= cycle.end))
    if parent.cycle != objective.cycle and lasts:
        return objective.parent, []
    gone = f"{objective.ref} served {parent.ref}, which does not go on in {new.id}: name another."
    return None, [gone]


def _initiatives(
    passage: Passage, objective: Objective, parts: Sequence[CarriedKeyResult]
) -> Iterator[Initiative]:
    kept = {part.key_result.id for part in parts if part.key_result is not None}
    for initiative in objective.initiatives:
        left = tuple(name for name in initiative.key_results if name in kept)
        is_for_others = bool(initiative.key_results) and not left
        if initiative.status not in _ENDED and not is_for_others:
            fields = {"key_results": left, "due": passage.day(initiative.due)}
            yield initiative.model_copy(update=fields)
