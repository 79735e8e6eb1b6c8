"""A workspace in which csat is in breach, the plan that improves it, and what became of both."""

from pathlib import Path

from okrcli.model.improvement import Improvement
from okrcli.storage.workspace import load_plan
from tests.cli.workspaces import KPI, TODAY, Ran, write
from tests.repositories import git, photograph

PLAN = "csat-2026-11-20"
FILE = f"improvements/{PLAN}.yaml"
ACTIONS = (
    *("--action", "Train the night shift; pavel; 2026-12-01"),
    *("--action", "Write the playbook; in short; ana; 2026-11-27"),
)
WHOLE = (
    *("--cause", "training", "--why", "Half of the team is new.", "--goal", "85 %"),
    *("--by", "2026-12-31", *ACTIONS),
)
OPENED = """\
kpi: csat
opened: 2026-11-20
owner: ana
baseline: 74
cause:
  type: training
  text: Half of the team is new.
goal: {value: 85, by: 2026-12-31}
actions:
  - {title: Train the night shift, owner: pavel, due: 2026-12-01}
  - {title: Write the playbook; in short, owner: ana, due: 2026-11-27}
"""
CSAT = KPI.replace("Net Promoter Score", "CSAT").replace("points", '"%"')
READING = "date: {}\nby: ana\nrecorded: {}T09:00:00Z\nreadings:\n  - {{kpi: csat, value: {}}}\n"


def improvement(root: Path, name: str = PLAN) -> Improvement:
    plan = load_plan(root)
    assert plan.findings == ()
    return next(each for each in plan.improvements if each.id == name)


def message(root: Path) -> str:
    return git(root, "log", "-1", "--format=%B")


def changed(root: Path) -> list[str]:
    return sorted(git(root, "show", "--format=", "--name-only").split())


def measured(root: Path, value: object, day: str = TODAY) -> None:
    """Record a value of csat, as if somebody else had checked it in."""
    name = f"checkins/2026/{day}-ana-10000000.yaml"
    write(root, {name: READING.format(day, day, value)})
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Check in")


def refused(ran: Ran, root: Path, before: dict[str, bytes], *said: str) -> None:
    """Require that *ran* failed with whole sentences, and that nothing was touched."""
    assert (ran.code != 0, ran.out) == (True, "")
    assert [each for each in said if each not in ran.err] == [], ran.err
    assert photograph(root) == before
