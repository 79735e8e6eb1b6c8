from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import ObjectiveReport
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.render.metrics.families import Samples
from okrcli.render.metrics.objectives import add_objective
from tests.render.metrics.parsed import families_in, samples_in
from tests.render.samples import DAY, a_key_result, an_objective, without_pace

REF = "2026-Q4/cx-leader"
NPS = {"cycle": "2026-Q4", "objective": "cx-leader", "key_result": "nps"}
GIVEN_UP = Withdrawal(date=DAY, why="No more.", approved_by="ana")


def metrics_of(*objectives: ObjectiveReport) -> str:
    samples = Samples()
    for objective in objectives:
        add_objective(samples, objective, DAY)
    return samples.text()


def test_key_result_has_value_target_score_pace_and_age() -> None:
    key_result = a_key_result(f"{REF}/nps", last_checkin=date(2026, 11, 19))
    text = metrics_of(an_objective(REF, key_results=(key_result,)))
    numbers = {
        "value": 47,
        "baseline": 40,
        "target": 60,
        "progress_ratio": 0.35,
        "score_ratio": 0.35,
        "confidence": 7,
        "checkin_age_seconds": 86_400,
    }
    for name, number in numbers.items():
        assert samples_in(text, f"okr_key_result_{name}") == [(NPS, number)]
    paces = samples_in(text, "okr_key_result_pace")
    assert [state["okr_key_result_pace"] for state, is_it in paces if is_it] == ["at_risk"]


def test_progress_below_the_baseline_is_below_zero_and_the_score_is_not() -> None:
    key_result = a_key_result(f"{REF}/nps", progress=Decimal("-0.25"))
    text = metrics_of(an_objective(REF, key_results=(key_result,)))
    assert samples_in(text, "okr_key_result_progress_ratio") == [(NPS, -0.25)]
    assert samples_in(text, "okr_key_result_score_ratio") == [(NPS, 0)]


def test_what_a_key_result_has_not_is_absent() -> None:
    nothing = dict.fromkeys(
        ("value", "value_date", "progress", "confidence", "last_checkin", "pace")
    )
    text = metrics_of(an_objective(REF, key_results=(without_pace(f"{REF}/nps", **nothing),)))
    of_key_results = {name for name in families_in(text) if name.startswith("okr_key_result")}
    assert of_key_results == {"okr_key_result"}


def test_value_that_does_not_count_is_absent() -> None:
    early = a_key_result(f"{REF}/nps", is_early=True)
    former = a_key_result(f"{REF}/aht", value_unit="minutes")
    text = metrics_of(an_objective(REF, key_results=(early, former)))
    assert "okr_key_result_value" not in families_in(text)


def test_what_was_given_up_is_absent() -> None:
    dropped = a_key_result(f"{REF}/nps", dropped=GIVEN_UP)
    text = metrics_of(an_objective(REF, key_results=(dropped,)))
    assert "okr_key_result" not in families_in(text)
    assert metrics_of(an_objective(REF, cancelled=GIVEN_UP)) == "# EOF\n"
