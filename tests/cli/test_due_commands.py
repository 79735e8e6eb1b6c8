"""What a reminder says to type works as it stands, once it is filled in."""

import shlex
from datetime import date
from pathlib import Path

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.reports.reminders import Due, dues_of
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.repositories import make_committed

TODAY = date(2026, 11, 20)

SETTINGS = """\
version: 1
people:
  ana: {name: Ana, email: ana@example.com}
  pavel: {name: Pavel}
"""
KPI = "title: {}\nowner: {}\ncadence: weekly\n"
PLAN = """\
kpi: csat
opened: 2026-11-02
owner: pavel
cause: {type: training, text: Half of the team is new}
goal: {value: 85, by: 2026-12-31}
actions:
  - {title: Hire a trainer, owner: pavel, due: 2026-11-10, status: done}
  - {title: Train the team, owner: ana, due: 2026-11-18}
"""
OBJECTIVE = """\
title: Become the leader in customer satisfaction
owner: ana
key_results:
  - {id: hours, title: Cut the response time, type: metric, unit: h, baseline: 24, target: 12}
  - {id: nps, title: Raise NPS, type: metric, kpi: nps, baseline: 40, target: 60}
  - {id: training, title: Train, type: milestones, steps: [{id: pilot, title: P}]}
"""
READ = """\
date: 2026-11-06
by: ana
readings:
  - {kpi: nps, value: 44}
  - {kpi: csat, value: 80, segment: chat}
  - {kpi: cac, value: 300}
"""
FILES = {
    "okr.yaml": SETTINGS,
    "objectives/2026-Q4/cx.yaml": OBJECTIVE,
    "kpis/nps.yaml": KPI.format("NPS", "ana"),
    "kpis/csat.yaml": KPI.format("CSAT", "pavel") + "segments: [chat, voice]\n",
    "kpis/ces.yaml": KPI.format("CES", "pavel"),
    "kpis/cac.yaml": KPI.format("CAC", "pavel") + "source: {file: data/cac.csv}\n",
    "data/cac.csv": "date,value\n2026-11-06,300\n2026-11-20,310\n",
    "improvements/csat-plan.yaml": PLAN,
    "checkins/2026/2026-11-06-ana-00000001.yaml": READ,
}
COMMANDS = {
    "okr checkin cx/hours VALUE": "20",
    "okr checkin cx/nps VALUE": "47",
    "okr checkin cx/training STEP": "pilot",
    "okr kpi record ces VALUE": "4.5",
    "okr kpi record csat VALUE --segment chat": "82",
    "okr kpi record csat VALUE --segment voice": "78",
    "okr kpi import --all": "",
    'okr improve follow-up csat-plan "..."': "",
    "okr improve follow-up csat-plan --done 2": "",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES)


def _dues(root: Path) -> dict[str, Due]:
    plan = load_plan(root)
    return {
        COMMAND_LINE.command(due.step): due for due in dues_of(plan, plan.cycles_at(TODAY), TODAY)
    }


def test_workspace_owes_one_thing_of_each_kind(workspace: Path) -> None:
    assert set(_dues(workspace)) == set(COMMANDS)


@pytest.mark.parametrize(("command", "filled"), COMMANDS.items(), ids=COMMANDS)
def test_command_of_a_due_thing_settles_it(
    workspace: Path, run_okr: Okr, command: str, filled: str
) -> None:
    before = _dues(workspace)
    _, *arguments = shlex.split(command.replace("VALUE", filled).replace("STEP", filled))
    ran = run_okr(workspace, *arguments, today=str(TODAY))
    assert ran.code == 0, ran.err
    after = _dues(workspace)
    assert command not in after
    assert set(after) <= set(before)
