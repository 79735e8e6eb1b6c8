"""The reading of titles: of ten times as many, and of titles that are twice as long."""

import tempfile
from pathlib import Path

from tests.bench.commands import OKR, python
from tests.bench.figures import Aim, Options, measure
from tests.bench.many_titles import write_titles

_READ_TITLES = """
import subprocess, sys
okr, file = sys.argv[1:]
with open(file, encoding="utf-8") as titles:
    read = [okr, "read", "-", "--format", "json", "--today", "2026-12-20"]
    subprocess.run(read, stdin=titles, stdout=subprocess.DEVNULL, check=True)
"""


def measure_titles(options: Options) -> None:
    """Measure how the reading of titles grows."""
    with tempfile.TemporaryDirectory() as folder:
        many, few, long, short = (
            python(_READ_TITLES, OKR, str(write_titles(Path(folder, name), titles, longest)))
            for name, titles, longest in (
                ("many", 10_000, 0),
                ("few", 1_000, 0),
                ("long", 1_000, 300),
                ("short", 1_000, 150),
            )
        )
        rounds = options.few_rounds
        measure("okr read, 10,000 titles / 1,000", many, few, Aim(10), rounds)
        measure("okr read, 1,000 of 300 letters / 150", long, short, Aim(2.5), rounds)
