"""Key results that were moved later: on earlier days they count in their former objective."""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.model.changes.former import Former
from okrcli.model.former_names import moved_from
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

_Come = tuple[KeyResult, int | None]
"""A key result, and its place among the others, from 1, where that is known."""


class _Move(NamedTuple):
    """A key result that was moved: where it is now, and where it was."""

    holder: str
    key_result: KeyResult
    place: str
    name: str
    until: date
    position: int | None


def moved_back(plan: Plan, day: date) -> Plan:
    """Return *plan* with each key result in the objective in which it counted on *day*.

    If that objective no longer exists, the key result stays where it is now.
    """
    moves = list(_moves(plan, day))
    if not moves:
        return plan
    gone: dict[str, set[str]] = defaultdict(set)
    come: dict[str, list[_Come]] = defaultdict(list)
    for move in sorted(moves, key=_order):
        gone[move.holder].add(move.key_result.id)
        now = Former(ref=f"{move.holder}/{move.key_result.id}")
        names = (*move.key_result.formerly, now)
        as_it_was = move.key_result.model_copy(update={"id": move.name, "formerly": names})
        come[move.place].append((as_it_was, move.position))
    objectives = tuple(_with(objective, gone, come) for objective in plan.objectives)
    return plan.with_definitions(objectives, plan.kpis)


def _order(move: _Move) -> tuple[int, int]:
    """Return what sorts moves as they are undone: the last day's first, and by their places."""
    return -move.until.toordinal(), move.position or sys.maxsize


def _with(
    objective: Objective, gone: Mapping[str, set[str]], come: Mapping[str, list[_Come]]
) -> Objective:
    left, new = gone.get(objective.ref, ()), come.get(objective.ref, ())
    if not left and not new:
        return objective
    there = [key_result for key_result in objective.key_results if key_result.id not in left]
    for key_result, position in new:
        there.insert(len(there) if position is None else position - 1, key_result)
    return objective.model_copy(update={"key_results": tuple(there)})


def _moves(plan: Plan, day: date) -> Iterator[_Move]:
    for objective in plan.objectives_by_ref.values():
        for key_result in objective.key_results:
            later = [
                former for former in key_result.formerly if former.until and former.until > day
            ]
            if later:
                first = min(later, key=lambda former: former.until or date.max)
                place, name = moved_from(objective, first)
                found = plan.match_objectives(place)
                if len(found) == 1 and (first.position or found[0].ref != objective.ref):
                    old, until = found[0].ref, first.until or date.max
                    own = key_result.id if old == objective.ref else name
                    yield _Move(objective.ref, key_result, old, own, until, first.position)
