"""The objectives that can still be changed, and their key results, each in its plan."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from okrcli.compute.as_of.definitions import kpi_on
from okrcli.compute.moves import Move
from okrcli.compute.progress import Ends, measure_of
from okrcli.frozen import frozen_dataclass
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, RuleId
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.next_step import Hint


class Subject(NamedTuple):
    """An objective in its plan."""

    plan: Plan
    objective: Objective

    @property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return self.objective.ref

    @property
    def title(self) -> str:
        """Its title."""
        return self.objective.title

    def finding(self, rule: RuleId, message: str, hint: Hint, *keys: str | int) -> Finding:
        """Return a finding at the value of *keys*, or at the start of the objective."""
        place = self.plan.place(self.objective, *keys)
        return Finding.of(rule, place, message, hint, self.ref, location=keys)


@frozen_dataclass
class KeyResultSubject:
    """A key result in its plan; *position* is its place in the objective.

    Many rules look at one, so what they ask for is computed once.
    """

    plan: Plan
    objective: Objective
    position: int
    key_result: KeyResult

    @cached_property
    def ref(self) -> str:
        """Its reference with the cycle."""
        return self.objective.ref_of(self.key_result)

    @property
    def title(self) -> str:
        """Its title."""
        return self.key_result.title

    @cached_property
    def kpi(self) -> Kpi | None:
        """Its KPI, as of its last day where that was amended since; `None` without a known one."""
        kpi = self.plan.kpis_by_id.get(self.key_result.kpi) if self.key_result.kpi else None
        if kpi is None or not kpi.amendments:
            return kpi
        cycle = self.cycle
        last = self.key_result.due or (cycle.end if cycle else None)
        if last is None or any(one.date > last for one in self.key_result.amendments):
            return kpi
        return kpi_on(kpi, last)

    def is_owed_on(self, day: date) -> bool:
        """Return whether it is binding on *day*: it is active, and was added by then."""
        objective = self.objective
        there = objective.exists_on(day) and self.key_result.exists_on(day)
        return there and objective.status == "active"

    @cached_property
    def cycle(self) -> Cycle | None:
        """Its objective's cycle; `None` if the folder names none."""
        return self.plan.cycle(self.objective.cycle)

    @cached_property
    def move(self) -> Move | None:
        """Its baseline and target; `None` if its type has none."""
        return measure_of(self.key_result).move(self.key_result, self.kpi)

    @cached_property
    def ends(self) -> Ends | None:
        """The bounds of its values; `None` if unknown or not numeric."""
        return measure_of(self.key_result).ends(self.key_result, self.kpi)

    def finding(self, rule: RuleId, message: str, hint: str, *keys: str | int) -> Finding:
        """Return a finding at the value of *keys*, or at the key result's beginning."""
        location = ("key_results", self.position, *keys)
        place = self.plan.place(self.objective, *location)
        return Finding.of(rule, place, message, hint, self.ref, location=location)


def of_kpi(
    plan: Plan, kpi: Kpi, rule: RuleId, message: str, hint: Hint, *keys: str | int
) -> Finding:
    """Return a finding at the value of *keys* of a KPI, or at its beginning."""
    return Finding.of(rule, plan.place(kpi, *keys), message, hint, kpi.id, location=keys)


def open_objectives(plan: Plan) -> Iterator[Subject]:
    """Return the draft and active objectives."""
    for objective in plan.objectives:
        if objective.status in {"draft", "active"}:
            yield Subject(plan, objective)


def moves(
    subjects: Iterable[KeyResultSubject],
) -> Iterator[tuple[KeyResultSubject, Move]]:
    """Return the key results that have a baseline and a target."""
    for subject in subjects:
        if move := subject.move:
            yield subject, move


def open_key_results(subjects: Iterable[Subject]) -> Iterator[KeyResultSubject]:
    """Return the key results of the objectives that are not given up: those stay as they were."""
    for plan, objective in subjects:
        for position, key_result in enumerate(objective.key_results):
            if key_result.dropped is None:
                yield KeyResultSubject(plan, objective, position, key_result)
