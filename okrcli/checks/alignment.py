"""How objectives and teams hang together: no loops, and a child's dates inside its parent's."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.model.cycle import Cycle
from okrcli.model.finding import BAD_REFERENCE, Finding, Location
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def find_loops(plan: Plan) -> Iterator[Finding]:
    """Find objectives that serve themselves in the end, and teams that are above themselves."""
    parents = {each.ref: parent.ref for each in plan.objectives if (parent := plan.parent_of(each))}
    for loop in _loops(parents):
        objective = plan.objectives_by_ref[loop[0]]
        location = ("parent",)
        place = plan.place(objective, *location)
        message = f"The parents go in a loop: {_drawn(loop)}."
        hint = "Remove the `parent` of the highest of them."
        yield Finding.of(BAD_REFERENCE, place, message, hint, objective.ref, location=location)
    teams = {name: team.parent for name, team in plan.settings.teams.items() if team.parent}
    for loop in _loops(teams):
        team = ("teams", loop[0], "parent")
        place = plan.place(plan.settings, *team)
        message = f"The teams go in a loop: {_drawn(loop)}."
        hint = "Remove the `parent` of the top team."
        yield Finding.of(BAD_REFERENCE, place, message, hint, location=team)


def _drawn(loop: tuple[str, ...]) -> str:
    return " → ".join((*loop, loop[0]))


def _loops(parents: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Return each loop once, beginning with its first name, where all have one parent at most."""
    seen: set[str] = set()
    for start in sorted(parents):
        trail: list[str] = []
        name = start
        while name in parents and name not in seen:
            seen.add(name)
            trail.append(name)
            name = parents[name]
        if name in trail:
            loop = trail[trail.index(name) :]
            first = loop.index(min(loop))
            yield (*loop[first:], *loop[:first])


class _Edge(NamedTuple):
    """The first or last day of an objective, and where it is written."""

    day: date
    location: Location


def find_dates_outside_parent(plan: Plan) -> Iterator[Finding]:
    """Find objectives that begin before, or end after, the objective they serve."""
    for objective in plan.objectives:
        parent = plan.parent_of(objective)
        if parent is None or parent.ref == objective.ref:
            continue
        cycle, around = plan.cycle(objective.cycle), plan.cycle(parent.cycle)
        if cycle and around:
            yield from _outside(plan, objective, cycle, parent, around)


def _outside(
    plan: Plan, objective: Objective, cycle: Cycle, parent: Objective, around: Cycle
) -> Iterator[Finding]:
    start, end = _first(objective, cycle), _last(objective, cycle)
    earliest = min(around.start, _first(parent, around).day)
    latest = max(around.end or date.max, _last(parent, around).day)
    if start.day < earliest:
        message = f"{objective.ref} begins on {start.day}, its parent {parent.ref} on {earliest}."
        yield _finding(plan, objective, start.location, message)
    if end.day > latest:
        until = "has no last day" if end.day == date.max else f"ends on {end.day}"
        message = f"{objective.ref} {until}, its parent {parent.ref} ends on {latest}."
        yield _finding(plan, objective, end.location, message)


def _finding(plan: Plan, objective: Objective, location: Location, message: str) -> Finding:
    hint = "Give its key results dates inside the parent's, or serve a parent of a longer cycle."
    place = plan.place(objective, *location)
    return Finding.of(BAD_REFERENCE, place, message, hint, objective.ref, location=location)


def _first(objective: Objective, cycle: Cycle) -> _Edge:
    starts = (
        _Edge(each.start, ("key_results", index, "start"))
        if each.start
        else _Edge(cycle.start, ("parent",))
        for index, each in enumerate(objective.key_results)
    )
    return min(starts, key=lambda each: each.day, default=_Edge(cycle.start, ("parent",)))


def _last(objective: Objective, cycle: Cycle) -> _Edge:
    default = _Edge(cycle.end or date.max, ("parent",))
    ends = (
        _Edge(each.due, ("key_results", index, "due")) if each.due else default
        for index, each in enumerate(objective.key_results)
    )
    return max(ends, key=lambda each: each.day, default=default)
