"""A workspace with the same hostile words in every text that people can write."""

import json
from datetime import date
from pathlib import Path

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

TODAY = date(2026, 11, 20)
TEXTS = frozenset(
    {"title", "why", "note", "unit", "name", "for", "worked", "did_not", "next", "because"}
)

IMPROVEMENT = """\
kpi: csat
opened: 2026-11-02
owner: ana
cause: {type: process, note: No handover.}
goal: {value: 48, by: 2026-12-18}
actions:
  - {title: Write it down, owner: pavel, due: 2026-11-10}
"""
THANKS = "date: 2026-11-19\nby: ana\nnote: All in.\nkudos:\n  - {to: pavel, for: the night}\n"


def write_hostile(root: Path, words: str) -> Path:
    """Write Acme's workspace with *words* in its texts, and return its root."""
    yaml = YAML(typ="safe", pure=True)
    files = {}
    written = {
        **WORKSPACE,
        "improvements/csat-2026-11-02.yaml": IMPROVEMENT,
        "checkins/2026/2026-11-19-ana-00000007.yaml": THANKS,
    }
    for name, text in written.items():
        found = yaml.load(text)
        files[name] = "" if found is None else _written(_spoiled(found, words))
    write(root, files)
    return root


def _spoiled(value: object, words: str, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _spoiled(part, words, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_spoiled(part, words, key) for part in value]
    return words if key in TEXTS and isinstance(value, str) else value


def _written(value: object) -> str:
    return json.dumps(value, default=str, ensure_ascii=True)
