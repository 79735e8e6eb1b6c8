"""What was agreed: the key results as they stood when their cycle began."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.checks.history.agreed_cycles import running_cycles
from okrcli.checks.past import Past, Version
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


class Agreed(NamedTuple):
    """A key result as it was agreed, and what people call the state that it is of."""

    objective: Objective
    key_result: KeyResult
    version: Version

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return self.objective.ref_of(self.key_result)


def agreed_key_results(plan: Plan, past: Past, day: date) -> Iterator[Agreed]:
    """Return what binds *plan* on *day*: by its own history, then by the state asked for.

    A draft binds nobody. In the history, a key result is agreed as it stood before its cycle
    began; one that came later, as it stood at the end of its first day. When the cycle began is
    part of what was agreed.
    """
    histories: dict[str, list[Agreed]] = {}
    for version in past.versions:
        for agreed in _agreed_in(version):
            histories.setdefault(agreed.ref, []).append(agreed)
    cycles = cycles_with_past(plan, past, day)
    for states in histories.values():
        cycle = cycles.get(states[0].objective.cycle)
        if cycle is not None and (bound := _binding(states, cycle, day)):
            yield bound
    if past.against is not None:
        yield from _asked_for(plan, past.against, day)


def cycles_with_past(plan: Plan, past: Past, day: date) -> Mapping[str, Cycle]:
    """Return the cycles with objectives in the past that hold *day*, as they were agreed."""
    names = (each.cycle for version in past.versions for each in version.objectives)
    return running_cycles(plan, past.settings, names, day)


def _agreed_in(version: Version) -> Iterator[Agreed]:
    for objective in version.objectives:
        if objective.status in {"active", "closed"}:
            for key_result in objective.key_results:
                yield Agreed(objective, key_result, version)


def _binding(states: list[Agreed], cycle: Cycle, day: date) -> Agreed | None:
    before = [each for each in states if is_before(each.version, cycle)]
    if before:
        return before[-1]
    first = states[0].version.day
    return (
        next(each for each in reversed(states) if each.version.day <= first)
        if first < day
        else None
    )


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
