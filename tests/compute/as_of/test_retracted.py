from typing import Any

import pytest

from okrcli.compute.as_of.retracted import Retractions, without_retracted
from okrcli.model.checkin import CheckIn
from okrcli.model.plan import Plan
from tests.builders import (
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)

REF = "2026-Q4/cx-leader/nps"
WRONG = a_checkin(
    "2026-11-06",
    an_entry(450, REF),
    an_entry(7, "2026-Q4/cx-leader/csat"),
    a_reading(80, "csat"),
    note="Too much.",
    kudos=[{"to": "zoe", "for": "help"}],
)


def _plan(*retracted: dict[str, Any], more: tuple[CheckIn, ...] = ()) -> Plan:
    retraction = a_checkin(
        "2026-11-20", name_end="00000001", recorded="2026-11-20T09:00:00Z", retracted=retracted
    )
    return a_plan(
        an_objective(a_key_result(), a_key_result(id="csat")),
        a_kpi(id="csat", formerly=["satisfaction"]),
        WRONG,
        retraction,
        *more,
    )


def _left(plan: Plan) -> CheckIn:
    return next(each for each in without_retracted(plan).checkins if each.id == WRONG.id)


def test_plan_without_retractions_is_the_very_plan() -> None:
    plan = a_plan(WRONG)
    assert without_retracted(plan) is plan


def test_retracted_check_in_says_nothing_any_more() -> None:
    left = _left(_plan({"checkin": WRONG.id}))
    assert (left.key_results, left.readings, left.kudos, left.note) == ((), (), (), None)


def test_retracted_entry_is_left_out_by_any_of_its_names() -> None:
    for ref in (REF, "cx-leader/nps"):
        left = _left(_plan({"checkin": WRONG.id, "key_result": ref}))
        assert [entry.key_result for entry in left.key_results] == ["2026-Q4/cx-leader/csat"]
        assert (left.readings, left.kudos, left.note) == (
            WRONG.readings,
            WRONG.kudos,
            WRONG.note,
        )


def test_retracted_reading_is_left_out_by_any_name_of_its_kpi() -> None:
    for name in ("csat", "satisfaction"):
        left = _left(_plan({"checkin": WRONG.id, "kpi": name}))
        assert (left.readings, left.key_results) == ((), WRONG.key_results)


def test_retracted_kudos_are_left_out() -> None:
    assert _left(_plan({"checkin": WRONG.id, "kudos": "zoe"})).kudos == ()
    assert _left(_plan({"checkin": WRONG.id, "kudos": "ana"})).kudos == WRONG.kudos


def test_retraction_that_was_retracted_itself_takes_nothing_back() -> None:
    first = _plan({"checkin": WRONG.id}).checkins[1]
    again = a_checkin(
        "2026-11-21",
        name_end="00000002",
        recorded="2026-11-21T09:00:00Z",
        retracted=[{"checkin": first.id}],
    )
    assert _left(_plan({"checkin": WRONG.id}, more=(again,))) == WRONG


@pytest.mark.parametrize("recorded", ["2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z"])
def test_retraction_of_a_retraction_came_after_it_whatever_the_clock_said(recorded: str) -> None:
    taken_back = {"checkin": "2026-11-20-ana-00000001", "why": "It was right."}
    again = a_checkin("2026-11-20", name_end="00000000", recorded=recorded, retracted=[taken_back])
    plan = _plan({"checkin": WRONG.id}, more=(again,))
    assert _left(plan) == WRONG


def test_of_two_that_retract_each_other_the_later_one_counts() -> None:
    names = ["2026-11-20-ana-00000002", "2026-11-20-ana-00000003"]
    both = [
        a_checkin(
            "2026-11-20",
            name_end=own[-8:],
            recorded=f"2026-11-20T{hour}:00:00Z",
            retracted=[{"checkin": other}, {"checkin": WRONG.id}]
            if hour == 10
            else [{"checkin": other}],
        )
        for hour, own, other in zip((10, 11), names, reversed(names), strict=True)
    ]
    assert _left(a_plan(an_objective(a_key_result()), WRONG, *both)) == WRONG


def test_long_chain_of_retractions_is_followed_to_its_end() -> None:
    ids = [f"2026-11-20-ana-{number:08}" for number in range(3001)]
    chain = [
        a_checkin("2026-11-20", name_end=own[-8:], retracted=[{"checkin": target}])
        for own, target in zip(ids, [*ids[1:], WRONG.id], strict=True)
    ]
    assert _left(a_plan(an_objective(a_key_result()), WRONG, *chain)) != WRONG


def test_retraction_says_who_took_back_what() -> None:
    plan = _plan({"checkin": WRONG.id, "key_result": REF, "why": "A typo."})
    found = Retractions(plan).of_entry(WRONG, WRONG.key_results[0])
    assert found is not None
    assert (found.by.by, found.retraction.why) == ("ana", "A typo.")
    assert Retractions(plan).of_entry(WRONG, WRONG.key_results[1]) is None
