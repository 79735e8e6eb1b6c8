"""`python -m tests.bench`: start-up and loading, each beside what it is measured against."""

import argparse
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.large_workspace import write_large_workspace
from tests.bench.timing import Run, interleaved

OKR = str(Path(sysconfig.get_path("scripts")) / "okr")
EXAMPLE = str(Path(__file__).parents[2] / "examples" / "revenue-operations")

PARSE_WITH_PYYAML = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def measure(name: str, ours: Sequence[str], theirs: Sequence[str], aim: float, rounds: int) -> None:
    """Print one line: both medians, their ratio, the aim, and the peak memory of both."""
    runs: dict[str, Run] = interleaved({"ours": ours, "theirs": theirs}, rounds)
    mine, other = runs["ours"], runs["theirs"]
    ratio = mine.seconds / other.seconds
    print(
        f"{name:34} {mine.seconds * 1000:8.0f} ms {other.seconds * 1000:8.0f} ms"
        f" {ratio:6.2f} x (aim {aim})  {mine.peak_mib:6.0f} MiB {other.peak_mib:6.0f} MiB",
        flush=True,
    )


def python(code: str, *arguments: str) -> list[str]:
    """Return the command that runs *code*."""
    return [sys.executable, "-c", code, *arguments]


def main() -> None:
    """Measure everything that the README gives a figure for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--objectives", type=int, default=1000)
    options = parser.parse_args()
    report = [OKR, "report", "--root", EXAMPLE, "--today", "2026-11-20", "--color", "always"]
    three = "import typer, rich.table, pydantic"
    print(f"{'':34} {'okr':>11} {'beside':>11}")
    measure("okr --version / pass", [OKR, "--version"], python("pass"), 2.5, options.rounds)
    measure(
        "okr --help / typer, rich.table",
        [OKR, "--help"],
        python("import typer, rich.table"),
        1.5,
        options.rounds,
    )
    measure("okr report / typer, rich, pydantic", report, python(three), 1.8, options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        files = write_large_workspace(Path(folder), options.objectives, key_results=3, weeks=12)
        large = [OKR, "report", "--root", folder, "--today", "2026-12-20", "--format", "json"]
        measure(
            f"okr report, {files} files / PyYAML C",
            large,
            python(PARSE_WITH_PYYAML, folder),
            1.5,
            max(3, options.rounds // 4),
        )
        check = [OKR, "check", "--root", folder, "--today", "2026-12-20", "--format", "json"]
        measure(
            f"okr check, {files} files / okr report",
            [*check, "--exit-zero"],
            large,
            2.5,
            max(3, options.rounds // 4),
        )


if __name__ == "__main__":
    main()
