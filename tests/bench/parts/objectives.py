"""A workspace of many objectives, each checked in every week, in a repository."""

import tempfile
from pathlib import Path

from tests.bench.commands import forget_parsed_files, okr, python
from tests.bench.figures import Aim, Options, measure
from tests.bench.large_workspace import TODAY, write_large_workspace

_COMMITS = 1000

PARSE_WITH_PYYAML = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def measure_objectives(options: Options) -> None:
    """Measure the report for the first and the second time, of a commit, and the check."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "workspace")
        files = write_large_workspace(root, options.objectives, commits=_COMMITS)
        at = ["--root", str(root), "--today", f"{TODAY}", "--format", "json"]
        first = okr("report", *at, prepare=forget_parsed_files)
        again, rounds = okr("report", *at), options.few_rounds
        check = okr("check", *at, "--exit-zero", prepare=forget_parsed_files)
        parse = python(PARSE_WITH_PYYAML, str(root))
        measure(f"okr report, {files:,} files / PyYAML C", first, parse, Aim(1.2), rounds)
        measure("the second time / PyYAML C", again, parse, Aim(0.8), rounds)
        measure("okr check / okr report, both first", check, first, Aim(1.3), rounds)
        rev = okr("report", *at, "--rev", "HEAD", prepare=forget_parsed_files)
        measure("okr report --rev / okr report, both first", rev, first, Aim(1.5), rounds)
        table = ["report", "--root", str(root), "--today", f"{TODAY}"]
        measure("okr report as a table / as json", okr(*table), again, Aim(1.2), rounds)
