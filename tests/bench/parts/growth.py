"""How each command grows with the workspace: the exponent, with the start-up taken off."""

import math
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.commands import OKR
from tests.bench.figures import Options
from tests.bench.large_workspace import PERSON, REF, TODAY, write_large_workspace
from tests.bench.timing import Job, Run, interleaved

_AIM = 1.05
_TIMES = 10

_COMMANDS: Mapping[str, Sequence[str]] = {
    "report": ["report"],
    "report --format json": ["report", "--format", "json"],
    "report --as-of": ["report", "--as-of", "2026-11-20"],
    "check": ["check", "--exit-zero"],
    "show": ["show", REF],
    "tree": ["tree", "--format", "json"],
    "kpi list": ["kpi", "list"],
    "remind": ["remind"],
    "review": ["review", "--owner", PERSON],
    "audit": ["audit"],
    "log": ["log", REF],
    "checkin": ["checkin", REF, "55", "--by", PERSON],
}


def measure_growth(options: Options) -> None:
    """Print the seconds of each command at one size and at ten times that, and the exponent."""
    sizes = (10, options.objectives, _TIMES * options.objectives)
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: Path(folder, f"of-{size}") for size in sizes}
        for size, root in roots.items():
            write_large_workspace(root, size, commits=20)
        for name, words in _COMMANDS.items():
            jobs = {
                f"{size}": Job([[OKR, *words, "--root", str(root), "--today", f"{TODAY}"]])
                for size, root in roots.items()
            }
            runs = interleaved(jobs, max(1, options.few_rounds // 3), warm_up=0)
            _print_growth(name, *(runs[f"{size}"] for size in sizes))


def _print_growth(name: str, least: Run, small: Run, large: Run) -> None:
    """Print one line; what the least workspace takes is start-up."""
    first, then = (max(run.seconds - least.seconds, 0.001) for run in (small, large))
    exponent = math.log(then / first) / math.log(_TIMES)
    missed = "" if exponent <= _AIM else "MISS"
    print(
        f"growth of okr {name:30} {small.seconds * 1000:8.0f} ms {large.seconds * 1000:8.0f} ms"
        f" {exponent:6.2f}   {_AIM:6.2f} {missed:4} {large.peak_mib:6.0f} MiB",
        flush=True,
    )
