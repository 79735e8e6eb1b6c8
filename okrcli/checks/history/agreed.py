"""What was agreed: objectives and key results as they stood when their cycle began."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Generic, NamedTuple, Protocol, TypeVar

from okrcli.checks.history.agreed_cycles import binding_cycles, is_over, running_cycles
from okrcli.checks.history.present import objective_now
from okrcli.checks.past import Past, Version
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


class Promise(Protocol):
    """Something that was agreed, as it was at one time."""

    @property
    def ref(self) -> str:
        """Its reference, with the cycle where it has one."""

    @property
    def path(self) -> str:
        """The path of its file."""

    @property
    def goalposts(self) -> object:
        """Its goalposts, to compare two states."""


PromiseT = TypeVar("PromiseT", bound=Promise)


class Agreed(NamedTuple, Generic[PromiseT]):
    """What somebody agreed to, as it stood then.

    Attributes:
        promise: It.
        version: The state that it is of.
        otherwise: What another line of commits had, which was merged after the cycle began: git
            does not tell which of both was agreed. `None` where there is no such line.
    """

    promise: PromiseT
    version: Version
    otherwise: "Otherwise[PromiseT] | None" = None

    @property
    def ref(self) -> str:
        """Its reference, as it was called then."""
        return self.promise.ref


class Otherwise(NamedTuple, Generic[PromiseT]):
    """What a line of commits that was merged later had: *agreed* is `None` where it had nothing."""

    version: Version
    agreed: Agreed[PromiseT] | None


class ObjectivePromise(NamedTuple):
    """An objective, without its key results."""

    objective: Objective

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return self.objective.ref

    @property
    def path(self) -> str:
        """The path of its file."""
        return self.objective.path

    @property
    def goalposts(self) -> object:
        """Its goalposts, as agreed."""
        return [getattr(self.objective, field) for field in self.objective.goalposts()]


class KeyResultPromise(NamedTuple):
    """A key result in its objective."""

    objective: Objective
    key_result: KeyResult

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return self.objective.ref_of(self.key_result)

    @property
    def path(self) -> str:
        """The path of its objective's file."""
        return self.objective.path

    @property
    def goalposts(self) -> object:
        """Its goalposts, as agreed."""
        of_type = type(self.key_result)
        values = [getattr(self.key_result, field) for field in of_type.goalposts()]
        return [self.key_result.type, self.key_result.listed_steps, *values]


AgreedObjective = Agreed[ObjectivePromise]
AgreedKeyResult = Agreed[KeyResultPromise]


def agreed_objectives(plan: Plan, past: Past, day: date) -> Iterator[AgreedObjective]:
    """Return the objectives that bind *plan* on *day*; as `agreed_key_results`."""
    return _promises_of(plan, past, day, lambda objective: [ObjectivePromise(objective)])


def agreed_key_results(plan: Plan, past: Past, day: date) -> Iterator[AgreedKeyResult]:
    """Return what binds *plan* on *day*: by its own history, then by the state asked for.

    A draft binds nobody. In the history, a key result is agreed as it stood before its cycle
    began; one that came later, as it stood at the end of its first day. When the cycle began is
    part of what was agreed.
    """
    return _promises_of(plan, past, day, _key_results_of)


def _is_put_away(plan: Plan, past: Past, states: list[Agreed[PromiseT]]) -> bool:
    """Return whether the objective of *states* is gone, but was closed or cancelled before."""
    if objective_now(plan, "/".join(states[-1].ref.split("/")[:2])) is not None:
        return False
    path = states[-1].promise.path
    held = (record for version in reversed(past.versions) for record in version.objectives)
    last = next((record for record in held if record.path == path), None)
    return last is not None and last.status in {"closed", "cancelled"}


def _key_results_of(objective: Objective) -> Iterable[KeyResultPromise]:
    return (KeyResultPromise(objective, key_result) for key_result in objective.key_results)


