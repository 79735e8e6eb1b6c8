import pytest

from okrcli.checks.run import check
from okrcli.model.finding import Severity
from tests.checks.workspaces import TODAY, found_by, loaded

TEAMS = (
    "version: 1\nteams: {top: {name: T}, a: {name: A, parent: top}, b: {name: B, parent: top}}\n"
)


RUNNING = {"objectives/2026-Q4/cx.yaml": "title: A\n"}


def _kpis(counts: dict[str, int], settings: str = TEAMS) -> dict[str, str]:
    files = {"okr.yaml": settings, **RUNNING}
    for team, count in counts.items():
        line = f"team: {team}\n" if team else ""
        files |= {f"kpis/{team or 'none'}_{n}.yaml": f"title: K\n{line}" for n in range(count)}
    return files


@pytest.mark.parametrize(
    ("counts", "messages"),
    [
        ({"a": 3, "b": 5}, []),
        ({"a": 2}, ["The team a has 2 KPIs."]),
        ({"a": 1}, ["The team a has 1 KPI."]),
        ({"a": 6}, ["The team a has 6 KPIs."]),
        ({"top": 1}, []),
        ({"top": 15}, []),
        ({"": 1}, []),
        ({"": 16}, ["There are 16 KPIs: more than anybody can look at."]),
        ({"top": 7, "a": 5, "b": 5}, ["There are 17 KPIs: more than anybody can look at."]),
        ({"unknown": 1}, []),
    ],
)
def test_too_few_or_too_many_kpis_are_found(counts: dict[str, int], messages: list[str]) -> None:
    assert [each.message for each in found_by("K601", _kpis(counts))] == messages


def test_sixth_kpi_of_a_team_is_where_there_are_too_many() -> None:
    (finding,) = found_by("K601", _kpis({"a": 7}))
    assert (finding.ref, finding.location) == ("a_5", ("team",))


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        (("leading", "lagging"), None),
        (("leading",), None),
        (("leading", "leading"), "The team a has no KPI of kind lagging."),
        (("lagging", "lagging"), "The team a has no KPI of kind leading."),
        (("lagging", ""), "The team a has no KPI of kind leading."),
        (("", ""), "The team a has no KPI of kind leading and none of kind lagging."),
    ],
)
def test_team_with_kpis_of_one_kind_is_found(kinds: tuple[str, ...], message: str | None) -> None:
    files = {
        f"kpis/k{n}.yaml": "title: K\nteam: a\n" + (f"kind: {kind}\n" if kind else "")
        for n, kind in enumerate(kinds)
    }
    found = found_by("K602", files | RUNNING)
    assert [each.message for each in found] == ([message] if message else [])


@pytest.mark.parametrize(
    "objective",
    [
        {},
        {"objectives/2026-Q4/cx.yaml": "title: A\nstatus: draft\n"},
        {"objectives/2027-Q1/cx.yaml": "title: A\n"},
    ],
)
def test_nothing_is_said_of_the_choice_of_kpis_before_a_cycle_runs(
    objective: dict[str, str],
) -> None:
    files = _kpis({"a": 2})
    del files["objectives/2026-Q4/cx.yaml"]
    assert found_by("K601", files | objective) == []
    assert found_by("K602", files | objective) == []


@pytest.mark.parametrize("more", ["status: draft\n", "added: 2026-12-01\n"])
def test_what_binds_nobody_does_not_count(more: str) -> None:
    files = _kpis({"a": 2})
    files |= {path: text + more for path, text in files.items() if path.startswith("kpis/")}
    for code in ("K601", "K602", "K603", "K605"):
        assert found_by(code, files) == []


def test_choice_of_kpis_is_a_remark_and_a_warning_in_strict() -> None:
    strict = TEAMS + "rules: {profile: strict}\n"
    for settings, severity in ((TEAMS, Severity.INFO), (strict, Severity.WARNING)):
        found = check(loaded(_kpis({"a": 2}, settings)), TODAY, select=["K601"])
        assert [each.severity for each in found] == [severity]


@pytest.mark.parametrize(
    ("kpi", "objective", "count"),
    [
        ("", "", 1),
        ("serves: [cx]\n", "", 0),
        ("", "key_results:\n  - {id: a, title: A, type: binary, kpi: k}\n", 0),
        ("", "key_results:\n  - {id: a, title: A, type: binary, guards: [k]}\n", 0),
        ("", "status: closed\nkey_results:\n  - {id: a, title: A, type: binary, kpi: k}\n", 1),
    ],
)
def test_kpi_that_nobody_needs_is_found(kpi: str, objective: str, count: int) -> None:
    files = {
        "kpis/k.yaml": f"title: K\n{kpi}",
        "objectives/2026-Q4/cx.yaml": f"title: A\n{objective}",
    }
    assert len(found_by("K603", files)) == count


def test_kpi_that_a_formula_needs_is_fine() -> None:
    files = {
        "kpis/clv.yaml": "title: CLV\n",
        "kpis/ratio.yaml": "title: R\nformula: clv / 2\nserves: [cx]\n",
        "objectives/2026-Q4/cx.yaml": "title: A\n",
    }
    assert found_by("K603", files) == []


def test_names_in_a_formula_are_ids_and_not_functions_or_parts_of_ids() -> None:
    files = {
        "kpis/max.yaml": "title: M\n",
        "kpis/new.yaml": "title: N\n",
        "kpis/new_customers.yaml": "title: N\n",
        "kpis/ratio.yaml": "title: R\nformula: max(new_customers, 2)\nserves: [cx]\n",
        "objectives/2026-Q4/cx.yaml": "title: A\n",
    }
    assert [each.ref for each in found_by("K603", files)] == ["max", "new"]


CHURN = (
    "title: Churn\nwhy: W\nunit: points\ndirection: down\nbaseline: 5\ntarget: {value: 2}\n"
    "team: a\nkind: lagging\nformula: 100 * lost / customers\n"
)
PART = "title: P\nwhy: W\nunit: customers\nteam: a\n"


def _with_parts(part: str = PART, **others: str) -> dict[str, str]:
    files = {"churn": CHURN, "lost": part, "customers": PART, **others}
    return {
        "okr.yaml": TEAMS,
        **RUNNING,
        **{f"kpis/{name}.yaml": text for name, text in files.items()},
    }


def test_parts_of_formulas_do_not_count_as_kpis() -> None:
    two = dict.fromkeys(("d", "e"), "title: K\nteam: a\nkind: leading\n")
    assert found_by("K601", _with_parts(**two)) == []
    assert found_by("K602", _with_parts(**two)) == []
    (finding,) = found_by("K601", _with_parts())
    assert finding.message == "The team a has 1 KPI."
