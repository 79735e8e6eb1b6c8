from decimal import Decimal

import pytest

from okrcli.checks.subjects import (
    KeyResultSubject,
    moves,
    of_kpi,
    open_key_results,
    open_objectives,
)
from okrcli.model.finding import SCHEMA
from okrcli.model.plan import Plan
from tests.checks.workspaces import loaded

CX = "objectives/2026-Q4/cx.yaml"
KPI = "title: CSAT\nbaseline: 70\n"


def plan_of(*key_results: str, cycle: str = "2026-Q4", status: str = "active") -> Plan:
    lines = "".join(
        f"  - {{id: k{number}, title: K, {fields}}}\n" for number, fields in enumerate(key_results)
    )
    text = f"title: A\nstatus: {status}\nkey_results:\n{lines}"
    return loaded({f"objectives/{cycle}/cx.yaml": text, "kpis/csat.yaml": KPI})


def subjects_of(plan: Plan) -> list[KeyResultSubject]:
    return [*open_key_results(open_objectives(plan))]


@pytest.mark.parametrize(
    ("status", "count"), [("draft", 1), ("active", 1), ("closed", 0), ("cancelled", 0)]
)
def test_what_is_over_is_no_subject(status: str, count: int) -> None:
    plan = plan_of("type: binary", status=status)

    assert len([*open_objectives(plan)]) == len(subjects_of(plan)) == count


def test_what_is_given_up_is_no_subject() -> None:
    [kept] = subjects_of(
        plan_of("type: binary, dropped: {date: 2026-11-02, why: w}", "type: binary")
    )

    assert (kept.ref, kept.position) == ("2026-Q4/cx/k1", 1)


def test_subject_knows_its_reference_kpi_and_cycle() -> None:
    first, second = subjects_of(plan_of("type: binary, kpi: csat", "type: binary, kpi: unknown"))

    assert (first.ref, first.title, first.position) == ("2026-Q4/cx/k0", "K", 0)
    assert first.kpi is not None
    assert first.kpi.id == "csat"
    assert second.kpi is None
    assert first.cycle is not None
    assert first.cycle.id == "2026-Q4"
    assert subjects_of(plan_of("type: binary", cycle="soon"))[0].cycle is None


def test_finding_stands_at_the_value_that_it_is_about() -> None:
    plan = plan_of("type: binary", "type: binary, weight: 2")
    [objective], [_, second] = open_objectives(plan), subjects_of(plan)

    assert second.finding(SCHEMA, "M.", "H.", "weight").place == (CX, 5, 46)
    assert second.finding(SCHEMA, "M.", "H.", "weight").location == ("key_results", 1, "weight")
    assert second.finding(SCHEMA, "M.", "H.").place == (CX, 5, 5)
    assert objective.finding(SCHEMA, "M.", "H.", "title").place == (CX, 1, 8)
    assert of_kpi(plan, plan.kpis[0], SCHEMA, "M.", "H.", "baseline").place[1:] == (2, 11)
    assert of_kpi(plan, plan.kpis[0], SCHEMA, "M.", "H.").ref == "csat"


def test_moves_are_those_of_key_results_that_go_somewhere() -> None:
    plan = plan_of(
        "type: metric, baseline: 40, target: 60",
        "type: metric, kpi: csat, target: 60",
        "type: maintain, at_least: 90",
        "type: binary",
    )
    found = [(subject.position, move.start, move.way) for subject, move in moves(subjects_of(plan))]

    assert found == [(0, Decimal(40), 1), (1, Decimal(70), -1)]
    assert [each.ends is not None for each in subjects_of(plan)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("day", "unit"), [("2026-12-31", "h"), ("2027-01-01", "min"), ("2027-01-05", "min")]
)
def test_kpi_of_a_key_result_that_was_over_is_as_it_was_at_its_end(day: str, unit: str) -> None:
    amended = (
        "title: FRT\nunit: h\namendments:\n"
        f"  - {{date: {day}, field: unit, was: min, now: h, why: w, factor: 1/60}}\n"
    )
    key_result = "{id: frt, title: K, type: metric, kpi: frt}"
    text = f"title: A\nkey_results:\n  - {key_result}\n"
    plan = loaded({"objectives/2026-Q4/cx.yaml": text, "kpis/frt.yaml": amended})
    [subject] = subjects_of(plan)

    assert subject.kpi is not None
    assert subject.kpi.unit == unit
