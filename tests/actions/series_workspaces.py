"""Workspaces that hypothesis draws, of a few things with many values, which may be odd in time."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from tests.actions.question_workspaces import Files

_DAYS = [f"2026-{month:02}-{day:02}" for month in (8, 10, 11) for day in range(1, 20, 2)]
_days = st.sampled_from([*_DAYS, "2026-11-20", "2027-01-05"])
_values = st.sampled_from([0, 5, 40, 41, 44, 47, 52, 60, -3, 500, 5000])
_IDS = [f"{number:02}" for number in range(14)]


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _mostly(usual: st.SearchStrategy[Any], odd: st.SearchStrategy[Any], times: int = 5) -> Any:
    """Return *usual* so many times as often as *odd*; `one_of` takes the same once."""
    is_odd = st.sampled_from([*[False] * times, True])
    return is_odd.flatmap(lambda chosen: odd if chosen else usual)


def _entries(key: str, names: list[str], **fields: st.SearchStrategy[Any]) -> Any:
    """Return entries about *names*, nearly all with a value and without a day of their own."""
    return st.builds(
        lambda name, value, day, rest: {key: name, **value, **day, **rest},
        st.sampled_from(names),
        _mostly(_values.map(lambda value: {"value": value}), st.just({"note": "None"}), 7),
        _mostly(st.just({}), _days.map(lambda day: {"date": day})),
        _some(**fields),
    )


def _checkins(names: list[str], kpis: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    key_results = _entries("key_result", names, confidence=st.integers(1, 10))
    readings = _entries("kpi", kpis, segment=st.sampled_from(["x", "y"]))
    whole = _entries("kpi", kpis)
    return st.builds(
        lambda day, entries, rest: {"date": day, "by": "ana", **entries, **rest},
        _days,
        st.one_of(
            st.lists(key_results, min_size=1, max_size=3).map(lambda all_: {"key_results": all_}),
            st.lists(whole, min_size=1, max_size=2).map(lambda all_: {"readings": all_}),
            st.lists(readings, min_size=2, max_size=4).map(lambda all_: {"readings": all_}),
            st.builds(
                lambda entry, reading: {"key_results": [entry], "readings": [reading]},
                key_results,
                whole,
            ),
        ),
        _mostly(st.just({}), st.fixed_dictionaries({"note": _notes, "recorded": _moments}), 9),
    )


_moments = st.sampled_from(["2026-11-16T09:00:00Z", "2026-11-09T09:00:00Z"])
_notes = st.sampled_from(["Until 2027-03-01", "About b/k", "9999-99-99"])
_retractions = st.builds(
    lambda day, checkin, rest: {
        "date": day,
        "by": "ana",
        "retracted": [{"checkin": checkin, **rest}],
    },
    _days,
    st.sampled_from(_IDS),
    st.sampled_from([{}, {"key_result": "a/k"}, {"kpi": "n"}]),
)
_usual = _checkins(["a/k", "a/l"], ["n"])
_unusual = _checkins(
    ["a/k", "a/k", "a/l", "2026-Q4/a/k", "a/m", "was/k", "b/k", "b/j", "b/l"],
    ["n", "n", "old_n", "other"],
)
_series = _mostly(
    st.lists(_usual, min_size=9, max_size=14),
    st.lists(st.one_of(_usual, _unusual, _retractions), min_size=3, max_size=14),
    2,
)


def _a_metric(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": "R", "type": "metric", "baseline": 40, "target": 60, **more}


_of_unit = st.builds(
    lambda day, factor: {"date": day, "field": "unit", "was": "h", "now": "min", **factor},
    _days,
    st.sampled_from([{}, {"factor": 60}]),
).map(lambda change: {"unit": "min", "amendments": [{**change, "why": "Finer"}]})
_goals = st.sampled_from([{"baseline": 0, "target": 0}, {"baseline": -9, "target": -2}])
_metrics = _mostly(
    st.just({}),
    st.one_of(
        _of_unit,
        _goals,
        _some(due=_days, added=_days),
        st.builds(lambda day: {"dropped": {"date": day, "why": "No more"}}, _days),
    ),
    3,
)
_steps = {
    "id": "m",
    "title": "Open it",
    "type": "milestones",
    "steps": [{"id": "step", "title": "Sign"}, {"id": "end", "title": "Move in"}],
}
_kpis = st.one_of(
    st.just({}),
    _of_unit,
    _some(
        target=st.sampled_from([{"value": 60, "by": "2027-03-01"}, {"value": 60}]),
        added=_days,
        bounds=st.just([0, 100]),
        segments=st.just(["x", "y"]),
        aggregate=st.sampled_from(["sum", "last", "weighted", "mean"]),
        direction=st.just("up"),
        unit=st.sampled_from(["%", "h"]),
    ),
)


def _text(record: Mapping[str, Any], ending: str) -> bytes:
    text = json.dumps(record)
    return (text.replace("k", "\\u006b") if ending == "escaped" else f"{text}{ending}").encode()


_endings = st.sampled_from([*[""] * 30, "  # as b/k", "  # since 2026-11-19", "escaped", "}"])


@st.composite
def series_workspaces(draw: st.DrawFn) -> Files:
    """Return the files of a workspace by their paths, most of them check-ins about a few things."""
    former = draw(st.sampled_from([{}, {"formerly": ["was"]}]))
    of_kpi = {"kpi": "n", **draw(_metrics)}
    holder = {"title": "A", **former}
    objective = {
        **holder,
        "key_results": [_a_metric("k", **draw(_metrics)), _a_metric("l", **of_kpi), _steps],
    }
    other = {"title": "B", "key_results": [_a_metric("j")]}
    kpi = {"title": "N", "baseline": 40, "formerly": ["old_n"], **draw(_kpis)}
    files = {
        "okr.yaml": b'{"version": 1}',
        "objectives/2026-Q4/a.yaml": json.dumps(objective).encode(),
        "objectives/2026-Q4/b.yaml": json.dumps(other).encode(),
        "kpis/n.yaml": json.dumps(kpi).encode(),
        "kpis/other.yaml": b'{"title": "Other"}',
    }
    for id_, record in zip(_IDS, draw(_series), strict=False):
        files[f"checkins/{id_}.yaml"] = _text(record, draw(_endings))
    return files


_of_segments = st.builds(
    lambda day, segments: {
        "date": day,
        "by": "ana",
        "readings": [{"kpi": "n", "segment": name, "value": 44} for name in segments],
    },
    st.sampled_from(_DAYS),
    st.sampled_from(["x", "y", "xy"]),
)


def sum_workspaces() -> st.SearchStrategy[Files]:
    """Return workspaces of one KPI, the sum of segments that are not read every time."""
    kpi = {"title": "N", "segments": ["x", "y"], "aggregate": "sum"}
    files = {"okr.yaml": b'{"version": 1}', "kpis/n.yaml": json.dumps(kpi).encode()}
    return st.lists(_of_segments, min_size=3, max_size=9).map(
        lambda records: (
            files
            | {
                f"checkins/{number}.yaml": _text(record, "")
                for number, record in enumerate(records)
            }
        )
    )
