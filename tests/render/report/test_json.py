import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.report.drawn import ANY_TEXT, drawn, titled
from tests.render.samples import (
    a_key_result,
    a_report,
    an_objective,
    full_report,
)

PROMISED = "schema workspace as_of revision cycle objectives kpis findings"


PROMISED_CYCLE = "id start end elapsed"


PROMISED_OBJECTIVE = (
    "id ref title team owner parent ambition status pace progress score expected reporting"
    " key_results"
)


PROMISED_KEY_RESULT = (
    "id ref title type kpi unit owner weight due baseline target value value_date confidence"
    " progress score expected gap pace overdue stale forecast reason"
)


PROMISED_FORECAST = "value_at_due reaches_target_on method points"


PROMISED_KPI = "id title unit direction value value_date target health stale trend"


@given(ANY_TEXT)
@settings(max_examples=60)
def test_json_gives_titles_back_exactly(title: str) -> None:
    document = json.loads(drawn(titled(title), "json"))

    assert document["objectives"][0]["title"] == title
    assert document["objectives"][0]["key_results"][0]["unit"] == title


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_json_numbers_keep_every_digit(value: Decimal) -> None:
    report = a_report(objectives=(an_objective(key_results=(a_key_result(value=value),)),))
    document = json.loads(drawn(report, "json"), parse_float=Decimal, parse_int=Decimal)

    assert document["objectives"][0]["key_results"][0]["value"] == value


def test_json_has_the_promised_keys() -> None:
    document = json.loads(drawn(full_report(), "json"))
    objective, kpi = document["objectives"][0], document["kpis"][0]
    key_result = objective["key_results"][0]

    assert document["schema"] == "okrcli.report/1"
    for found, promised in (
        (document, PROMISED),
        (document["cycle"], PROMISED_CYCLE),
        (objective, PROMISED_OBJECTIVE),
        (key_result, PROMISED_KEY_RESULT),
        (key_result["forecast"], PROMISED_FORECAST),
        (kpi, PROMISED_KPI),
    ):
        assert set(promised.split()) - found.keys() == set()


def test_json_says_null_for_what_is_absent_and_never_0() -> None:
    effort = json.loads(drawn(full_report(), "json"))["objectives"][0]["key_results"][-1]

    assert effort["id"] == "effort"
    absent = ("baseline", "value", "value_date", "confidence", "progress", "score", "forecast")
    assert [effort[key] for key in absent] == [None] * len(absent)


def test_json_has_a_range_as_its_two_ends() -> None:
    report = full_report()

    assert json.loads(drawn(report, "json"))["objectives"][1]["key_results"][1]["target"] == [
        30,
        50,
    ]


def test_json_has_every_open_plan_and_which_one_is_of_a_kpi() -> None:
    document = json.loads(drawn(full_report(), "json"))

    assert [each["id"] for each in document["improvements"]] == [
        "csat-2026-11-02",
        "csat-2026-08-03",
        "nps-2026-11-19",
    ]
    plans = {each["id"]: each["improvement"] for each in document["kpis"]}
    assert plans["csat"] == "csat-2026-11-02"
    assert plans["churn_rate"] is None
