"""The files that a team begins with, and what becomes of each goalpost in silence."""

from collections.abc import Mapping
from typing import NamedTuple

SETTINGS = """\
version: 1
name: Team
people:
  ana: {name: Ana, email: ana@example.com}
  carlos: {name: Carlos, email: carlos@example.com}
  pavel: {name: Pavel, email: pavel@example.com}
cycles:
  autumn: {start: 2026-10-05, end: 2027-01-15}
  winter: {start: 2026-10-05, end: 2027-01-15}
"""

OWNERS = {"support": "ana", "growth": "carlos", "calm": "pavel"}
MEASURED = tuple(
    f"2026-Q4/{objective}/{name}" for objective in OWNERS for name in ("first", "second", "third")
)
"""The key results that are checked in by numbers of their own."""


class Silent(NamedTuple):
    """A goalpost that changes without an amendment.

    Attributes:
        path: Of the file.
        ref: Of what has the goalpost; a cycle's name for its days.
        field: As the file calls it.
        was: A part of the file, which occurs once.
        now: What stands in its place.
        moves: The fields that move, where it is not *field* alone.
    """

    path: str
    ref: str
    field: str
    was: str
    now: str
    moves: tuple[str, ...] = ()


_METRIC = "type: metric, unit: points, baseline: 40, target: 60"

_KEY_RESULTS: Mapping[str, tuple[str, str, str]] = {
    # What stands in the file, the part that changes, and to what.
    "baseline": (_METRIC, "baseline: 40", "baseline: 45"),
    "target": (_METRIC, "target: 60", "target: 50"),
    "change": ("type: metric, unit: points, baseline: 40, change: +50%", "+50%", "+20%"),
    "at-least": ("type: maintain, unit: points, at_least: 80", "80", "70"),
    "at-most": ("type: maintain, unit: points, at_most: 20", "20", "30"),
    "weight": (f"{_METRIC}, weight: 3", "weight: 3", "weight: 2"),
    "start": (f"{_METRIC}, start: 2026-10-08", "2026-10-08", "2026-11-08"),
    "due": (f"{_METRIC}, due: 2026-12-28", "2026-12-28", "2026-12-30"),
    "measure-by": (
        "type: metric, unit: points, baseline: unknown, target: 60, measure_by: 2026-12-24",
        "2026-12-24",
        "2026-12-28",
    ),
    "unit": (_METRIC, "unit: points", "unit: stars"),
    "kpi": ("type: metric, kpi: plain, baseline: 40, target: 60", "kpi: plain", "kpi: steady"),
    "cadence": (
        "type: maintain, unit: points, at_least: 80, cadence: weekly",
        "cadence: weekly",
        "cadence: monthly",
    ),
    "title": ("type: binary", "title: The title", "title: Another title"),
    "type": (_METRIC, _METRIC, "type: binary, unit: points"),
    "steps-due": (
        "type: milestones, steps: [{id: a, title: A, due: 2026-11-20}, {id: b, title: B}]",
        "due: 2026-11-20",
        "due: 2026-12-20",
    ),
    "steps-weight": (
        "type: milestones, steps: [{id: a, title: A, weight: 2}, {id: b, title: B}]",
        "weight: 2",
        "weight: 3",
    ),
}
_MOVES = {
    "type": ("type", "baseline", "target"),
    "steps-due": ("steps.a.due",),
    "steps-weight": ("steps.a.weight",),
}

_KPIS: Mapping[str, tuple[str, str, str]] = {
    "target": ("direction: up\ntarget: {value: 60}\n", "value: 60", "value: 50"),
    "baseline": ("direction: up\nbaseline: 40\n", "baseline: 40", "baseline: 45"),
    "warning": ("direction: up\nwarning: 2\ntarget: {value: 60}\n", "warning: 2", "warning: 9"),
    "direction": ("direction: up\n", "direction: up", "direction: down"),
    "bounds": ("direction: up\nbounds: [0, 100]\n", "[0, 100]", "[0, 200]"),
    "unit": ("direction: up\nunit: points\n", "unit: points", "unit: stars"),
    "aggregate": ("segments: [chat, voice]\naggregate: mean\n", "mean", "last"),
    "formula": ("formula: plain + steady\n", "plain + steady", "plain - steady"),
    "survey": ("survey: {type: nps}\n", "type: nps", "type: csat"),
    "segments": ("segments: [chat, voice]\n", "[chat, voice]", "[chat]"),
}

