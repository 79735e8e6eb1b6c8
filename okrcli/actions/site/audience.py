"""What a wider audience sees of a report: only what is named here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from okrcli.choices import Audience
from okrcli.compute.reports.report import (
    Attention,
    Concern,
    KeyResultReport,
    KpiReport,
    Measured,
    ObjectiveReport,
    Report,
    TeamName,
)
from okrcli.model.changes.amendment import Amendment
from okrcli.model.changes.closing import Closing
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.finding import FindingCounts

NOTHING: Final = "–"
"""What stands where a reason was."""

_OF_PEOPLE: Final = frozenset({Concern.ACTION_OVERDUE, Concern.PLAN_LATE, Concern.REFUSED})
"""Concerns about what people wrote or promised."""


def report_for(report: Report, audience: Audience) -> Report:
    """Return what *audience* sees of *report*."""
    return _VIEWS[audience](report)


def _same(report: Report) -> Report:
    return report


def _with_titles(report: Report) -> Report:
    """Return what is aimed at and how it stands."""
    return Report(
        workspace=report.workspace,
        as_of=report.as_of,
        revision=None,
        cycle=report.cycle,
        elapsed=report.elapsed,
        days_left=report.days_left,
        objectives=tuple(map(titled_objective, report.objectives)),
        kpis=tuple(map(titled_kpi, report.kpis)),
        attention=tuple(_without_people(report.attention)),
        findings=FindingCounts(0, 0, 0),
        teams=report.teams,
        summary=report.summary
        and report.summary.of(tuple(map(titled_objective, report.objectives))),
    )


def titled_objective(objective: ObjectiveReport) -> ObjectiveReport:
    """Return *objective* without people and what they wrote of it."""
    return ObjectiveReport(
        id=objective.id,
        ref=objective.ref,
        title=objective.title,
        team=objective.team,
        owner=None,
        parent=objective.parent,
        ambition=objective.ambition,
        status=objective.status,
        pace=objective.pace,
        progress=objective.progress,
        score=objective.score,
        expected=objective.expected,
        reporting=objective.reporting,
        last_checkin=objective.last_checkin,
        key_results=tuple(map(titled_key_result, objective.key_results)),
        cancelled=_bare_withdrawal(objective.cancelled),
        closing=_bare_closing(objective.closing),
    )


def titled_key_result(key_result: KeyResultReport) -> KeyResultReport:
    """Return *key_result* without people and what they wrote of it."""
    return replace(
        key_result,
        owner=None,
        confidence=None,
        confidence_before=None,
        refused=0,
        amendments=tuple(map(_bare_amendment, key_result.amendments)),
        dropped=_bare_withdrawal(key_result.dropped),
    )


def titled_kpi(kpi: KpiReport) -> KpiReport:
    """Return *kpi* without people and what they wrote of it."""
    return replace(kpi, owner=None, refused=0, reason=None)


def _without_people(attention: Iterable[Attention]) -> Iterator[Attention]:
    for item in attention:
        if item.concern not in _OF_PEOPLE:
            yield replace(item, owner=None)


def _bare_amendment(amendment: Amendment) -> Amendment:
    return amendment.model_copy(update={"why": NOTHING, "approved_by": None})


def _bare_withdrawal(withdrawal: Withdrawal | None) -> Withdrawal | None:
    if withdrawal is None:
        return None
    return withdrawal.model_copy(update={"why": NOTHING, "approved_by": None})


def _bare_closing(closing: Closing | None) -> Closing | None:
    if closing is None:
        return None
    return Closing.model_construct(
        date=closing.date, computed=closing.computed, score=closing.score
    )


def _with_scores(report: Report) -> Report:
    """Return how much is reached, of things that have numbers for names."""
    teams = _names_by_number("Team", _teams_of(report))
    objectives = tuple(
        _numbered_objective(objective, number, teams, report.cycle.id)
        for number, objective in enumerate(report.objectives, 1)
    )
    return Report(
        workspace="OKRs",
        as_of=report.as_of,
        revision=None,
        cycle=report.cycle,
        elapsed=report.elapsed,
        days_left=report.days_left,
        objectives=objectives,
        kpis=tuple(_numbered_kpi(kpi, number) for number, kpi in enumerate(report.kpis, 1)),
        attention=(),
        findings=FindingCounts(0, 0, 0),
        teams=tuple(TeamName(name, name) for name in teams.values()),
        summary=None,
    )


def _teams_of(report: Report) -> Sequence[str]:
    named = [team.id for team in report.teams]
    return list(
        dict.fromkeys(
            [*named, *(objective.team for objective in report.objectives if objective.team)]
        )
    )


def _names_by_number(what: str, names: Sequence[str]) -> Mapping[str, str]:
    return {name: f"{what} {number}" for number, name in enumerate(names, 1)}


def _numbered_objective(
    objective: ObjectiveReport, number: int, teams: Mapping[str, str], cycle: str
) -> ObjectiveReport:
    name = f"objective-{number}"
    return ObjectiveReport(
        id=name,
        ref=f"{cycle}/{name}",
        title=f"Objective {number}",
        team=teams.get(objective.team or ""),
        owner=None,
        parent=None,
        ambition=objective.ambition,
        status=objective.status,
        pace=objective.pace,
        progress=objective.progress,
        score=objective.score,
        expected=objective.expected,
        reporting=objective.reporting,
        last_checkin=None,
        key_results=tuple(
            _numbered_key_result(key_result, f"{cycle}/{name}", f"{number}.{place}")
            for place, key_result in enumerate(objective.key_results, 1)
        ),
    )


def _numbered_key_result(
    key_result: KeyResultReport, objective: str, number: str
) -> KeyResultReport:
    name = f"key-result-{number.replace('.', '-')}"
    measured = key_result.measured
    return KeyResultReport(
        id=name,
        ref=f"{objective}/{name}",
        title=f"Key result {number}",
        type="",
        kpi=None,
        unit=None,
        owner=None,
        weight=key_result.weight,
        due=None,
        measured=Measured(
            progress=measured.progress,
            pace=measured.pace,
            expected=measured.expected,
            has_trend=False,
        ),
        value=None,
        value_date=None,
        confidence=None,
        pace=key_result.pace,
        stale=False,
        last_checkin=None,
        dropped=_bare_withdrawal(key_result.dropped),
    )


def _numbered_kpi(kpi: KpiReport, number: int) -> KpiReport:
    return KpiReport(
        id=f"kpi_{number}",
        title=f"KPI {number}",
        unit=None,
        direction=None,
        value=None,
        value_date=None,
        target=None,
        health=kpi.health,
        stale=kpi.stale,
        trend=None,
        series=(),
        kind=kpi.kind,
        status=kpi.status,
    )


_VIEWS: Final[Mapping[Audience, Callable[[Report], Report]]] = {
    Audience.ALL: _same,
    Audience.TITLES: _with_titles,
    Audience.SCORE: _with_scores,
}
