"""Key results from what was typed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from okrcli.actions.new.draft import KeyResultDraft
from okrcli.actions.new.key_result import key_result_of, open_objective
from okrcli.compute.inputs import inputs_of_all_types
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KEY_RESULT_TYPES, KeyResult, Metric
from tests.builders import a_kpi, a_plan, an_objective

COMMON = {"id": "proof", "title": "Proof"}


def _made(goals: Mapping[str, tuple[str, ...]], type_: str = "", **typed: str) -> KeyResult:
    plan = a_plan(a_kpi(id="nps", baseline=40, unit="points"))
    return key_result_of(plan, KeyResultDraft(type=type_, goals=goals, **typed), COMMON, str.upper)


def test_goals_are_read_in_the_unit_of_what_is_measured() -> None:
    made = _made({"baseline": ("4 h",), "target": ("1..2",)}, unit="h")
    assert isinstance(made, Metric)
    assert (made.baseline, made.target) == (Decimal(4), Band(Decimal(1), Decimal(2)))


def test_what_the_kpi_says_is_not_missing() -> None:
    made = _made({"target": ("60 points",)}, kpi="nps")
    assert isinstance(made, Metric)
    assert (made.baseline, made.target) == (None, Decimal(60))


def test_items_of_a_list_get_ids_from_their_titles_once_each() -> None:
    steps = ("pilot: Two teams use it", "Rollout", "Rollout", "?!")
    made = _made({"steps": steps})
    assert [step.id for step in made.listed_steps] == ["pilot", "rollout", "rollout-2", "step"]


@pytest.mark.parametrize(
    ("goals", "type_", "message", "hint"),
    [
        (
            {},
            "",
            "Nothing says how to measure this key result.",
            "Give BASELINE and TARGET, AT_LEAST or AT_MOST, STEPS, or TYPE binary.",
        ),
        ({"baseline": ("4",)}, "", "The key result has no target.", "Give TARGET or CHANGE."),
        (
            {"target": ("4",)},
            "",
            "The key result has no baseline.",
            "Give BASELINE NUMBER, or BASELINE unknown with MEASURE_BY DATE.",
        ),
        (
            {},
            "milestones",
            "The key result has no steps.",
            "Give STEPS once for each step.",
        ),
        ({"target": ("4",)}, "binary", "TARGET does not go with the type binary.", None),
        (
            {"at_least": ("1",), "target": ("4",)},
            "metric",
            "AT_LEAST does not go with the type metric.",
            None,
        ),
    ],
)
def test_what_is_missing_or_goes_with_another_type_is_refused_in_the_front_ends_words(
    goals: Mapping[str, tuple[str, ...]], type_: str, message: str, hint: str | None
) -> None:
    with pytest.raises(UsageError) as refused:
        _made(goals, type_)
    assert (refused.value.message, refused.value.hints) == (message, (hint,) if hint else ())


def test_inputs_are_fields_of_their_types() -> None:
    fields = {name for each in KEY_RESULT_TYPES.values() for name in each.model_fields}
    assert inputs_of_all_types().keys() <= fields


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_objective_that_has_ended_gets_no_more_key_results(status: str) -> None:
    plan = a_plan(an_objective(status=status))
    with pytest.raises(UsageError, match=f"2026-Q4/cx-leader is {status}, so it gets no more"):
        open_objective(plan, "cx-leader", date(2026, 11, 20))


@pytest.mark.parametrize("status", ["draft", "active"])
def test_objective_that_goes_on_gets_key_results(status: str) -> None:
    plan = a_plan(an_objective(status=status))
    assert open_objective(plan, "cx-leader", date(2026, 11, 20)).status == status
