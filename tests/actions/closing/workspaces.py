"""A quarter that has ended, with two objectives that are open."""

from datetime import date
from pathlib import Path

from okrcli.actions.workspace import Workspace, open_workspace
from tests.cli.workspaces import FILES, OBJECTIVE, write

AFTER = date(2027, 1, 4)
GROWTH = "objectives/2026-Q4/growth.yaml"
COMMITTED = """\
title: Grow fast
ambition: committed
owner: ana
key_results:
  - id: revenue
    title: Raise revenue from 1 to 2
    type: metric
    baseline: 1
    target: 2
"""
PARENT = "title: Lead the market\nprogress_from: children\nowner: ana\n"
ENDED = {
    **FILES,
    "objectives/2026-Q4/cx-leader.yaml": f"{OBJECTIVE}parent: market\n",
    GROWTH: COMMITTED,
    "objectives/2026-Q4/market.yaml": PARENT,
}


def ended(root: Path) -> Workspace:
    return open_workspace(write(root, ENDED), AFTER)


def late(day: str, value: str) -> dict[str, str]:
    """Return a check-in of the last days of the quarter that was recorded on *day*."""
    text = (
        f"date: {day}\nby: ana\nkey_results:\n"
        f"  - {{key_result: 2026-Q4/growth/revenue, value: {value}, date: 2026-12-30}}\n"
    )
    return {f"checkins/2027/{day}-ana-00000009.yaml": text}
