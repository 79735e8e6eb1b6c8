from datetime import date, timedelta
from decimal import Decimal

from okrcli.compute.reports.report import GuardReport, ValueWords
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.render.html.objectives import columns_of, is_recent, objective_row
from tests.render.samples import (
    DAY,
    a_key_result,
    an_amendment,
    an_objective,
    series,
    without_pace,
)


def test_row_has_the_words_of_the_terminal() -> None:
    row = objective_row(an_objective(), DAY, is_over=False).key_results[0]

    assert (row.now, row.unit, row.goal) == ("47", "points", "40→60")
    assert (row.way.text, row.status.word, row.confidence) == ("35%", "at risk", "7")
    assert (row.change, row.is_new, row.checkin) == ("+2", True, "today")


def test_scores_stand_where_progress_did_once_the_cycle_is_over() -> None:
    row = objective_row(an_objective(), DAY, is_over=True)

    assert (row.way.text, row.way.bar) == ("0.35", "")
    assert row.key_results[0].way.text == "0.35"


def test_reporting_is_said_only_where_something_is_missing() -> None:
    assert objective_row(an_objective(), DAY, is_over=False).reporting == ""
    part = an_objective(reporting=(1, 3))
    assert objective_row(part, DAY, is_over=False).reporting == "1/3 reporting"


def test_notes_say_what_moved_and_what_was_dropped() -> None:
    given_up = Withdrawal.model_validate({"date": date(2026, 11, 2), "why": "No budget."})
    objective = an_objective(
        key_results=(
            a_key_result(amendments=(an_amendment(),)),
            a_key_result("2026-Q4/cx-leader/b", dropped=given_up),
        )
    )
    moved, dropped = objective_row(objective, DAY, is_over=False).key_results

    assert moved.notes == ["* target was 65 until 11-02"]
    assert dropped.notes == ["dropped 11-02: No budget."]
    assert dropped.way.text == ""
    assert dropped.status.word == "dropped"


def test_columns_that_are_empty_in_all_rows_are_left_out() -> None:
    bare = without_pace(
        "2026-Q4/cx-leader/pilot",
        owner=None,
        confidence=None,
        series=series("1"),
        words=ValueWords("1/4", "4 steps"),
    )
    full = a_key_result(guards=(GuardReport("csat", "CSAT", "breach", stale=False),))
    empty = objective_row(an_objective(owner=None, key_results=(bare,)), DAY, is_over=False)

    assert columns_of([empty]) == {"now", "goal", "checkin"}
    rows = [objective_row(an_objective(key_results=(full,)), DAY, is_over=False)]
    assert columns_of(rows) >= {"confidence", "change", "trend", "guards", "owner"}


def test_values_are_recent_for_a_week() -> None:
    assert is_recent(DAY - timedelta(days=6), DAY)
    assert not is_recent(DAY - timedelta(days=7), DAY)
    assert not is_recent(None, DAY)


def test_value_in_words_has_no_unit() -> None:
    worded = a_key_result(words=ValueWords("2/4", "4 steps"), value=Decimal(2))
    row = objective_row(an_objective(key_results=(worded,)), DAY, is_over=False).key_results[0]

    assert (row.now, row.unit, row.goal) == ("2/4", "", "4 steps")
