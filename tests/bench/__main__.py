"""`python -m tests.bench [PART]…`: each part beside what it is measured against."""

import argparse
import json
import os
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.large_workspace import write_large_workspace
from tests.bench.long_history import FOLDER, REF, write_long_history
from tests.bench.many_readings import TODAY, write_csv, write_watched_workspace
from tests.bench.many_titles import write_titles
from tests.bench.timing import Run, interleaved, run_once

OKR = str(Path(sysconfig.get_path("scripts")) / "okr")
EXAMPLE = str(Path(__file__).parents[2] / "examples" / "revenue-operations")

PARSE_WITH_PYYAML = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""

READ_WITH_CSV = """
import csv, sys
from datetime import date
from decimal import Decimal
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    lines = csv.reader(file)
    next(lines)
    rows = [
        (date.fromisoformat(day), kpi, segment, Decimal(value), Decimal(weight))
        for day, kpi, segment, value, weight in lines
    ]
"""


IN_TURN = """
import json, subprocess, sys
for command in json.loads(sys.argv[1]):
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
"""


READ_TITLES = """
import subprocess, sys
okr, file = sys.argv[1:]
with open(file, encoding="utf-8") as titles:
    read = [okr, "read", "-", "--format", "json", "--today", "2026-12-20"]
    subprocess.run(read, stdin=titles, stdout=subprocess.DEVNULL, check=True)
"""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    rounds: int
    objectives: int
    readings: int
    commits: int

    @property
    def few_rounds(self) -> int:
        """In what unit takes seconds."""
        return max(3, self.rounds // 4)


def measure(name: str, ours: Sequence[str], theirs: Sequence[str], aim: float, rounds: int) -> None:
    """Print one line: both medians, their ratio, the aim, and the peak memory of both."""
    runs = interleaved({"ours": ours, "theirs": theirs}, rounds)
    show(name, runs["ours"], runs["theirs"], aim)


def show(name: str, ours: Run, theirs: Run, aim: float) -> None:
    """Print one line of figures."""
    ratio = ours.seconds / theirs.seconds
    print(
        f"{name:40} {ours.seconds * 1000:8.0f} ms {theirs.seconds * 1000:8.0f} ms"
        f" {ratio:6.2f} x (aim {aim})  {ours.peak_mib:6.0f} MiB {theirs.peak_mib:6.0f} MiB",
        flush=True,
    )


def python(code: str, *arguments: str) -> list[str]:
    """Return the command that runs *code*."""
    return [sys.executable, "-c", code, *arguments]


def measure_start(options: Options) -> None:
    """Measure how long a command takes that has little to do."""
    report = [OKR, "report", "--root", EXAMPLE, "--today", "2026-11-20", "--color", "always"]
    tables, all_three = "import typer, rich.table", "import typer, rich.table, pydantic"
    measure("okr --version / pass", [OKR, "--version"], python("pass"), 2.5, options.rounds)
    measure("okr --help / typer, rich.table", [OKR, "--help"], python(tables), 1.5, options.rounds)
    measure("okr report / typer, rich, pydantic", report, python(all_three), 1.8, options.rounds)


def measure_objectives(options: Options) -> None:
    """Measure a workspace of many objectives, each checked in every week."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_large_workspace(Path(folder), options.objectives, key_results=3, weeks=12)
        at = ["--root", folder, "--today", "2026-12-20", "--format", "json"]
        large, check = [OKR, "report", *at], [OKR, "check", *at, "--exit-zero"]
        parse, rounds = python(PARSE_WITH_PYYAML, folder), options.few_rounds
        measure(f"okr report, {files} files / PyYAML C", large, parse, 1.5, rounds)
        measure(f"okr check, {files} files / okr report", check, large, 2.5, rounds)


def measure_revision(options: Options) -> None:
    """Measure the report of a commit beside that of the same files on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_large_workspace(Path(folder), options.objectives, key_results=3, weeks=12)
        for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "All"]):
            subprocess.run(["git", "-C", folder, *words], check=True)
        report = [OKR, "report", "--root", folder, "--today", "2026-12-20", "--format", "json"]
        line = f"okr report --rev, {files} files / without"
        measure(line, [*report, "--rev", "HEAD"], report, 1.5, options.few_rounds)


