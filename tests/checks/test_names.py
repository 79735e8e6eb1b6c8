from datetime import date

import pytest

from okrcli.checks.names import Names, Spot
from okrcli.model.finding import CommonCause, Finding
from okrcli.model.plan import Plan
from tests.checks.workspaces import found_by, loaded

PEOPLE = "version: 1\npeople: {ana: {name: Ana}}\nteams: {cx: {name: CX}}\n"
OBJECTIVE = "title: A\nkey_results:\n  - {id: nps, title: N, type: binary}\n"
CX = "objectives/2026-Q4/cx.yaml"


def names_in(files: dict[str, str]) -> tuple[Names, Spot]:
    plan: Plan = loaded({CX: OBJECTIVE, **files})
    return Names(plan), Spot(plan.objectives[-1], (), plan.objectives[-1].ref)


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.message, str(each.hint)) for each in findings]


def test_spot_leads_further_into_the_file() -> None:
    _, spot = names_in({})
    inner = spot.at("key_results", 0).at("title")

    assert inner.location == ("key_results", 0, "title")
    assert (inner.record, inner.ref) == (spot.record, "2026-Q4/cx")


def test_people_and_teams_are_anybody_where_none_are_listed() -> None:
    names, spot = names_in({})

    assert [*names.person(spot, "zoe"), *names.team(spot, "x"), *names.person(spot, None)] == []


def test_person_or_team_that_is_not_listed_is_found() -> None:
    names, spot = names_in({"okr.yaml": PEOPLE})

    assert [*names.person(spot, "ana", "owner"), *names.team(spot, "cx", "team")] == []
    assert said([*names.person(spot, "zoe"), *names.team(spot, "cxx")]) == [
        (
            "There is no person 'zoe'.",
            "Add zoe under `people` in okr.yaml, or correct the name.",
        ),
        ("There is no team 'cxx'.", "Did you mean 'cx'?"),
    ]


@pytest.mark.parametrize(
    ("broken", "unknown"),
    [("kpis/nps.yaml", "improvement plan"), ("improvements/nps.yaml", "KPI")],
)
def test_name_of_a_file_that_cannot_be_read_is_not_unknown(broken: str, unknown: str) -> None:
    names, spot = names_in({broken: "title: [\n"})
    found = [*names.kpi(spot, "nps"), *names.improvement(spot, "nps")]

    assert [each.message for each in found] == [f"There is no {unknown} 'nps'."]


@pytest.mark.parametrize(
    ("ref", "expected"), [("cx", True), ("2026-Q4/cx", True), ("2026-Q3/cx", False)]
)
def test_objective_that_cannot_be_read_is_known_by_its_whole_reference(
    ref: str, expected: bool
) -> None:
    names, _ = names_in({"objectives/2026-Q4/other.yaml": OBJECTIVE, CX: "title: [\n"})

    assert names.is_unreadable_objective(ref) is expected


def test_reference_of_an_objective_names_one_none_or_several() -> None:
    names, spot = names_in({"objectives/2026-Q3/cx.yaml": OBJECTIVE})

    assert [
        *names.objective(spot, "cx", "2026-Q4"),
        *names.objective(spot, "2026-Q3/cx", None),
    ] == []
    assert said([*names.objective(spot, "cx", None), *names.objective(spot, "cz", None)]) == [
        (
            "'cx' matches more than one item: 2026-Q3/cx and 2026-Q4/cx.",
            "Write it with its cycle.",
        ),
        (
            "There is no objective 'cz'.",
            "An objective is named by its cycle and file, as in 2026-Q4/cx-leader.",
        ),
    ]
    assert said([*names.objective(spot, "2026-Q4/cy", None)])[0][1] == "Did you mean '2026-Q4/cx'?"


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        ([], "It has none."),
        (["b", "a"], "There are a, b."),
        (
            [f"{number:02}" for number in range(23)],
            f"{', '.join(map('{:02}'.format, range(20)))} and 3 more.",
        ),
    ],
)
def test_names_that_there_are_are_listed_up_to_a_point(known: list[str], hint: str) -> None:
    names, spot = names_in({})

    assert str(names.unknown(spot, CommonCause("step", "zzz"), known).hint).endswith(hint)


