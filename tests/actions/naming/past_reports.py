"""What reports of past days say, with whatever names there are by then."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from okrcli.actions.report import report_on
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import REPORT_FORMATS, RenderOptions
from okrcli.render.report.json import report_facts
from okrcli.render.text.json_text import json_text

_NAME = re.compile(r"[\w/-]+")
DAY = date(2026, 11, 20)
DAYS = tuple(date(2026, 9, 28) + timedelta(days=15 * part) for part in range(4))


def reports_of(root: Path, renamed: Callable[[str], str], days: Iterable[date] = DAYS) -> str:
    """Return the reports for *days* as JSON, with *renamed* names and in the order of these."""
    plan = open_workspace(root, DAY).plan
    cycles = [cycle.id for cycle in plan.cycles]
    found = [report_facts(report_on(plan, day, cycle)) for day in days for cycle in cycles]
    named = [_named(json.loads(json_text(facts, 9)), renamed) for facts in found]
    return json.dumps(named, ensure_ascii=False, indent=1)


def drawn_reports(space: Workspace, days: Iterable[date], formats: Iterable[str]) -> Sequence[str]:
    """Return the reports for *days* as they are printed."""
    options = RenderOptions(COMMAND_LINE, width=100)
    plan = space.plan
    found = [report_on(plan, day, cycle.id) for day in days for cycle in plan.cycles]
    return [REPORT_FORMATS[name](report, options) for report in found for name in formats]


def _named(facts: Any, renamed: Callable[[str], str], key: str = "") -> Any:
    if isinstance(facts, dict):
        named = {key: _named(value, renamed, key) for key, value in facts.items()}
        return {key: value for key, value in named.items() if key != "id"}
    if isinstance(facts, list):
        return sorted((_named(item, renamed) for item in facts), key=repr)
    if key in {"formula", "reason"}:
        return _NAME.sub(lambda found: renamed(found[0]), facts or "")
    return renamed(facts) if isinstance(facts, str) else facts
