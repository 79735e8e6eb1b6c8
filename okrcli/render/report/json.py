"""The report for programs: schema `okrcli.report/1`, to which keys are only added."""

from decimal import Decimal
from typing import Any

from okrcli.compute.pace import GOOD
from okrcli.compute.reports.cycle_summary import CycleSummary, Share
from okrcli.compute.reports.report import (
    ActionReport,
    Attention,
    CheckinNote,
    Forecast,
    GuardReport,
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    KudosReport,
    ObjectiveReport,
    Report,
    SegmentReport,
)
from okrcli.model.changes.closing import Closing, FormerClosing
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.goalposts import Band
from okrcli.render.options import RenderOptions
from okrcli.render.text.amendments import amendment_facts
from okrcli.render.text.improving import plans_by_kpi
from okrcli.render.text.json_text import json_text
from okrcli.render.text.refused import refused_facts

SCHEMA = "okrcli.report/1"
_SAID = ("why", "because", "worked", "did_not", "next")
_DEPTH = 4
"""The depth at which each key result is one line."""


def render(report: Report, options: RenderOptions) -> str:
    """Return *report* as JSON; what is absent is null, never 0."""
    del options
    return json_text(report_facts(report), _DEPTH)


def report_facts(report: Report) -> dict[str, Any]:
    """Return *report* as in the schema."""
    findings = report.findings
    plans = {
        kpi: plans_of_kpi[0].id for kpi, plans_of_kpi in plans_by_kpi(report.improvements).items()
    }
    return {
        "schema": SCHEMA,
        "workspace": report.workspace,
        "as_of": report.as_of,
        "revision": report.revision,
        "cycle": {
            "id": report.cycle.id,
            "start": report.cycle.start,
            "end": report.cycle.end,
            "elapsed": report.elapsed,
            "days_left": report.days_left,
        },
        "objectives": [objective_facts(objective) for objective in report.objectives],
        "kpis": [{**kpi_facts(kpi), "improvement": plans.get(kpi.id)} for kpi in report.kpis],
        "improvements": [improvement_facts(improvement) for improvement in report.improvements],
        "attention": [_attention(concern) for concern in report.attention],
        "findings": {
            "error": findings.error,
            "warning": findings.warning,
            "info": findings.info,
            "refused": len(report.left_out),
        },
        "refused": refused_facts(report.left_out),
        "teams": [team._asdict() for team in report.teams],
        "notes": [_note(note) for note in report.notes],
        "kudos": [kudos_facts(kudos) for kudos in report.kudos],
        "since": [known._asdict() for known in report.since],
        "summary": _summary(report.summary) if report.summary else None,
    }


def _summary(summary: CycleSummary) -> dict[str, Any]:
    low, between, good = summary.distribution
    shares = ("committed", "aspirational", "coverage", "forecasts", "confident")
    return {
        "average": summary.average,
        "good": GOOD,
        "scored": Share(len(summary.scores), len(summary.objectives)),
        "distribution": {"low": low, "between": between, "good": good},
        **{name: getattr(summary, name) for name in shares},
        "checkins": summary.checkins._asdict(),
        "half_time": summary.half_time,
        "lessons": [
            {
                "ref": lessons.ref,
                "score": lessons.score,
                **{name: getattr(lessons.closing, name) for name in _SAID},
            }
            for lessons in summary.lessons
        ],
        "key_results": [
            {**ended._asdict(), "checkins": ended.checkins._asdict()}
            for ended in summary.key_results
        ],
    }


def objective_facts(objective: ObjectiveReport) -> dict[str, Any]:
    """Return *objective* as in the schema."""
    return {
        "id": objective.id,
        "ref": objective.ref,
        "title": objective.title,
        "team": objective.team,
        "owner": objective.owner,
        "parent": objective.parent,
        "ambition": objective.ambition,
        "status": objective.status,
        "pace": objective.pace,
        "progress": objective.progress,
        "score": objective.score,
        "expected": objective.expected,
        "reporting": objective.reporting,
        "last_checkin": objective.last_checkin,
        "cancelled": withdrawal_facts(objective.cancelled),
        "closing": closing_facts(objective.closing),
        "key_results": [key_result_facts(key_result) for key_result in objective.key_results],
    }


def key_result_facts(key_result: KeyResultReport) -> dict[str, Any]:
    """Return *key_result* as in the schema."""
    measured = key_result.measured
    return {
        "id": key_result.id,
        "ref": key_result.ref,
        "title": key_result.title,
        "type": key_result.type,
        "kpi": key_result.kpi,
        "unit": key_result.unit,
        "owner": key_result.owner,
        "weight": key_result.weight,
        "start": key_result.start,
        "due": key_result.due,
        "baseline": measured.baseline,
        "target": target_fact(measured.target),
        "at_least": measured.at_least,
        "at_most": measured.at_most,
        "steps": measured.steps,
        "value": key_result.value,
        "value_date": key_result.value_date,
        "confidence": key_result.confidence,
        "progress": measured.progress,
        "score": measured.score,
        "expected": measured.expected,
        "expected_value": measured.expected_value,
        "gap": measured.gap,
        "pace": key_result.pace,
        "overdue": key_result.overdue,
        "days_overdue": key_result.days_overdue,
        "stale": key_result.stale,
        "last_checkin": key_result.last_checkin,
        "next_checkin": key_result.next_checkin,
        "unmeasured": measured.unmeasured,
        "measure_by": measured.measure_by,
        "breached_guards": key_result.breached_guards,
        "guards": [_guard(guard) for guard in key_result.guards],
        "forecast": measured.forecast and _forecast(measured.forecast),
        "reason": measured.reason,
        "refused": key_result.refused,
        "late": key_result.late and {"value": key_result.late.value, "date": key_result.late.day},
        "amendments": [amendment_facts(amendment) for amendment in key_result.amendments],
        "dropped": withdrawal_facts(key_result.dropped),
        "value_unit": key_result.value_unit,
    }