_OBJECTIVES: Mapping[str, tuple[str, str, str]] = {
    "ambition": ("ambition: committed\n", "committed", "aspirational"),
    "progress-from": ("progress_from: both\n", "progress_from: both", "progress_from: children"),
    "status": ("status: active\n", "status: active", "status: draft"),
}

FIELDS = "objectives/2026-Q4/fields.yaml"
FED = "objectives/2026-Q4/fed.yaml"
SUM = "kpis/sum.yaml"


def first_files() -> dict[str, str]:
    """Return what the team begins with, by path from the workspace's root."""
    files = {"okr.yaml": SETTINGS, FIELDS: _objective("Fields", "carlos", _fields())}
    for name, owner in OWNERS.items():
        key_results = [
            f"  - id: {part}\n    title: Raise the {part} of {name}\n    type: metric\n"
            f"    unit: points\n    baseline: 40\n    target: 60\n"
            for part in ("first", "second", "third")
        ]
        files[objective_path(name)] = _objective(name.title(), owner, "".join(key_results))
    for name, (text, _, _) in _OBJECTIVES.items():
        files[objective_path(name)] = _objective(name.title(), "pavel", _one(name), text)
    for cycle in ("autumn", "winter"):
        files[f"objectives/{cycle}/{cycle}.yaml"] = _objective(cycle.title(), "ana", _one(cycle))
    for name, (text, _, _) in _KPIS.items():
        files[f"kpis/of_{name}.yaml"] = f"title: KPI with {name}\nowner: ana\n{text}"
    fed = "  - {id: only, title: Raise it, type: metric, kpi: csat, baseline: 40, target: 60}\n"
    files[FED] = _objective("Fed", "ana", fed)
    files[SUM] = "title: The sum\nowner: ana\nformula: csat + steady\n"
    for name in ("plain", "steady", "csat"):
        files[f"kpis/{name}.yaml"] = f"title: The {name} KPI\nowner: ana\ndirection: up\n"
    return files


def objective_path(name: str) -> str:
    """Return the path of an objective of the quarter."""
    return f"objectives/2026-Q4/{name}.yaml"


def silent_changes() -> list[Silent]:
    """Return a change of each goalpost that there is."""
    found = [
        Silent(
            FIELDS,
            f"2026-Q4/fields/{name}",
            name.replace("-", "_"),
            f"# {name}\n    {_body(name, was)}",
            f"# {name}\n    {_body(name, was).replace(part, now)}",
            _MOVES.get(name, ()),
        )
        for name, (was, part, now) in _KEY_RESULTS.items()
    ]
    found += [
        Silent(objective_path(name), f"2026-Q4/{name}", name.replace("-", "_"), was, now)
        for name, (_, was, now) in _OBJECTIVES.items()
    ]
    found += [
        Silent(f"kpis/of_{name}.yaml", f"of_{name}", name, was, now)
        for name, (_, was, now) in _KPIS.items()
    ]
    return [
        *found,
        Silent("okr.yaml", "autumn", "end", _AUTUMN, _AUTUMN.replace("01-15", "01-08")),
        Silent("okr.yaml", "winter", "start", _WINTER, _WINTER.replace("10-05", "10-12")),
    ]


_AUTUMN, _WINTER = (
    f"{name}: {{start: 2026-10-05, end: 2027-01-15}}" for name in ("autumn", "winter")
)


def _body(name: str, text: str) -> str:
    return "{" + f"id: {name}, title: The title, {text}" + "}"


def _fields() -> str:
    return "".join(
        f"  - # {name}\n    {_body(name, text)}\n" for name, (text, _, _) in _KEY_RESULTS.items()
    )


def _one(name: str) -> str:
    return f"  - {{id: only, title: The only one of {name}, {_METRIC}}}\n"


def _objective(title: str, owner: str, key_results: str, more: str = "") -> str:
    return (
        f"title: {title}\nowner: {owner}\nimpact: growth\nwhy: It matters.\nnote: Note 0\n"
        f"{more}key_results:\n{key_results}"
    )
