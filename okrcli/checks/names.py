"""The names in a workspace, and the findings about unknown ones."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from okrcli.model.base import Record
from okrcli.model.finding import BAD_REFERENCE, CommonCause, Finding, Location
from okrcli.model.key_results import KeyResult
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import runs_of
from okrcli.nearest import nearest

_SUGGESTIONS = 20
"""The most suggestions in one run: each costs time, and many unknown names have one cause."""


_MOST_LISTED = 20
_MOST_MEANT = 3


def _cause_of(kind: str, ref: str, cycle_id: str | None) -> CommonCause:
    """Return the cause that *ref*, of an objective or key result, is unknown in a cycle."""
    parts = ref.split("/")
    own = 1 if kind == "objective" else 2
    cycle = parts[0] if len(parts) > own else cycle_id or ""
    return CommonCause(kind, "/".join(parts[-own:]), cycle)


class Spot(NamedTuple):
    """A node in a record's file, and the objective, key result or KPI that it is about."""

    record: Record
    location: Location = ()
    ref: str | None = None

    def at(self, *more: str | int) -> "Spot":
        """Return the node at *more*, relative to this one."""
        return Spot(self.record, (*self.location, *more), self.ref)


@dataclass
class Names:
    """What a workspace's references can name.

    A name is not reported if its own file could not be read: that file has a finding.
    """

    plan: Plan
    _suggestions: int = field(default=_SUGGESTIONS, init=False)
    _cycles: dict[date, str | None] = field(default_factory=dict, init=False)
    _beside: dict[str, list[str]] = field(default_factory=dict, init=False)
    _steps: dict[str, dict[str, None]] = field(default_factory=dict, init=False)

    def person(self, spot: Spot, name: str | None, *keys: str | int) -> Iterator[Finding]:
        """Find that *name* is not under `people`, if okr.yaml lists people."""
        people = self.plan.settings.people
        if name is not None and people and name not in people:
            yield from self._find_unlisted(spot.at(*keys), "person", name, people, "people")

    def team(self, spot: Spot, name: str | None, *keys: str | int) -> Iterator[Finding]:
        """Find that *name* is not under `teams`, if okr.yaml lists teams."""
        teams = self.plan.settings.teams
        if name is not None and teams and name not in teams:
            yield from self._find_unlisted(spot.at(*keys), "team", name, teams, "teams")

    def _find_unlisted(
        self, spot: Spot, kind: str, name: str, known: Collection[str], section: str
    ) -> Iterator[Finding]:
        if not self.is_unreadable("okr"):
            otherwise = f"Add {name} under `{section}` in okr.yaml, or correct the name."
            yield self.unknown(spot, CommonCause(kind, name), known, otherwise)

    def kpi(self, spot: Spot, name: str | None, *keys: str | int) -> Iterator[Finding]:
        """Find that there is no KPI *name*."""
        known = self.plan.kpis_by_id
        if name in self.plan.former_names.kpis:
            return
        if name is not None and name not in known and not self.is_unreadable(f"kpis/{name}"):
            otherwise = f"Define it in kpis/{name}.yaml, or correct the name."
            cause = CommonCause("KPI", name)
            if name in self._kpis_read and (new := self._kpis_never_read):
                hint = (
                    f"{self._question(name, new)} Nothing is recorded for it yet. If it was "
                    f"renamed, add `formerly: [{name}]` to it; else define kpis/{name}.yaml."
                )
                yield self.unknown(spot.at(*keys), cause, (), hint)
            else:
                yield self.unknown(spot.at(*keys), cause, known, otherwise)

    def improvement(self, spot: Spot, name: str) -> Iterator[Finding]:
        """Find that there is no improvement plan *name*."""
        known = self._improvements
        if name not in known and not self.is_unreadable(f"improvements/{name}"):
            otherwise = "An improvement plan is named by its file in improvements/."
            yield self.unknown(spot, CommonCause("improvement plan", name), known, otherwise)

    def objective(self, spot: Spot, ref: str, cycle_id: str | None) -> Iterator[Finding]:
        """Find that *ref*, in a cycle, is an unknown or ambiguous objective."""
        matches = self.plan.match_objectives(ref, cycle_id)
        if len(matches) > 1:
            yield self.ambiguous(spot, ref, [match.ref for match in matches])
        elif not matches and not self.is_unreadable_objective(ref):
            yield self.unknown_objective(spot, ref, cycle_id)

    def unknown_objective(
        self, spot: Spot, ref: str, cycle_id: str | None, key_result: str = ""
    ) -> Finding:
        """Return the finding that there is no objective *ref* in a cycle.

        It may have been renamed: then another one in the cycle has the named *key_result*. Or it is
        in another cycle.
        """
        cause = _cause_of("objective", ref, cycle_id)
        of_cycle = [ref for ref in self._with(key_result) if ref.startswith(f"{cause.cycle}/")]
        if of_cycle:
            hint = (
                f"{self._question(ref, of_cycle)} It has a key result '{key_result}'. If it was "
                f"renamed, add `formerly: [{cause.name}]`."
            )
            return self.unknown(spot, cause, (), hint, called=ref)
        if same_id := [
            objective.ref for objective in self.plan.objectives_by_id.get(cause.name, ())
        ]:
            return self.unknown(spot, cause, (), self._question(ref, same_id), called=ref)
        known = self.plan.objectives_by_ref if "/" in ref else self.plan.objectives_by_id
        otherwise = "An objective is named by its cycle and file, as in 2026-Q4/cx-leader."
        return self.unknown(spot, cause, known, otherwise, called=ref)

    def unknown_key_result(self, spot: Spot, ref: str, cycle_id: str | None) -> Finding:
        """Return the finding that there is no key result *ref*, although its objective is known.

        It may have been moved: then another objective has one of the same id.
        """
        cause = _cause_of("key result", ref, cycle_id)
        objective, _, name = ref.rpartition("/")
        moved = [f"{objective_ref}/{name}" for objective_ref in self._with(name)]
        of_cycle = [ref for ref in moved if ref.startswith(f"{cause.cycle}/")]
        if moved:
            hint = (
                f"{self._question(ref, of_cycle or moved)} If it was moved there, add "
                f"`formerly: [{cause.name}]` to it."
            )
            return self.unknown(spot, cause, (), hint, called=ref)
        return self.unknown(spot, cause, self.key_results_beside(objective), called=ref)

    def _with(self, key_result: str) -> Sequence[str]:
        """Return the references of the objectives that have a key result of that id."""
        return self._objectives_by_key_result.get(key_result, ())

    def _question(self, name: str, meant: Sequence[str]) -> str:
        """Return the question whether one of these was *meant*, the most similar first."""
        likely = meant
        if len(meant) > 1 and self._suggestions:
            self._suggestions -= 1
            likely = nearest(name, meant, _MOST_MEANT, cutoff=0.0)
        named = " or ".join(f"'{candidate}'" for candidate in likely[:_MOST_MEANT])
        return f"Did you mean {named}?"

    def ambiguous(self, spot: Spot, ref: str, meanings: Collection[str]) -> Finding:
        """Return the finding that *ref* is ambiguous: it fits all of *meanings*."""
        listed = " and ".join(sorted(meanings))
        return self._finding(
            spot,
            f"'{ref}' matches more than one item: {listed}.",
            "Write it with its cycle.",
            CommonCause("meaning", ref),
        )

    def unknown(
        self,
        spot: Spot,
        cause: CommonCause,
        known: Collection[str],
        otherwise: str = "",
        called: str = "",
    ) -> Finding:
        """Return the finding that what *cause* is about, *called* so, is not among *known*.

        Its hint is the nearest name, or what to do *otherwise*, or some of the known names.
        """
        name = called or cause.name
        near = self._nearest(name, known)
        hint = f"Did you mean '{near}'?" if near else otherwise or self._known_names_text(known)
        return self._finding(spot, f"There is no {cause.kind} '{name}'.", hint, cause)

    def cycle_on(self, day: date) -> str | None:
        """Return the cycle in which references of an entry of *day* are resolved."""
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
        """Return the references of the key results of *objective_ref*, which may be ambiguous."""
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

    def _known_names_text(self, known: Collection[str]) -> str:
        if not known:
            return "It has none."
        shown = sorted(islice(known, _MOST_LISTED))
        more = len(known) - len(shown)
        return f"There are {', '.join(shown)}{f' and {more:,} more' if more else ''}."

    def _finding(self, spot: Spot, message: str, hint: str, cause: CommonCause) -> Finding:
        place = self.plan.place(spot.record, *spot.location)
        return Finding.of(
            BAD_REFERENCE, place, message, hint, spot.ref, location=spot.location, cause=cause
        )

    def _nearest(self, name: str, known: Collection[str]) -> str | None:
        if not self._suggestions:
            return None
        self._suggestions -= 1
        return next(iter(nearest(name, known, cutoff=0.7)), None)

    @cached_property
    def _objectives_by_key_result(self) -> Mapping[str, Sequence[str]]:
        """The references of the objectives that have a key result of each id."""
        found: dict[str, list[str]] = defaultdict(list)
        for objective, key_result in self.plan.key_results_by_ref.values():
            found[key_result.id].append(objective.ref)
        return found

    @cached_property
    def _kpis_read(self) -> frozenset[str]:
        """The names, known or not, that readings are recorded under."""
        return frozenset(
            run.kpi for checkin in self.plan.checkins for run in runs_of(checkin.readings)
        )

    @cached_property
    def _kpis_never_read(self) -> Sequence[str]:
        """The KPIs that may be renamed ones, because nothing is recorded under their names."""
        never = (kpi for kpi in self.plan.kpis if not kpi.formula)
        return [kpi.id for kpi in never if kpi.id not in self._kpis_read]

    @cached_property
    def _unreadable(self) -> frozenset[str]:
        return frozenset(str(PurePosixPath(path).with_suffix("")) for path in self.plan.unreadable)

    @cached_property
    def _unreadable_objectives(self) -> frozenset[str]:
        """The ids of the objectives whose files could not be read."""
        parts = (stem.split("/") for stem in self._unreadable)
        return frozenset(part[-1] for part in parts if part[0] == "objectives")

    @cached_property
    def _improvements(self) -> frozenset[str]:
        return frozenset(improvement.id for improvement in self.plan.improvements)