def withdrawal_facts(withdrawal: Withdrawal | None) -> dict[str, Any] | None:
    """Return since when something is given up, and why."""
    if withdrawal is None:
        return None
    approved_by = withdrawal.approved_by
    return {"date": withdrawal.date, "why": withdrawal.why, "approved_by": approved_by}


def closing_facts(closing: Closing | None) -> dict[str, Any] | None:
    """Return how an objective was closed, with what was learned."""
    if closing is None:
        return None
    former = [_closing(former) for former in closing.was]
    return {**_closing(closing), "final_score": closing.final_score, "was": former}


def _closing(closing: FormerClosing) -> dict[str, Any]:
    return {
        "date": closing.date,
        "computed": closing.computed,
        "score": closing.score,
        "why": closing.why,
        "because": closing.because,
        "worked": closing.worked,
        "did_not": closing.did_not,
        "next": closing.next,
    }


def _forecast(forecast: Forecast) -> dict[str, Any]:
    return {
        "value_at_due": forecast.value_at_due,
        "reaches_target_on": forecast.reaches_target_on,
        "method": forecast.method,
        "points": forecast.points,
        "slope": forecast.slope,
    }


def kpi_facts(kpi: KpiReport) -> dict[str, Any]:
    """Return *kpi* as in the schema."""
    return {
        "id": kpi.id,
        "title": kpi.title,
        "unit": kpi.unit,
        "direction": kpi.direction,
        "value": kpi.value,
        "value_date": kpi.value_date,
        "target": target_fact(kpi.target),
        "health": kpi.health,
        "stale": kpi.stale,
        "trend": kpi.trend,
        "team": kpi.team,
        "owner": kpi.owner,
        "kind": kpi.kind,
        "next_due": kpi.next_due,
        "segments": [segment_facts(segment) for segment in kpi.segments],
        "formula": kpi.formula,
        "reason": kpi.reason,
        "refused": kpi.refused,
        "expected": kpi.expected,
        "status": kpi.status,
        "value_unit": kpi.value_unit,
    }


def segment_facts(segment: SegmentReport) -> dict[str, Any]:
    """Return *segment* of a KPI as in the schema."""
    return {
        "segment": segment.segment,
        "value": segment.value,
        "value_date": segment.value_date,
        "weight": segment.weight,
        "health": segment.health,
        "stale": segment.stale,
        "trend": segment.trend,
    }


def improvement_facts(plan: ImprovementReport) -> dict[str, Any]:
    """Return the improvement plan as in the schema."""
    return {
        "id": plan.id,
        "kpi": plan.kpi,
        "owner": plan.owner,
        "opened": plan.opened,
        "cause_type": plan.cause_type,
        "cause": plan.cause,
        "goal": plan.goal,
        "by": plan.by,
        "opening_value": plan.opening_value,
        "value": plan.value,
        "progress": plan.progress,
        "reached": plan.reached,
        "late": plan.late,
        "actions": [_action(action) for action in plan.actions],
        "last_follow_up": plan.last_follow_up,
        "last_note": plan.last_note,
        "follow_up_due": plan.follow_up_due,
        "closed": plan.closed,
        "outcome": plan.outcome,
    }


def _action(action: ActionReport) -> dict[str, Any]:
    return {
        "title": action.title,
        "owner": action.owner,
        "due": action.due,
        "status": action.status,
        "overdue": action.overdue,
    }


def _guard(guard: GuardReport) -> dict[str, Any]:
    return {
        "id": guard.id,
        "title": guard.title,
        "health": guard.health,
        "stale": guard.stale,
    }


def _attention(attention: Attention) -> dict[str, Any]:
    return {
        "concern": attention.concern,
        "ref": attention.ref,
        "title": attention.title,
        "owner": attention.owner,
        "days": attention.days,
    }


def _note(note: CheckinNote) -> dict[str, Any]:
    return {"date": note.day, "by": note.by, "note": note.note, "path": note.path}


def kudos_facts(kudos: KudosReport) -> dict[str, Any]:
    """Return *kudos* as in the schema, with the names of fields in files."""
    return {
        "date": kudos.day,
        "by": kudos.by,
        "to": kudos.to,
        "for": kudos.reason,
        "path": kudos.path,
    }


def target_fact(target: Decimal | Band | None) -> Decimal | tuple[Decimal, Decimal] | None:
    """Return *target* as a number, or as its low and high end."""
    return (target.low, target.high) if isinstance(target, Band) else target
