"""A workspace with KPIs of every kind and health, segments, a formula and improvement plans."""

from pathlib import Path

from tests.cli.workspaces import SETTINGS
from tests.repositories import make_committed

CSAT = """\
title: Customer satisfaction
unit: "%"
direction: up
bounds: [0, 100]
kind: lagging
family: satisfaction
owner: pavel
team: support
target: {value: 90, by: 2026-12-31}
warning: 3
segments: [voice, chat]
aggregate: weighted
survey: {type: csat, scale: [1, 5], top_box: [4, 5]}
alert: {breaches: 2, of: 3}
"""

CHURN = """\
title: Churn
unit: "%"
direction: down
kind: lagging
family: customer
owner: ana
team: sales
target: {value: 2}
"""

FIRST_REPLY = """\
title: First reply
unit: h
direction: range
kind: leading
family: operations
owner: ana
team: support
target: {range: [1, 4]}
source: {file: data/replies.csv}
"""

RATIO = """\
title: Satisfaction per churn
direction: up
owner: ana
formula: csat / churn
"""

OBJECTIVE = """\
title: Become the leader in customer satisfaction
owner: ana
team: support
key_results:
  - {id: csat, title: Raise CSAT, type: metric, kpi: csat, baseline: 80, target: 90}
  - id: hours
    title: Cut the response time
    type: metric
    unit: h
    owner: pavel
    baseline: 24
    target: 12
    guards: [csat]
"""

PLAN = """\
kpi: csat
opened: 2026-11-02
owner: pavel
cause: {type: training, text: "New colleagues answer without the playbook."}
goal: {value: 88, by: 2026-12-15}
actions:
  - {title: Train everybody, owner: ana, due: 2026-11-13, status: active}
  - {title: Pair on chats, owner: pavel, due: 2026-12-01}
"""

OLD_PLAN = """\
kpi: csat
opened: 2026-08-03
cause: {type: process, text: Nobody owned the queue.}
goal: {value: 85, by: 2026-09-30}
actions:
  - {title: Name an owner, owner: ana, due: 2026-08-10, status: done}
closed: {date: 2026-09-28, value: 86, note: A named owner helps.}
"""

WEEKS = ("2026-09-25", "2026-10-02", "2026-10-09", "2026-10-16", "2026-10-23", "2026-10-30")
LATER_WEEKS = ("2026-11-06", "2026-11-13", "2026-11-20")


def _readings() -> str:
    lines = ["date: 2026-11-20", "by: ana", "readings:"]
    for number, day in enumerate((*WEEKS, *LATER_WEEKS)):
        lines.append(
            f"  - {{kpi: csat, date: {day}, value: {92 - number}, segment: voice, weight: 30}}"
        )
        lines.append(
            f"  - {{kpi: csat, date: {day}, value: {80 - number}, segment: chat, weight: 10}}"
        )
        lines.append(f"  - {{kpi: churn, date: {day}, value: {2 - number / 10}}}")
    lines.append("  - {kpi: first_reply, date: 2026-10-01, value: 2.5}")
    lines.append("followups:")
    lines.append('  - {improvement: csat-2026-11-02, note: "8 of 12 are trained."}')
    return "\n".join(lines) + "\n"


KPI_FILES = {
    "okr.yaml": SETTINGS,
    "objectives/2026-Q4/cx-leader.yaml": OBJECTIVE,
    "kpis/csat.yaml": CSAT,
    "kpis/churn.yaml": CHURN,
    "kpis/first_reply.yaml": FIRST_REPLY,
    "kpis/ratio.yaml": RATIO,
    "improvements/csat-2026-11-02.yaml": PLAN,
    "improvements/csat-2026-08-03.yaml": OLD_PLAN,
    "checkins/2026/2026-11-20-ana-00000001.yaml": _readings(),
}


def kpi_workspace(folder: Path) -> Path:
    """Return the root of the workspace, two folders below its repository's root."""
    root = "teams/support"
    make_committed(folder, {f"{root}/{path}": text for path, text in KPI_FILES.items()})
    return folder / root
