"""What was agreed: the key results as they stood when their cycle began."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.checks.history.agreed_cycles import running_cycles
from okrcli.checks.past import Past, Version
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult, goalposts
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


class Agreed(NamedTuple):
    """A key result as it was agreed.

    Attributes:
        objective: It and what is around it.
        key_result: The key result.
        version: The state that it is of.
        otherwise: What another line of commits had, which was merged after the cycle began: git
            does not tell which of both was agreed. `None` where there is no such line.
    """

    objective: Objective
    key_result: KeyResult
    version: Version
    otherwise: "Otherwise | None" = None

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return self.objective.ref_of(self.key_result)


class Otherwise(NamedTuple):
    """What a line of commits that was merged later had: *agreed* is `None` where it had nothing."""

    version: Version
    agreed: Agreed | None


def agreed_key_results(plan: Plan, past: Past, day: date) -> Iterator[Agreed]:
    """Return what binds *plan* on *day*: by its own history, then by the state asked for.

    A draft binds nobody. In the history, a key result is agreed as it stood before its cycle
    began; one that came later, as it stood at the end of its first day. When the cycle began is
    part of what was agreed.
    """
    cycles = cycles_with_past(plan, past, day)
    for states in _histories(past).values():
        cycle = cycles.get(states[0].objective.cycle)
        if cycle is not None and (bound := _bound(past, states, cycle, day)):
            yield bound
    if past.against is not None:
        yield from _asked_for(plan, past.against, day)


def _bound(past: Past, states: list[Agreed], cycle: Cycle, day: date) -> Agreed | None:
    """Return what binds; where the history had it before the cycle in two ways, both."""
    merged = past.merged.get(states[0].objective.path)
    own = [state for state in states if merged is None or state.version is not merged.version]
    before = [state for state in own if is_before(state.version, cycle)]
    since = own[len(before) :]
    bound = _binding(before, since, day)
    if merged is None:
        return bound
    theirs, base = (_find(states[0].ref, version) for version in merged)
    otherwise = _binding([theirs] if theirs else [], since, day)
    if not before or bound is None:
        return otherwise
    if _goalposts(theirs) == _goalposts(base):
        return bound  # the line left it as it was, and knew nothing of what others made of it
    return bound._replace(otherwise=Otherwise(merged.version, otherwise))


def _find(ref: str, version: Version) -> Agreed | None:
    return next((agreed for agreed in _agreed_in(version) if agreed.ref == ref), None)


def _goalposts(agreed: Agreed | None) -> object:
    if agreed is None:
        return None
    key_result = agreed.key_result
    values = [getattr(key_result, field, None) for field in goalposts()]
    return [key_result.type, key_result.listed_steps, *values]


def _histories(past: Past) -> dict[str, list[Agreed]]:
    """Return the states of each key result that somebody agreed to, by its reference."""
    histories: dict[str, list[Agreed]] = {}
    for version in _versions(past):
        for agreed in _agreed_in(version):
            histories.setdefault(agreed.ref, []).append(agreed)
    return histories


def _versions(past: Past) -> Iterator[Version]:
    yield from (merged.version for merged in past.merged.values())
    yield from past.versions


def cycles_with_past(plan: Plan, past: Past, day: date) -> Mapping[str, Cycle]:
    """Return the cycles with objectives in the past that hold *day*, as they were agreed."""
    names = (objective.cycle for each in _versions(past) for objective in each.objectives)
    return running_cycles(plan, past.settings, names, day)


def _agreed_in(version: Version) -> Iterator[Agreed]:
    for objective in version.objectives:
        if objective.status in {"active", "closed"}:
            for key_result in objective.key_results:
                yield Agreed(objective, key_result, version)


def _binding(before: list[Agreed], since: list[Agreed], day: date) -> Agreed | None:
    """Return the last state from before the cycle, else the last of the first day on."""
    if before:
        return before[-1]
    if not since or since[0].version.day >= day:
        return None
    first = since[0].version.day
    return next(state for state in reversed(since) if state.version.day <= first)


def is_before(version: Version, cycle: Cycle) -> bool:
    """Return whether a version is certainly of a day before the cycle."""
    return version.day < cycle.start and not version.is_doubtful


def _asked_for(plan: Plan, version: Version, day: date) -> Iterator[Agreed]:
    """Return what *version* binds: before a cycle begins its goalposts may still move."""
    settings = version.settings or plan.settings
    for agreed in _agreed_in(version):
        cycle = settings.cycle(agreed.objective.cycle)
        if cycle is not None and cycle.start <= min(version.day, day):
            yield agreed