def measure_readings(options: Options) -> None:
    """Measure the import of many readings from CSV, and what looks at all of them then."""
    with tempfile.TemporaryDirectory() as folder:
        root, file = Path(folder, "workspace"), Path(folder, "readings.csv")
        write_watched_workspace(root)
        write_csv(file, options.readings)
        at = ["--root", str(root), "--today", f"{TODAY}"]
        load = [OKR, "kpi", "import", str(file), "--by", "ana", *at]
        read = python(READ_WITH_CSV, str(file))
        beside, name = run_once(read), f"{options.readings:,} readings"
        # It can be measured once: the second time there is nothing new.
        show(f"okr kpi import, {name} / csv", run_once(load), beside, 10)
        show("the same file again / csv", run_once(load), beside, 15)
        measure(f"okr report, {name} / csv", [OKR, "report", *at], read, 5, options.few_rounds)
        measure(f"okr kpi list, {name} / csv", [OKR, "kpi", "list", *at], read, 5, 1)
        measure(f"okr check, {name} / csv", [OKR, "check", *at, "--exit-zero"], read, 7, 1)


def measure_history(options: Options) -> None:
    """Measure what is told of a long history, beside the same of one commit and git's own log.

    The aims are 1.5 and 5 times git's log, beside what it takes okr to start.
    """
    with tempfile.TemporaryDirectory() as folder:
        long = write_long_history(Path(folder, "long"), options.commits)
        short = write_long_history(Path(folder, "short"), 1)
        git = ["git", "-C", str(long.parent), "log", "--name-status"]
        told = {
            "log REF": (["log", REF], [*git, "--", FOLDER], 1.2),
            "audit": (["audit"], git, 2.1),
        }
        for name, (words, beside, aim) in told.items():
            ours, start = (
                [OKR, *words, "--root", str(root), "--today", "2026-12-20"]
                for root in (long, short)
            )
            theirs = python(IN_TURN, json.dumps([start, beside]))
            line = f"okr {name}, {options.commits:,} / 1, git log"
            measure(line, ours, theirs, aim, options.few_rounds)


def measure_titles(options: Options) -> None:
    """Measure the reading of titles: of ten times as many, and of titles that are twice as long."""
    with tempfile.TemporaryDirectory() as folder:
        many, few, long, short = (
            python(READ_TITLES, OKR, str(write_titles(Path(folder, name), titles, longest)))
            for name, titles, longest in (
                ("many", 10_000, 0),
                ("few", 1_000, 0),
                ("long", 1_000, 300),
                ("short", 1_000, 150),
            )
        )
        rounds = options.few_rounds
        measure("okr read, 10,000 titles / 1,000", many, few, 10, rounds)
        measure("okr read, 1,000 of 300 letters / 150", long, short, 2.5, rounds)


PARTS: Mapping[str, Callable[[Options], None]] = {
    "start": measure_start,
    "objectives": measure_objectives,
    "revision": measure_revision,
    "readings": measure_readings,
    "history": measure_history,
    "titles": measure_titles,
}


def main() -> None:
    """Measure everything that the README gives a figure for, or the parts that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--objectives", type=int, default=1000)
    parser.add_argument("--readings", type=int, default=1_000_000)
    parser.add_argument("--commits", type=int, default=10_000)
    given = parser.parse_args()
    parts = given.parts or list(PARTS)
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    os.environ |= {"GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.com"}
    os.environ |= {"GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.com"}
    print(f"{'':40} {'okr':>11} {'beside':>11}")
    for part in parts:
        PARTS[part](Options(given.rounds, given.objectives, given.readings, given.commits))


if __name__ == "__main__":
    main()
