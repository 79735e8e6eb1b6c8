from datetime import date

import pytest

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.targets import (
    ref_of,
    target_named,
    target_of_row,
    targets_named,
    targets_of,
)
from okrcli.errors import OkrError, UnknownReferenceError, UsageError
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.checkins.rows import Row
from tests.builders import a_binary, a_key_result, a_kpi, a_maintain, a_plan, an_objective

DAY = date(2026, 11, 20)
CONTEXT = CheckinContext(
    a_plan(
        an_objective(a_key_result(), a_maintain(5), a_binary(id="twice"), id="cx-leader"),
        an_objective(a_binary(id="twice"), id="other"),
        an_objective(a_key_result(), id="cx-leader", cycle="2026-Q3"),
        an_objective(id="empty"),
        a_kpi(id="csat", segments=["chat"], formerly=["happy"]),
    ),
    DAY,
    DAY,
)


@pytest.mark.parametrize(
    ("ref", "full"),
    [
        ("csat", "csat"),
        ("cx-leader/nps", "2026-Q4/cx-leader/nps"),
        ("2026-Q3/cx-leader/nps", "2026-Q3/cx-leader/nps"),
        ("churn", "2026-Q4/cx-leader/churn"),
        ("nps", "2026-Q4/cx-leader/nps"),  # the cycle's own comes before that of another
    ],
)
def test_reference_names_a_kpi_or_a_key_result_of_the_cycle(ref: str, full: str) -> None:
    assert ref_of(target_named(CONTEXT, ref)) == full
    assert [ref_of(found) for found in targets_named(CONTEXT, ref)] == [full]


@pytest.mark.parametrize("ref", ["csat/chat", "happy/chat"])
def test_segment_is_refused_with_what_records_it(ref: str) -> None:
    with pytest.raises(UnknownReferenceError, match="is a segment of a KPI") as caught:
        target_named(CONTEXT, ref)
    assert caught.value.hints == (NextStep(StepKind.RECORD_SEGMENT, "csat", "chat"),)


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        (
            "cx-leader",
            "Name one of its key results: cx-leader/nps, cx-leader/churn, cx-leader/twice.",
        ),
        ("empty", "It has no key results."),
        ("twice", "Write 2026-Q4/cx-leader/twice or 2026-Q4/other/twice."),
        ("cx-leader/npss", "Did you mean "),
    ],
)
def test_reference_that_takes_no_value_is_refused_with_what_does(ref: str, said: str) -> None:
    with pytest.raises(UnknownReferenceError) as caught:
        target_named(CONTEXT, ref)

    assert said in str(caught.value.hints)


def test_objective_stands_for_its_key_results_where_each_is_asked_for() -> None:
    assert [ref_of(found) for found in targets_named(CONTEXT, "cx-leader")] == [
        "2026-Q4/cx-leader/nps",
        "2026-Q4/cx-leader/churn",
        "2026-Q4/cx-leader/twice",
    ]
    assert targets_named(CONTEXT, "empty") == []


def test_row_says_in_its_columns_what_it_is_about() -> None:
    assert ref_of(target_of_row(CONTEXT, Row(1, kpi="csat"))) == "csat"
    for ref in ("cx-leader/nps", "nps"):
        assert ref_of(target_of_row(CONTEXT, Row(1, key_result=ref))) == "2026-Q4/cx-leader/nps"


@pytest.mark.parametrize("row", [Row(1), Row(1, kpi="csat", key_result="cx-leader/nps")])
def test_row_about_nothing_or_two_things_is_refused(row: Row) -> None:
    with pytest.raises(UsageError, match="either a key result or a KPI"):
        target_of_row(CONTEXT, row)


@pytest.mark.parametrize("row", [Row(1, kpi="nps"), Row(1, key_result="csat")])
def test_row_about_something_else_is_refused(row: Row) -> None:
    with pytest.raises(OkrError):
        target_of_row(CONTEXT, row)


FORMER = CheckinContext(
    a_plan(
        an_objective(a_key_result(formerly=["score"]), id="cx-leader", formerly=["cx-first"]),
        a_kpi(id="csat", formerly=["happy"]),
    ),
    DAY,
    DAY,
)


@pytest.mark.parametrize(
    ("ref", "full"),
    [
        ("happy", "csat"),
        ("score", "2026-Q4/cx-leader/nps"),
        ("cx-leader/score", "2026-Q4/cx-leader/nps"),
        ("cx-first/nps", "2026-Q4/cx-leader/nps"),
        ("2026-Q4/cx-first/score", "2026-Q4/cx-leader/nps"),
    ],
)
def test_former_names_go_on_naming_what_they_did(ref: str, full: str) -> None:
    assert ref_of(target_named(FORMER, ref)) == full
    assert [ref_of(target) for target in targets_named(FORMER, ref)] == [full]


def test_former_name_of_an_objective_names_its_key_results() -> None:
    assert [ref_of(each) for each in targets_named(FORMER, "cx-first")] == ["2026-Q4/cx-leader/nps"]


def test_what_somebody_is_asked_for_is_theirs_and_typed() -> None:
    plan = a_plan(
        an_objective(a_key_result(), a_key_result(id="theirs", owner="eva")),
        an_objective(a_key_result(), cycle="2026-Q3"),
        a_kpi(id="csat", owner="ana"),
        a_kpi(id="ces", owner="eva"),
        a_kpi(id="ratio", owner="ana", formula="csat / ces"),
        a_kpi(id="imported", owner="ana", source={"file": "data/numbers.csv"}),
    )
    found = targets_of(CheckinContext(plan, DAY, DAY), "ana")

    assert [ref_of(target) for target in found] == ["2026-Q4/cx-leader/nps", "csat"]
