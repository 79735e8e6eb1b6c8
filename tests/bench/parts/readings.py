"""A million readings: the import, the same import again, and what looks at all of them."""

import tempfile
from pathlib import Path

from tests.bench.commands import okr
from tests.bench.figures import Aim, Options, measure, show
from tests.bench.many_readings import TODAY, write_csv, write_watched_workspace
from tests.bench.peers import csv_reader
from tests.bench.timing import interleaved, run_job


def measure_readings(options: Options) -> None:
    """Measure beside DuckDB, or Python's `csv` where there is none, reading the same file."""
    with tempfile.TemporaryDirectory() as folder:
        root, file = Path(folder, "workspace"), Path(folder, "readings.csv")
        write_watched_workspace(root)
        write_csv(file, options.readings)
        peer, read = csv_reader(Path(folder, "peer"), file)
        at = ["--root", str(root), "--today", f"{TODAY}"]
        load = okr("kpi", "import", str(file), "--by", "ana", *at)
        beside = interleaved({"read": read}, options.few_rounds)["read"]
        # It can be measured once: the second time there is nothing new.
        show(f"okr kpi import, {options.readings:,} / {peer}", run_job(load), beside, Aim(28))
        measure(f"the same file again / {peer}", load, read, Aim(12), options.few_rounds)
        measure(f"okr report / {peer}", okr("report", *at), read, Aim(9, 300), options.few_rounds)
        measure(f"okr kpi list / {peer}", okr("kpi", "list", *at), read, Aim(9, 300), 1)
        check = okr("check", *at, "--exit-zero")
        measure(f"okr check / {peer}", check, read, Aim(12), 1)
