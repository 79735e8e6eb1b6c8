from okrcli.checks.history.present import (
    is_in_another_cycle,
    key_result_now,
    kpi_now,
    objective_now,
    present_kpi,
)
from tests.checks.workspaces import loaded

PLAN = loaded(
    {
        "kpis/frt.yaml": "title: A\nformerly: [reply]\n",
        "objectives/2026-Q4/cx.yaml": (
            "title: A\nformerly: [support]\n"
            "key_results:\n"
            "  - {id: frt, title: A, type: binary, formerly: [speed/reply]}\n"
        ),
    }
)


def test_objective_and_key_result_are_found_by_the_names_that_they_had() -> None:
    for ref in ("2026-Q4/cx", "2026-Q4/support"):
        found = objective_now(PLAN, ref)
        assert found is not None
        assert found.ref == "2026-Q4/cx"
    for ref in ("2026-Q4/cx/frt", "2026-Q4/support/frt", "2026-Q4/speed/reply"):
        subject = key_result_now(PLAN, ref)
        assert subject is not None
        assert (subject.ref, subject.position) == ("2026-Q4/cx/frt", 0)


def test_what_is_gone_is_none() -> None:
    assert objective_now(PLAN, "2026-Q4/gone") is None
    assert key_result_now(PLAN, "2026-Q4/cx/gone") is None
    assert kpi_now(PLAN, "gone") is None


def test_kpi_is_called_by_its_present_name() -> None:
    assert [present_kpi(PLAN, name) for name in ("reply", "frt", "gone")] == ["frt", "frt", "gone"]


def test_cycle_is_another_one_by_its_days_and_not_by_its_name() -> None:
    plan = loaded(
        {"okr.yaml": "version: 1\ncycles: {autumn: {start: 2026-10-01, end: 2026-12-31}}\n"}
    )
    names = ["2026-Q4", "autumn", "2027-Q1", "lost"]

    assert [is_in_another_cycle(plan, "2026-Q4", name) for name in names] == [
        False,
        False,
        True,
        True,
    ]
