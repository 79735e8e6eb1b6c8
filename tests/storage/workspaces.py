"""A small workspace without a finding, and what is told of a plan."""

from collections.abc import Mapping

from okrcli.model.plan import Plan

KPI = "title: NPS\n"
OBJECTIVE = "title: Lead\nkey_results:\n  - {id: nps, title: NPS, type: binary}\n"
CHECKIN = "date: 2026-11-20\nby: ana\n"

FILES: Mapping[str, str] = {
    "okr.yaml": "version: 1\nname: Acme\n",
    "objectives/2026-Q4/cx.yaml": OBJECTIVE,
    "objectives/2026-Q3/cx.yml": OBJECTIVE,
    "kpis/nps.yaml": KPI,
    "checkins/2026/2026-11-20-ana-1.yaml": CHECKIN,
    "checkins/2025/week/2025-11-20-ana-2.yaml": CHECKIN,
    "checkins/2026-11-20-ana-3.yaml": CHECKIN,
    "improvements/csat-2026-11-02.yaml": (
        "kpi: csat\nopened: 2026-11-02\ncause: {type: process, text: x}\n"
        "goal: {value: 1, by: 2026-12-01}\nactions: [{title: x, owner: ana, due: 2026-12-01}]\n"
    ),
}


def told(plan: Plan) -> list[tuple[str, str, str]]:
    return [(each.rule.code, each.place.path, each.message) for each in plan.findings]


def paths(plan: Plan) -> list[str]:
    records = (*plan.objectives, *plan.kpis, *plan.checkins, *plan.improvements)
    return [each.path for each in records]
