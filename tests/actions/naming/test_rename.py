"""Objectives, key results and KPIs that get another id."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.actions.naming.rename import rename
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.errors import HistoryError, OkrError, UnknownReferenceError, UsageError
from okrcli.model.finding import Severity
from tests.actions.naming.past_reports import DAY, reports_of
from tests.cli.workspaces import FILES, OBJECTIVE, write
from tests.repositories import git, make_committed
from tests.security.forging import Workspace as Forged

CX = "objectives/2026-Q4/cx-leader.yaml"
FIRST = "objectives/2026-Q4/cx-first.yaml"
CHILD = """\
title: Answer every customer at once
owner: ana
parent: {parent}
key_results:
  - id: nps
    title: Raise the share from 1 to 2
    type: metric
    baseline: 1
    target: 2
    kpi: csat
    guards: [csat, nps]
    amendments:
      - {{date: 2026-10-28, field: kpi, was: nps, now: csat, why: better}}
"""
PLAN = """\
kpi: nps
opened: 2026-11-06
cause: {type: process, text: Nobody asks.}
goal: {value: 60, by: 2026-12-31}
actions:
  - {title: Ask, owner: ana, due: 2026-12-01}
"""
COMPUTED = "title: Both\nunit: points\nformula: max(nps, csat) - nps_2  # of nps\n"
ALL = {
    **FILES,
    "objectives/2026-Q4/child.yaml": CHILD.format(parent="cx-leader"),
    "objectives/2027-Q1/later.yaml": CHILD.format(parent="2026-Q4/cx-leader"),
    "improvements/2026-11-nps.yaml": PLAN,
    "kpis/both.yaml": COMPUTED,
    "kpis/nps_2.yaml": "title: Second\n",
}


def opened(tmp_path: Path, files: dict[str, str] | None = None) -> Workspace:
    return open_workspace(write(tmp_path / "acme", files or ALL), DAY)


def saved(space: Workspace, ref: str, new: str) -> Workspace:
    space.save(rename(space, ref, new), commit=False)
    return open_workspace(space.root, DAY)


def errors(space: Workspace) -> list[str]:
    return [found.message for found in space.plan.findings if found.severity is Severity.ERROR]


def test_objective_has_another_file_and_what_names_it_follows(tmp_path: Path) -> None:
    space = saved(opened(tmp_path), "cx-leader", "cx-first")
    assert not (space.root / CX).exists()
    assert (space.root / FIRST).read_text().startswith(OBJECTIVE)
    plan = space.plan
    assert plan.objective("2026-Q4/child").parent == "cx-first"
    assert plan.objective("2027-Q1/later").parent == "2026-Q4/cx-first"
    assert plan.kpi("nps").serves == ("cx-first",)
    assert [former.ref for former in plan.objective("cx-first").formerly] == ["cx-leader"]
    assert plan.objective("2026-Q4/cx-leader").id == "cx-first"


def test_key_result_is_renamed_in_place_with_its_initiatives(tmp_path: Path) -> None:
    space = saved(opened(tmp_path), "cx-leader/nps", "promoters")
    objective, key_result = space.plan.key_result("cx-leader/nps")
    assert (key_result.id, objective.initiatives[0].key_results) == ("promoters", ("promoters",))
    assert [former.ref for former in key_result.formerly] == ["cx-leader/nps"]
    assert space.plan.key_result("child/nps")[1].id == "nps"


def test_kpi_is_renamed_in_key_results_guards_formulas_and_plans(tmp_path: Path) -> None:
    space = saved(opened(tmp_path), "kpis/nps.yaml", "promoters")
    plan = space.plan
    assert plan.key_result("cx-leader/nps")[1].kpi == "promoters"
    assert plan.key_result("2026-Q4/child/nps")[1].guards == ("csat", "promoters")
    assert plan.kpi("both").formula == "max(promoters, csat) - nps_2"
    assert plan.improvements[0].kpi == "promoters"
    assert plan.kpi("nps").id == "promoters"
    assert "# of nps" in (space.root / "kpis/both.yaml").read_text()


def test_several_of_one_id_keep_the_reference_that_names_the_others(tmp_path: Path) -> None:
    files = {**FILES, "objectives/2027-Q1/cx-leader.yaml": OBJECTIVE}
    space = saved(opened(tmp_path, files), "2026-Q4/cx-leader", "cx-first")
    assert space.plan.kpi("nps").serves == ("cx-leader", "2026-Q4/cx-first")


@pytest.mark.parametrize(
    ("ref", "new", "words"),
    [
        ("cx-leader", "child", "An objective '2026-Q4/child' already exists"),
        ("cx-leader/nps", "hours", "A key result '2026-Q4/cx-leader/hours' already exists"),
        ("kpis/nps.yaml", "csat", "A KPI 'csat' already exists"),
        ("cx-leader", "cx-leader", "It is called 'cx-leader' already"),
        ("cx-leader", "../../okr", "'../../okr' is not an id"),
        ("cx-leader", "Leader", "'Leader' is not an id"),
        ("cx-leader/nps", "a" * 65, "is not an id"),
        ("kpis/nps.yaml", "net-promoters", "'net-promoters' is not an id"),
    ],
)
def test_name_that_cannot_be_given_is_refused(
    tmp_path: Path, ref: str, new: str, words: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(words)):
        rename(opened(tmp_path), ref, new)


@pytest.mark.parametrize(
    ("ref", "new"), [("cx-leader", "a"), ("cx-leader/nps", "a"), ("kpis/nps.yaml", "a")]
)
def test_former_name_is_not_free(tmp_path: Path, ref: str, new: str) -> None:
    space = saved(opened(tmp_path), ref, new)
    now = {"cx-leader": "a", "cx-leader/nps": "cx-leader/a"}.get(ref, "kpis/a.yaml")
    before = ref.removeprefix("kpis/").removesuffix(".yaml").rpartition("/")[2]
    with pytest.raises(UsageError, match="is a former name of"):
        rename(space, now, before)


def test_pattern_that_names_the_file_is_told(tmp_path: Path) -> None:
    rules = f"rules:\n  per_file_ignores:\n    {CX}: [S101]\n"
    space = opened(tmp_path, {**ALL, "okr.yaml": ALL["okr.yaml"] + rules})
    assert rename(space, "cx-leader", "cx-first").lines[1:] == (
        f"`per_file_ignores` in okr.yaml names {CX}, which is no file any more.",
    )


def test_unknown_thing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownReferenceError):
        rename(opened(tmp_path), "cx-lead", "a")


def test_name_that_a_check_in_would_mean_is_refused(tmp_path: Path) -> None:
    checkin = "date: 2026-11-06\nby: ana\nkey_results:\n  - {key_result: new/nps, value: 1}\n"
    other = OBJECTIVE.replace("owner: ana", "owner: pavel")
    files = {
        **FILES,
        "objectives/2027-Q1/new.yaml": other,
        "checkins/2026/2026-11-06-ana-00000009.yaml": checkin,
    }
    with pytest.raises(OkrError, match="would mean something else"):
        rename(opened(tmp_path, files), "cx-leader", "new")


def test_edits_that_are_in_no_commit_are_refused_and_stay(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", ALL)
    changed = ALL["kpis/csat.yaml"] + "note: mine\n"
    write(root, {"kpis/csat.yaml": changed})
    space = open_workspace(root, DAY)
    with pytest.raises(HistoryError):
        space.save(rename(space, "cx-leader", "cx-first"))
    assert git(root, "status", "--porcelain").split() == ["M", "kpis/csat.yaml"]
    assert (root / CX).exists()


def test_one_commit_has_all_of_it_and_names_both(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", ALL)
    space = open_workspace(root, DAY)
    space.save(rename(space, "cx-leader", "cx-first"))
    assert git(root, "status", "--porcelain") == ""
    message = git(root, "log", "-1", "--format=%B")
    assert message.startswith("Rename: 2026-Q4/cx-leader to 2026-Q4/cx-first\n")
    assert "OKR-Objective: 2026-Q4/cx-first" in message


@pytest.mark.parametrize("ref", ["cx-leader", "cx-leader/nps", "kpis/nps.yaml"])
def test_nothing_moved_for_the_rules(tmp_path: Path, ref: str) -> None:
    forged = Forged(tmp_path / "acme").commit("2026-09-28", dict(ALL))
    space = open_workspace(forged.root, DAY)
    space.save(rename(space, ref, "another"), commit=False)
    forged.commit("2026-11-20")
    found = [(each.rule.code, each.message) for each in forged.findings(None, DAY)]
    assert [each for each in found if each[0] in {"H801", "E003", "E004"}] == []


_NAMES = st.sampled_from(["cx-leader", "child", "later", "csat", "nps", "hours", "new", "both"])
_REFS = st.sampled_from(
    [
        "2026-Q4/cx-leader",
        "2027-Q1/later",
        "child",
        "cx-leader/nps",
        "cx-leader/training",
        "child/nps",
        "kpis/nps.yaml",
        "kpis/csat.yaml",
    ]
)
_ENTRIES = st.lists(
    st.tuples(
        st.integers(1, 28),
        st.sampled_from(["cx-leader/nps", "child/nps", "2026-Q4/child/nps", "cx-leader/hours"]),
        st.integers(1, 60),
    ),
    max_size=6,
)


@settings(max_examples=25)
@given(steps=st.lists(st.tuples(_REFS, _NAMES), min_size=1, max_size=3), entries=_ENTRIES)
def test_past_reports_say_the_same_but_for_names(
    steps: list[tuple[str, str]], entries: list[tuple[int, str, int]]
) -> None:
    checkins = {
        f"checkins/2026/2026-10-{day:02}-ana-{number:08}.yaml": (
            f"date: 2026-10-{day:02}\nby: ana\nkey_results:\n"
            f"  - {{key_result: {ref}, value: {value}}}\nreadings:\n  - {{kpi: csat, value: 50}}\n"
        )
        for number, (day, ref, value) in enumerate(entries)
    }
    with TemporaryDirectory() as folder:
        space = opened(Path(folder), {**ALL, **checkins})
        before, steps_done = reports_of(space.root, str), list[tuple[str, str]]()
        for ref, new in steps:
            try:
                change = rename(space, ref, new)
            except OkrError:
                continue
            space.save(change, commit=False)
            space = open_workspace(space.root, DAY)
            old, now = change.lines[0].removesuffix(" now.").split(" is ")
            steps_done.append((old, now))
        assert reports_of(space.root, lambda name: _first_name(name, steps_done)) == before
        assert errors(space) == []


def _first_name(name: str, steps: list[tuple[str, str]]) -> str:
    for old, now in reversed(steps):
        if name == now or name.startswith(f"{now}/"):
            name = old + name.removeprefix(now)
    return name
