"""Workspaces that hypothesis draws, of few names that mean many things and are oddly spelled."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from okrcli.storage.workspace import plan_of

Files = dict[str, bytes]

_OBJECTIVES = ["a", "b", "a-b", "growth"]
_KEY_RESULTS = ["k", "l", "growth"]
_KPIS = ["k", "n", "m_n", "growth"]
_CYCLES = ["2026-Q3", "2026-Q4", "2026"]
_DAYS = ["2026-08-03", "2026-10-05", "2026-11-09", "2026-11-16", "2027-01-05"]

_objectives = st.sampled_from(_OBJECTIVES)
_key_results = st.sampled_from(_KEY_RESULTS)
_kpis = st.sampled_from(_KPIS)
_cycles = st.sampled_from(_CYCLES)
_days = st.sampled_from(_DAYS)
_values = st.integers(-5, 120)


@st.composite
def _with_cycle_or_not(draw: st.DrawFn, names: st.SearchStrategy[str]) -> str:
    cycle, name = draw(_cycles), draw(names)
    return f"{cycle}/{name}" if draw(st.booleans()) else name


_objective_refs = _with_cycle_or_not(_objectives)
_key_result_names = st.builds("{}/{}".format, _objectives, _key_results)
_key_result_refs = _with_cycle_or_not(_key_result_names)

_references = st.one_of(
    _key_result_refs,
    _objective_refs,
    _kpis,
    _key_results,
    st.builds("objectives/{}/{}.yaml".format, _cycles, _objectives),
    st.builds("kpis/{}.yaml".format, _kpis),
    st.sampled_from(["", "/", "kk", "a/", "2026-Q4"]),
)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return records that have some of *fields*."""
    return st.fixed_dictionaries({}, optional=fields)


