"""A new KPI from what was typed, at the prompt or in options."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.actions.days import day_of
from okrcli.actions.ids import free_id, kpi_id_from
from okrcli.compute.amounts import amount_of
from okrcli.compute.better import way_of
from okrcli.compute.goals import parse_goal
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.base import KPI_ID_PATTERN
from okrcli.model.goalposts import Band
from okrcli.model.kpi import KpiTarget
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind

UNKNOWN = "unknown"


@frozen_dataclass
class KpiDraft:
    """What was typed; empty if nothing was."""

    name: str = ""
    title: str = ""
    unit: str = ""
    direction: str = ""
    why: str = ""
    baseline: str = ""
    target: str = ""
    target_by: str = ""

    @property
    def is_id(self) -> bool:
        """Whether the name is an id rather than a title."""
        return re.fullmatch(KPI_ID_PATTERN, self.name) is not None

    @property
    def whole_title(self) -> str:
        """The title, or the words of the id if only that was given."""
        if self.title or not self.is_id:
            return self.title or self.name
        words = self.name.replace("_", " ")
        return words.upper() if len(words) <= 4 else words.capitalize()

    def id_among(self, plan: Plan) -> str:
        """Return the id: the name, or one made of the title that no KPI of *plan* has.

        Raises:
            UsageError: There is such a KPI already, or nothing to make an id of.
        """
        if not self.name:
            raise UsageError("A KPI needs an id or a title.", NextStep(StepKind.NAME_KPI))
        if not self.is_id:
            return free_id(kpi_id_from(self.name) or "kpi", set(plan.kpis_by_id), "_")
        if self.name in plan.kpis_by_id:
            raise UsageError(f"A KPI '{self.name}' already exists.", "Choose another id.")
        return self.name

    @property
    def has_way_to_go(self) -> bool:
        """Whether the baseline does not meet the target yet, so that a deadline makes sense.

        Raises:
            UsageError: One of them cannot be read.
        """
        if not self.target or self.baseline in {"", UNKNOWN}:
            return False
        unit, way = self.unit or None, way_of(self.direction)
        baseline, goal = amount_of(self.baseline, unit), parse_goal(self.target, unit)
        return isinstance(goal, Decimal) and way * (goal - baseline) > 0

    def fields(self, plan: Plan, day: date) -> dict[str, Any]:
        """Return the fields of the KPI's file; it is added on *day*.

        Raises:
            UsageError: Something is missing, or cannot be read.
        """
        unit = self.unit or None
        return {
            "added": day,
            "id": self.id_among(plan),
            "title": self.whole_title,
            "unit": unit,
            "direction": self._required_direction(),
            "why": self.why,
            "baseline": self.baseline and _baseline(self.baseline, unit),
            "target": self.target and self._target(day),
        }

    def _target(self, day: date) -> KpiTarget:
        """Return the target; the line to one with a date begins when the KPI is added."""
        goal = parse_goal(self.target, self.unit or None)
        by = day_of(self.target_by) if self.target_by else None
        if isinstance(goal, Band):
            return KpiTarget(range=goal, by=by)
        return KpiTarget(value=goal, by=by, since=day if by and self.has_way_to_go else None)

    def _required_direction(self) -> str:
        if not self.direction:
            raise UsageError("A KPI needs a direction.", NextStep(StepKind.SAY_DIRECTION))
        return self.direction


def _baseline(text: str, unit: str | None) -> object:
    return UNKNOWN if text == UNKNOWN else amount_of(text, unit)
