"""How objectives and teams are connected: no loops, and a child's dates within its parent's."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.compute.loops import loop_text, loops_in
from okrcli.model.cycle import Cycle
from okrcli.model.finding import BAD_REFERENCE, Finding, Location
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def find_loops(plan: Plan) -> Iterator[Finding]:
    """Find objectives that indirectly serve themselves, and teams that are above themselves."""
    parents = {
        objective.ref: parent.ref
        for objective in plan.objectives
        if (parent := plan.parent_of(objective))
    }
    for loop in _loops(parents):
        objective = plan.objectives_by_ref[loop[0]]
        location = ("parent",)
        place = plan.place(objective, *location)
        message = f"The parents form a loop: {loop_text(loop)}."
        hint = "Remove the `parent` of the topmost one."
        yield Finding.of(BAD_REFERENCE, place, message, hint, objective.ref, location=location)
    teams = {name: team.parent for name, team in plan.settings.teams.items() if team.parent}
    for loop in _loops(teams):
        team = ("teams", loop[0], "parent")
        place = plan.place(plan.settings, *team)
        message = f"The teams form a loop: {loop_text(loop)}."
        hint = "Remove the `parent` of the top team."
        yield Finding.of(BAD_REFERENCE, place, message, hint, location=team)


def _loops(parents: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    return loops_in({name: (parent,) for name, parent in parents.items()})


class _Edge(NamedTuple):
    """The first or last day of an objective, and where it is stated."""

    day: date
    location: Location


class _Span(NamedTuple):
    """The first and last day of an objective, by its key results, and its cycle."""

    first: _Edge
    last: _Edge
    cycle: Cycle


def _span(objective: Objective, cycle: Cycle) -> _Span:
    return _Span(_first(objective, cycle), _last(objective, cycle), cycle)


def find_dates_outside_parent(plan: Plan) -> Iterator[Finding]:
    """Find objectives that begin before, or end after, the objective they serve."""
    spans: dict[str, _Span] = {}
    for objective in plan.objectives:
        parent = plan.parent_of(objective)
        if parent is None or parent.ref == objective.ref:
            continue
        cycle, around = plan.cycle(objective.cycle), plan.cycle(parent.cycle)
        if cycle and around:
            if parent.ref not in spans:  # many may serve it
                spans[parent.ref] = _span(parent, around)
            yield from _outside(plan, objective, _span(objective, cycle), parent, spans[parent.ref])


def _outside(
    plan: Plan, objective: Objective, span: _Span, parent: Objective, around: _Span
) -> Iterator[Finding]:
    start, end = span.first, span.last
    earliest = min(around.cycle.start, around.first.day)
    latest = max(around.cycle.end or date.max, around.last.day)
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
        _Edge(key_result.start, ("key_results", index, "start"))
        if key_result.start
        else _Edge(cycle.start, ("parent",))
        for index, key_result in enumerate(objective.key_results)
    )
    return min(starts, key=lambda start: start.day, default=_Edge(cycle.start, ("parent",)))


def _last(objective: Objective, cycle: Cycle) -> _Edge:
    default = _Edge(cycle.end or date.max, ("parent",))
    ends = (
        _Edge(key_result.due, ("key_results", index, "due")) if key_result.due else default
        for index, key_result in enumerate(objective.key_results)
    )
    return max(ends, key=lambda end: end.day, default=default)
