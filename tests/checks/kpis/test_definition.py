import pytest

from tests.checks.workspaces import found_by

TEAMS = (
    "version: 1\nteams: {top: {name: T}, a: {name: A, parent: top}, b: {name: B, parent: top}}\n"
)


CHURN = (
    "title: Churn\nwhy: W\nunit: points\ndirection: down\nbaseline: 5\ntarget: {value: 2}\n"
    "team: a\nkind: lagging\nformula: 100 * lost / customers\n"
)


PART = "title: P\nwhy: W\nunit: customers\nteam: a\n"


def _with_parts(part: str = PART, **others: str) -> dict[str, str]:
    files = {"churn": CHURN, "lost": part, "customers": PART, **others}
    return {"okr.yaml": TEAMS, **{f"kpis/{name}.yaml": text for name, text in files.items()}}


def test_part_of_a_formula_needs_no_target_direction_or_baseline() -> None:
    assert found_by("K604", _with_parts()) == []
    (finding,) = found_by("K604", _with_parts("title: P\nteam: a\n"))
    assert (finding.ref, finding.message) == ("lost", "lost has no `unit` and no `why`.")


@pytest.mark.parametrize("key", ["target: {value: 1}\n", "serves: [cx]\n"])
def test_part_of_a_formula_that_aims_at_something_is_a_kpi_of_its_own(key: str) -> None:
    (finding,) = found_by("K604", _with_parts(PART + key))
    assert finding.ref == "lost"


def test_part_of_a_formula_that_a_key_result_reads_is_a_kpi_of_its_own() -> None:
    key_result = "key_results:\n  - {id: a, title: A, type: metric, kpi: lost, target: 1}\n"
    files = {**_with_parts(), "objectives/2026-Q4/cx.yaml": f"title: A\n{key_result}"}
    assert [each.ref for each in found_by("K604", files)] == ["lost"]


def test_cadence_of_a_computed_kpi_is_that_of_its_parts() -> None:
    churn = "title: C\ncadence: daily\n"
    assert len(found_by("K605", {"kpis/churn_rate.yaml": churn})) == 1
    computed = f"{churn}formula: lost / customers\n"
    assert found_by("K605", {"kpis/churn_rate.yaml": computed}) == []


WHOLE = "title: K\nwhy: W\nunit: points\ndirection: up\nbaseline: unknown\ntarget: {value: 1}\n"


@pytest.mark.parametrize("key", ["why", "unit", "direction", "baseline", "target"])
def test_incomplete_kpi_is_found_with_what_it_lacks(key: str) -> None:
    text = "".join(f"{line}\n" for line in WHOLE.splitlines() if not line.startswith(key))
    (finding,) = found_by("K604", {"kpis/k.yaml": text})
    assert finding.message == f"k has no `{key}`."
    assert str(finding.hint).startswith("Add it")
    assert ("`unknown`" in str(finding.hint)) is (key == "baseline")
    assert found_by("K604", {"kpis/k.yaml": WHOLE}) == []


@pytest.mark.parametrize(
    ("kpi", "cadence", "count"),
    [
        ("first_response_time", "monthly", 1),
        ("ticket_backlog", "biweekly", 1),
        ("first_response_time", "weekly", 0),
        ("average_handle_time", "daily", 0),
        ("churn_rate", "daily", 1),
        ("clv", "quarterly", 1),
        ("churn_rate", "monthly", 0),
        ("operating_cost", "quarterly", 0),
        ("waiters", "monthly", 0),
    ],
)
def test_cadence_that_does_not_fit_is_found(kpi: str, cadence: str, count: int) -> None:
    files = {f"kpis/{kpi}.yaml": f"title: K\ncadence: {cadence}\n"}
    assert len(found_by("K605", files)) == count


@pytest.mark.parametrize(("other", "count"), [("nps", 1), ("clv", 0), ("clv_cac_ratio", 0)])
def test_cost_of_a_customer_without_the_value_is_found(other: str, count: int) -> None:
    files = {"kpis/cac.yaml": "title: CAC\n", f"kpis/{other}.yaml": "title: K\n"}
    assert len([each for each in found_by("K605", files) if each.ref == "cac"]) == count