def _promises_of(
    plan: Plan, past: Past, day: date, promises: Callable[[Objective], Iterable[PromiseT]]
) -> Iterator[Agreed[PromiseT]]:
    def agreed_in(version: Version) -> list[Agreed[PromiseT]]:
        return [
            Agreed(promise, version)
            for objective in bound_objectives(version)
            for promise in promises(objective)
        ]

    cycles = cycles_that_bind(plan, past, day)
    for states in histories_of(past, agreed_in).values():
        cycle = cycles.get(states[0].ref.partition("/")[0])
        if cycle is None or (is_over(cycle, day) and _is_put_away(plan, past, states)):
            continue
        if bound := bound_by(past, states, cycle.start, day, agreed_in):
            yield bound
    if past.against is not None:
        settings = past.against.settings or plan.settings
        for agreed in agreed_in(past.against):
            cycle = settings.cycle(agreed.ref.partition("/")[0])
            # Before a cycle begins its goalposts may still move.
            if cycle is not None and cycle.start <= min(past.against.day, day):
                yield agreed


def bound_objectives(version: Version) -> Iterator[Objective]:
    """Return the objectives of *version* that somebody had agreed to."""
    return (
        objective for objective in version.objectives if objective.status in {"active", "closed"}
    )


def histories_of(
    past: Past, agreed_in: Callable[[Version], Iterable[Agreed[PromiseT]]]
) -> Mapping[str, list[Agreed[PromiseT]]]:
    """Return all states of what *agreed_in* finds in a version, by reference."""
    histories: dict[str, list[Agreed[PromiseT]]] = {}
    for version in _versions(past):
        for agreed in agreed_in(version):
            histories.setdefault(agreed.ref, []).append(agreed)
    return histories


def bound_by(
    past: Past,
    states: list[Agreed[PromiseT]],
    start: date,
    day: date,
    agreed_in: Callable[[Version], Iterable[Agreed[PromiseT]]],
) -> Agreed[PromiseT] | None:
    """Return what binds of *states*; where the history had it before *start* in two ways, both."""
    merged = past.merged.get(states[0].promise.path)
    own = [state for state in states if merged is None or state.version is not merged.version]
    before = [state for state in own if is_before(state.version, start)]
    since = own[len(before) :]
    bound = _binding(before, since, day)
    if merged is None:
        return bound

    def find(version: Version) -> Agreed[PromiseT] | None:
        return next((agreed for agreed in agreed_in(version) if agreed.ref == states[0].ref), None)

    theirs, base = find(merged.version), find(merged.base)
    otherwise = _binding([theirs] if theirs else [], since, day)
    if not before or bound is None:
        return otherwise
    if _goalposts(theirs) == _goalposts(base):
        return bound  # the line left it as it was, and knew nothing of what others made of it
    return bound._replace(otherwise=Otherwise(merged.version, otherwise))


def _goalposts(agreed: Agreed[PromiseT] | None) -> object:
    return agreed.promise.goalposts if agreed else None


def _versions(past: Past) -> Iterator[Version]:
    yield from (merged.version for merged in past.merged.values())
    yield from past.versions


def cycles_with_past(plan: Plan, past: Past, day: date) -> Mapping[str, Cycle]:
    """Return the cycles with objectives in the past that hold *day*, as they were agreed."""
    names = (objective.cycle for version in _versions(past) for objective in version.objectives)
    return running_cycles(plan, past.settings, names, day)


def cycles_that_bind(plan: Plan, past: Past, day: date) -> Mapping[str, Cycle]:
    """Return the cycles of the past whose goalposts bind on *day*, as they were agreed."""
    names = (objective.cycle for version in _versions(past) for objective in version.objectives)
    return binding_cycles(plan, past.settings, names, day, past.unsettled)


def _binding(
    before: list[Agreed[PromiseT]], since: list[Agreed[PromiseT]], day: date
) -> Agreed[PromiseT] | None:
    """Return the last state from before the start, else the last of the first day on."""
    if before:
        return before[-1]
    if not since or since[0].version.day >= day:
        return None
    first = since[0].version.day
    return next(state for state in reversed(since) if state.version.day <= first)


def is_before(version: Version, start: date) -> bool:
    """Return whether a version is certainly of a day before *start*."""
    return version.day < start and not version.is_doubtful
