"""Everything about one thing, for programs: schema `okrcli.item/1`."""

from collections.abc import Iterable
from typing import Any

from okrcli.compute.kpis.xmr import Signal
from okrcli.compute.reports.report import KpiReport, Point
from okrcli.model.changes.approval import Approval
from okrcli.model.changes.former import Former
from okrcli.render.kpis.facts import segments_facts
from okrcli.render.options import RenderOptions
from okrcli.render.report.json import (
    improvement_facts,
    key_result_facts,
    kpi_facts,
    objective_facts,
)
from okrcli.render.text.amendments import amendment_facts
from okrcli.render.text.json_text import json_text
from okrcli.render.text.refused import refused_part
from okrcli.views.sheets import (
    HistoryLine,
    KeyResultSheet,
    KpiSheet,
    ObjectiveSheet,
    Sheet,
)

SCHEMA = "okrcli.item/1"
_DEPTH = 3


def render(sheet: Sheet, options: RenderOptions) -> str:
    """Return *sheet* as JSON; what is absent is null, never 0."""
    del options
    kind, item = _item(sheet)
    document = {"schema": SCHEMA, "kind": kind, "as_of": sheet.day, kind: item}
    history = [_line(line) for line in sheet.history]
    return json_text({**document, "history": history, **refused_part(sheet.refused)}, _DEPTH)


def _item(sheet: Sheet) -> tuple[str, dict[str, Any]]:
    if isinstance(sheet, KeyResultSheet):
        return "key_result", _key_result(sheet)
    if isinstance(sheet, ObjectiveSheet):
        return "objective", _objective(sheet)
    return "kpi", _kpi(sheet)


def _key_result(sheet: KeyResultSheet) -> dict[str, Any]:
    return {
        **key_result_facts(sheet.report),
        "objective": sheet.objective.ref,
        "path": sheet.objective.path,
        "note": sheet.key_result.note,
        "guards": list(sheet.key_result.guards),
        "guard_kpis": [kpi_facts(guard) for guard in sheet.guards],
        "steps_done": dict(sheet.steps_done),
        "series": _series(sheet.report.measured.series),
        "amendments": [amendment_facts(amendment) for amendment in sheet.key_result.amendments],
        "cadence": sheet.key_result.cadence or sheet.objective.cadence,
        "added": sheet.key_result.added,
        "formerly": [_former(former) for former in sheet.key_result.formerly],
    }


def _former(former: Former) -> dict[str, Any]:
    return {"ref": former.ref, "until": former.until}


def _approval(approval: Approval) -> dict[str, Any]:
    return {"who": approval.who, "date": approval.date, "seal": approval.seal}


def _objective(sheet: ObjectiveSheet) -> dict[str, Any]:
    objective = sheet.objective
    return {
        **objective_facts(sheet.report),
        "path": objective.path,
        "impact": objective.impact,
        "why": objective.why,
        "note": objective.note,
        "cadence": objective.cadence,
        "added": objective.added,
        "approved_by": [_approval(approval) for approval in objective.approved_by],
        "amendments": [amendment_facts(amendment) for amendment in objective.amendments],
        "formerly": [_former(former) for former in objective.formerly],
        "carried_from": objective.carried_from,
        "initiatives": [
            {
                "id": initiative.id,
                "title": initiative.title,
                "key_results": list(initiative.key_results),
                "owner": initiative.owner,
                "due": initiative.due,
                "status": initiative.status,
            }
            for initiative in objective.initiatives
        ],
        "children": [
            {"ref": child.ref, "title": child.title, "progress": child.progress, "pace": child.pace}
            for child in sheet.children
        ],
    }


def _kpi(sheet: KpiSheet) -> dict[str, Any]:
    kpi = sheet.kpi
    return {
        **kpi_facts(sheet.report),
        "path": kpi.path,
        "why": kpi.why,
        "kind": kpi.kind,
        "family": kpi.family,
        "cadence": kpi.cadence,
        "baseline": kpi.baseline,
        "warning": kpi.warning,
        "bounds": (kpi.bounds.low, kpi.bounds.high),
        "segments": list(kpi.segments),
        "segment_values": segments_facts(sheet.report),
        "aggregate": kpi.aggregate,
        "formula": kpi.formula,
        "inputs": [kpi_facts(input_) for input_ in sheet.inputs],
        "survey": kpi.survey and kpi.survey.model_dump(exclude_none=True),
        "source": kpi.source and kpi.source.file,
        "alert": kpi.alert.model_dump(),
        "limits": sheet.limits and sheet.limits._asdict(),
        "signals": [_signal(signal, sheet.report) for signal in sheet.signals],
        "serves": list(kpi.serves),
        "used_by": list(sheet.used_by),
        "guard_of": list(sheet.guards),
        "part_of": list(sheet.part_of),
        "improvements": [
            {**improvement_facts(improvement), "open": improvement.closed is None}
            for improvement in sheet.improvements
        ],
        "note": kpi.note,
        "added": kpi.added,
        "approved_by": [_approval(approval) for approval in kpi.approved_by],
        "amendments": [amendment_facts(amendment) for amendment in kpi.amendments],
        "formerly": [_former(former) for former in kpi.formerly],
        "series": _series(sheet.report.series),
    }


def _signal(signal: Signal, report: KpiReport) -> dict[str, Any]:
    return {
        "rule": signal.rule,
        "side": signal.side,
        "first": report.series[signal.first].day,
        "last": report.series[signal.last].day,
    }


def _line(line: HistoryLine) -> dict[str, Any]:
    return {
        "date": line.day,
        "by": line.by,
        "ref": line.ref,
        "value": line.value,
        "done": line.done,
        "undone": line.undone,
        "segment": line.segment,
        "confidence": line.confidence,
        "note": line.note,
        "superseded": line.superseded,
        "late": line.late,
        "path": line.path,
        "recorded": line.recorded and line.recorded.isoformat().replace("+00:00", "Z"),
        "weight": line.weight,
        "checkin_note": line.checkin_note,
        "kudos": [{"to": kudos.to, "for": kudos.reason} for kudos in line.kudos],
        "unit": line.unit,
        "retracted": line.retracted and line.retracted._asdict(),
    }


def _series(points: Iterable[Point]) -> list[dict[str, Any]]:
    return [{"date": point.day, "value": point.value} for point in points]
