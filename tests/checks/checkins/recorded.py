"""An objective, KPIs, and check-ins of one day."""

OBJECTIVE = (
    "title: A\nkey_results:\n"
    "  - {id: nps, title: NPS, type: metric, baseline: 40, target: 60}\n"
    "  - {id: csat, title: CSAT, type: metric, kpi: csat, baseline: 70, target: 80}\n"
    "  - {id: live, title: Live, type: binary}\n"
    "  - {id: course, title: C, type: milestones, steps: [{id: pilot, title: P}]}\n"
)


KPIS = {
    "kpis/nps.yaml": "title: NPS\nsurvey: {type: nps}\n",
    "kpis/csat.yaml": "title: CSAT\nsurvey: {type: csat}\nsegments: [chat, voice]\n",
    "kpis/ces.yaml": "title: CES\nsurvey: {type: ces, version: 1}\n",
    "kpis/wait.yaml": "title: Wait\nbounds: [0, null]\n",
    "kpis/own.yaml": "title: Own\nsurvey: {type: nps}\nbounds: [0, 10]\n",
}


def files_with(*checkins: str) -> dict[str, str]:
    return {
        **KPIS,
        "objectives/2026-Q4/cx.yaml": OBJECTIVE,
        **{f"checkins/2026/2026-11-20-ana-{n}.yaml": text for n, text in enumerate(checkins)},
    }


def a_checkin(entries: str, recorded: str = "2026-11-20T09:00:00Z") -> str:
    return f"date: 2026-11-20\nby: ana\nrecorded: {recorded}\n{entries}"
