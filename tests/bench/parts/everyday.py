"""Commands that are about one thing, in workspaces small and large."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

from tests.bench.commands import OKR, git, git_output, okr, python
from tests.bench.figures import Aim, Options, measure
from tests.bench.large_workspace import PERSON, REF, TODAY, write_large_workspace
from tests.bench.parts.objectives import PARSE_WITH_PYYAML
from tests.bench.timing import Job

_KPI = "title: NPS\nunit: points\ndirection: up\nbaseline: 40\ntarget: {value: 60}\nwhy: Loyalty.\n"
_READING = "date: {}\nby: ana\nreadings:\n  - {{kpi: nps, value: 44}}\n"
_YEARS = 6


def measure_everyday(options: Options) -> None:
    """Measure check-in, show, one reading and completion, as often as people use them."""
    few, many = 10, 10 * options.objectives
    pydantic, both = python("import pydantic"), python("import typer, pydantic")
    rounds = options.few_rounds
    with _workspace(few) as root:
        measure(
            f"okr checkin, {few} objectives / pydantic", _checkin(root), pydantic, Aim(3), rounds
        )
    with _workspace(many) as root:
        name = f"{many:,} objectives"
        floor = _added_and_committed(root)
        measure(f"okr checkin, {name} / git", _checkin(root), floor, Aim(8, 80), rounds)
        at = ["--root", str(root), "--today", f"{TODAY}"]
        show = okr("show", REF, *at)
        measure(f"okr show, {name} / typer, pydantic", show, both, Aim(5), rounds)
        record = Job([[OKR, "kpi", "record", "nps", "47", "--by", PERSON, *at]])
        measure(f"okr kpi record, {name} / typer, pydantic", record, both, Aim(5), rounds)
        definitions = python(PARSE_WITH_PYYAML, str(root / "objectives"))
        measure(f"okr amend, {name} / PyYAML C", _amend(root), definitions, Aim(8, 600), rounds)
    with _daily_readings() as root:
        at = ["--root", str(root), "--today", f"{TODAY}", "--by", PERSON]
        record = Job([[OKR, "kpi", "record", "nps", "47", *at]])
        measure(f"the same, a file a day for {_YEARS} years", record, both, Aim(6), rounds)
    with _workspace(options.objectives) as root:
        name = f"TAB, {options.objectives:,} objectives / typer"
        measure(name, _completion(root), python("import typer"), Aim(4), rounds)


@contextmanager
def _workspace(objectives: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "workspace")
        write_large_workspace(root, objectives, commits=40, kpis={"nps": _KPI})
        yield root


@contextmanager
def _daily_readings() -> Iterator[Path]:
    """Yield a workspace in which the last values of a long series are enough."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = {"okr.yaml": "version: 1\n", "kpis/nps.yaml": _KPI}
        for back in range(1, 365 * _YEARS):
            day = TODAY - timedelta(days=back)
            files[f"checkins/{day:%Y/%m/%d}/{day}-ana.yaml"] = _READING.format(day)
        for path, text in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        yield root


def _checkin(root: Path) -> Job:
    at = ["--root", str(root), "--today", f"{TODAY}", "--by", PERSON]
    return Job([[OKR, "checkin", REF, "55", *at]])


def _amend(root: Path) -> Job:
    """Return the job that amends one target, which the rules judge with all definitions."""
    target, why = ["--target", "70"], ["--why", "A larger team"]
    at = ["--root", str(root), "--today", f"{TODAY}"]
    begin = git_output(root, "rev-parse", "HEAD")
    return okr(
        "amend", REF, *target, *why, *at, prepare=lambda: git(root, "reset", "--hard", begin)
    )


def _added_and_committed(root: Path) -> Job:
    """Return the job of git alone: one new file is added, and it alone committed."""
    folder, numbers = root / "checkins" / f"{TODAY:%Y/%m/%d}", count()
    path = folder / "floor.yaml"
    folder.mkdir(parents=True)
    return Job(
        [
            ["git", "-C", str(root), "add", "-N", str(path)],
            ["git", "-C", str(root), "commit", "--quiet", "-m", "Floor", "--only", str(path)],
        ],
        prepare=lambda: path.write_text(f"number: {next(numbers)}\n", encoding="utf-8"),
    )


def _completion(root: Path) -> Job:
    words = "okr show objective-0000"
    environment = {"_OKR_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "2"}
    return Job([[OKR]], folder=str(root), environment={**os.environ, **environment})
