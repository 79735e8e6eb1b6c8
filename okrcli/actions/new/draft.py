"""What was typed about a key result, before any of it is read as a number."""

from collections.abc import Mapping
from dataclasses import field

from okrcli.compute.inputs import INPUTS
from okrcli.compute.progress import MEASURES
from okrcli.frozen import frozen_dataclass
from okrcli.model.plan import Plan

USUAL_TYPE = next(iter(INPUTS))
"""The type of a key result if nothing implies another one."""


@frozen_dataclass
class KeyResultDraft:
    """What was typed about a key result; empty if nothing was.

    Attributes:
        goals: What was typed for the inputs of its type, by field; several texts for a list.
    """

    objective: str = ""
    title: str = ""
    type: str = ""
    unit: str = ""
    kpi: str = ""
    due: str = ""
    goals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def type_meant(self) -> str:
        """The type, or the one that the other answers imply; empty if none does."""
        if self.type:
            return self.type
        others = (name for name in INPUTS if name != USUAL_TYPE)
        called_for = (name for name in (*others, USUAL_TYPE) if self._calls_for(name))
        return next(called_for, USUAL_TYPE if self.kpi else "")

    @property
    def is_said_by_title(self) -> bool:
        """Whether the title may fill in other fields."""
        meant = self.type or USUAL_TYPE
        called_for = all(name == meant for name in INPUTS if self._calls_for(name))
        return MEASURES[meant].is_in_titles and called_for

    def _calls_for(self, type_: str) -> bool:
        return any(
            input_.calls_for_type and self.goals.get(input_.field) for input_ in INPUTS[type_]
        )

    def known_unit(self, plan: Plan) -> str | None:
        """Return the unit that was typed, or the KPI's."""
        kpi = plan.kpis_by_id.get(self.kpi)
        return self.unit or (kpi.unit if kpi else None)