def _records(needed: dict[str, Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return _some(**fields).map(lambda some: {**needed, **some})


def _lists(of: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, max_size=most)


_metrics = st.builds(
    lambda id_, rest: {"id": id_, **rest},
    _key_results,
    _records(
        {"title": "Raise it", "type": "metric", "baseline": 10, "target": 60},
        kpi=_kpis,
        guards=_lists(_kpis),
        formerly=_lists(
            st.one_of(
                _key_results,
                _key_result_names,
                st.fixed_dictionaries({"ref": _key_result_refs, "until": _days}),
            ),
            1,
        ),
        due=_days,
        added=_days,
        dropped=st.fixed_dictionaries({"date": _days, "why": st.just("No more")}),
        amendments=_lists(
            st.fixed_dictionaries(
                {
                    "date": _days,
                    "field": st.just("kpi"),
                    "was": _kpis,
                    "now": _kpis,
                    "why": st.just("Another one"),
                }
            ),
            1,
        ),
    ),
)

_milestones = st.builds(
    lambda id_, steps: {"id": id_, "title": "Open it", "type": "milestones", "steps": steps},
    _key_results,
    st.just([{"id": "step", "title": "Sign"}, {"id": "end", "title": "Move in", "weight": 2}]),
)

_objective_files = _records(
    {"title": "Be the best", "owner": "ana"},
    parent=_objective_refs,
    progress_from=st.sampled_from(["children", "both"]),
    carried_from=_objective_refs,
    formerly=_lists(_objective_refs, 1),
    added=_days,
    status=st.sampled_from(["draft", "closed", "cancelled"]),
    key_results=st.lists(
        st.one_of(_metrics, _metrics, _metrics, _milestones), min_size=1, max_size=3
    ),
)

_formulas = st.sampled_from(["n", "k / n", "growth-m_n", "2 * (n + k)"])

_kpi_files = _records(
    {"title": "A number"},
    direction=st.sampled_from(["up", "down"]),
    target=st.just({"value": 60}),
    unit=st.sampled_from(["%", "h"]),
    formula=_formulas,
    formerly=_lists(_kpis, 1),
    segments=st.just(["x", "y"]),
    bounds=st.just([0, 100]),
    note=st.sampled_from(["Unlike growth", "as k"]),
    amendments=_lists(
        st.fixed_dictionaries(
            {
                "date": _days,
                "field": st.just("formula"),
                "was": _formulas,
                "now": _formulas,
                "why": st.just("Another one"),
            }
        ),
        1,
    ),
)

_improvement_files = st.builds(
    lambda kpi, opened: {
        "kpi": kpi,
        "opened": opened,
        "cause": {"text": "Too slow", "type": "method"},
        "goal": {"value": 70, "by": "2026-12-01"},
        "actions": [{"title": "Go", "owner": "ana", "due": "2026-11-20"}],
    },
    _kpis,
    _days,
)

_CHECKIN_IDS = [f"{day}-ana-{end}" for day in _DAYS[:4] for end in ("1", "2")]
_checkin_ids = st.sampled_from(_CHECKIN_IDS)

_checkin_files = _records(
    {"by": "ana"},
    date=_days,
    note=st.sampled_from(["All of growth", "about a/k"]),
    recorded=st.sampled_from(["2026-11-16T09:00:00Z", "2026-11-09T09:00:00Z"]),
    key_results=_lists(
        st.builds(
            lambda ref, rest: {"key_result": ref, **rest},
            _key_result_refs,
            _some(
                value=_values,
                date=_days,
                confidence=st.integers(1, 10),
                note=st.just("Well"),
                done=st.just(["step"]),
            ),
        ),
        4,
    ),
    readings=_lists(
        st.builds(
            lambda kpi, rest: {"kpi": kpi, "value": 40, **rest},
            _kpis,
            _some(value=_values, date=_days, segment=st.sampled_from(["x", "y", "z"])),
        ),
        3,
    ),
    kudos=_lists(st.just({"to": "bo", "for": "help"}), 1),
    followups=_lists(st.just({"improvement": "plan-1", "note": "Goes on"}), 1),
    retracted=_lists(
        st.builds(
            lambda checkin, rest: {"checkin": checkin, **rest},
            _checkin_ids,
            st.one_of(st.just({}), _some(key_result=_key_result_refs), _some(kpi=_kpis)),
        ),
        1,
    ),
)


def _block(value: Any, indent: str = "") -> str:
    """Return *value* as block YAML, with text as it is where that is possible."""
    if isinstance(value, dict) and value:
        return "".join(
            f"\n{indent}{key}: {_block(inner, f'{indent}  ')}" for key, inner in value.items()
        )
    if isinstance(value, list) and value:
        return "".join(f"\n{indent}- {json.dumps(inner)}" for inner in value)
    return json.dumps(value) if not isinstance(value, str) else f"'{value}'"


def _escaped(text: str) -> str:
    """Return *text* in JSON, each `k` and `g` as an escape."""
    return text.replace("k", "\\u006b").replace("g", "\\x67")


def _spelled_oddly(value: Any) -> Any:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_spelled_oddly(v)}" for key, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_spelled_oddly, value)) + "]"
    text = json.dumps(value)
    return _escaped(text) if isinstance(value, str) else text


_SPELLINGS: Mapping[str, Callable[[Any], bytes]] = {
    "json": lambda record: json.dumps(record).encode(),
    "block": lambda record: _block(record).lstrip("\n").encode() + b"\n",
    "escaped": lambda record: _spelled_oddly(record).encode(),
    "ignored": lambda record: (
        json.dumps(record).encode() + b"  # okr: ignore[C701, C703, C705, M202]\n"
    ),
    "mark": lambda record: b"\xef\xbb\xbf" + json.dumps(record).encode(),
    "windows": lambda record: json.dumps(record, indent=1).replace("\n", "\r\n").encode(),
    "utf16": lambda record: json.dumps(record).encode("utf-16"),
    "cut": lambda record: json.dumps(record).encode()[:-7],
    "wrong": lambda record: json.dumps({**record, "surprise": 1}).encode(),
}
_GOOD = ["json", "block", "ignored", "escaped", "mark", "windows"]


@st.composite
def _files_of(
    draw: st.DrawFn, names: list[str], records: st.SearchStrategy[Any], least: int, most: int
) -> Files:
    files: Files = {}
    for name in draw(st.lists(st.sampled_from(names), unique=True, min_size=least, max_size=most)):
        spelling = draw(st.sampled_from([*_GOOD, *_GOOD, *_GOOD, *_SPELLINGS]))
        files[name] = _SPELLINGS[spelling](draw(records))
    return files


