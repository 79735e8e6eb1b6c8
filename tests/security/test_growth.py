"""No command takes more steps than its input grows: a small file cannot keep CI busy for hours.

Steps are lines of Python and calls, which are the same on every machine; not time.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from okrcli.cli.app import run
from tests.cli.workspaces import write
from tests.repositories import git, make_repository

pytestmark = pytest.mark.slow

_SIZES = (12, 24, 48)
_LARGEST_GROWTH = 2.5
"""Of the steps that come with twice as much again: 2 is linear, 4 is by the square."""

Files = Mapping[str, str]
Steps = Counter[CodeType]


def _okr_yaml(**sections: str) -> str:
    lines = ["version: 1", "cycles: {2026-Q4: {start: 2026-10-01, end: 2026-12-31}}"]
    return "\n".join([*lines, *(f"{name}:\n{text}" for name, text in sections.items())]) + "\n"


def _word(number: int) -> str:
    """Return a word that is not just another spelling of its neighbours."""
    letters = "abcdefghijklmnopqrst"
    return "s" + "".join(letters[(number // 20**place) % 20] * 2 for place in range(3)) + "town"


def _day(number: int) -> date:
    return date(2026, 10, 1) + timedelta(days=number % 50)


def _key_result(name: str, title: str, unit: str = "h", more: str = "") -> str:
    return (
        f"  - {{id: {name}, title: {title}, type: metric, unit: {unit}, baseline: 60, target: 40"
        f"{more}}}\n"
    )


def _objective(key_results: str, more: str = "") -> str:
    return f"title: Serve people so well that they stay\n{more}key_results:\n{key_results}"


def _checkin(day: date, entries: str, section: str = "key_results") -> str:
    return f"date: {day}\nby: ana\nrecorded: {day}T09:00:00Z\n{section}:\n{entries}"


def _key_results_of_one_objective(count: int) -> Files:
    titles = (f"Cut the wait in {_word(number)} from 60 to 40 hours" for number in range(count))
    lines = (_key_result(f"kr-{number}", title) for number, title in enumerate(titles))
    return {"objectives/2026-Q4/one.yaml": _objective("".join(lines))}


def _objectives(count: int) -> Files:
    return {
        f"objectives/2026-Q4/o-{number}.yaml": _objective(
            _key_result("kr-1", f"Cut the wait in {_word(number)} from 60 to 40 hours"),
            f"parent: o-{number - 1}\n" if number else "",
        ).replace("people", f"people in {_word(number)}")
        for number in range(count)
    }


def _checkins(count: int) -> Files:
    return {
        **_key_results_of_one_objective(3),
        **{
            f"checkins/2026/{_day(number)}-ana-{number:08x}.yaml": _checkin(
                _day(number), f"  - {{key_result: 2026-Q4/one/kr-1, value: {60 - number % 20}}}\n"
            )
            for number in range(count)
        },
    }


def _chain_of_formulas(count: int) -> Files:
    """The first has no value, which all others wait for."""
    definition = "title: K\nunit: h\ndirection: down\ntarget: {value: 3}\n"
    chained = {
        f"kpis/k_{number}.yaml": f"{definition}formula: k_{number - 1} + 1\n"
        for number in range(1, count)
    }
    return {"kpis/k_0.yaml": definition, **chained}


def _formulas_in_a_loop(count: int) -> Files:
    """Below the loop hangs a chain, whose members are in none."""
    return {
        f"kpis/k_{number}.yaml": f"title: K\nformula: k_{abs(number - 1)} + 1\n"
        for number in range(count)
    }


def _key_results_of_one_kpi(count: int) -> Files:
    keep = "{{id: b, title: Keep it, type: maintain, kpi: k_0, unit: h, at_most: {}}}"
    return {
        "kpis/k_0.yaml": "title: K\nunit: h\ndirection: down\nbounds: [0, 1000]\n",
        **{
            f"objectives/2026-Q4/o-{number}.yaml": _objective(
                _key_result("a", "Cut it", more=f", kpi: k_0, due: {_day(number)}")
                + f"  - {keep.format(number + 100)}\n"
            )
            for number in range(count)
        },
    }


def _unknown_names(count: int) -> Files:
    steps = "".join(f"      - {{id: s-{number}, title: S}}\n" for number in range(count))
    entries = (
        f"  - {{key_result: 2026-Q4/one/none-{number}, value: 1}}\n"
        f"  - {{key_result: 2026-Q4/one/steps, done: [none-{number}]}}\n"
        for number in range(count)
    )
    people = "".join(f"  p-{number}: {{name: P}}\n" for number in range(count))
    key_result = f"  - id: steps\n    title: Train all\n    type: milestones\n    steps:\n{steps}"
    return {
        "okr.yaml": _okr_yaml(people=people),
        "objectives/2026-Q4/one.yaml": _objective(key_result, "owner: nobody\n"),
        "checkins/2026/2026-11-02-ana-1.yaml": _checkin(date(2026, 11, 2), "".join(entries)),
    }


def _wrong_values(count: int) -> Files:
    lines = (
        _key_result(f"kr-{number}", "A", more=", weight: x, gards: 1") for number in range(count)
    )
    entries = (f"  - {{key_result: one/kr-{number}, value: 1,5}}\n" for number in range(count))
    return {
        "objectives/2026-Q4/one.yaml": _objective("".join(lines)),
        "checkins/2026/2026-11-02-ana-1.yaml": _checkin(date(2026, 11, 2), "".join(entries)),
    }


def _steps_done_one_by_one(count: int) -> Files:
    steps = "".join(f"      - {{id: s-{number}, title: S}}\n" for number in range(count))
    entries = (f"  - {{key_result: one/steps, done: [s-{number}]}}\n" for number in range(count))
    return {
        "objectives/2026-Q4/one.yaml": _objective(
            f"  - id: steps\n    title: Train all\n    type: milestones\n    steps:\n{steps}"
        ),
        "checkins/2026/2026-11-02-ana-1.yaml": _checkin(date(2026, 11, 2), "".join(entries)),
    }


def _segments(count: int) -> Files:
    names = ", ".join(f"s-{number}" for number in range(count))
    entries = (f"  - {{kpi: k_0, segment: s-{number}, value: 4}}\n" for number in range(count))
    text = f"title: K\nunit: h\ndirection: down\ntarget: {{value: 3}}\nsegments: [{names}]\n"
    return {
        "kpis/k_0.yaml": text,
        "checkins/2026/2026-11-02-ana-1.yaml": _checkin(
            date(2026, 11, 2), "".join(entries), "readings"
        ),
    }


def _ignoring_comments(count: int) -> Files:
    lines = (
        f"  # okr: ignore[M203] as it is\n{_key_result(f'kr-{number}', 'Cut it', 'EUR')}"
        for number in range(count)
    )
    return {"objectives/2026-Q4/one.yaml": _objective("".join(lines))}


_AXES: Mapping[str, Callable[[int], Files]] = {
    "key results of one objective": _key_results_of_one_objective,
    "objectives": _objectives,
    "check-ins": _checkins,
    "a chain of formulas": _chain_of_formulas,
    "formulas in a loop": _formulas_in_a_loop,
    "key results of one KPI": _key_results_of_one_kpi,
    "unknown names": _unknown_names,
    "wrong values": _wrong_values,
    "steps done one by one": _steps_done_one_by_one,
    "segments": _segments,
    "comments that ignore": _ignoring_comments,
}

_READING: tuple[tuple[str, ...], ...] = (
    ("report", "--format", "plain"),
    ("report", "--format", "json"),
    ("check", "--format", "json"),
    ("kpi", "list"),
    ("kpi", "alerts"),
    ("remind",),
)


@pytest.mark.parametrize("command", _READING, ids=" ".join)
@pytest.mark.parametrize("axis", _AXES)
def test_steps_grow_with_the_workspace(axis: str, command: tuple[str, ...], tmp_path: Path) -> None:
    def steps(count: int) -> Steps:
        root = _workspace(tmp_path / str(count), _AXES[axis](count))
        return _steps_of(lambda: run([*command, "--root", str(root), "--today", "2026-11-20"]))

    _require_linear(steps)


_WRITING: Mapping[str, tuple[str, ...]] = {
    "checkin": ("checkin", "2026-Q4/one/kr-1", "50", "--by", "ana"),
    "new kr": ("new", "kr", "2026-Q4/one", "Raise the NPS of the shop from 40 to 60 points"),
    "show": ("show", "2026-Q4/one/kr-1"),
}


@pytest.mark.parametrize("axis", ["key results of one objective", "check-ins"])
@pytest.mark.parametrize("command", _WRITING)
def test_steps_of_writing_grow_with_the_workspace(command: str, axis: str, tmp_path: Path) -> None:
    words = _WRITING[command]
    more = () if command == "show" else ("--no-commit",)

    def steps(count: int) -> Steps:
        root = _workspace(tmp_path / str(count), _AXES[axis](count))
        options = ("--root", str(root), "--today", "2026-11-20", *more)
        return _steps_of(lambda: run([*words, *options]))

    _require_linear(steps)


_OF_HISTORY: Mapping[str, tuple[str, ...]] = {
    "check": ("check",),
    "check --against": ("check", "--against", "main"),
    "report": ("report",),
    "report --rev": ("report", "--rev", "main"),
    "show": ("show", "2026-Q4/o-0/kr-1"),
    "remind": ("remind",),
    "checkin": ("checkin", "2026-Q4/o-0/kr-1", "50", "--by", "ana", "--no-commit"),
}


@pytest.mark.parametrize("shape", ["one line", "lines merged in time", "lines merged late"])
@pytest.mark.parametrize("command", _OF_HISTORY)
def test_steps_grow_with_the_history(command: str, shape: str, tmp_path: Path) -> None:
    def steps(count: int) -> Steps:
        root = make_repository(tmp_path / f"{count}-{len([*tmp_path.iterdir()])}")
        stream = "".join(_history(count, shape)).encode()
        subprocess.run(
            ("git", "fast-import", "--quiet", "--force"), cwd=root, input=stream, check=True
        )
        git(root, "reset", "--quiet", "--hard", "main")
        words = (*_OF_HISTORY[command], "--root", str(root), "--today", "2026-11-20")
        return _steps_of(lambda: run(words))

    _require_linear(steps)


def _history(count: int, shape: str) -> Iterator[str]:
    """Yield what `git fast-import` reads: a plan, and a check-in and a title each commit."""
    lines = _objectives(1)
    yield _import_of(1, date(2026, 8, 1), "", {"okr.yaml": _okr_yaml(), **lines})
    [path] = lines
    for number in range(count):
        entry = f"  - {{key_result: 2026-Q4/o-0/kr-1, value: {number}}}\n"
        name = f"checkins/2026/{_day(number)}-ana-{number:08x}.yaml"
        files = {name: _checkin(_day(number), entry), path: f"{lines[path]}# {number}\n"}
        mark, before = 2 + 2 * number, 1 + 2 * number if number else 1
        if shape == "one line":
            yield _import_of(mark, _day(number), f"from :{mark - 2 if number else 1}\n", files)
            continue
        day = date(2026, 8, 2) + timedelta(days=number // 20)
        yield _import_of(mark, day, "from :1\n", {path: f"{lines[path]}# {number}\n"})
        merged = day if shape == "lines merged in time" else _day(50)
        yield _import_of(mark + 1, merged, f"from :{before}\nmerge :{mark}\n", files)


def _import_of(mark: int, day: date, parents: str, files: Files) -> str:
    who = f"ana <ana@example.com> {datetime.combine(day, time(9), UTC).timestamp():.0f} +0000"
    changes = (
        f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n"
        for name, text in files.items()
    )
    return (
        f"commit refs/heads/main\nmark :{mark}\nauthor {who}\ncommitter {who}\ndata 1\n.\n"
        f"{parents}{''.join(changes)}\n"
    )


def _workspace(root: Path, files: Files) -> Path:
    return write(root, {"okr.yaml": _okr_yaml(), **files})


def _require_linear(steps: Callable[[int], Steps], sizes: tuple[int, ...] = _SIZES) -> None:
    """Let no function of ours take more than its share, however little that is of the whole."""
    steps(sizes[0])  # what is worked out once in a process
    small, middle, large = map(steps, sizes)
    growing = {
        code: (small[code], middle[code], count)
        for code, count in large.items()
        if count - middle[code] > _LARGEST_GROWTH * max(middle[code] - small[code], 3 * sizes[-1])
    }
    assert growing == {}


def _steps_of(action: Callable[[], int]) -> Steps:
    """Return how many lines ran in each function of ours, and how many calls of C it made."""
    counts: Counter[CodeType] = Counter()

    def on_call(frame: FrameType, _event: str, _argument: Any) -> Any:
        return on_line if frame.f_globals.get("__name__", "").startswith("okrcli") else None

    def on_line(frame: FrameType, _event: str, _argument: Any) -> Any:
        counts[frame.f_code] += 1
        return on_line

    def on_c_call(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "c_call" and frame.f_code in counts:
            counts[frame.f_code] += 1

    tracer, profiler = sys.gettrace(), sys.getprofile()
    sys.settrace(on_call)
    sys.setprofile(on_c_call)
    try:
        code = action()
    finally:
        sys.settrace(tracer)
        sys.setprofile(profiler)
    assert code in {0, 1}
    return counts
