import pytest

from okrcli.checks.run import check
from tests.checks.workspaces import TODAY, found_by, loaded

PEOPLE = "version: 1\npeople: {ana: {name: Ana}, carlos: {name: Carlos}}\nteams: {cx: {name: CX}}\n"
CX = "objectives/2026-Q4/cx.yaml"
NPS = (
    "title: Lead\nkey_results:\n  - {id: nps, title: NPS, type: metric, baseline: 40, target: 60}\n"
)


def _checkin(entries: str) -> dict[str, str]:
    return {"checkins/2026/2026-11-20-ana-7f3a9c12.yaml": f"date: 2026-11-20\nby: ana\n{entries}"}


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("title: A\nowner: anna\n", 2, "There is no person 'anna'.", "Did you mean 'ana'?"),
        ("title: A\nteam: cxx\n", 2, "There is no team 'cxx'.", "Did you mean 'cx'?"),
        (
            "title: A\napproved_by:\n  - {who: karlos, date: 2026-09-28}\n",
            3,
            "There is no person 'karlos'.",
            "Did you mean 'carlos'?",
        ),
        (
            "title: A\nkey_results:\n  - id: a\n    title: A\n    type: binary\n    owner: zoe\n",
            6,
            "There is no person 'zoe'.",
            "Add zoe under `people` in okr.yaml, or correct the name.",
        ),
        (
            "title: A\nkey_results:\n  - {id: a, title: A, type: binary, guards: [npss]}\n",
            3,
            "There is no KPI 'npss'.",
            "Did you mean 'nps'?",
        ),
        (
            (
                "title: A\nkey_results:\n  - id: a\n    title: A\n    type: binary\n"
                "    amendments:\n"
                "    - {date: 2026-11-02, field: weight, was: 1, now: 2, why: b, approved_by: bo}\n"
            ),
            7,
            "There is no person 'bo'.",
            "Add bo under `people` in okr.yaml, or correct the name.",
        ),
        (
            (
                "title: A\nkey_results:\n  - {id: wait, title: A, type: binary}\n"
                "initiatives:\n  - {id: b, title: B, key_results: [wiat]}\n"
            ),
            5,
            "There is no key result 'wiat'.",
            "Did you mean 'wait'?",
        ),
        (
            "title: A\ninitiatives:\n  - {id: b, title: B, owner: anna}\n",
            3,
            "There is no person 'anna'.",
            "Did you mean 'ana'?",
        ),
        (
            "title: A\nparent: 2026-Q4/growht\n",
            2,
            "There is no objective '2026-Q4/growht'.",
            "Did you mean '2026-Q4/growth'?",
        ),
        (
            "title: A\nparent: growht\n",
            2,
            "There is no objective 'growht'.",
            "Did you mean 'growth'?",
        ),
    ],
)
def test_unknown_name_in_an_objective_is_found_with_the_nearest(
    text: str, line: int, message: str, hint: str
) -> None:
    files = {
        "okr.yaml": PEOPLE,
        "kpis/nps.yaml": "title: NPS\n",
        "objectives/2026-Q4/growth.yaml": "title: Grow\n",
        CX: text,
    }
    (finding,) = found_by("E004", files)
    assert (finding.place.path, finding.place.line) == (CX, line)
    assert (finding.message, finding.hint) == (message, hint)


def test_owner_and_team_are_free_when_the_workspace_lists_none() -> None:
    assert found_by("E004", {CX: "title: A\nowner: whoever\nteam: any\n"}) == []


MOVED = (
    "cycles:\n  q: {start: 2026-10-02, amendments: [\n"
    "    {date: 2026-10-05, field: start, was: 2026-10-01, now: 2026-10-02, why: w,"
    " approved_by: bo}]}\n"
)


@pytest.mark.parametrize(
    ("settings", "line", "message"),
    [
        ("teams:\n  cx: {name: CX, parent: top}\n", 3, "There is no team 'top'."),
        (
            "people:\n  ana: {name: Ana, team: cx}\nteams:\n  b: {name: B}\n",
            3,
            "There is no team 'cx'.",
        ),
        (
            "teams:\n  b: {name: B, lead: bo}\npeople:\n  ana: {name: A}\n",
            3,
            "There is no person 'bo'.",
        ),
        (
            f"people: {{ana: {{name: A}}}}\n{MOVED}",
            5,
            "There is no person 'bo'.",
        ),
    ],
)
def test_unknown_name_in_the_settings_is_found(settings: str, line: int, message: str) -> None:
    (finding,) = found_by("E004", {"okr.yaml": f"version: 1\n{settings}"})
    assert (finding.place.path, finding.place.line) == ("okr.yaml", line)
    assert finding.message == message


