from datetime import date

import pytest

from okrcli.actions.references import Subject, added_after, short_ref, subject_named
from okrcli.errors import UnknownReferenceError
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from tests.builders import a_key_result, a_kpi, a_plan, an_objective

NPS = a_kpi()


def an_objective_in(cycle: str, name: str = "cx-leader") -> Objective:
    return an_objective(a_key_result(), id=name, cycle=cycle)


PLAN = a_plan(an_objective_in("2026-Q3"), an_objective_in("2026-Q4"), NPS)


def name_of(ref: str, plan: Plan = PLAN) -> str:
    """Return what *ref* names in Q4, in full."""
    subject = subject_named(plan, ref, "2026-Q4")
    if isinstance(subject, tuple):
        objective, key_result = subject
        return objective.ref_of(key_result)
    return subject.path


@pytest.mark.parametrize(
    ("ref", "full"),
    [
        ("cx-leader", "objectives/2026-Q4/cx-leader.yaml"),
        ("2026-Q3/cx-leader", "objectives/2026-Q3/cx-leader.yaml"),
        ("cx-leader/nps", "2026-Q4/cx-leader/nps"),
        ("2026-Q3/cx-leader/nps", "2026-Q3/cx-leader/nps"),
        ("nps", "kpis/nps.yaml"),
        ("objectives/2026-Q3/cx-leader.yaml", "objectives/2026-Q3/cx-leader.yaml"),
        ("./kpis/nps.yaml", "kpis/nps.yaml"),
    ],
)
def test_reference_without_a_cycle_means_the_cycle_of_the_day(ref: str, full: str) -> None:
    assert name_of(ref) == full


def test_key_result_that_was_not_carried_on_is_found_without_its_cycle() -> None:
    plan = a_plan(an_objective_in("2026-Q3"), an_objective(id="cx-leader", cycle="2026-Q4"))

    assert name_of("cx-leader/nps", plan) == "2026-Q3/cx-leader/nps"


def test_reference_that_fits_two_things_is_refused_with_names_that_fit_one() -> None:
    plan = a_plan(an_objective_in("2026-Q4", "nps"), NPS)

    with pytest.raises(UnknownReferenceError, match="matches more than one item") as caught:
        name_of("nps", plan)

    assert caught.value.message.endswith(": 2026-Q4/nps and kpis/nps.yaml.")
    assert name_of("2026-Q4/nps", plan) == "objectives/2026-Q4/nps.yaml"
    assert name_of("kpis/nps.yaml", plan) == "kpis/nps.yaml"


@pytest.mark.parametrize(
    ("ref", "near"),
    [("cx-leder", "cx-leader"), ("cx-leader/npss", "cx-leader/nps"), ("nsp", "nps")],
)
def test_unknown_reference_is_refused_with_the_nearest(ref: str, near: str) -> None:
    with pytest.raises(UnknownReferenceError, match=f"There is no '{ref}'") as caught:
        name_of(ref)

    assert near in str(caught.value.hints)


@pytest.mark.parametrize(
    ("cycle", "ref"), [("2026-Q4", "cx-leader"), ("2026-Q3", "2026-Q3/cx-leader")]
)
def test_reference_to_type_has_its_cycle_where_that_of_the_day_has_one_too(
    cycle: str, ref: str
) -> None:
    assert short_ref(PLAN, an_objective_in(cycle), date(2026, 11, 20)) == ref
    assert short_ref(a_plan(), an_objective_in(cycle), date(2026, 11, 20)) == "cx-leader"


def test_empty_reference_names_nothing() -> None:
    with pytest.raises(UnknownReferenceError):
        name_of("", a_plan(an_objective(path="")))


def test_id_that_one_key_result_has_needs_no_objective() -> None:
    plan = a_plan(
        *(an_objective(a_key_result(id="hours"), cycle=cycle) for cycle in ("2026-Q3", "2026-Q4")),
        an_objective(a_key_result(id="calls"), a_key_result(id="audit"), id="support"),
        an_objective(a_key_result(id="calls"), id="sales"),
    )
    assert name_of("audit", plan) == "2026-Q4/support/audit"
    assert name_of("hours", plan) == "2026-Q4/cx-leader/hours"
    with pytest.raises(UnknownReferenceError, match="sales/calls and 2026-Q4/support/calls"):
        name_of("calls", plan)


@pytest.mark.parametrize(
    ("ref", "full"),
    [
        ("promoters", "kpis/nps.yaml"),
        ("score", "2026-Q4/cx-leader/nps"),
        ("cx-first", "objectives/2026-Q4/cx-leader.yaml"),
        ("cx-first/score", "2026-Q4/cx-leader/nps"),
    ],
)
def test_former_names_name_what_they_did(ref: str, full: str) -> None:
    objective = an_objective(a_key_result(formerly=["score"]), formerly=["cx-first"])
    assert name_of(ref, a_plan(objective, a_kpi(formerly=["promoters"]))) == full


DAY, NEXT = date(2026, 11, 5), date(2026, 11, 6)
ADDED = a_key_result(added=NEXT)


@pytest.mark.parametrize(
    ("subject", "since"),
    [
        ((an_objective(a_key_result()), a_key_result()), None),
        ((an_objective(ADDED), ADDED), NEXT),
        ((an_objective(ADDED, added=date(2026, 11, 9)), ADDED), date(2026, 11, 9)),
        (an_objective(ADDED), None),
        (a_kpi(added=NEXT), NEXT),
        (a_kpi(added=DAY), None),
    ],
)
def test_what_was_added_later_did_not_exist_yet(subject: Subject, since: date | None) -> None:
    assert added_after(subject, DAY) == since
