"""A large workspace to measure on: objectives in three languages, and weekly check-ins.

Each person owns three objectives of three key results, and checks all of them in with one file a
week: nine entries a file.
"""

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from subprocess import PIPE
from typing import Final

START: Final = date(2026, 10, 1)
TODAY: Final = date(2026, 12, 20)
CYCLE: Final = "2026-Q4"
WEEKS: Final = 12
REF: Final = f"{CYCLE}/objective-00003/kr-1"
PERSON: Final = "owner-1"
_OBJECTIVES_EACH: Final = 3
_KEY_RESULTS: Final = 3

Files = dict[str, str]

_OBJECTIVES: Final = (
    "Serve region {} so well that its customers stay",
    "Ser en la zona {} el equipo que los clientes recomiendan",
    "Клиенты района {} советуют нашу поддержку друзьям",
)
_KEY_RESULTS_OF: Final = (
    "Raise the share of solved tickets of region {} from {} to {} %",
    "Aumentar el porcentaje de casos resueltos de la zona {} del {} al {} %",
    "Повысить долю решённых заявок района {} с {} до {} %",
)


def write_large_workspace(
    root: Path, objectives: int, commits: int, kpis: Mapping[str, str] = {}
) -> int:
    """Write the workspace and return how many files it has; the same on every run.

    Args:
        root: An empty folder, or none yet.
        objectives: How many.
        commits: How many; the first has the definitions, the others divide the check-ins.
        kpis: The texts of KPIs by id.
    """
    definitions, checkins = _definitions(objectives), WEEKS * len(_people(objectives))
    definitions |= {f"kpis/{id_}.yaml": text for id_, text in kpis.items()}
    divided = _divided(_checkins(objectives), checkins, commits - 1)
    _commit(root, chain([definitions], divided), commits)
    return len(definitions) + checkins


def _people(objectives: int) -> range:
    return range(-(-objectives // _OBJECTIVES_EACH))


def _divided(checkins: Iterator[tuple[str, str]], count: int, parts: int) -> Iterator[Files]:
    for part in range(parts):
        first, end = (count * number // parts for number in (part, part + 1))
        yield dict(islice(checkins, end - first))


def _commit(root: Path, commits: Iterable[Files], count: int) -> None:
    """Write *commits*, so many, one after the other: what we hold counts as what okr holds.

    A program that we start has at least our peak memory, until it has replaced us.
    """
    root.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "--quiet", "-b", "main"], cwd=root, check=True)
    importing = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=root, stdin=PIPE)
    assert importing.stdin is not None
    with importing.stdin as stream:
        for text in _stream(commits, count):
            stream.write(text.encode())
    if importing.wait():
        raise RuntimeError("git fast-import failed")
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=root, check=True)


def _stream(commits: Iterable[Files], count: int) -> Iterator[str]:
    begin = datetime.combine(START, datetime.min.time(), UTC) + timedelta(hours=9)
    for number, files in enumerate(commits):
        moment = begin + timedelta(days=7 * WEEKS) * number / count
        who = f"Ana <ana@example.com> {int(moment.timestamp())} +0000\n"
        yield f"commit refs/heads/main\nauthor {who}committer {who}data 8\nCheck in\n"
        for path, text in files.items():
            yield f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"


def _definitions(objectives: int) -> Files:
    return {
        "okr.yaml": "version: 1\nname: Large\n",
        **{
            f"objectives/{CYCLE}/{_name(number)}.yaml": _objective(number)
            for number in range(objectives)
        },
    }


def _checkins(objectives: int) -> Iterator[tuple[str, str]]:
    for week in range(WEEKS):
        day = START + timedelta(days=7 * week)
        for person in _people(objectives):
            first = person * _OBJECTIVES_EACH
            owned = range(first, min(first + _OBJECTIVES_EACH, objectives))
            name = f"{day}-owner-{person}-{week:02x}{person:06x}"
            yield f"checkins/{day:%Y/%m/%d}/{name}.yaml", _checkin(owned, person, day, week)


def _name(number: int) -> str:
    return f"objective-{number:05}"


def _objective(number: int) -> str:
    lines = [
        "# yaml-language-server: $schema=../../.okr/objective.schema.json",
        f"title: {_OBJECTIVES[number % 3].format(number)}",
        f"owner: owner-{number // _OBJECTIVES_EACH}",
        f"team: team-{number % 12}",
        "impact: growth",
        "why: Customers who get their answer quickly renew more often.",
        f"approved_by: [{{who: lead, date: {START}}}]",
        "key_results:",
    ]
    for index in range(_KEY_RESULTS):
        title = _KEY_RESULTS_OF[number % 3].format(number, 40 + index, 60 + index)
        lines += [
            f"  - id: kr-{index}",
            f"    title: {title}",
            "    type: metric",
            '    unit: "%"',
            f"    baseline: {40 + index}",
            f"    target: {60 + index}",
        ]
    return "\n".join(lines) + "\n"


def _checkin(objectives: range, person: int, day: date, week: int) -> str:
    lines = [
        f"date: {day}",
        f"by: owner-{person}",
        f"recorded: {day}T09:12:44Z",
        "note: The second wave is in; the queue is shorter on every channel.",
        "key_results:",
    ]
    for number in objectives:
        for index in range(_KEY_RESULTS):
            ref = f"{CYCLE}/{_name(number)}/kr-{index}"
            value = f"{40 + index + week * 1.5 + number % 3:.1f}"
            lines.append(f"  - {{key_result: {ref}, value: {value}, confidence: 7}}")
    return "\n".join(lines) + "\n"
