"""One line of figures: what we need beside what it is measured against."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from tests.bench.timing import Job, Run, interleaved

_WIDTH = 44


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    rounds: int
    objectives: int
    readings: int
    commits: int

    @property
    def few_rounds(self) -> int:
        """How often what takes seconds is run."""
        return max(3, self.rounds // 4)


class Aim(NamedTuple):
    """What a figure should be at most: so many times the other, and so many MiB."""

    ratio: float
    mib: float = math.inf


def print_heading() -> None:
    """Print what the columns are."""
    print(f"{'':{_WIDTH}} {'okr':>11} {'beside':>11} {'ratio':>8} {'aim':>6} {'':4} {'okr':>10}")


def measure(name: str, ours: Job, theirs: Job, aim: Aim, rounds: int) -> None:
    """Print one line: the medians of both, their ratio, the aim, and our peak memory."""
    runs = interleaved({"ours": ours, "theirs": theirs}, rounds)
    show(name, runs["ours"], runs["theirs"], aim)


def show(name: str, ours: Run, theirs: Run, aim: Aim) -> None:
    """Print one line of figures; what misses its aim is marked."""
    ratio = ours.seconds / theirs.seconds
    missed = "" if ratio <= aim.ratio and ours.peak_mib <= aim.mib else "MISS"
    memory = "" if aim.mib == math.inf else f" (aim {aim.mib:.0f})"
    print(
        f"{name:{_WIDTH}} {ours.seconds * 1000:8.0f} ms {theirs.seconds * 1000:8.0f} ms"
        f" {ratio:6.2f} x {aim.ratio:6.2f} {missed:4} {ours.peak_mib:6.0f} MiB{memory}",
        flush=True,
    )
