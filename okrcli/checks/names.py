"""The names that a workspace knows, and what to say of one that it does not know."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from okrcli.model.base import Record
from okrcli.model.finding import BAD_REFERENCE, Finding, Location
from okrcli.model.key_results import KeyResult
from okrcli.model.plan import Plan
from okrcli.nearest import nearest

_SUGGESTIONS = 20
"""In one run: each costs time, and more unknown names than these have one cause."""


_MOST_LISTED = 20


class Spot(NamedTuple):
    """A node of a record's file, and the objective, key result or KPI that it is about."""

    record: Record
    location: Location = ()
    ref: str | None = None

    def at(self, *more: str | int) -> "Spot":
        """Return the node that *more* leads to from here."""
        return Spot(self.record, (*self.location, *more), self.ref)


@dataclass
class Names:
    """What a workspace's references can name.

    Nothing is called unknown whose own file could not be read: that file has its finding.
    """

    plan: Plan
    _suggestions: int = field(default=_SUGGESTIONS, init=False)
    _cycles: dict[date, str | None] = field(default_factory=dict, init=False)
    _beside: dict[str, list[str]] = field(default_factory=dict, init=False)
    _steps: dict[str, dict[str, None]] = field(default_factory=dict, init=False)

    def person(self, spot: Spot, name: str | None, *keys: str | int) -> Iterator[Finding]:
        """Find that *name* is not under `people`, where okr.yaml has people."""
        people = self.plan.settings.people
        if name is not None and people and name not in people:
            yield from self._unlisted(spot.at(*keys), "person", name, people, "people")

    def team(self, spot: Spot, name: str | None, *keys: str | int) -> Iterator[Finding]:
        """Find that *name* is not under `teams`, where okr.yaml has teams."""
        teams = self.plan.settings.teams
        if name is not None and teams and name not in teams:
            yield from self._unlisted(spot.at(*keys), "team", name, teams, "teams")

    def _unlisted(
        self, spot: Spot, kind: str, name: str, known: Collection[str], section: str
    ) -> Iterator[Finding]:
        if not self.is_unreadable("okr"):
            otherwise = f"Add {name} under `{section}` in okr.yaml, or correct the name."
            yield self.unknown(spot, kind, name, known, otherwise)

    def kpi(self, spot: Spot, name: str | None, *keys: str | int) -> Iterator[Finding]:
        """Find that there is no KPI *name*."""
        known = self.plan.kpis_by_id
        if name is not None and name not in known and not self.is_unreadable(f"kpis/{name}"):
            otherwise = f"Define it in kpis/{name}.yaml, or correct the name."
            yield self.unknown(spot.at(*keys), "KPI", name, known, otherwise)

    def improvement(self, spot: Spot, name: str) -> Iterator[Finding]:
        """Find that there is no improvement plan *name*."""
        known = self._improvements
        if name not in known and not self.is_unreadable(f"improvements/{name}"):
            otherwise = "An improvement plan is named by its file in improvements/."
            yield self.unknown(spot, "improvement plan", name, known, otherwise)

    def objective(self, spot: Spot, ref: str, cycle_id: str | None) -> Iterator[Finding]:
        """Find that *ref*, read in a cycle, names no objective, or several."""
        matches = self.plan.match_objectives(ref, cycle_id)
        if len(matches) > 1:
            yield self.ambiguous(spot, ref, [each.ref for each in matches])
        elif not matches and not self.is_unreadable_objective(ref):
            yield self.unknown_objective(spot, ref)

    def unknown_objective(self, spot: Spot, ref: str) -> Finding:
        """Return the finding that there is no objective *ref*."""
        by_cycle = "/" in ref
        known = self.plan.objectives_by_ref if by_cycle else self.plan.objectives_by_id
        otherwise = "An objective is named by its cycle and file, as in 2026-Q4/cx-leader."
        return self.unknown(spot, "objective", ref, known, otherwise)

    def ambiguous(self, spot: Spot, ref: str, meanings: Collection[str]) -> Finding:
        """Return the finding that *ref* fits all of *meanings*."""
        listed = " and ".join(sorted(meanings))
        return self._finding(
            spot, f"'{ref}' fits more than one thing: {listed}.", "Write it with its cycle."
        )

    def unknown(
        self, spot: Spot, kind: str, name: str, known: Collection[str], otherwise: str = ""
    ) -> Finding:
        """Return the finding that *known* has no *name*.

        It says the nearest, else what to do *otherwise*, else some of those that there are.
        """
        near = self._nearest(name, known)
        hint = f"Did you mean '{near}'?" if near else otherwise or self._listed(known)
        return self._finding(spot, f"There is no {kind} '{name}'.", hint)

    def cycle_on(self, day: date) -> str | None:
        """Return the cycle in which an entry of *day* is read."""
        if day not in self._cycles:
            cycle = self.plan.report_cycle(day)
            self._cycles[day] = cycle.id if cycle else None
        return self._cycles[day]

    def is_unreadable(self, stem: str) -> bool:
        """Return whether the file *stem*, a path without its ending, could not be read."""
        return stem in self._unreadable

    def is_unreadable_objective(self, ref: str) -> bool:
        """Return whether *ref* can mean an objective whose file could not be read."""
        if "/" in ref:
            return self.is_unreadable(f"objectives/{ref}")
        return ref in self._unreadable_objectives

    def key_results_beside(self, objective_ref: str) -> Collection[str]:
        """Return the references of the key results of *objective_ref*, which may be several."""
        if objective_ref not in self._beside:
            self._beside[objective_ref] = [
                f"{objective_ref}/{key_result.id}"
                for objective in self.plan.match_objectives(objective_ref)
                for key_result in objective.key_results
            ]
        return self._beside[objective_ref]

    def steps_of(self, ref: str, key_result: KeyResult) -> Collection[str]:
        """Return the ids of the steps of the key result *ref*; none where it has no steps."""
        if ref not in self._steps:
            self._steps[ref] = {step.id: None for step in key_result.listed_steps}
        return self._steps[ref]

    def _listed(self, known: Collection[str]) -> str:
        if not known:
            return "It has none."
        shown = sorted(islice(known, _MOST_LISTED))
        more = len(known) - len(shown)
        return f"There are {', '.join(shown)}{f' and {more:,} more' if more else ''}."

    def _finding(self, spot: Spot, message: str, hint: str) -> Finding:
        place = self.plan.place(spot.record, *spot.location)
        return Finding.of(BAD_REFERENCE, place, message, hint, spot.ref, location=spot.location)

    def _nearest(self, name: str, known: Collection[str]) -> str | None:
        if not self._suggestions:
            return None
        self._suggestions -= 1
        return next(iter(nearest(name, known, cutoff=0.7)), None)

    @cached_property
    def _unreadable(self) -> frozenset[str]:
        return frozenset(str(PurePosixPath(path).with_suffix("")) for path in self.plan.unreadable)

    @cached_property
    def _unreadable_objectives(self) -> frozenset[str]:
        """The ids of the objectives whose files could not be read."""
        parts = (stem.split("/") for stem in self._unreadable)
        return frozenset(each[-1] for each in parts if each[0] == "objectives")

    @cached_property
    def _improvements(self) -> frozenset[str]:
        return frozenset(each.id for each in self.plan.improvements)
