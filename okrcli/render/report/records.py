"""The report as rows of text for programs that split lines: every row has all the columns."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import (
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    ObjectiveReport,
    Report,
)
from okrcli.model.goalposts import Band
from okrcli.printable import inert_cell
from okrcli.render.text.numbers import exact_text

COLUMNS = (
    "kind",
    "ref",
    "title",
    "team",
    "owner",
    "status",
    "type",
    "unit",
    "baseline",
    "target",
    "target_high",
    "value",
    "value_date",
    "progress",
    "score",
    "expected",
    "gap",
    "pace",
    "confidence",
    "overdue",
    "stale",
    "weight",
    "due",
    "last_checkin",
    "reason",
    "kpi",
    "direction",
    "kpi_kind",
    "trend",
    "formula",
    "next_due",
    "refused",
)
"""The columns; new ones go at the end.

For a range, `target` is the low end and `target_high` the high one.
"""


def records(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield the header, then each objective with its key results, then the KPIs, then their plans.

    For an improvement plan, `baseline` is the KPI's value when it was opened, and `target` its
    goal.

    Numbers have all their digits; what is absent is empty.
    """
    yield COLUMNS
    for facts in _facts(report):
        yield tuple(facts.get(column, "") for column in COLUMNS)


def _facts(report: Report) -> Iterator[Mapping[str, str]]:
    for objective in report.objectives:
        yield _objective(objective)
        for key_result in objective.key_results:
            yield _key_result(key_result, objective)
    yield from map(_kpi, report.kpis)
    for plan in report.improvements:
        yield _improvement(plan, report.as_of)


def _objective(objective: ObjectiveReport) -> dict[str, str]:
    return {
        "kind": "objective",
        "ref": objective.ref,
        "title": inert_cell(objective.title),
        "team": inert_cell(objective.team or ""),
        "owner": inert_cell(objective.owner or ""),
        "status": objective.status,
        "progress": exact_text(objective.progress),
        "score": exact_text(objective.score),
        "expected": exact_text(objective.expected),
        "pace": objective.pace or "",
        "last_checkin": _day(objective.last_checkin),
    }


def _key_result(key_result: KeyResultReport, objective: ObjectiveReport) -> dict[str, str]:
    measured = key_result.measured
    return {
        "kind": "key_result",
        "ref": key_result.ref,
        "title": inert_cell(key_result.title),
        "team": inert_cell(objective.team or ""),
        "owner": inert_cell(key_result.owner or ""),
        "status": objective.status,
        "type": key_result.type,
        "unit": inert_cell(key_result.unit or ""),
        "baseline": exact_text(measured.baseline),
        **_target(key_result),
        "value": exact_text(key_result.value),
        "value_date": _day(key_result.value_date),
        "progress": exact_text(measured.progress),
        "score": exact_text(measured.score),
        "expected": exact_text(measured.expected),
        "gap": exact_text(measured.gap),
        "pace": key_result.pace or "",
        "confidence": "" if key_result.confidence is None else str(key_result.confidence),
        "overdue": _yes(key_result.overdue),
        "stale": _yes(key_result.stale),
        "weight": exact_text(key_result.weight),
        "due": _day(key_result.due),
        "last_checkin": _day(key_result.last_checkin),
        "reason": inert_cell(measured.reason or ""),
        "kpi": key_result.kpi or "",
        "next_due": _day(key_result.next_checkin),
        "refused": str(key_result.refused),
    }


def _target(key_result: KeyResultReport) -> dict[str, str]:
    measured = key_result.measured
    if measured.target is None:
        return {
            "target": exact_text(measured.at_least),
            "target_high": exact_text(measured.at_most),
        }
    return _ends(measured.target)


def _ends(target: Decimal | Band | None) -> dict[str, str]:
    if isinstance(target, Band):
        return {"target": exact_text(target.low), "target_high": exact_text(target.high)}
    return {"target": exact_text(target)}


def _kpi(kpi: KpiReport) -> dict[str, str]:
    return {
        "kind": "kpi",
        "ref": kpi.id,
        "title": inert_cell(kpi.title),
        "team": inert_cell(kpi.team or ""),
        "owner": inert_cell(kpi.owner or ""),
        "unit": inert_cell(kpi.unit or ""),
        **_ends(kpi.target),
        "value": exact_text(kpi.value),
        "value_date": _day(kpi.value_date),
        "pace": kpi.health,
        "stale": _yes(kpi.stale),
        "reason": inert_cell(kpi.reason or ""),
        "direction": kpi.direction or "",
        "kpi_kind": kpi.kind or "",
        "trend": exact_text(kpi.trend),
        "formula": inert_cell(kpi.formula or ""),
        "next_due": _day(kpi.next_due),
        "refused": str(kpi.refused),
    }


def _improvement(plan: ImprovementReport, day: date) -> dict[str, str]:
    return {
        "kind": "improvement",
        "ref": plan.id,
        "title": inert_cell(plan.cause),
        "owner": inert_cell(plan.owner or ""),
        "status": "closed" if plan.closed else "open",
        "type": plan.cause_type,
        "baseline": exact_text(plan.opening_value),
        "target": exact_text(plan.goal),
        "value": exact_text(plan.value),
        "progress": exact_text(plan.progress),
        "overdue": _yes(plan.follow_up_due is not None and plan.follow_up_due < day),
        "due": _day(plan.by),
        "last_checkin": _day(plan.last_follow_up),
        "kpi": plan.kpi,
        "next_due": _day(plan.follow_up_due),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _yes(fact: bool) -> str:
    return "true" if fact else "false"
