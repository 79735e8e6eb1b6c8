"""Look-ups by reference, and the alignment of objectives."""

from datetime import date

import pytest

from okrcli.errors import UnknownReferenceError
from okrcli.model.finding import Ignore, Location, Place
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.next_step import NextStep, StepKind
from tests.builders import a_binary, a_key_result, a_kpi, a_plan, an_objective

Q3_OBJECTIVE = an_objective(a_key_result(), cycle="2026-Q3")
Q4_OBJECTIVE = an_objective(a_key_result(), a_binary(), cycle="2026-Q4")
PLAN = a_plan(Q3_OBJECTIVE, Q4_OBJECTIVE, an_objective(id="growth", cycle="2026"), a_kpi())


def test_objective_is_found_by_its_full_reference() -> None:
    assert PLAN.objective("2026-Q3/cx-leader") is Q3_OBJECTIVE


def test_short_reference_means_the_cycle_at_hand() -> None:
    assert PLAN.objective("cx-leader", "2026-Q4") is Q4_OBJECTIVE


def test_short_reference_means_the_only_cycle_that_has_it() -> None:
    assert PLAN.objective("growth", "2026-Q4").cycle == "2026"


def test_short_reference_that_fits_two_cycles_is_refused_with_both() -> None:
    with pytest.raises(UnknownReferenceError) as refused:
        PLAN.objective("cx-leader", "2026-Q1")
    assert "2026-Q3/cx-leader and 2026-Q4/cx-leader" in refused.value.message
    assert refused.value.exit_code == 3


@pytest.mark.parametrize("ref", ["2026-Q4/cx-leader/nps", "cx-leader/nps"])
def test_key_result_is_found_with_its_objective(ref: str) -> None:
    objective, key_result = PLAN.key_result(ref, "2026-Q4")
    assert (objective, key_result.id) == (Q4_OBJECTIVE, "nps")


def test_key_result_that_only_one_cycle_has_is_found_from_any() -> None:
    objective, _ = PLAN.key_result("cx-leader/audit", "2026-Q1")
    assert objective is Q4_OBJECTIVE


def test_key_result_that_its_objective_has_in_another_cycle_only_is_found() -> None:
    objective, _ = PLAN.key_result("cx-leader/audit", "2026-Q3")
    assert objective is Q4_OBJECTIVE


def test_key_result_that_fits_two_cycles_is_refused_with_both() -> None:
    with pytest.raises(UnknownReferenceError, match="matches more than one item") as refused:
        PLAN.key_result("cx-leader/nps")
    assert "2026-Q3/cx-leader/nps and 2026-Q4/cx-leader/nps" in str(refused.value)


def test_unknown_key_result_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownReferenceError) as refused:
        PLAN.key_result("cx-leader/npss", "2026-Q4")
    (hint,) = refused.value.hints
    assert "cx-leader/nps" in str(hint)


def test_unknown_kpi_is_refused_with_the_nearest() -> None:
    assert PLAN.kpi("nps").id == "nps"
    with pytest.raises(UnknownReferenceError) as refused:
        PLAN.kpi("npss")
    assert refused.value.hints == ("Did you mean nps?",)


def test_reference_like_nothing_else_is_refused_with_where_to_look() -> None:
    with pytest.raises(UnknownReferenceError) as refused:
        PLAN.kpi("zzzzzzzz")
    assert refused.value.hints == (NextStep(StepKind.LIST_KPIS),)
    with pytest.raises(UnknownReferenceError) as refused:
        PLAN.key_result("zzzzzzzz/y", "2026-Q4")
    assert refused.value.hints == (NextStep(StepKind.SHOW_REPORT),)


def test_first_of_two_objectives_of_one_reference_counts() -> None:
    first, second = an_objective(title="First"), an_objective(title="Second")
    plan = a_plan(first, second)
    assert plan.objective("cx-leader") is first
    assert plan.objectives_in("2026-Q4") == (first,)


def test_parent_is_of_the_own_cycle_first() -> None:
    near = an_objective(id="growth", cycle="2026-Q4")
    far = an_objective(id="growth", cycle="2026-Q3")
    child = an_objective(parent="growth")
    plan = a_plan(near, far, child)
    assert plan.parent_of(child) is near
    assert plan.children_of(near) == (child,)
    assert plan.children_of(far) == ()


def test_parent_may_be_of_another_cycle() -> None:
    yearly = an_objective(id="growth", cycle="2026")
    child = an_objective(parent="growth")
    plan = a_plan(yearly, child)
    assert plan.parent_of(child) is yearly
    assert plan.children_of(yearly) == (child,)


@pytest.mark.parametrize("parent", [None, "nobody"])
def test_objective_without_a_known_parent_has_none(parent: str | None) -> None:
    child = an_objective(parent=parent)
    assert a_plan(child).parent_of(child) is None


