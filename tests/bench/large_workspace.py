"""A large workspace to measure on: objectives, key results, and weekly check-ins."""

import random
from datetime import date, timedelta
from pathlib import Path

START = date(2026, 10, 1)
CYCLE = "2026-Q4"


def write_large_workspace(root: Path, objectives: int, key_results: int, weeks: int) -> int:
    """Write the workspace and return how many files it has; the same numbers on every run."""
    chance = random.Random(7)
    (root / "objectives" / CYCLE).mkdir(parents=True)
    (root / "checkins" / "2026").mkdir(parents=True)
    (root / "okr.yaml").write_text("version: 1\nname: Large\n", encoding="utf-8")
    for number in range(objectives):
        name = f"objective-{number:04}"
        path = root / "objectives" / CYCLE / f"{name}.yaml"
        path.write_text(_objective(number, key_results), encoding="utf-8")
        for week in range(weeks):
            day = START + timedelta(days=7 * week)
            file = f"{day}-owner-{number % 40}-{chance.getrandbits(32):08x}.yaml"
            text = _checkin(name, number, day, week, key_results)
            (root / "checkins" / "2026" / file).write_text(text, encoding="utf-8")
    return 1 + objectives * (1 + weeks)


def _objective(number: int, key_results: int) -> str:
    lines = [
        "# yaml-language-server: $schema=../../.okr/objective.schema.json",
        f"title: Serve region {number} so well that its customers stay",
        f"owner: owner-{number % 40}",
        f"team: team-{number % 12}",
        "impact: growth",
        "why: Customers who get their answer quickly renew more often.",
        "key_results:",
    ]
    for each in range(key_results):
        lines += [
            f"  - id: kr-{each}",
            f"    title: Raise the share of solved tickets from {40 + each} to {60 + each} %",
            "    type: metric",
            '    unit: "%"',
            f"    baseline: {40 + each}",
            f"    target: {60 + each}",
        ]
    return "\n".join(lines) + "\n"


def _checkin(name: str, number: int, day: date, week: int, key_results: int) -> str:
    lines = [
        f"date: {day}",
        f"by: owner-{number % 40}",
        f"recorded: {day}T09:12:44Z",
        "note: The second wave is in; the queue is shorter on every channel.",
        "key_results:",
    ]
    for each in range(key_results):
        value = f"{40 + each + week * 1.5 + number % 3:.1f}"
        lines.append(f"  - {{key_result: {CYCLE}/{name}/kr-{each}, value: {value}, confidence: 7}}")
    return "\n".join(lines) + "\n"
