"""What was typed about a key result, before any of it is read as a number."""

from dataclasses import dataclass

from okrcli.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed about a key result; empty where nothing was."""

    objective: str = ""
    title: str = ""
    type: str = ""
    baseline: str = ""
    target: str = ""
    change: str = ""
    at_least: str = ""
    at_most: str = ""
    steps: tuple[str, ...] = ()
    unit: str = ""
    kpi: str = ""
    due: str = ""

    @property
    def type_meant(self) -> str:
        """The type, else the one that the other answers call for; empty when none does."""
        if self.type:
            return self.type
        if self.at_least or self.at_most:
            return "maintain"
        if self.steps:
            return "milestones"
        return "metric" if self.target or self.change or self.baseline or self.kpi else ""

    def known_unit(self, plan: Plan) -> str | None:
        """Return the unit that was typed, else the one of the KPI."""
        kpi = plan.kpis_by_id.get(self.kpi)
        return self.unit or (kpi.unit if kpi else None)