def test_parent_that_fits_two_cycles_is_none() -> None:
    child = an_objective(parent="growth", cycle="2026-Q4")
    others = [an_objective(id="growth", cycle=cycle) for cycle in ("2026-Q2", "2026-Q3")]
    assert a_plan(child, others).parent_of(child) is None


@pytest.mark.parametrize(
    ("day", "cycle"),
    [("2026-11-20", "2026-Q4"), ("2026-08-01", "2026-Q3"), ("2026-02-01", "2026")],
)
def test_report_is_of_the_shortest_cycle_that_holds_the_day(day: str, cycle: str) -> None:
    found = PLAN.report_cycle(date.fromisoformat(day))
    assert found is not None
    assert found.id == cycle


def test_report_outside_all_cycles_is_of_the_latest() -> None:
    found = PLAN.report_cycle(date(2030, 1, 1))
    assert found is not None
    assert found.id == "2026-Q4"


def test_plan_without_objectives_has_no_cycle_to_report() -> None:
    assert a_plan(a_kpi()).report_cycle(date(2026, 11, 20)) is None


def test_cycles_are_those_that_have_objectives_and_dates_in_order() -> None:
    plan = a_plan(PLAN.objectives, an_objective(cycle="spring"))
    assert [each.id for each in plan.cycles] == ["2026", "2026-Q3", "2026-Q4"]


def test_open_ended_cycle_gives_way_to_one_that_ends() -> None:
    settings = Settings.model_validate({"cycles": {"always": {"start": "2026-01-01"}}})
    plan = a_plan(an_objective(cycle="always"), Q4_OBJECTIVE, settings=settings)
    found = plan.report_cycle(date(2026, 11, 20))
    assert found is not None
    assert found.id == "2026-Q4"


class _File:
    """A file that knows where its nodes stand."""

    path = Q4_OBJECTIVE.path
    raw = b""
    ignores: tuple[Ignore, ...] = ()

    def place(self, location: Location = ()) -> Place:
        return Place(self.path, len(location) + 10, 5)

    def key_place(self, location: Location) -> Place:
        return Place(self.path, len(location) + 10, 1)

    def line_text(self, line: int) -> str:
        return f"line {line}"


def test_place_of_a_value_and_of_its_key_is_in_the_file_that_was_read() -> None:
    plan = Plan(Settings(), (Q4_OBJECTIVE,), sources={Q4_OBJECTIVE.path: _File()})
    assert plan.place(Q4_OBJECTIVE, "key_results", 0) == Place(Q4_OBJECTIVE.path, 12, 5)
    assert plan.key_place(Q4_OBJECTIVE, "title") == Place(Q4_OBJECTIVE.path, 11, 1)


def test_place_of_a_record_without_its_file_is_the_files_beginning() -> None:
    assert PLAN.place(Q3_OBJECTIVE, "title") == Place(Q3_OBJECTIVE.path, 1, 1)
    assert PLAN.key_place(Q3_OBJECTIVE, "title") == Place(Q3_OBJECTIVE.path, 1, 1)


def test_key_results_of_an_id_are_those_of_the_cycle_else_of_all() -> None:
    plan = a_plan(*(an_objective(a_key_result(), cycle=cycle) for cycle in ("2026-Q3", "2026-Q4")))

    def cycles(cycle_id: str | None) -> list[str]:
        return [objective.cycle for objective, _ in plan.key_results_with_id("nps", cycle_id)]

    assert cycles("2026-Q4") == ["2026-Q4"]
    assert cycles(None) == cycles("2027-Q1") == ["2026-Q3", "2026-Q4"]
    assert plan.key_results_with_id("none") == ()


def test_cycles_of_a_day_are_all_that_run_the_shortest_first() -> None:
    names = ("2026", "2026-Q3", "2026-Q4")
    plan = a_plan(*(an_objective(a_key_result(), cycle=cycle) for cycle in names))

    assert [cycle.id for cycle in plan.cycles_at(date(2026, 11, 20))] == ["2026-Q4", "2026"]
    assert [cycle.id for cycle in plan.cycles_at(date(2027, 1, 1))] == ["2026-Q4"]
    assert a_plan().cycles_at(date(2026, 11, 20)) == ()


def test_cycle_of_a_day_is_none_that_got_its_objectives_only_later() -> None:
    plan = a_plan(an_objective(), an_objective(cycle="2027-Q1", added="2027-02-10"))
    days = [date(2027, 1, 15), date(2027, 2, 10)]
    cycles = [plan.report_cycle(day) for day in days]
    assert [cycle and cycle.id for cycle in cycles] == ["2026-Q4", "2027-Q1"]
