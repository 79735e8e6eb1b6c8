"""What a report says of a past day is what it said on that day, whatever commands came after it.

Days pass, and on each of them somebody types a few commands; those that are refused change
nothing. On each day the report is kept, and at the end each is asked for once more.
"""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from okrcli.cli.app import run
from okrcli.cli.options import Invocation
from okrcli.storage.workspace import load_plan
from tests.cli.workspaces import write

FIRST = date(2026, 10, 5)

FILES = {
    "okr.yaml": (
        "version: 1\nname: Acme\ncalendar: {time_zone: UTC}\n"
        "people: {ana: {name: Ana}, pavel: {name: Pavel}}\n"
    ),
    "objectives/2026-Q4/help.yaml": (
        "title: Customers recommend our help\nowner: ana\nambition: committed\nkey_results:\n"
        "  - {id: nps, title: NPS, type: metric, baseline: 40, target: 60, unit: points}\n"
        "  - {id: frt, title: First reply, type: metric, baseline: 600, target: 240, unit: min}\n"
        "  - id: site\n    title: Site\n    type: milestones\n    steps:\n"
        "      - {id: draft, title: Draft}\n      - {id: open, title: Open}\n"
    ),
    "objectives/2026-Q4/speed.yaml": (
        "title: Answers come the same day\nowner: pavel\nkey_results:\n"
        "  - {id: churn, title: Churn, type: maintain, at_most: 5, unit: '%'}\n"
        "  - {id: csat, title: CSAT, type: metric, kpi: csat, baseline: 70, target: 80}\n"
    ),
    "objectives/2026-Q4/plan.yaml": (
        "title: What is only planned\nstatus: draft\nowner: ana\nkey_results:\n"
        "  - {id: leads, title: Leads, type: metric, baseline: 5, target: 9, unit: leads}\n"
    ),
    "kpis/csat.yaml": (
        "title: Satisfaction\nunit: '%'\ndirection: up\nbaseline: 70\ntarget: {value: 80}\n"
        "added: 2026-09-01\n"
    ),
    "kpis/load.yaml": (
        "title: Load\nunit: min\ndirection: down\ntarget: {value: 30}\nadded: 2026-09-01\n"
    ),
    "kpis/ratio.yaml": (
        "title: Ratio\ndirection: up\nformula: csat / load\ntarget: {value: 2}\nadded: 2026-09-01\n"
    ),
}
WHY = ("--why", "Agreed.", "--approved-by", "pavel")

Command = Callable[["Names", int], Sequence[str]]


class Names:
    """What there is to name on a day."""

    def __init__(self, root: Path) -> None:
        plan = load_plan(root)
        self.objectives = [objective.id for objective in plan.objectives]
        self.key_results = [ref.partition("/")[2] for ref in plan.key_results_by_ref]
        self.kpis = list(plan.kpis_by_id)


def _of(names: Sequence[str], number: int) -> str:
    return names[number % len(names)]


COMMANDS: tuple[Command, ...] = (
    lambda names, number: ("checkin", _of(names.key_results, number), str(number % 70)),
    lambda names, number: ("checkin", _of(names.key_results, number), "draft"),
    lambda names, number: ("kpi", "record", _of(names.kpis, number), str(number % 90)),
    lambda names, number: (
        *("amend", _of(names.key_results, number), "--target", str(50 + number)),
        *WHY,
    ),
    lambda names, number: (
        *("amend", _of(names.key_results, number), "--weight", str(1 + number % 3)),
        *WHY,
    ),
    lambda names, number: (
        *("amend", _of(names.key_results, number), "--unit", f"u{number}", "--factor", "1/4"),
        *WHY,
    ),
    lambda names, number: ("amend", _of(names.key_results, number), "--drop", *WHY),
    lambda names, number: (
        *("amend", _of(names.kpis, number), "--target", str(20 + number)),
        *WHY,
    ),
    lambda names, number: (
        *("amend", _of(names.kpis, number), "--unit", f"u{number}", "--factor", "4"),
        *WHY,
    ),
    lambda names, number: ("amend", _of(names.kpis, number), "--warning", str(number), *WHY),
    lambda names, number: (
        *("amend", _of(names.objectives, number), "--ambition", "aspirational"),
        *WHY,
    ),
    lambda names, number: ("amend", _of(names.objectives, number), "--cancel", *WHY),
    lambda names, number: ("approve", _of(names.objectives, number), "--as", "pavel"),
    lambda names, number: ("rename", _of(names.objectives, number), f"o{number}"),
    lambda names, number: ("rename", _of(names.key_results, number), f"k{number}"),
    lambda names, number: ("rename", _of(names.kpis, number), f"kpi{number}"),
    lambda names, number: (
        *("move", _of(names.key_results, number)),
        _of(names.objectives, number // 2),
    ),
    lambda names, number: (
        *("close", _of(names.objectives, number), "--because", "It was late."),
        *("--worked", "A", "--did-not", "B", "--next", "C"),
    ),
    lambda names, number: (
        *("new", "kr", _of(names.objectives, number), f"Cut calls of line {number}"),
        *("--id", f"new{number}", "--baseline", "90", "--target", "40", "--unit", "calls"),
    ),
    lambda _names, number: ("new", "objective", f"Aim {number}", "--id", f"aim{number}", "--draft"),
)


def _run(root: Path, day: date, *words: str) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    moment = datetime.combine(day, time(10), UTC)
    options = ("--root", str(root), "--today", str(day), "--no-input")
    clock = patch.object(Invocation, "now", lambda _self: moment)
    with redirect_stdout(out), redirect_stderr(err), clock:
        code = run([*words, *options])
    assert code in {0, 1, 2, 3}, (words, err.getvalue())
    return code, out.getvalue()


FIGURES = ("value", "progress", "score", "pace", "health", "overdue", "days_overdue", "dropped")


def _facts(root: Path, day: date, *more: str) -> Mapping[str, Any]:
    """Return how all stands, by title."""
    _, text = _run(root, day, "report", "--format", "json", *more)
    document = json.loads(text)
    facts = {
        objective["title"]: _figures(objective, objective)
        | {"key results": {each["title"]: _figures(each, objective) for each in _known(objective)}}
        for objective in document["objectives"]
    }
    return facts | {f"KPI {kpi['title']}": _figures(kpi, kpi) for kpi in document["kpis"]}


def _known(objective: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    known: Sequence[Mapping[str, Any]] = objective["key_results"]
    return known


def _figures(record: Mapping[str, Any], bound: Mapping[str, Any]) -> dict[str, Any]:
    """Return how *record* stands; of a draft, which may change at will, only that it is one."""
    figures = {} if bound["status"] == "draft" else {key: record.get(key) for key in FIGURES}
    return {"status": bound["status"], **figures}


typed = st.tuples(st.integers(1, 12), st.sampled_from(COMMANDS), st.integers(0, 60))
"""After how many days which command is typed, and about what."""


@pytest.mark.slow
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.generate],  # a smaller example takes minutes to be found
)
@given(st.lists(typed, min_size=6, max_size=16))
def test_report_of_a_past_day_is_the_one_of_that_day(
    steps: list[tuple[int, Command, int]],
) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder).resolve() / "acme", FILES)
        day, then = FIRST, {}
        for days, command, number in steps:
            day += timedelta(days=days)
            _run(root, day, *command(Names(root), number))
            then[day] = _facts(root, day)
        last = day + timedelta(days=3)
        for past, facts in then.items():
            assert _facts(root, last, "--as-of", str(past)) == facts
