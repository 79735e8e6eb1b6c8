"""Small workspaces on the disk, and the command `okr` run in them."""

from pathlib import Path
from typing import NamedTuple

import pytest

from okrcli.cli.app import run

TODAY = "2026-11-20"

SETTINGS = """\
version: 1
name: Acme Support
teams:
  support: {name: Support}
  sales: {name: Sales}
people:
  ana: {name: Ana, email: ana@example.com, team: support}
  pavel: {name: Pavel, team: support}
"""

OBJECTIVE = """\
title: Become the leader in customer satisfaction
owner: ana
team: support
impact: growth
why: Satisfied customers renew more often.
approved_by:
  - {who: pavel, date: 2026-09-28}
key_results:
  - id: nps
    title: Raise NPS from 40 to 60
    type: metric
    kpi: nps
    unit: points
    baseline: 40
    target: 60
    guards: [csat]
    amendments:
      - {date: 2026-11-02, field: target, was: 65, now: 60, why: scale changed, approved_by: pavel}
  - id: hours
    title: Cut the response time from 24 to 12 hours
    type: metric
    unit: h
    owner: pavel
    baseline: 24
    target: 12
  - id: training
    title: Train the team
    type: milestones
    steps:
      - {id: pilot, title: Pilot group trained, due: 2026-10-31}
      - {id: everyone, title: Everybody trained, due: 2026-12-15}
initiatives:
  - {id: survey, title: Second survey wave, key_results: [nps], owner: pavel, due: 2026-11-30}
"""

KPI = """\
title: Net Promoter Score
why: Promoters bring others.
unit: points
direction: up
bounds: [-100, 100]
kind: lagging
family: satisfaction
owner: ana
team: support
serves: [cx-leader]
baseline: 40
target: {value: 50, by: 2026-12-31}
"""

FIRST = """\
date: 2026-11-06
by: ana
recorded: 2026-11-06T09:00:00Z
key_results:
  - {key_result: 2026-Q4/cx-leader/nps, confidence: 6, note: first wave}
  - {key_result: 2026-Q4/cx-leader/hours, value: 20, confidence: 7}
  - {key_result: 2026-Q4/cx-leader/training, done: [pilot], confidence: 8}
readings:
  - {kpi: nps, value: 44}
  - {kpi: csat, value: 70}
"""

SECOND = """\
date: 2026-11-20
by: ana
recorded: 2026-11-20T09:00:00Z
key_results:
  - {key_result: 2026-Q4/cx-leader/nps, confidence: 7, note: "second wave: [bold]52[/]"}
  - {key_result: 2026-Q4/cx-leader/hours, value: 18}
readings:
  - {kpi: nps, value: 47}
"""

CORRECTION = """\
date: 2026-11-20
by: pavel
recorded: 2026-11-20T10:00:00Z
key_results:
  - {key_result: 2026-Q4/cx-leader/hours, value: 17.5, note: counted again}
"""

FILES = {
    "okr.yaml": SETTINGS,
    "objectives/2026-Q4/cx-leader.yaml": OBJECTIVE,
    "kpis/nps.yaml": KPI,
    "kpis/csat.yaml": KPI.replace("Net Promoter Score", "CSAT").replace("points", '"%"'),
    "checkins/2026/2026-11-06-ana-00000001.yaml": FIRST,
    "checkins/2026/2026-11-20-ana-00000002.yaml": SECOND,
    "checkins/2026/2026-11-20-pavel-00000003.yaml": CORRECTION,
}


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def write(root: Path, files: dict[str, str]) -> Path:
    """Write *files* below *root*."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root


def okr(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    """Run `okr` as of `TODAY`."""
    code = run([*map(str, arguments), "--today", TODAY])
    return Ran(code, *capsys.readouterr())
