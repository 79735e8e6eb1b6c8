from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from okrcli.compute.as_of.undoing import (
    before,
    is_exact,
    numbers_in,
    scale_value,
    undone_fields,
    with_aim,
)
from okrcli.model.goalposts import Band, Change
from okrcli.model.key_results import Metric
from okrcli.model.key_results.amendment import KeyResultAmendment
from okrcli.model.kpi import Bounds, KpiTarget
from tests.builders import a_day, a_key_result

BAND = Band(Decimal(40), Decimal(60))
HALF = Fraction(1, 2)


def amended(day: str, field: str, was: Any, now: Any, **fields: Any) -> KeyResultAmendment:
    changed = {"date": day, "field": field, "was": was, "now": now, "why": "Agreed."}
    return KeyResultAmendment.model_validate({**changed, "approved_by": "carlos", **fields})


def undone(day: str, *amendments: KeyResultAmendment, **fields: Any) -> dict[str, Any]:
    metric = a_key_result(40, 60, unit="h", due=a_day("2026-12-15"), **fields)
    return undone_fields(metric, amendments, Metric.goalposts(), a_day(day))


def test_f25_fields_are_others_before_their_amendments() -> None:
    changes = (
        amended("2026-11-16", "target", 55, 60),
        amended("2026-11-02", "target", 50, 55),
        amended("2026-11-09", "due", None, "2026-12-15"),
    )

    assert undone("2026-11-16", *changes) == {}
    assert undone("2026-11-09", *changes) == {"target": 55}
    assert undone("2026-11-01", *changes) == {"target": 50, "due": None}


def test_f25_factor_of_a_unit_takes_with_it_what_is_in_the_unit() -> None:
    unit = amended("2026-11-02", "unit", "min", "h", factor="1/60")
    target = amended("2026-11-02", "target", 4000, 60)

    assert undone("2026-11-01", unit) == {
        "unit": "min",
        "baseline": Decimal(2400),
        "target": Decimal(3600),
        "change": None,
    }
    assert undone("2026-11-01", unit, target)["target"] == Decimal(4000)


def test_value_or_range_of_a_target_is_changed_and_its_days_stay() -> None:
    by = a_day("2026-12-31")
    target = KpiTarget(value=Decimal(60), by=by)

    assert with_aim(target, BAND) == KpiTarget(range=BAND, by=by)
    assert with_aim(KpiTarget(range=BAND, by=by), Decimal(60)) == target
    was_50 = amended("2026-11-02", "target", 50, 60)
    assert before(was_50, target, {}) == KpiTarget(value=Decimal(50), by=by)
    assert before(was_50, Decimal(60), {}) == 50


@pytest.mark.parametrize(
    ("value", "half"),
    [
        (Decimal(3), Decimal("1.5")),
        (BAND, Band(Decimal(20), Decimal(30))),
        (Bounds(Decimal(0), None), Bounds(Decimal(0), None)),
        (Bounds(None, Decimal(100)), Bounds(None, Decimal(50))),
        (KpiTarget(value=Decimal(60)), KpiTarget(value=Decimal(30))),
        (Change(Decimal(-10), "absolute"), Change(Decimal(-5), "absolute")),
        (Change(Decimal(15), "percent"), Change(Decimal(15), "percent")),
        ("unknown", "unknown"),
        (None, None),
    ],
)
def test_values_in_a_unit_become_others_with_it(value: Any, half: Any) -> None:
    assert scale_value(value, HALF) == half


@pytest.mark.parametrize(
    ("value", "factor", "is_whole"),
    [
        (Decimal(90), Fraction(1, 60), True),
        (Decimal(100), Fraction(1, 60), False),
        (Band(Decimal(60), Decimal(100)), Fraction(1, 60), False),
        (Bounds(None, Decimal(30)), Fraction(1, 60), True),
        (KpiTarget(value=Decimal(20)), Fraction(1, 60), False),
        (Change(Decimal(10), "percent"), Fraction(1, 60), True),
        (Change(Decimal(10), "absolute"), Fraction(1, 60), False),
        ("unknown", Fraction(1, 60), True),
    ],
)
def test_product_is_exact_where_decimals_can_say_it(
    value: Any, factor: Fraction, is_whole: bool
) -> None:
    assert is_exact(value, factor) is is_whole


def test_numbers_are_those_in_the_unit() -> None:
    assert numbers_in(KpiTarget(range=BAND)) == [Decimal(40), Decimal(60)]
    assert numbers_in(Bounds(None, Decimal(5))) == [Decimal(5)]
    assert numbers_in(Change(Decimal(10), "points")) == []
    assert numbers_in(a_day("2026-12-15")) == []
