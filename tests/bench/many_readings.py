"""A workspace with KPIs, and a CSV with as many readings of them as wanted."""

import csv
import random
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice, product
from pathlib import Path
from typing import Final

TODAY: Final = date(2026, 11, 20)
KPIS: Final = tuple(f"kpi_{number:02}" for number in range(12))
SEGMENTS: Final = tuple(
    f"{channel}-{agent:02}" for channel, agent in product(("voice", "sms", "chat"), range(12))
)
COLUMNS: Final = ("date", "kpi", "segment", "value", "weight")


def write_watched_workspace(root: Path) -> None:
    """Write the KPIs and an objective whose key result has one of them, committed."""
    _write(root / "okr.yaml", "version: 1\nname: Many\n")
    for name in KPIS:
        _write(root / "kpis" / f"{name}.yaml", _kpi(name))
    _write(root / "objectives" / "2026-Q4" / "care.yaml", _OBJECTIVE)
    git = ("git", "-C", str(root), "-c", "user.name=Ana", "-c", "user.email=ana@example.com")
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "Start")):
        subprocess.run([*git, *command], check=True)


def write_csv(path: Path, readings: int) -> None:
    """Write *readings* of the KPIs, the last of them today; the same numbers on every run."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for day, kpi, segment in islice(_subjects(), readings):
            value, answers = chance.randrange(10_000), chance.randint(1, 400)
            writer.writerow((day, kpi, segment, f"{value / 100:.2f}", answers))


def _subjects() -> Iterator[tuple[date, str, str]]:
    for back in count():
        yield from product([TODAY - timedelta(days=back)], KPIS, SEGMENTS)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _kpi(name: str) -> str:
    return (
        f"title: The share of customers who like {name}\n"
        'unit: "%"\n'
        "direction: up\n"
        "bounds: [0, 100]\n"
        "target: {value: 60}\n"
        "cadence: daily\n"
        "owner: ana\n"
        f"segments: [{', '.join(SEGMENTS)}]\n"
        "aggregate: weighted\n"
    )


_OBJECTIVE = """\
title: Serve customers so well that they stay
owner: ana
impact: growth
why: Customers who stay buy again.
key_results:
  - id: liked
    title: Raise the share of customers who like us from 40 to 60 %
    type: metric
    kpi: kpi_00
    baseline: 40
    target: 60
"""
