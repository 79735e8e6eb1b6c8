"""Entries of check-ins in which something is wrong, and a workspace that each can be added to."""

from collections.abc import Mapping
from dataclasses import replace

from okrcli.compute.reports.report import Concern, Report
from okrcli.model.finding import FindingCounts

OBJECTIVE = (
    "title: Lead the industry\nowner: ana\nteam: support\nkey_results:\n"
    "  - {id: hours, title: Hours, type: metric, baseline: 24, target: 12}\n"
    "  - {id: csat, title: CSAT, type: metric, kpi: csat, baseline: 70, target: 90}\n"
    "  - {id: ratio, title: Ratio, type: metric, kpi: ratio, baseline: 1, target: 3}\n"
    "  - {id: live, title: Live, type: binary}\n"
    "  - {id: course, title: C, type: milestones,"
    " steps: [{id: pilot, title: P}, {id: rest, title: R}]}\n"
)
WORKSPACE: Mapping[str, str] = {
    "okr.yaml": "version: 1\nname: Acme\npeople: {ana: {name: Ana}, pavel: {name: Pavel}}\n"
    "teams: {support: {name: Support}}\n",
    "objectives/2026-Q4/cx.yaml": OBJECTIVE,
    "kpis/csat.yaml": "title: CSAT\nunit: '%'\ndirection: up\ntarget: {value: 90}\n"
    "survey: {type: csat}\nsegments: [chat, voice]\n",
    "kpis/clv.yaml": "title: CLV\ndirection: up\n",
    "kpis/cac.yaml": "title: CAC\ndirection: down\n",
    "kpis/ratio.yaml": "title: Ratio\nformula: clv / cac\ndirection: up\n",
    "improvements/csat-plan.yaml": "kpi: csat\nopened: 2026-11-02\nowner: ana\n"
    "cause: {type: process, text: Queue}\ngoal: {value: 85, by: 2026-12-20}\n"
    "actions: [{title: Train, owner: ana, due: 2026-12-01}]\n",
    "checkins/2026/2026-11-06-ana-00000001.yaml": "date: 2026-11-06\nby: ana\n"
    "recorded: 2026-11-06T09:00:00Z\n"
    "key_results:\n"
    "  - {key_result: 2026-Q4/cx/hours, value: 20, confidence: 6}\n"
    "  - {key_result: 2026-Q4/cx/course, done: [pilot], confidence: 5}\n"
    "readings:\n"
    "  - {kpi: csat, value: 80}\n"
    "  - {kpi: csat, value: 82, segment: chat}\n"
    "  - {kpi: clv, value: 900}\n"
    "  - {kpi: cac, value: 400}\n"
    "followups:\n  - {improvement: csat-plan, note: Two of four}\n",
}
NEW = "checkins/2026/2026-11-20-ana-00000002.yaml"
HEAD = "date: 2026-11-20\nby: ana\nrecorded: 2026-11-20T09:00:00Z\n"


def _key_result(said: str) -> str:
    return f"key_results:\n  - {{key_result: cx/{said}}}\n"


def _reading(said: str) -> str:
    return f"readings:\n  - {{kpi: {said}}}\n"


REFUSED: Mapping[str, str] = {
    "decimal comma": _key_result("hours, value: 1,5, confidence: 9"),
    "text in quotes": _key_result('hours, value: "12", confidence: 9'),
    "truth value": _key_result("hours, value: true, confidence: 9"),
    "no number": _key_result("hours, value: .nan, confidence: 9"),
    "a unit": _key_result("hours, value: 12 points, confidence: 9"),
    "confidence of 11": _key_result("hours, value: 12, confidence: 11"),
    "confidence in words": _key_result("hours, value: 12, confidence: high"),
    "an empty note": _key_result('hours, value: 12, note: ""'),
    "an unknown key": _key_result("hours, value: 12, confidense: 9"),
    "a key twice": _key_result("hours, value: 12, value: 13"),
    "a key that is a number": _key_result("hours, value: 12, 5: 6"),
    "a day that is none": _key_result("hours, value: 12, date: 2026-02-30"),
    "a day to come": _key_result("hours, value: 12, date: 2027-11-20"),
    "an unknown key result": _key_result("hour, value: 12, confidence: 9"),
    "out of the KPI's bounds": _key_result("csat, value: 500, confidence: 9"),
    "a value that is computed": _key_result("ratio, value: 3, confidence: 9"),
    "done by half": _key_result("live, value: 0.5, confidence: 9"),
    "a value for steps": _key_result("course, value: 2, done: [rest]"),
    "an unknown step": _key_result("course, done: [rest, last], confidence: 9"),
    "no mapping": "key_results:\n  - cx/hours 12\n",
    "reading out of bounds": _reading("csat, value: 500"),
    "reading with a decimal comma": _reading("csat, value: 83,5"),
    "reading in words": _reading("csat, value: good"),
    "reading of an unknown segment": _reading("csat, value: 84, segment: sms"),
    "reading of an unknown KPI": _reading("csatt, value: 84"),
    "reading of a day to come": _reading("csat, date: 2026-12-24, value: 84"),
    "reading with a negative weight": _reading("csat, value: 84, segment: chat, weight: -1"),
    "reading that is computed": _reading("ratio, value: 3"),
    "kudos to a stranger": "kudos:\n  - {to: zoe, for: Help}\n",
    "kudos without a reason": "kudos:\n  - {to: pavel}\n",
    "follow-up on no plan": "followups:\n  - {improvement: csat-plna, note: Done}\n",
    "follow-up without a note": "followups:\n  - {improvement: csat-plan}\n",
}
"""A section with one entry in which something is wrong, by what is wrong."""


def with_refused(entry: str, head: str = HEAD) -> dict[str, str]:
    """Return the workspace with one more check-in, which holds *entry*."""
    return {**WORKSPACE, NEW: head + entry}


def numbers_of(report: Report) -> Report:
    """Return *report* without the marks of refused entries: its numbers."""
    objectives = (
        replace(each, key_results=tuple(replace(own, refused=0) for own in each.key_results))
        for each in report.objectives
    )
    return replace(
        report,
        objectives=tuple(objectives),
        kpis=tuple(replace(each, refused=0) for each in report.kpis),
        attention=tuple(each for each in report.attention if each.concern is not Concern.REFUSED),
        findings=FindingCounts(),
        refused=(),
        doubtful=(),
    )
