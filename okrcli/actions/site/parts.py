"""The parts of a report that belong to a team or a person."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from okrcli.compute.reports.report import ObjectiveReport, Report


class Parts:
    """Which objectives, KPIs and concerns of a report belong to whom; each is looked at once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._team_names = {team.id: team.name for team in report.teams}
        self._by_team: dict[str, list[ObjectiveReport]] = defaultdict(list)
        self._by_person: dict[str, list[ObjectiveReport]] = defaultdict(list)
        for objective in report.objectives:
            if objective.team:
                self._by_team[objective.team].append(objective)
            for person in _owners(objective):
                self._by_person[person].append(objective)

    @property
    def teams(self) -> Sequence[str]:
        """The teams that have something, in the order of their tree."""
        with_kpis = {kpi.team for kpi in self._report.kpis if kpi.team}
        having = {*self._by_team, *with_kpis}
        return [
            *(id_ for id_ in self._team_names if id_ in having),
            *sorted(having - {*self._team_names}),
        ]

    @property
    def people(self) -> Sequence[str]:
        """The people who own something."""
        owners = {kpi.owner for kpi in self._report.kpis if kpi.owner}
        plans = {plan.owner for plan in self._report.improvements if plan.owner}
        return sorted({*self._by_person, *owners, *plans})

    def team_name(self, team: str) -> str:
        """Return what people call *team*."""
        return self._team_names.get(team) or team

    def of_team(self, team: str) -> Report:
        """Return the report without objectives of others."""
        return replace(self._report, objectives=tuple(self._by_team.get(team, ())))

    def of_person(self, person: str) -> Report:
        """Return the report without objectives and concerns of others."""
        objectives = tuple(self._by_person.get(person, ()))
        refs = {key_result.ref for objective in objectives for key_result in objective.key_results}
        attention = tuple(
            item
            for item in self._report.attention
            if item.owner == person or item.ref in refs or "/" not in item.ref
        )
        return replace(self._report, objectives=objectives, attention=attention)


def _owners(objective: ObjectiveReport) -> set[str]:
    owners = {objective.owner, *(key_result.owner for key_result in objective.key_results)}
    return {owner for owner in owners if owner}
