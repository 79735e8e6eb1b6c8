"""A part of a report: what belongs to a team or a person, or has a pace."""

from dataclasses import replace
from typing import Any

from okrcli.compute.refused import refused_for
from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport, Pace, Report
from okrcli.model.causes import by_cause
from okrcli.model.refused import errors_of


def select(
    report: Report,
    *,
    team: str | None = None,
    owner: str | None = None,
    status: Pace | None = None,
) -> Report:
    """Return *report* with what belongs to *team* and *owner* and has the pace *status*.

    An owner's own objectives stay whole; of others' only the owner's key results stay, and only
    those are counted as reporting, while progress and pace stay those of the whole. KPIs have no
    pace: *status* leaves them, and the improvement plans for them, alone. Of improvement plans an
    owner's own stay, and those for an owner's KPIs.
    """
    selected = [
        _with_pace(_of_owner(each, owner), status)
        for each in report.objectives
        if team in {None, each.team}
    ]
    objectives = tuple(each for each in selected if each is not None)
    refs = {each.ref for objective in objectives for each in objective.key_results}
    of_team = {each.id: each for each in report.kpis if team in {None, each.team}}
    own = {each.id for each in of_team.values() if owner in {None, each.owner}}
    improvements = tuple(
        each
        for each in report.improvements
        if each.kpi in own or (each.owner == owner and each.kpi in of_team)
    )
    shown = refs | own | {each.id for each in improvements}
    plans_of_team = {each.id for each in report.improvements if each.kpi in of_team}
    return replace(
        report,
        objectives=objectives,
        kpis=tuple(each for each in report.kpis if each.id in own),
        improvements=improvements,
        attention=tuple(
            each
            for each in report.attention
            if each.ref in shown or (each.owner == owner and each.ref in plans_of_team)
        ),
        notes=tuple(
            each for each in report.notes if team in {None, each.team} and owner in {None, each.by}
        ),
        kudos=tuple(
            each
            for each in report.kudos
            if team in {None, *each.teams} and owner in {None, each.by, each.to}
        ),
        **_refused_among(report, refs, own),
    )


def _refused_among(report: Report, refs: set[str], kpis: set[str]) -> dict[str, Any]:
    """Return the refused entries about *refs* and *kpis*, and the findings without the others'."""
    refused = refused_for(report.refused, refs, kpis)
    gone = len(by_cause(errors_of(report.refused))) - len(by_cause(errors_of(refused)))
    findings = replace(report.findings, error=report.findings.error - gone)
    doubtful = tuple(each for each in report.doubtful if each.kpi in kpis)
    return {"refused": refused, "doubtful": doubtful, "findings": findings}


def _of_owner(objective: ObjectiveReport, owner: str | None) -> ObjectiveReport | None:
    if owner in {None, objective.owner}:
        return objective
    return _with_key_results(
        objective, [each for each in objective.key_results if each.owner == owner]
    )


def _with_pace(objective: ObjectiveReport | None, pace: Pace | None) -> ObjectiveReport | None:
    if objective is None or pace is None:
        return objective
    own = [each for each in objective.key_results if each.pace is pace]
    if not own and objective.pace is pace:
        return objective
    return _with_key_results(objective, own)


def _with_key_results(
    objective: ObjectiveReport, key_results: list[KeyResultReport]
) -> ObjectiveReport | None:
    if not key_results:
        return None
    having = sum(each.is_reporting for each in key_results)
    return replace(objective, key_results=tuple(key_results), reporting=(having, len(key_results)))
