"""Workspaces that hypothesis draws, in which something may be due for somebody."""

import json
from collections.abc import Collection
from typing import Any

from hypothesis import strategies as st

from tests.actions.question_workspaces import Files

_DAYS = [f"2026-{month:02}-{day:02}" for month in (8, 10, 11) for day in range(1, 20, 3)]
_days = st.sampled_from([*_DAYS, "2026-11-20", "2027-01-05"])
_owners = st.sampled_from(["ana", "ana", "eva"])
_IDS = [f"{number:02}" for number in range(16)]


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _rarely(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from([*[False] * 3, True]).flatmap(
        lambda is_there: _some(**fields) if is_there else st.just({})
    )


def _a_change(field: str, was: str, now: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    change = {"field": field, "was": was, "now": now, "why": "Better"}
    return _days.map(lambda day: [{"date": day, **change}])


_FIELDS = {"title": "R", "baseline": 40, "target": 60}
_key_results = st.lists(
    st.builds(
        lambda id_, kind, rest: {"id": id_, **kind, **rest},
        st.sampled_from(["k", "l", "m", "n"]),
        st.one_of(
            st.just({"type": "metric", **_FIELDS}),
            st.sampled_from(["n", "sum", "ratio", "none"]).map(
                lambda kpi: {"type": "metric", "kpi": kpi, **_FIELDS}
            ),
            st.just({"type": "maintain", "title": "R", "at_least": 40}),
            st.just({"type": "binary", "title": "R"}),
            st.just(
                {
                    "type": "milestones",
                    "title": "R",
                    "steps": [{"id": "step", "title": "Sign"}, {"id": "end", "title": "Move"}],
                }
            ),
        ),
        _rarely(
            owner=_owners,
            due=_days,
            added=_days,
            cadence=st.sampled_from(["daily", "monthly"]),
            dropped=st.fixed_dictionaries({"date": _days, "why": st.just("No more")}),
            formerly=st.sampled_from([["was"], [{"ref": "b/m", "until": "2026-11-08"}]]),
        ),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda key_result: key_result["id"],
)
_objectives = st.builds(
    lambda owner, key_results, rest: {
        "title": "O",
        "owner": owner,
        "key_results": key_results,
        **rest,
    },
    _owners,
    _key_results,
    _rarely(
        team=st.just("red"),
        status=st.sampled_from(["draft", "closed", "cancelled"]),
        cadence=st.sampled_from(["daily", "monthly"]),
        added=_days,
    ),
)
_kpis = st.builds(
    lambda owner, rest: {"title": "N", "owner": owner, **rest},
    _owners,
    _rarely(
        team=st.just("red"),
        cadence=st.sampled_from(["daily", "weekly", "monthly"]),
        added=_days,
        baseline=st.just(40),
        direction=st.just("up"),
        target=st.sampled_from([{"value": 60, "by": "2027-03-01"}, {"value": 60}]),
        status=st.just("draft"),
        source=st.just({"file": "data/n.csv"}),
        unit=st.just("min"),
        amendments=_a_change("unit", "h", "min"),
    ),
)
_segments = st.sampled_from(
    [{"segments": ["x", "y"], "aggregate": how} for how in ("sum", "mean", "weighted")]
)
_formulas = _rarely(amendments=_a_change("formula", "n", "n / sum"), bounds=st.just([0, 9]))
_plans = st.builds(
    lambda kpi, opened, due: {
        "kpi": kpi,
        "opened": opened,
        "cause": {"text": "Too slow", "type": "process"},
        "goal": {"value": 70, "by": "2026-12-01"},
        "actions": [{"title": "Go", "owner": "ana", "due": due}],
    },
    st.sampled_from(["n", "none"]),
    _days,
    _days,
)
_values = st.sampled_from([0, 1, 1, 40, 44, 47, 52, -3, 500])
_said = st.one_of(
    _values.map(lambda value: {"value": value}),
    st.builds(
        lambda value, confidence: {"value": value, "confidence": confidence}, _values, _owners
    ).map(lambda said: {**said, "confidence": 7}),
    st.just({"confidence": 5}),
    st.sampled_from([{"done": ["step"]}, {"done": ["end"]}, {"undone": ["step"]}]),
)
_entries = st.builds(
    lambda ref, said, rest: {"key_result": ref, **said, **rest},
    st.sampled_from(
        [
            *(f"{holder}/{id_}" for holder in "ab" for id_ in "klmn"),
            "2026-Q4/a/k",
            "a/was",
            "c/k",
            "gone/l",
        ]
    ),
    _said,
    _rarely(date=_days),
)
_readings = st.builds(
    lambda kpi, value, rest: {"kpi": kpi, "value": value, **rest},
    st.sampled_from(["n", "n", "sum", "other", "ratio"]),
    _values,
    _rarely(date=_days),
)
_of_segments = st.builds(
    lambda names, value: [{"kpi": "sum", "segment": name, "value": value} for name in names],
    st.sampled_from(["x", "y", "xy", "xy"]),
    _values,
)
_checkins = st.builds(
    lambda day, said: {"date": day, "by": "ana", **said},
    _days,
    st.one_of(
        st.lists(_entries, min_size=1, max_size=4).map(lambda found: {"key_results": found}),
        st.lists(_readings, min_size=1, max_size=3).map(lambda found: {"readings": found}),
        _of_segments.map(lambda found: {"readings": found}),
        st.sampled_from(
            [
                {"followups": [{"improvement": "plan", "note": "Goes on"}]},
                {"note": "Until 2027-03-01, of a/k and n"},
                {"retracted": [{"checkin": "03"}]},
                {"retracted": [{"checkin": "05", "kpi": "n"}]},
            ]
        ),
    ),
)
_ends = st.sampled_from([*[""] * 20, "  # since 2026-11-19", "escaped", "}"])


def _text(record: Any, end: str) -> bytes:
    text = json.dumps(record)
    return (text.replace("k", "\\u006b") if end == "escaped" else f"{text}{end}").encode()


@st.composite
def due_workspaces(draw: st.DrawFn) -> Files:
    """Return the files of a workspace by their paths: of Ana and Eva, and when they checked in."""
    formula = {"title": "R", "formula": "n / sum", "owner": "ana", **draw(_formulas)}
    records = {
        "okr.yaml": {"version": 1, **draw(_rarely(teams=st.just({"red": {"name": "Red"}})))},
        "objectives/2026-Q4/a.yaml": draw(_objectives),
        "objectives/2026-Q4/b.yaml": draw(_objectives),
        "objectives/2026/c.yaml": draw(_objectives),
        "objectives/2026-Q3/a.yaml": draw(_objectives),
        "kpis/n.yaml": draw(_kpis),
        "kpis/sum.yaml": {**draw(_kpis), **draw(_segments)},
        "kpis/other.yaml": draw(_kpis),
        "kpis/ratio.yaml": formula,
        "improvements/plan.yaml": draw(_plans),
    }
    optional = ["objectives/2026/c.yaml", "objectives/2026-Q3/a.yaml", "kpis/other.yaml"]
    for path in draw(st.lists(st.sampled_from([*optional, "improvements/plan.yaml"]), unique=True)):
        del records[path]
    files = {path: _text(record, "") for path, record in records.items()}
    for id_, record in zip(_IDS, draw(st.lists(_checkins, min_size=4)), strict=False):
        files[f"checkins/{id_}.yaml"] = _text(record, draw(_ends))
    return files


_WEEKS = [f"2026-{month:02}-{day:02}" for month in (8, 9, 10, 11) for day in (2, 9, 16)]
_COUNT = len(_WEEKS)
_ALWAYS, _NEVER = [True] * _COUNT, [False] * _COUNT
_usual = st.sampled_from([*[44, 45, 47] * 4, 0, 1, -3, 500])
_up_to_a_week = st.integers(0, _COUNT).map(lambda end: [at < end for at in range(_COUNT)])
_at_times = st.one_of(
    _up_to_a_week,
    _up_to_a_week,
    st.integers(0, _COUNT).map(lambda begin: [at >= begin for at in range(_COUNT)]),
    st.lists(st.booleans(), min_size=_COUNT, max_size=_COUNT),
)
"""In which weeks something is said: up to one, from one on, or now and then."""

_LINE = {"baseline": 40, "direction": "up", "target": {"value": 60, "by": "2027-03-01"}}
_read_kpis = st.one_of(
    st.just({}),
    st.just({}),
    st.just(_LINE),
    st.sampled_from([{"cadence": "monthly"}, {"source": {"file": "data/n.csv"}}]),
    _kpis,
).map(lambda kpi: {"title": "N", "owner": "ana", **kpi})
_weekly_formulas = st.one_of(
    st.just({}), _a_change("formula", "n", "n / other").map(lambda change: {"amendments": change})
)
_SURE = ("a/k", "a/l", "b/z")
_READ = ("n", "other", "x", "y")
_OF_STEPS = ("a/o", "step", "end")


def _said_of(draw: st.DrawFn, ref: str, now: Collection[str]) -> dict[str, Any]:
    """Return the entry about *ref*, with as much as is said *now*."""
    said: dict[str, Any] = {"key_result": ref, "note": "Well"}
    if f"{ref} value" in now:
        said["value"] = draw(_usual)
    if f"{ref} confidence" in now:
        said["confidence"] = draw(st.integers(5, 7))
    return said


@st.composite
def weekly_workspaces(draw: st.DrawFn, *, has_steps: bool | None = None) -> Files:
    """Return the files of a workspace in which most is said every week, and a few things are not.

    So most is settled by the last weeks, and what is not decides how much has to be read. Steps,
    and what is done or not, are never settled for whoever is prompted for them.
    """
    cycle = draw(st.sampled_from(["2026", "2026", "2026-Q4"]))
    of_kpi = {"kpi": draw(st.sampled_from(["n", "sum", "ratio"]))}
    own = [_some(due=_days, owner=_owners) if draw(st.booleans()) else st.just({}) for _ in "kl"]
    steps = [{"id": "step", "title": "Sign"}, {"id": "end", "title": "Move"}]
    others = [
        {"id": "o", "type": "binary", "title": "R"},
        {"id": "s", "type": "milestones", "title": "R", "steps": steps},
    ]
    has_steps, has_plan = (
        draw(st.booleans()) if has_steps is None else has_steps,
        draw(st.booleans()),
    )
    records = {
        "okr.yaml": {"version": 1},
        f"objectives/{cycle}/a.yaml": {
            "title": "O",
            "owner": "ana",
            "key_results": [
                {"id": "k", "type": "metric", **_FIELDS, **draw(own[0])},
                {"id": "l", "type": "metric", **of_kpi, **_FIELDS, **draw(own[1])},
                *(others if has_steps else ()),
            ],
        },
        f"objectives/{cycle}/b.yaml": {
            "title": "O",
            "owner": draw(_owners),
            "key_results": [{"id": "z", "type": "metric", **_FIELDS}],
        },
        "kpis/n.yaml": draw(_read_kpis),
        "kpis/sum.yaml": {**draw(_read_kpis), **draw(_segments)},
        "kpis/other.yaml": draw(_read_kpis),
        "kpis/ratio.yaml": {"title": "R", "formula": "n / other", **draw(_weekly_formulas)},
    }
    if has_plan:
        records["improvements/plan.yaml"] = {**draw(_plans), "opened": "2026-07-30"}
    parts = [f"{ref}{part}" for ref in _SURE for part in ("", " value", " confidence")]
    usually = {**dict.fromkeys((*parts, *_READ), _ALWAYS), "a/z": _NEVER, "note": _NEVER}
    odd = draw(st.lists(st.sampled_from([*usually]), max_size=3, unique=True))
    is_said = {**usually, **{name: draw(_at_times) for name in (*odd, *_OF_STEPS, "plan")}}
    files = {path: _text(record, "") for path, record in records.items()}
    for week, day in enumerate(_WEEKS):
        now = {name for name, weeks in is_said.items() if weeks[week]}
        entries = [_said_of(draw, ref, now) for ref in _SURE if ref in now]
        if has_steps:
            if "a/o" in now:
                entries.append({"key_result": "a/o", "value": draw(st.sampled_from([0, 1]))})
            done = [{"done": [name]} for name in ("step", "end") if name in now]
            entries += ({"key_result": "a/s", **said} for said in done)
        if "a/z" in now:  # which nothing has, so that it may mean b/z
            entries.append({"key_result": "a/z", "value": draw(_usual)})
        readings = [
            *({"kpi": kpi, "value": draw(_usual)} for kpi in ("n", "other") if kpi in now),
            *(
                {"kpi": "sum", "segment": name, "value": draw(_usual)}
                for name in "xy"
                if name in now
            ),
        ]
        said: dict[str, Any] = {"date": day, "by": "ana", "key_results": entries}
        said |= {"readings": readings, "note": "As of 2026-11-19" if "note" in now else "Well"}
        if has_plan and "plan" in now:
            said["followups"] = [{"improvement": "plan", "note": "Goes on"}]
        files[f"checkins/{week:02}.yaml"] = _text(said, draw(_ends))
    return files
