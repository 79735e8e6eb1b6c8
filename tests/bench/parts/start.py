"""How long a command takes that has little to do."""

from pathlib import Path

from tests.bench.commands import okr, python
from tests.bench.figures import Aim, Options, measure

_EXAMPLE = str(Path(__file__).parents[3] / "examples" / "revenue-operations")


def measure_start(options: Options) -> None:
    """Measure the version, the help, and the report of the largest example."""
    report = okr("report", "--root", _EXAMPLE, "--today", "2026-11-20", "--color", "always")
    typer, all_three = python("import typer"), python("import typer, rich.table, pydantic")
    rounds = options.rounds
    measure("okr --version / pass", okr("--version"), python("pass"), Aim(1.5), rounds)
    measure("okr --help / typer", okr("--help"), typer, Aim(1.1), rounds)
    measure("okr report --help / typer", okr("report", "--help"), typer, Aim(1.1), rounds)
    measure("okr report / typer, rich, pydantic", report, all_three, Aim(2.4), rounds)
