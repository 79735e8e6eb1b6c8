"""Evidence for a conversation about a cycle."""

from datetime import date

import pytest

from okrcli.actions.overviews.review import review_of
from okrcli.actions.selection import Selection
from okrcli.errors import UnknownReferenceError
from tests.builders import Q4, a_checkin, a_key_result, a_plan, an_entry, an_objective

DAY = date(2026, 11, 20)


def test_review_looks_from_the_start_of_the_cycle_to_the_day() -> None:
    review = review_of(a_plan(an_objective(a_key_result())), Q4, DAY, Selection(owner="ana"))
    assert (review.cycle, review.until, review.people) == (Q4, DAY, ("ana",))
    assert [objective.ref for objective in review.objectives] == ["2026-Q4/cx-leader"]
    assert [owned.report.id for owned in review.key_results] == ["nps"]


def test_review_of_a_past_cycle_ends_with_it() -> None:
    plan = a_plan(an_objective(a_key_result()), a_checkin("2027-01-05", note="After the end"))
    review = review_of(plan, Q4, date(2027, 1, 20), Selection(owner="ana"))
    assert (review.until, review.notes) == (Q4.end, ())


def test_who_owns_nothing_and_checked_in_is_known() -> None:
    plan = a_plan(
        an_objective(a_key_result()), a_checkin("2026-10-09", an_entry(42), by="zoe", kudos=())
    )
    review = review_of(plan, Q4, DAY, Selection(owner="zoe"))
    assert review.key_results == ()
    assert [help_.ref for help_ in review.checkins_for_others] == ["2026-Q4/cx-leader/nps"]


@pytest.mark.parametrize("selection", [Selection(owner="anna"), Selection(team="suport")])
def test_unknown_person_or_team_is_refused_with_the_nearest(selection: Selection) -> None:
    plan = a_plan(an_objective(a_key_result()))
    with pytest.raises(UnknownReferenceError, match="There is no") as refused:
        review_of(plan, Q4, DAY, selection)
    assert str(refused.value.hints[0]).startswith("Did you mean ")


def test_check_ins_of_all_owned_key_results_are_counted_together() -> None:
    plan = a_plan(
        an_objective(a_key_result(), a_key_result(id="calls")),
        a_checkin("2026-10-08", an_entry(42), an_entry(42, "2026-Q4/cx-leader/calls")),
        a_checkin("2026-10-15", an_entry(43)),
    )
    review = review_of(plan, Q4, date(2026, 10, 15), Selection(owner="ana"))
    assert review.discipline == (4, 3, 3)
