"""What is told of a long history."""

import tempfile
from pathlib import Path

from tests.bench.commands import forget_parsed_files, okr
from tests.bench.figures import Aim, Options, measure, show
from tests.bench.long_history import FOLDER, REF, write_long_history, write_team_history
from tests.bench.timing import Job, interleaved


def measure_history(options: Options) -> None:
    """Measure beside git's own log of the same repository."""
    with tempfile.TemporaryDirectory() as folder:
        long = write_long_history(Path(folder, "long"), options.commits)
        short = write_long_history(Path(folder, "short"), 1)
        team = write_team_history(Path(folder, "team"), options.commits)
        _measure_log(long, short, options)
        for name, root in (("audit of a team's", team), ("audit, all check in,", long)):
            audit = f"okr {name} {options.commits:,} commits / git log"
            aim, git = Aim(5), Job([_git_log(root)])
            measure(audit, okr("audit", *_at(root)), git, aim, options.few_rounds)
            first = okr("audit", *_at(root), prepare=forget_parsed_files)
            measure("the first time / git log", first, git, aim, options.few_rounds)


def _measure_log(long: Path, short: Path, options: Options) -> None:
    """Measure beyond start-up: what the same takes in a history of one commit is taken off."""
    told, start = (okr("log", REF, *_at(root)) for root in (long, short))
    git = Job([[*_git_log(long), "--", FOLDER]])
    runs = interleaved({"told": told, "start": start, "git": git}, options.few_rounds)
    beyond = runs["told"]._replace(seconds=runs["told"].seconds - runs["start"].seconds)
    show(f"okr log REF, {options.commits:,} commits / git log", beyond, runs["git"], Aim(1.5))


def _at(root: Path) -> tuple[str, ...]:
    return "--root", str(root), "--today", "2026-12-20"


def _git_log(root: Path) -> list[str]:
    return ["git", "-C", str(root.parent), "log", "--name-status"]