def test_kpi_may_serve_the_objective_of_one_name_in_every_cycle() -> None:
    files = {
        "objectives/2026-Q3/cx.yaml": "title: A\n",
        CX: "title: B\n",
        "kpis/nps.yaml": "title: NPS\nserves: [cx]\n",
    }
    assert found_by("E004", files) == []


def test_kpi_that_serves_no_objective_of_that_name_is_found() -> None:
    (finding,) = found_by("E004", {CX: "title: B\n", "kpis/nps.yaml": "title: N\nserves: [cy]\n"})
    assert (finding.place.line, finding.ref) == (2, "nps")


def test_parent_without_a_cycle_is_the_one_of_the_same_cycle() -> None:
    files = {
        "objectives/2026-Q3/top.yaml": "title: A\n",
        "objectives/2026-Q4/top.yaml": "title: B\n",
        CX: "title: C\nparent: top\n",
    }
    assert found_by("E004", files) == []


def test_names_in_an_improvement_plan_are_found() -> None:
    plan = (
        "kpi: csat\nopened: 2026-11-02\nowner: bo\n"
        "cause: {type: training, text: New staff}\ngoal: {value: 80, by: 2026-12-31}\n"
        "actions: [{title: Train, owner: zoe, due: 2026-12-01}]\n"
    )
    findings = found_by("E004", {"okr.yaml": PEOPLE, "improvements/csat-2026-11-02.yaml": plan})
    assert [each.message for each in findings] == [
        "There is no KPI 'csat'.",
        "There is no person 'bo'.",
        "There is no person 'zoe'.",
    ]


def test_folder_that_names_no_cycle_is_found_once() -> None:
    files = {"objectives/2026-Q9/a.yaml": "title: A\n", "objectives/2026-Q9/b.yaml": "title: B\n"}
    (finding,) = found_by("E004", files)
    assert finding.place.path == "objectives/2026-Q9/a.yaml"
    assert finding.message == "There is no cycle '2026-Q9'."


def test_folder_of_an_own_cycle_is_known() -> None:
    settings = "version: 1\ncycles: {sprint-7: {start: 2026-11-02, end: 2026-11-30}}\n"
    files = {"okr.yaml": settings, "objectives/sprint-7/a.yaml": "title: A\n"}
    assert found_by("E004", files) == []


BROKEN = "title: [\n"


@pytest.mark.parametrize(
    "files",
    [
        {CX: "title: A\nparent: 2026/top\n", "objectives/2026/top.yaml": BROKEN},
        {CX: "title: A\nparent: top\n", "objectives/2026/top.yml": BROKEN},
        {CX: NPS.replace("baseline", "kpi: nps, baseline"), "kpis/nps.yaml": BROKEN},
        {CX: BROKEN, **_checkin("key_results:\n  - {key_result: cx/nps, value: 1}\n")},
        {CX: BROKEN, **_checkin("key_results:\n  - {key_result: 2026-Q4/cx/nps, value: 1}\n")},
        {"kpis/nps.yaml": BROKEN, **_checkin("readings:\n  - {kpi: nps, value: 1}\n")},
        {
            "improvements/nps-1.yaml": BROKEN,
            **_checkin("followups:\n  - {improvement: nps-1, note: done}\n"),
        },
        {"okr.yaml": BROKEN, "objectives/sprint-7/a.yaml": "title: A\nowner: ana\n"},
        {"kpis/nps.yaml": "title: NPS\nserves: [cx]\n", CX: BROKEN},
    ],
)
def test_name_of_a_file_that_cannot_be_read_is_not_called_unknown(files: dict[str, str]) -> None:
    assert {each.rule.code for each in check(loaded(files), TODAY, select=["E"])} == {"E001"}


def test_many_unknown_names_are_all_found() -> None:
    entries = "readings:\n" + "".join(f"  - {{kpi: nps{n}, value: 1}}\n" for n in range(50))
    findings = found_by("E004", {"kpis/nps.yaml": "title: NPS\n", **_checkin(entries)})
    assert len(findings) == 50
    assert all(each.hint for each in findings)