@st.composite
def workspaces(draw: st.DrawFn) -> Files:
    """Return the files of a workspace by their paths."""
    objectives = [f"objectives/{cycle}/{id_}.yaml" for cycle in _CYCLES for id_ in _OBJECTIVES]
    checkins = [f"checkins/2026/{id_}.yaml" for id_ in _CHECKIN_IDS]
    settings = {"version": 1, "name": "Drawn", **draw(_some(checkin=st.just({"grace_days": 3})))}
    return {
        "okr.yaml": json.dumps(settings).encode(),
        **draw(_files_of([*objectives, "objectives/2026-Q4/a.yml"], _objective_files, 1, 7)),
        **draw(_files_of([f"kpis/{id_}.yaml" for id_ in _KPIS], _kpi_files, 1, 4)),
        **draw(_files_of(checkins, _checkin_files, 2, 8)),
        **draw(_files_of(["improvements/plan-1.yaml"], _improvement_files, 0, 1)),
    }


@st.composite
def questions(
    draw: st.DrawFn, most: int = 1, *, about: str = "anything"
) -> tuple[Files, list[str]]:
    """Return the files of a workspace, and references that mostly name something in it.

    Args:
        draw: Draws.
        most: The most references.
        about: `anything`, `values` for key results and KPIs, or `kpis`.
    """
    files = draw(workspaces())
    plan = plan_of(files)
    former = plan.former_names
    names = [*plan.kpis_by_id, *former.kpis]
    if about != "kpis":
        key_results = [*plan.key_results_by_ref, *former.key_results]
        names += [end for ref in key_results for end in (ref, ref.partition("/")[2])]
    if about == "anything":
        names += [*plan.objectives_by_ref, *former.objectives]
        names += [ref.rpartition("/")[2] for ref in plan.key_results_by_ref]
    known = st.sampled_from(sorted(names)) if names else _references
    refs = draw(
        st.lists(st.one_of(known, known, known, known, _references), min_size=1, max_size=most)
    )
    return files, refs


def _a_metric(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": "R", "type": "metric", "baseline": 10, "target": 60, **more}


_RELATED: Mapping[str, Any] = {
    "objectives/2026-Q4/a.yaml": {
        "title": "A",
        "key_results": [_a_metric("k"), _a_metric("l", kpi="n", guards=["growth"])],
    },
    "objectives/2026-Q4/b.yaml": {
        "title": "B",
        "parent": "a",
        "progress_from": "both",
        "key_results": [_a_metric("k", kpi="m_n", unit="h"), _a_metric("l")],
    },
    "objectives/2026-Q4/growth.yaml": {
        "title": "G",
        "parent": "b",
        "key_results": [_a_metric("k", kpi="n", unit="h"), _a_metric("l", kpi="growth")],
    },
    "kpis/n.yaml": {"title": "N", "unit": "h", "direction": "up", "target": {"value": 60}},
    "kpis/m_n.yaml": {"title": "M", "formula": "2 * n + growth", "target": {"value": 99}},
    "kpis/growth.yaml": {"title": "G", "unit": "%", "direction": "up", "target": {"value": 50}},
}
_ends = st.sampled_from(["", "", "  # okr: ignore[C701]", "  # okr: ignore[C703, C705]"])
_related_checkins = st.builds(
    lambda day, entry: {"date": day, "by": "ana", **entry},
    st.sampled_from(["2026-10-05", "2026-11-16", "2026-11-19"]),
    st.one_of(
        st.builds(
            lambda ref, more: {"key_results": [{"key_result": ref, **more}]},
            st.builds("{}/{}".format, st.sampled_from(["a", "b", "growth"]), _key_results),
            _records({"value": 40}, value=_values, confidence=st.integers(1, 10)),
        ),
        st.builds(
            lambda kpi, value: {"readings": [{"kpi": kpi, "value": value}]},
            st.sampled_from(["n", "growth"]),
            _values,
        ),
    ),
)


@st.composite
def questions_of_related(draw: st.DrawFn) -> tuple[Files, list[str]]:
    """Return the files of a workspace in which all hangs together, and a name in it."""
    files = {"okr.yaml": b'{"version": 1}'}
    for path, record in _RELATED.items():
        files[path] = (json.dumps(record) + draw(_ends)).encode()
    for id_, record in zip(
        _CHECKIN_IDS, draw(st.lists(_related_checkins, max_size=8)), strict=False
    ):
        files[f"checkins/2026/{id_}.yaml"] = json.dumps(record).encode()
    plan = plan_of(files)
    names = [*plan.kpis_by_id, *plan.key_results_by_ref, *plan.objectives_by_ref]
    return files, [draw(st.sampled_from(names))]
