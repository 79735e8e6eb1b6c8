"""What is told of a long history."""

import tempfile
from pathlib import Path

from tests.bench.commands import okr
from tests.bench.figures import Aim, Options, show
from tests.bench.long_history import FOLDER, REF, write_long_history
from tests.bench.timing import Job, interleaved


def measure_history(options: Options) -> None:
    """Measure beside git's own log; what the same takes in a history of one commit is taken off."""
    with tempfile.TemporaryDirectory() as folder:
        long = write_long_history(Path(folder, "long"), options.commits)
        short = write_long_history(Path(folder, "short"), 1)
        log = ["git", "-C", str(long.parent), "log", "--name-status"]
        for name, words, beside, aim in (
            ("log REF", ["log", REF], [*log, "--", FOLDER], 1.5),
            ("audit", ["audit"], log, 5),
        ):
            told, start = (
                okr(*words, "--root", str(root), "--today", "2026-12-20") for root in (long, short)
            )
            jobs = {"told": told, "start": start, "git": Job([beside])}
            runs = interleaved(jobs, options.few_rounds)
            ours, start_up = runs["told"], runs["start"]
            beyond = ours._replace(seconds=ours.seconds - start_up.seconds)
            line = f"okr {name}, {options.commits:,} commits / git log"
            show(line, beyond, runs["git"], Aim(aim))
