"""What the files hold: objectives, KPIs, check-ins, improvements and settings."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.checkin import CheckIn
from okrcli.model.goalposts import Band
from okrcli.model.improvement import Improvement
from okrcli.model.kpi import Bounds, Kpi
from okrcli.model.settings import Settings
from tests.builders import a_checkin, a_key_result, a_kpi, a_reading, an_entry, an_objective

CHECKIN: dict[str, Any] = {"id": "2026-11-20-ana-7f3a9c12", "date": "2026-11-20", "by": "ana"}


def test_objective_knows_its_references() -> None:
    objective = an_objective(a_key_result())
    assert objective.ref == "2026-Q4/cx-leader"
    assert objective.ref_of(objective.key_results[0]) == "2026-Q4/cx-leader/nps"


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "done"},
        {"ambition": "bold"},
        {"impact": "fame"},
        {"progress_from": "nothing"},
        {"parent": "a/b/c"},
        {"title": ""},
        {"owner": "Ana"},
        {"goals": []},
    ],
)
def test_objective_with_a_wrong_key_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        an_objective(**fields)


@pytest.mark.parametrize("confidence", [0, 11, 5.5, "7", True])
def test_confidence_is_a_whole_number_from_1_to_10(confidence: object) -> None:
    with pytest.raises(ValidationError):
        an_entry(confidence=confidence)


def test_check_in_file_of_the_handbook_is_read() -> None:
    checkin = CheckIn.model_validate(
        {
            **CHECKIN,
            "recorded": "2026-11-20T09:12:44Z",
            "note": "Second survey wave is in.",
            "key_results": [
                {"key_result": "2026-Q4/cx-leader/nps", "value": 47, "confidence": 7},
                {"key_result": "2026-Q4/cx-leader/training", "done": ["pilot"]},
            ],
            "readings": [
                {"kpi": "csat", "value": Decimal("83.5"), "segment": "chat"},
                {"kpi": "csat", "date": "2026-11-13", "value": 82},
            ],
            "kudos": [{"to": "pavel", "for": "cut the chat queue in half"}],
            "followups": [{"improvement": "csat-2026-11-02", "note": "8 of 12 trained"}],
        }
    )
    assert checkin.kudos[0].reason == "cut the chat queue in half"
    assert (checkin.key_results[1].done, checkin.key_results[1].value) == (("pilot",), None)
    assert str(checkin.readings[1].date) == "2026-11-13"


@pytest.mark.parametrize("value", ["37%", "47", True, None, float("nan")])
def test_reading_that_is_no_number_is_refused_unlike_okr2go(value: object) -> None:
    reading = {"kpi": "csat", "value": value}
    with pytest.raises(ValidationError):
        CheckIn.model_validate({**CHECKIN, "readings": [reading]})


def test_reading_has_no_negative_weight() -> None:
    with pytest.raises(ValidationError):
        a_reading(80, "csat", weight=-1)


def test_check_in_without_any_entry_is_a_note() -> None:
    assert a_checkin("2026-11-20", note="On holiday.").key_results == ()


def _kpi(**fields: Any) -> Kpi:
    return Kpi.model_validate({"id": "nps", "title": "NPS", **fields})


def test_answers_in_words_count_as_numbers_of_their_scale() -> None:
    survey = {"type": "csat", "scale": [1, 3], "answers": {"Great": 3, "Meh": 1}}
    assert _kpi(survey=survey).survey

    for answers in ({"Great": 4}, {"Meh": 0}):
        with pytest.raises(ValidationError, match="has `answers` outside its `scale`"):
            _kpi(survey={**survey, "answers": answers})


def test_kpi_aims_at_a_value_or_a_range() -> None:
    assert a_kpi(60).target is not None
    ranged = _kpi(target={"range": [30, 50], "by": "2026-12-31"}).target
    assert ranged is not None
    assert ranged.range == Band(Decimal(30), Decimal(50))


@pytest.mark.parametrize(
    "target", [{}, {"value": 60, "range": [30, 50]}, {"range": 60}, {"range": [50, 30]}, 60]
)
def test_kpi_without_exactly_one_aim_is_refused(target: object) -> None:
    with pytest.raises(ValidationError):
        _kpi(target=target)


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [([0, 100], [0, 50, 100], [-1, 101]), ([0, None], [0, 9999], [-1]), ([None, 5], [-99, 5], [6])],
)
def test_kpi_bounds_are_inclusive_and_may_be_open(
    bounds: list[int | None], inside: list[int], outside: list[int]
) -> None:
    read = _kpi(bounds=bounds).bounds
    assert all(Decimal(value) in read for value in inside)
    assert not any(Decimal(value) in read for value in outside)


@pytest.mark.parametrize("bounds", [[100, 0], [5, 5], [0], [0, 1, 2], "0..100", ["0", 100]])
def test_kpi_bounds_that_hold_nothing_are_refused(bounds: object) -> None:
    with pytest.raises(ValidationError):
        _kpi(bounds=bounds)


def test_kpi_without_bounds_allows_every_value() -> None:
    assert a_kpi().bounds == Bounds()
    assert Decimal(-(10**20)) in a_kpi().bounds


@pytest.mark.parametrize("kpi_id", ["win-rate", "NPS", "9p"])
def test_kpi_id_is_a_name_in_formulas(kpi_id: str) -> None:
    with pytest.raises(ValidationError):
        _kpi(id=kpi_id)


def test_kpi_alert_cannot_ask_for_more_breaches_than_readings() -> None:
    assert _kpi(alert={"breaches": 2, "of": 3}).alert.breaches == 2
    with pytest.raises(ValidationError, match="more `breaches` than"):
        _kpi(alert={"breaches": 4})


def _improvement(**fields: Any) -> Improvement:
    return Improvement.model_validate(
        {
            "id": "csat-2026-11-02",
            "kpi": "csat",
            "opened": "2026-11-02",
            "cause": {"type": "training", "text": "New agents."},
            "goal": {"value": 85, "by": "2026-12-15"},
            "actions": [{"title": "Train them", "owner": "eva", "due": "2026-11-20"}],
            **fields,
        }
    )


def test_improvement_is_open_until_it_is_closed() -> None:
    assert _improvement().closed is None
    assert _improvement(closed={"date": "2026-12-15", "value": 86}).closed is not None


@pytest.mark.parametrize(
    "fields",
    [{"actions": []}, {"cause": {"type": "weather", "text": "Rain."}}, {"goal": {"value": 85}}],
)
def test_improvement_needs_cause_goal_and_actions(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _improvement(**fields)


def test_settings_have_defaults_for_everything() -> None:
    settings = Settings()
    assert (settings.checkin.cadence, settings.checkin.grace_days) == ("weekly", 3)
    assert (settings.status.on_track, settings.status.at_risk) == (
        Decimal("0.10"),
        Decimal("0.25"),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"version": "1"},
        {"language": "de"},
        {"checkin": {"cadence": "yearly"}},
        {"checkin": {"grace_days": -1}},
        {"teams": {"Support": {"name": "Support"}}},
        {"people": {"ana": {"name": ""}}},
        {"status": {"on_track": "0.1"}},
        {"colour": "red"},
    ],
)
def test_settings_with_a_wrong_key_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(fields)
