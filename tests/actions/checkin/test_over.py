"""What takes no check-ins any more."""

from datetime import date
from typing import Any

import pytest

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.over import require_open
from okrcli.actions.checkin.targets import target_named, targets_named
from okrcli.errors import UsageError
from okrcli.model.objective import Objective
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.checkins.rows import Row
from tests.builders import a_key_result, a_plan, an_objective

DAY = date(2026, 11, 20)
ENDED = {"date": date(2026, 11, 10), "why": "No market"}
CLOSED: dict[str, Any] = {
    "status": "closed",
    "closing": {"date": date(2026, 11, 10), "computed": 1},
}
CANCELLED: dict[str, Any] = {"status": "cancelled", "cancelled": ENDED}


def refused(objective: Objective, *others: Objective, day: date = DAY) -> UsageError | None:
    plan = a_plan(objective, *others)
    try:
        require_open(plan, objective, objective.key_results[0], day)
    except UsageError as error:
        return error
    return None


def a_later(id_: str, key_result: str = "nps", cycle: str = "2027-Q1", **fields: Any) -> Objective:
    return an_objective(a_key_result(id=key_result), id=id_, cycle=cycle, **fields)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (CLOSED, "2026-Q4/cx-leader is closed since 2026-11-10, so it takes no check-ins."),
        ({"status": "closed"}, "2026-Q4/cx-leader is closed, so it takes no check-ins."),
        (CANCELLED, "2026-Q4/cx-leader is cancelled since 2026-11-10 (No market), so it takes"),
        ({}, "2026-Q4/cx-leader/nps is dropped since 2026-11-10 (No market): it takes no"),
    ],
)
def test_what_is_over_says_since_when_and_why(fields: dict[str, Any], message: str) -> None:
    key_result = a_key_result() if fields else a_key_result(dropped=ENDED)
    error = refused(an_objective(key_result, **fields))
    assert error is not None
    assert error.message.startswith(message)
    assert error.hints == ()


@pytest.mark.parametrize(
    ("objective", "is_refused"),
    [
        (an_objective(a_key_result(), **CLOSED), True),
        (an_objective(a_key_result(), **CANCELLED), False),
        (an_objective(a_key_result(dropped=ENDED)), False),
        (an_objective(a_key_result(), status="draft"), False),
        (an_objective(a_key_result()), False),
    ],
)
def test_days_before_the_end_are_open_but_for_a_score(
    objective: Objective, is_refused: bool
) -> None:
    assert (refused(objective, day=date(2026, 11, 9)) is not None) is is_refused


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([a_later("cx-leader")], "2027-Q1/cx-leader/nps"),
        ([a_later("next", carried_from="2026-Q4/cx-leader")], "2027-Q1/next/nps"),
        ([a_later("next", carried_from="cx-leader")], "2027-Q1/next/nps"),
        (
            [
                a_later("next", carried_from="2026-Q4/cx-leader", **CLOSED),
                a_later("third", cycle="2027-Q2", carried_from="2027-Q1/next"),
            ],
            "2027-Q2/third/nps",
        ),
        ([a_later("cx-leader", "csat")], None),
        ([a_later("other")], None),
        ([a_later("cx-leader", cycle="2026-Q3")], None),
        ([a_later("other", carried_from="2027-Q1/other")], None),
    ],
)
def test_key_result_that_goes_on_with_it_is_named(
    others: list[Objective], found: str | None
) -> None:
    error = refused(an_objective(a_key_result(), **CLOSED), *others)
    assert error is not None
    assert error.hints == ((NextStep(StepKind.CHECK_IN_INSTEAD, found),) if found else ())


def test_neither_values_nor_questions_go_to_what_is_over() -> None:
    dropped, other = a_key_result(id="gone", dropped=ENDED), a_key_result(id="left")
    plan = a_plan(an_objective(dropped, other), an_objective(other, id="closed", **CLOSED))
    context = CheckinContext(plan, DAY, DAY)
    gone = target_named(context, "cx-leader/gone")
    with pytest.raises(UsageError, match="is dropped since 2026-11-10"):
        item_of(context, gone, Row(1, value="5"))
    assert item_of(context, gone, Row(1, value="5", date="2026-11-09")).entry
    for ref in ("closed", "closed/left", "cx-leader/gone"):
        with pytest.raises(UsageError, match="takes no check-ins"):
            targets_named(context, ref)
    assert targets_named(context, "cx-leader") == [target_named(context, "cx-leader/left")]


def test_objective_of_which_all_is_dropped_is_over() -> None:
    plan = a_plan(an_objective(a_key_result(dropped=ENDED)))
    with pytest.raises(UsageError, match="nps is dropped"):
        targets_named(CheckinContext(plan, DAY, DAY), "cx-leader")
