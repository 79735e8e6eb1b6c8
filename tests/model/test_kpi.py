from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from okrcli.model.goalposts import Band
from okrcli.model.kpi import Bounds, Kpi
from tests.builders import a_kpi


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


def test_kpi_binds_when_it_is_active_and_added() -> None:
    added = date(2026, 11, 2)

    assert a_kpi(added=added).binds_on(added) is True
    assert a_kpi(added=added).binds_on(date(2026, 11, 1)) is False
    assert a_kpi(status="draft").binds_on(added) is False
