"""What git says of goalposts that moved without an amendment."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.story.silent_changes import with_silent_changes
from okrcli.actions.workspace import open_workspace, plan_for
from okrcli.model.plan import Plan
from okrcli.storage.workspace import load_plan
from tests.security.forging import CHECKIN, OBJECTIVE, Workspace, amendment, checkin, objective

KPI = "kpis/csat.yaml"
READING = "checkins/2026/2026-10-01-carlos-00000002.yaml"
TODAY = date(2026, 11, 20)


def _kpi(target: int = 75, more: str = "") -> str:
    return f"title: CSAT\ndirection: up\nunit: '%'\ntarget: {{value: {target}}}\n{more}"


def _reading() -> str:
    return "date: 2026-10-01\nby: carlos\nreadings: [{kpi: csat, value: 78}]\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    files = {"okr.yaml": "version: 1\n", OBJECTIVE: objective(), KPI: _kpi()}
    space = Workspace(tmp_path / "acme").commit("2026-09-20", files)
    return space.commit("2026-10-05", {CHECKIN: checkin(), READING: _reading()})


def _told(space: Workspace) -> Plan:
    return with_silent_changes(space.root, load_plan(space.root), TODAY)


def _amendments(plan: Plan) -> list[tuple[str, str, object, object, str | None]]:
    told = [
        *(each.amendments for each in plan.objectives),
        *(each.amendments for each in plan.kpis),
    ]
    told += [each.amendments for objective in plan.objectives for each in objective.key_results]
    return [
        (str(each.date), each.field, each.was, each.now, each.approved_by)
        for amendments in told
        for each in amendments
    ]


def test_plan_whose_definitions_never_changed_is_the_very_plan(space: Workspace) -> None:
    plan = load_plan(space.root)
    assert with_silent_changes(space.root, plan, TODAY) is plan


def test_target_that_moved_in_silence_was_another_before(space: Workspace) -> None:
    space.commit("2026-11-02", {OBJECTIVE: objective(50)})
    assert _amendments(_told(space)) == [("2026-11-02", "target", 60, 50, None)]


def test_silent_change_says_which_commit_made_it(space: Workspace) -> None:
    space.commit("2026-11-02", {KPI: _kpi(85)})
    (amended,) = _told(space).kpis[0].amendments
    assert amended.why.startswith("Changed in commit ")
    assert amended.why.endswith(", without an amendment.")


def test_target_that_moved_there_and_back_was_another_in_between(space: Workspace) -> None:
    space.commit("2026-11-02", {OBJECTIVE: objective(50)})
    space.commit("2026-11-09", {OBJECTIVE: objective(60)})
    assert [each[:4] for each in _amendments(_told(space))] == [
        ("2026-11-02", "target", 60, 50),
        ("2026-11-09", "target", 50, 60),
    ]


def test_change_that_an_amendment_tells_is_not_told_again(space: Workspace) -> None:
    text = objective(45, *amendment("2026-11-02"))
    space.commit("2026-11-02", {OBJECTIVE: text})
    assert [each[4] for each in _amendments(_told(space))] == ["ana"]


def test_change_that_an_amendment_tells_later_on_is_not_told_again(space: Workspace) -> None:
    space.commit("2026-11-02", {OBJECTIVE: objective(45)})
    space.commit("2026-11-03", {OBJECTIVE: objective(45, *amendment("2026-11-03"))})
    assert [(each[0], each[4]) for each in _amendments(_told(space))] == [("2026-11-03", "ana")]


def test_change_that_an_amendment_of_the_same_day_takes_back_came_before_it(
    space: Workspace,
) -> None:
    space.commit("2026-11-02", {OBJECTIVE: objective(50)})
    back = amendment("2026-11-02", was=50, now=60)
    space.commit("2026-11-02", {OBJECTIVE: objective(60, *back)})
    assert [each[2:4] for each in _amendments(_told(space))] == [(60, 50), (50, 60)]


def test_change_before_the_cycle_or_the_first_reading_binds_nobody(tmp_path: Path) -> None:
    files = {"okr.yaml": "version: 1\n", OBJECTIVE: objective(), KPI: _kpi()}
    space = Workspace(tmp_path / "acme").commit("2026-09-20", files)
    space.commit("2026-09-30", {OBJECTIVE: objective(55), KPI: _kpi(80)})
    space.commit("2026-10-05", {CHECKIN: checkin(), READING: _reading()})
    assert _amendments(_told(space)) == []


def test_kpis_target_that_moved_in_silence_was_another_before(space: Workspace) -> None:
    space.commit("2026-11-02", {KPI: _kpi(85, "warning: 3\n")})
    told = {(day, field) for day, field, *_ in _amendments(_told(space))}
    assert told == {("2026-11-02", "target"), ("2026-11-02", "warning")}


def test_new_segments_are_free(space: Workspace) -> None:
    space.commit("2026-11-02", {KPI: _kpi(more="segments: [voice]\n")})
    assert _amendments(_told(space)) == []


def test_change_that_is_not_committed_is_one_of_today(space: Workspace) -> None:
    (space.root / OBJECTIVE).write_text(objective(50), encoding="utf-8")
    assert [each[:2] for each in _amendments(_told(space))] == [("2026-11-20", "target")]


def test_workspace_without_a_repository_is_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "okr.yaml").write_text("version: 1\n", encoding="utf-8")
    plan = load_plan(tmp_path)
    assert with_silent_changes(tmp_path, plan, TODAY) is plan


def test_report_of_today_asks_no_git(space: Workspace) -> None:
    space.commit("2026-11-02", {OBJECTIVE: objective(50)})
    workspace = open_workspace(space.root, TODAY)
    assert plan_for(workspace, TODAY) is workspace.plan
    assert len(_amendments(plan_for(workspace, date(2026, 11, 1)))) == 1


def test_formula_that_changed_in_silence_was_another_before(space: Workspace) -> None:
    computed = "title: Twice\nformula: csat {} csat\n"
    space.commit("2026-11-02", {"kpis/twice.yaml": computed.format("+")})
    space.commit("2026-11-04", {"kpis/twice.yaml": computed.format("*")})
    [twice] = [kpi for kpi in _told(space).kpis if kpi.id == "twice"]
    assert [(moved.field, moved.was) for moved in twice.amendments] == [("formula", "csat + csat")]


def test_what_moved_before_files_and_folder_got_other_names_was_another_before(
    space: Workspace,
) -> None:
    space.commit("2026-11-02", {OBJECTIVE: objective(50), KPI: _kpi(85)})
    space.move("teams/cx").commit("2026-11-03")
    new = {"objectives/2026-Q4/p.yaml": objective(50, head="formerly: [o]\n")}
    space.commit("2026-11-04", {OBJECTIVE: None, **new})
    space.commit("2026-11-05", {KPI: None, "kpis/score.yaml": _kpi(85, "formerly: [csat]\n")})
    told = [(day, field) for day, field, *_ in _amendments(_told(space))]
    assert told == [("2026-11-02", "target"), ("2026-11-02", "target")]


def test_kpi_that_got_another_name_is_no_other_kpi(space: Workspace) -> None:
    fed = objective(60, "kpi: csat")
    space.commit("2026-11-02", {OBJECTIVE: fed})
    renamed = {"kpis/score.yaml": _kpi(more="formerly: [csat]\n"), KPI: None}
    space.commit("2026-11-05", {**renamed, OBJECTIVE: fed.replace("csat", "score")})
    assert [field for _, field, *_ in _amendments(_told(space))] == ["kpi"]


def test_what_moved_before_the_day_is_not_looked_at(space: Workspace) -> None:
    space.commit("2026-11-02", {OBJECTIVE: objective(50)})
    space.commit("2026-11-16", {OBJECTIVE: objective(45)})
    plan = load_plan(space.root)
    for since, moved in (("2026-11-01", 2), ("2026-11-02", 1), ("2026-11-16", 0)):
        told = with_silent_changes(space.root, plan, TODAY, date.fromisoformat(since))
        assert len(_amendments(told)) == moved


@pytest.mark.parametrize("since", ["2026-11-01", "2026-11-04"])
def test_file_that_nobody_could_read_for_a_while_hides_nothing(
    space: Workspace, since: str
) -> None:
    space.commit("2026-10-20" if since == "2026-11-01" else "2026-11-03", {OBJECTIVE: "title: [\n"})
    space.commit("2026-11-05", {OBJECTIVE: objective(50)})
    told = with_silent_changes(space.root, load_plan(space.root), TODAY, date.fromisoformat(since))

    assert _amendments(told) == [("2026-11-05", "target", 60, 50, None)]


def test_amendment_that_says_what_was_not_so_is_put_right(space: Workspace) -> None:
    said = "{date: 2026-11-01, field: target, was: 55, now: 50, why: w, approved_by: ana}"
    space.commit("2026-11-02", {OBJECTIVE: objective(50, f"amendments: [{said}]")})
    assert _amendments(_told(space)) == [("2026-11-01", "target", 60, 50, "ana")]


@pytest.mark.parametrize("since", [None, date(2026, 11, 3)])
def test_amendment_of_a_branch_that_was_merged_later_says_what_was_on_its_own_day(
    space: Workspace, since: date | None
) -> None:
    of_branch, of_main = amendment("2026-11-02"), amendment("2026-11-03", now=70)
    space.commit("2026-11-03", {OBJECTIVE: objective(70, *of_main)})
    space.commit("2026-11-04", {OBJECTIVE: objective(45, *of_branch, of_main[1])})
    told = with_silent_changes(space.root, load_plan(space.root), TODAY, since)
    assert [each[:4] for each in _amendments(told)] == [
        ("2026-11-02", "target", 60, 45),
        ("2026-11-03", "target", 60, 70),
        ("2026-11-04", "target", 70, 45),
    ]


def test_cycle_that_moved_in_silence_ended_on_another_day_before(space: Workspace) -> None:
    cycle = "version: 1\ncycles: {{2026-Q4: {{start: 2026-10-01, end: {}}}}}\n"
    space.commit("2026-11-02", {"okr.yaml": cycle.format("2027-01-31")})
    [moved] = _told(space).settings.cycles["2026-Q4"].amendments
    assert (str(moved.date), moved.field, str(moved.was)) == ("2026-11-02", "end", "2026-12-31")


def test_past_day_after_a_key_result_came_from_another_file_has_what_stood_there_then(
    space: Workspace,
) -> None:
    other = "objectives/2026-Q4/other.yaml"
    came = "formerly: [{ref: other/nps, until: 2026-10-12}]"
    space.commit("2026-10-05", {other: "title: Other\n"})
    space.commit("2026-10-12", {OBJECTIVE: objective(60, came)})
    space.commit("2026-10-14", {other: "title: Another\n"})
    space.commit("2026-11-02", {OBJECTIVE: objective(50, came)})
    plan = load_plan(space.root)
    past = with_silent_changes(space.root, plan, TODAY, since=date(2026, 10, 20))
    assert _amendments(past) == [("2026-11-02", "target", 60, 50, None)]
