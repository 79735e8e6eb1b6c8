"""Surveys: NPS, CSAT and CES from raw answers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.kpis.formula import NoValue
from okrcli.compute.kpis.survey import FEW, SurveyScore, answer_problem, score
from okrcli.model.kpi import Survey

NPS = Survey(type="nps")
CSAT = Survey(type="csat", scale=(1, 5))
CES_1 = Survey(type="ces", version=1)
CES_2 = Survey(type="ces", version=2)


def _score(survey: Survey, answers: Sequence[int]) -> SurveyScore:
    scored = score(survey, [Decimal(each) for each in answers])
    assert isinstance(scored, SurveyScore)
    return scored


def _rounded(number: Decimal | None, places: str) -> str:
    assert number is not None
    return str(number.quantize(Decimal(places)))


@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ([10, 9, 8, 7, 6, 0], "0.00"),
        ([10] * 50 + [8] * 30 + [3] * 20, "30.00"),
        ([6], "-100.00"),
        ([9, 9, 8], "66.67"),
        ([7, 8], "0.00"),
        ([10, 9], "100.00"),
    ],
)
def test_nps_is_promoters_less_detractors(answers: list[int], value: str) -> None:
    assert _rounded(_score(NPS, answers).value, "0.01") == value


def test_nps_has_a_margin_and_its_groups() -> None:
    scored = _score(NPS, [10] * 50 + [8] * 30 + [3] * 20)
    assert _rounded(scored.margin, "0.1") == "15.3"
    assert scored.answers == 100
    assert scored.groups == {"promoters": 50, "passives": 30, "detractors": 20}


@pytest.mark.parametrize(("answer", "group"), [(6, "detractors"), (7, "passives"), (8, "passives")])
def test_nps_answer_belongs_to_its_group(answer: int, group: str) -> None:
    assert _score(NPS, [answer]).groups[group] == 1


def test_csat_is_the_share_of_the_top_boxes_and_not_the_mean() -> None:
    scored = _score(CSAT, [5] * 40 + [4] * 34 + [3] * 20 + [1] * 13)
    assert _rounded(scored.value, "0.01") == "69.16"
    assert scored.groups == {"satisfied": 74, "others": 33}
    assert _rounded(scored.margin, "0.01") == "8.75"


@pytest.mark.parametrize(
    ("fields", "satisfied"),
    [
        ({"scale": (1, 5)}, {4, 5}),
        ({"scale": (1, 7)}, {6, 7}),
        ({"scale": (1, 10)}, {9, 10}),
        ({"scale": (1, 4)}, {3, 4}),
        ({"scale": (1, 3)}, {3}),
        ({"scale": (0, 1)}, {1}),
        ({"scale": (1, 5), "top_box": (5,)}, {5}),
        ({"scale": (1, 5), "top_box": (3, 4, 5)}, {3, 4, 5}),
        ({"top_box": (4, 5)}, {4, 5}),
    ],
)
def test_csat_counts_the_top_answers_or_those_that_are_named(
    fields: dict[str, Any], satisfied: set[int]
) -> None:
    survey = Survey(type="csat", **fields)
    counted = {each for each in range(1, 11) if _score(survey, [each]).value == 100}
    assert counted == satisfied


def test_csat_without_a_scale_has_no_value() -> None:
    scored = score(Survey(type="csat"), [Decimal(5)])
    assert isinstance(scored, NoValue)
    assert "no scale" in scored.reason


def test_ces_is_the_mean() -> None:
    scored = _score(CES_2, [7, 6, 5, 6])
    assert (scored.value, scored.answers, scored.groups) == (Decimal(6), 4, {})
    assert _rounded(scored.margin, "0.001") == "0.800"
    two = _score(CES_1, [1, 2])
    assert (two.value, _rounded(two.margin, "0.01")) == (Decimal("1.5"), "0.98")


def test_one_answer_has_no_margin() -> None:
    for survey in (NPS, CSAT, CES_1):
        assert _score(survey, [5]).margin is None


@pytest.mark.parametrize("survey", [NPS, CSAT, CES_1, CES_2])
def test_survey_without_answers_has_no_value(survey: Survey) -> None:
    assert score(survey, []) == NoValue("There are no answers.")


@pytest.mark.parametrize(
    ("survey", "answer", "problem"),
    [
        (NPS, "0", None),
        (NPS, "10.0", None),
        (NPS, "11", "11 is not a valid answer: answers go from 0 to 10."),
        (NPS, "-1", "-1 is not a valid answer: answers go from 0 to 10."),
        (NPS, "7.5", "7.5 is not a valid answer: answers are whole numbers."),
        (CSAT, "5", None),
        (CSAT, "6", "6 is not a valid answer: answers go from 1 to 5."),
        (CSAT, "0", "0 is not a valid answer: answers go from 1 to 5."),
        (CES_1, "6", "6 is not a valid answer: answers go from 1 to 5."),
        (CES_2, "6", None),
        (CES_2, "8", "8 is not a valid answer: answers go from 1 to 7."),
        (Survey(type="ces", version=2, scale=(1, 10)), "8", None),
        (Survey(type="csat"), "99", None),
        (Survey(type="ces"), "99", None),
        (Survey(type="csat"), "0.5", "0.5 is not a valid answer: answers are whole numbers."),
    ],
)
def test_answer_off_the_scale_is_told(survey: Survey, answer: str, problem: str | None) -> None:
    assert answer_problem(survey, Decimal(answer)) == problem


@given(st.lists(st.integers(0, 10), min_size=1, max_size=FEW * 2))
def test_nps_is_within_its_bounds_and_its_groups_are_all_answers(answers: list[int]) -> None:
    scored = _score(NPS, answers)
    assert -100 <= scored.value <= 100
    assert sum(scored.groups.values()) == scored.answers == len(answers)
    assert scored.value == _score(NPS, answers[::-1]).value


@given(st.lists(st.integers(1, 5), min_size=1))
def test_csat_and_ces_are_within_their_bounds(answers: list[int]) -> None:
    assert 0 <= _score(CSAT, answers).value <= 100
    assert min(answers) <= _score(CES_1, answers).value <= max(answers)
