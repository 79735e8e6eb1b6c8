"""Names that nothing has any more, and what they must mean."""

from okrcli.model.adopted_names import WrittenName, adoptable
from tests.builders import a_checkin, a_key_result, a_plan, an_entry, an_objective

OLD, NEW = "2026-Q4/help/frt", "2026-Q4/speed/frt"
FRT = a_key_result(600, 240, id="frt")


def test_key_result_that_was_moved_by_hand_keeps_what_was_checked_in() -> None:
    plan = a_plan(
        an_objective(id="help"),
        an_objective(FRT, id="speed"),
        a_checkin("2026-10-15", an_entry(480, OLD)),
        a_checkin("2026-10-16", an_entry(470, "help/frt")),
        a_checkin("2026-11-20", an_entry(400, NEW)),
    )
    adopted = plan.adopted_names
    assert {written.ref: adoption.ref for written, adoption in adopted.items()} == {
        OLD: NEW,
        "help/frt": NEW,
    }


def test_key_result_that_was_always_there_beside_takes_nothing_in() -> None:
    plan = a_plan(
        an_objective(id="help"),
        an_objective(FRT, id="speed"),
        a_checkin("2026-10-01", an_entry(90, NEW)),
        a_checkin("2026-10-15", an_entry(480, OLD)),
    )
    assert plan.adopted_names == {}


def test_two_names_that_one_key_result_would_take_in_are_nobodys() -> None:
    plan = a_plan(
        an_objective(id="help"),
        an_objective(id="sales"),
        an_objective(FRT, id="speed"),
        a_checkin("2026-10-01", an_entry(90, "2026-Q4/sales/frt")),
        a_checkin("2026-10-15", an_entry(480, OLD)),
    )
    assert plan.adopted_names == {}


def test_name_that_two_key_results_could_have_had_is_nobodys() -> None:
    plan = a_plan(
        an_objective(FRT, id="speed"),
        an_objective(FRT, id="sales"),
        an_objective(id="help"),
        a_checkin("2026-10-15", an_entry(480, OLD)),
    )
    assert plan.adopted_names == {}


def test_key_result_of_another_cycle_takes_nothing_in() -> None:
    plan = a_plan(
        an_objective(FRT, id="speed", cycle="2027-Q1"),
        a_checkin("2026-10-15", an_entry(480, OLD)),
    )
    assert WrittenName(OLD, "2026-Q4") not in plan.adopted_names


def test_name_of_an_objective_that_there_never_was_may_be_a_typo() -> None:
    plan = a_plan(an_objective(FRT, id="speed"), a_checkin("2026-10-15", an_entry(480, OLD)))
    assert plan.adopted_names == {}


def test_key_results_that_names_of_nothing_may_mean_are_told_even_if_they_do_not() -> None:
    speed, sales = an_objective(FRT, id="speed"), an_objective(FRT, id="sales", cycle="2027-Q1")
    beside = a_checkin("2026-10-01", an_entry(90, NEW))
    gone = a_checkin("2026-10-15", an_entry(480, OLD))

    assert adoptable(a_plan(speed, sales, an_objective(id="help"), beside, gone)) == {NEW}
    assert adoptable(a_plan(speed, sales, beside)) == set()
    assert adoptable(a_plan(speed, an_objective(FRT, id="calls"), gone)) == set()
