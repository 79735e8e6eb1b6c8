"""A workspace with the same hostile words in every text that people can write."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.actions.site.sites import WORKSPACE
from tests.cli.workspaces import write

WORDS = (
    "<script>alert(1)</script>",
    "[red]x[/red] [link=http://x]y[/link]",
    "\x1b[31mred\x07",
    "a\u202etxt.exe\u2066b",
    "W" * 300,
    "javascript:alert(1)",
    "\"'><img src=x onerror=alert(1)>",
)
"""What somebody may write to run, to lead away, to deceive or to spoil a page."""

PLAIN = "plain words"
TODAY = date(2026, 11, 20)
_PLACE = "TEXT"
"""Where the words are to stand in the files below."""

SETTINGS = """\
version: 1
name: TEXT
cycles:
  2026-Q4:
    start: 2026-10-01
    end: 2026-12-31
    amendments: [{date: 2026-11-01, field: end, was: 2026-12-24, now: 2026-12-31, why: TEXT}]
teams:
  support: {name: TEXT}
  sales: {name: TEXT}
people:
  ana: {name: TEXT, email: ana@example.com, team: support}
  pavel: {name: TEXT, team: support}
"""
OBJECTIVE = """\
title: TEXT
owner: ana
team: support
why: TEXT
note: TEXT
amendments: [{date: 2026-11-02, field: progress_from, was: children, now: key_results, why: TEXT}]
key_results:
  - id: wait
    title: TEXT
    type: metric
    unit: TEXT
    note: TEXT
    owner: ana
    baseline: 0
    target: 10
    guards: [csat]
    amendments:
      - {date: 2026-11-02, field: target, was: 12, now: 10, why: TEXT}
      - {date: 2026-11-03, field: unit, was: TEXT, now: TEXT, why: TEXT}
  - id: gone
    title: TEXT
    type: metric
    baseline: 0
    target: 10
    dropped: {date: 2026-11-05, why: TEXT}
  - id: level
    title: TEXT
    type: maintain
    unit: TEXT
    at_least: 3
  - id: sure
    title: TEXT
    type: binary
    amendments: [{date: 2026-11-02, field: title, was: TEXT, now: TEXT, why: TEXT}]
  - id: steps
    title: TEXT
    type: milestones
    steps:
      - {id: one, title: TEXT, dropped: {date: 2026-11-05, why: TEXT}}
      - {id: two, title: TEXT, due: 2026-11-01}
initiatives:
  - {id: survey, title: TEXT, key_results: [wait], owner: pavel, due: 2026-11-30, note: TEXT}
"""
CANCELLED = """\
title: TEXT
owner: ana
team: support
status: cancelled
cancelled: {date: 2026-11-02, why: TEXT}
key_results:
  - {id: wait, title: TEXT, type: metric, baseline: 0, target: 10}
"""
CLOSED = """\
title: TEXT
owner: ana
team: sales
status: closed
closing:
  date: 2026-09-30
  computed: 0.5
  score: 0.6
  why: TEXT
  because: TEXT
  worked: TEXT
  did_not: TEXT
  next: TEXT
  was:
    - date: 2026-09-29
      computed: 0.5
      score: 0.4
      why: TEXT
      because: TEXT
      worked: TEXT
      did_not: TEXT
      next: TEXT
key_results:
  - {id: stores, title: TEXT, type: metric, unit: TEXT, baseline: 0, target: 10}
"""
KPI = """\
title: TEXT
why: TEXT
note: TEXT
unit: TEXT
direction: up
owner: ana
team: support
segments: [web, shop]
baseline: 40
target: {value: 50, by: 2026-12-31}
source: {file: TEXT, table: TEXT, encoding: TEXT}
amendments: [{date: 2026-11-02, field: unit, was: TEXT, now: TEXT, why: TEXT}]
"""
COMPUTED = "title: TEXT\nunit: TEXT\nowner: ana\nteam: support\nformula: TEXT\n"
SURVEY = """\
title: TEXT
owner: ana
team: support
survey: {type: csat, scale: [1, 5], answers: {TEXT: 1}}
"""
CHECKIN = """\
date: 2026-11-19
by: ana
recorded: 2026-11-19T09:00:00Z
note: TEXT
key_results:
  - {key_result: 2026-Q4/whole/wait, value: 4, confidence: 6, note: TEXT}
  - {key_result: 2026-Q4/whole/level, value: 4, confidence: 6, note: TEXT}
  - {key_result: 2026-Q4/whole/gone, value: 4, note: TEXT}
readings:
  - {kpi: whole, value: 44, note: TEXT}
  - {kpi: whole, segment: web, value: 40, note: TEXT}
  - {kpi: whole, segment: shop, value: 48}
kudos: [{to: pavel, for: TEXT}]
followups: [{improvement: whole-2026-11-02, note: TEXT}]
"""
CORRECTION = """\
date: 2026-11-20
by: ana
recorded: 2026-11-20T09:00:00Z
retracted:
  - {checkin: 2026-11-19-ana-00000007, key_result: 2026-Q4/whole/level, why: TEXT}
"""
IMPROVEMENT = """\
kpi: whole
opened: 2026-11-02
owner: ana
cause: {type: process, text: TEXT}
goal: {value: 48, by: 2026-12-18}
actions:
  - {title: TEXT, owner: pavel, due: 2026-11-10}
"""
ENDED = IMPROVEMENT + "closed: {date: 2026-11-12, value: 49, note: TEXT}\n"

FILES: Mapping[str, str] = {
    "okr.yaml": SETTINGS,
    "objectives/2026-Q4/whole.yaml": OBJECTIVE,
    "objectives/2026-Q4/cancelled.yaml": CANCELLED,
    "objectives/2026-Q3/closed.yaml": CLOSED,
    "kpis/whole.yaml": KPI,
    "kpis/computed.yaml": COMPUTED,
    "kpis/survey.yaml": SURVEY,
    "checkins/2026/2026-11-19-ana-00000007.yaml": CHECKIN,
    "checkins/2026/2026-11-20-ana-00000008.yaml": CORRECTION,
    "improvements/whole-2026-11-02.yaml": IMPROVEMENT,
    "improvements/whole-2026-11-01.yaml": ENDED.replace("opened: 2026-11-02", "opened: 2026-11-01"),
}
"""Every text that a file may hold, each somewhere."""


def hostile_files(words: str) -> dict[str, str]:
    """Return Acme's files and `FILES` with *words* in their texts."""
    return {**WORKSPACE, **{name: _written(file, words) for name, file in loaded().items()}}


def write_hostile(root: Path, words: str) -> Path:
    """Write a workspace of `hostile_files`, and return its root."""
    return write(root, hostile_files(words))


def loaded() -> Mapping[str, Any]:
    """Return what each of `FILES` holds."""
    yaml = YAML(typ="safe", pure=True)
    return {name: yaml.load(text) for name, text in FILES.items()}


def is_text(value: object) -> bool:
    """Return whether the words stand in the place of *value*."""
    return value == _PLACE


def _spoiled(value: Any, words: str) -> Any:
    if isinstance(value, dict):
        return {_spoiled(name, words): _spoiled(part, words) for name, part in value.items()}
    if isinstance(value, list):
        return [_spoiled(part, words) for part in value]
    return words if is_text(value) else value


def _written(value: object, words: str) -> str:
    return json.dumps(_spoiled(value, words), default=str, ensure_ascii=True)
