"""The order in which a report shows its objectives: by team, then by the chosen criterion."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from okrcli.choices import ReportSort
from okrcli.compute.reports.report import ObjectiveReport, Pace, Report, TeamName
from okrcli.model.settings import Team

NO_TEAM = "No team"
DRAFTS = "Drafts"
"""The heading of the drafts of all teams."""

_RANKS: Mapping[Pace | None, int] = {pace: -rank for rank, pace in enumerate(Pace)} | {None: 1}


class TeamGroup(NamedTuple):
    """The objectives of one team; or the drafts of all teams, with `DRAFTS` as *name*."""

    name: str
    objectives: Sequence[ObjectiveReport]


def team_tree(teams: Mapping[str, Team]) -> tuple[TeamName, ...]:
    """Return *teams* in the order of their tree.

    Those with the same parent are in the order of the settings. Teams whose parents are unknown, or
    in a loop, are treated as top teams.
    """
    parts: dict[str | None, list[str]] = defaultdict(list)
    for id_, team in teams.items():
        parts[team.parent if team.parent in teams else None].append(id_)
    found: dict[str, TeamName] = {}
    waiting = [*reversed(list(teams)), *reversed(parts[None])]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found[id_] = TeamName(id_, teams[id_].name)
            waiting += reversed(parts[id_])
    return tuple(found.values())


def in_order(
    objectives: Iterable[ObjectiveReport], sort: ReportSort
) -> tuple[ObjectiveReport, ...]:
    """Return *objectives* by *sort*: worst pace, least progress or earliest due date first."""
    key = _KEYS[sort]
    return tuple(sorted(objectives, key=lambda objective: (key(objective), objective.ref)))


def by_team(report: Report, sort: ReportSort, most: int | None = None) -> Iterator[TeamGroup]:
    """Yield the objectives of each team, in the order of the tree.

    Those without a team come after the others, and the drafts of all teams last.

    Args:
        report: The report.
        sort: The order within a team.
        most: How many objectives at most, of all teams: the first ones by *sort*, no draft while
            there are others.
    """
    names = {team.id: team.name for team in report.teams}
    groups: dict[str | None, list[ObjectiveReport]] = {id_: [] for id_ in names}
    ordered = sorted(in_order(report.objectives, sort), key=_is_draft)[:most]
    for objective in ordered:
        if not _is_draft(objective):
            groups.setdefault(objective.team, []).append(objective)
    without = groups.pop(None, [])
    drafts = [*filter(_is_draft, ordered)]
    named = [TeamGroup(names.get(id_ or "", id_ or ""), group) for id_, group in groups.items()]
    for group in (*named, TeamGroup(NO_TEAM, without), TeamGroup(DRAFTS, drafts)):
        if group.objectives:
            yield group


def _is_draft(objective: ObjectiveReport) -> bool:
    return objective.status == "draft"


def _by_pace(objective: ObjectiveReport) -> tuple[int, Decimal]:
    """Return the sort key by pace: the worst first, then the least progress."""
    return _RANKS[objective.pace], _by_progress(objective)


def _by_progress(objective: ObjectiveReport) -> Decimal:
    return Decimal("Infinity") if objective.progress is None else objective.progress


def _by_due(objective: ObjectiveReport) -> date:
    """Return the sort key by the earliest due date of its key results that are not done."""
    days = [
        key_result.due
        for key_result in objective.key_results
        if key_result.due and key_result.pace is not Pace.DONE
    ]
    return min(days, default=date.max)


_KEYS: Mapping[ReportSort, Callable[[ObjectiveReport], Any]] = {
    ReportSort.PACE: _by_pace,
    ReportSort.ID: lambda objective: objective.ref,
    ReportSort.PROGRESS: _by_progress,
    ReportSort.DUE: _by_due,
}
