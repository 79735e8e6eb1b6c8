"""Programs that are measured beside okr, installed where the registry has them."""

import subprocess
import sys
from pathlib import Path

from tests.bench.commands import python
from tests.bench.timing import Job

_WITH_DUCKDB = """
import sys, duckdb
duckdb.sql("SET threads = 1")
duckdb.sql(f'''
    CREATE TABLE readings AS SELECT * FROM read_csv('{sys.argv[1]}', columns = {{
        'date': 'DATE', 'kpi': 'VARCHAR', 'segment': 'VARCHAR',
        'value': 'DECIMAL(18, 4)', 'weight': 'DECIMAL(18, 4)'
    }})
''')
"""

_WITH_CSV = """
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


def csv_reader(folder: Path, file: Path) -> tuple[str, Job]:
    """Return who reads *file*, and how: DuckDB, installed into *folder*, or Python's `csv`."""
    program = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        install = [str(program), "-m", "pip", "install", "--quiet", "duckdb>=1.4"]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
    except subprocess.CalledProcessError:
        return "csv", python(_WITH_CSV, str(file))
    return "DuckDB", Job([[str(program), "-c", _WITH_DUCKDB, str(file)]])