def test_nearest_name_is_looked_for_only_so_often() -> None:
    names, spot = names_in({})
    hints = [names.unknown(spot, CommonCause("step", "pilto"), ["pilot"]).hint for _ in range(21)]

    assert hints == ["Did you mean 'pilot'?"] * 20 + ["There are pilot."]


def test_entry_is_read_in_the_cycle_of_its_day() -> None:
    names, _ = names_in({"objectives/2026-Q3/cx.yaml": OBJECTIVE})

    assert names.cycle_on(date(2026, 9, 30)) == "2026-Q3"
    assert names.cycle_on(date(2026, 10, 1)) == "2026-Q4"


def test_key_results_of_an_objective_are_those_of_each_cycle_that_has_it() -> None:
    more = OBJECTIVE.replace("nps", "csat")
    names, _ = names_in({"objectives/2026-Q3/cx.yaml": more})

    assert names.key_results_beside("cx") == ["cx/csat", "cx/nps"]
    assert names.key_results_beside("2026-Q4/cx") == ["2026-Q4/cx/nps"]
    assert names.key_results_beside("nothing") == []


def test_finding_stands_at_its_spot() -> None:
    names, spot = names_in({})
    [finding] = names.kpi(spot, "nps", "key_results", 0, "id")

    assert (finding.place, finding.ref) == ((CX, 3, 10), "2026-Q4/cx")
    assert finding.location == ("key_results", 0, "id")


def _of_entry(ref: str, files: dict[str, str]) -> tuple[str, str]:
    entry = f"key_results: [{{key_result: {ref}, note: x}}]\n"
    checkin = {"checkins/2026/a.yaml": f"date: 2026-10-15\nby: ana\n{entry}"}
    (found,) = found_by("E004", files | checkin)
    return found.message, str(found.hint)


@pytest.mark.parametrize("ref", ["cx/frt", "2026-Q4/cx/frt"])
def test_key_result_that_was_moved_is_found_where_its_id_is_now(ref: str) -> None:
    speed = OBJECTIVE.replace("nps", "frt")
    moved = {CX: OBJECTIVE, "objectives/2026-Q3/cx.yaml": speed}
    moved |= {f"objectives/2026-Q4/{name}.yaml": speed for name in ("calm", "speed")}
    message, hint = _of_entry(ref, moved)

    assert message == f"There is no key result '{ref}'."
    assert hint.startswith("Did you mean '2026-Q4/calm/frt' or '2026-Q4/speed/frt'? ")
    assert hint.endswith("If it was moved there, add `formerly: [cx/frt]` to it.")


def test_key_result_that_is_nowhere_is_one_of_its_objective() -> None:
    assert _of_entry("cx/npx", {CX: OBJECTIVE})[1] == "Did you mean 'cx/nps'?"


def test_objective_that_was_renamed_is_the_one_that_has_its_key_result() -> None:
    renamed = {
        "objectives/2026-Q4/support.yaml": OBJECTIVE,
        "objectives/2026-Q3/cx.yaml": OBJECTIVE,
        "objectives/2026-Q4/other.yaml": "title: A\n",
    }
    message, hint = _of_entry("2026-Q4/cx/nps", renamed)

    assert message == "There is no objective '2026-Q4/cx'."
    assert hint.startswith("Did you mean '2026-Q4/support'? It has a key result 'nps'. ")
    assert hint.endswith("If it was renamed, add `formerly: [cx]`.")


def test_objective_of_another_cycle_is_meant_where_none_of_the_cycle_fits() -> None:
    assert _of_entry("2026-Q4/cx/nps", {"objectives/2026-Q3/cx.yaml": OBJECTIVE})[1] == (
        "Did you mean '2026-Q3/cx'?"
    )


def test_of_several_that_may_be_meant_the_most_alike_comes_first() -> None:
    several = {
        f"objectives/2026-Q4/{name}.yaml": OBJECTIVE for name in ("alpha", "beta", "cxx", "delta")
    }
    hint = _of_entry("2026-Q4/cx/nps", several)[1]
    assert hint.startswith("Did you mean '2026-Q4/cxx' or ")
    assert hint.count(" or ") == 2
