"""A part of a report: what belongs to a team or a person, or has a certain pace."""

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

    An owner's own objectives are kept whole; of other objectives only the owner's key results are
    kept and counted as reporting, while progress and pace stay those of the whole objective. KPIs
    have no pace, so *status* does not affect them or their improvement plans. An owner's
    improvement plans are kept, and those for the owner's KPIs.
    """
    selected = [
        _with_pace(_of_owner(objective, owner), status)
        for objective in report.objectives
        if team in {None, objective.team}
    ]
    objectives = tuple(objective for objective in selected if objective is not None)
    refs = {key_result.ref for objective in objectives for key_result in objective.key_results}
    of_team = {kpi.id: kpi for kpi in report.kpis if team in {None, kpi.team}}
    own = {kpi.id for kpi in of_team.values() if owner in {None, kpi.owner}}
    improvements = tuple(
        improvement
        for improvement in report.improvements
        if improvement.kpi in own or (improvement.owner == owner and improvement.kpi in of_team)
    )
    shown = refs | own | {improvement.id for improvement in improvements}
    plans_of_team = {
        improvement.id for improvement in report.improvements if improvement.kpi in of_team
    }
    return replace(
        report,
        objectives=objectives,
        kpis=tuple(kpi for kpi in report.kpis if kpi.id in own),
        improvements=improvements,
        attention=tuple(
            concern
            for concern in report.attention
            if concern.ref in shown or (concern.owner == owner and concern.ref in plans_of_team)
        ),
        notes=tuple(
            note for note in report.notes if team in {None, note.team} and owner in {None, note.by}
        ),
        kudos=tuple(
            kudos
            for kudos in report.kudos
            if team in {None, *kudos.teams} and owner in {None, kudos.by, kudos.to}
        ),
        summary=report.summary.of(objectives) if report.summary else None,
        **_refused_among(report, refs, own),
    )


def _refused_among(report: Report, refs: set[str], kpis: set[str]) -> dict[str, Any]:
    """Return the refused entries about *refs* and *kpis*, and the findings without others'."""
    refused = refused_for(report.refused, refs, kpis)
    gone = len(by_cause(errors_of(report.refused))) - len(by_cause(errors_of(refused)))
    findings = replace(report.findings, error=report.findings.error - gone)
    doubtful = tuple(entry for entry in report.doubtful if entry.kpi in kpis)
    return {"refused": refused, "doubtful": doubtful, "findings": findings}


def _of_owner(objective: ObjectiveReport, owner: str | None) -> ObjectiveReport | None:
    if owner in {None, objective.owner}:
        return objective
    return _with_key_results(
        objective, [key_result for key_result in objective.key_results if key_result.owner == owner]
    )


def _with_pace(objective: ObjectiveReport | None, pace: Pace | None) -> ObjectiveReport | None:
    if objective is None or pace is None:
        return objective
    own = [key_result for key_result in objective.key_results if key_result.pace is pace]
    if not own and objective.pace is pace:
        return objective
    return _with_key_results(objective, own)


def _with_key_results(
    objective: ObjectiveReport, key_results: list[KeyResultReport]
) -> ObjectiveReport | None:
    if not key_results:
        return None
    having = sum(key_result.is_reporting for key_result in key_results)
    return replace(objective, key_results=tuple(key_results), reporting=(having, len(key_results)))
