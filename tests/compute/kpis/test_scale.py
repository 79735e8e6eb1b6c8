from collections.abc import Sequence
from decimal import Decimal

import pytest

from okrcli.compute.kpis.scale import WHOLE, are_beyond_one, levels_of, may_be_share
from tests.builders import a_key_result, a_kpi, a_maintain


def levels(*numbers: str) -> Sequence[Decimal]:
    return [Decimal(number) for number in numbers]


def test_levels_are_those_of_the_kpi_and_of_its_key_results() -> None:
    churn = a_kpi("2.5", unit="%", baseline=3)

    assert levels_of(churn, []) == levels("3", "2.5")
    assert levels_of(churn, [a_key_result(4, (1, 2), kpi="churn")]) == levels(
        "3", "2.5", "4", "1", "2"
    )
    assert levels_of(None, [a_maintain(at_most=5, unit="%")]) == levels("5")


def test_only_percentages_are_levels() -> None:
    assert levels_of(a_kpi(60, unit="points"), [a_key_result(40, 60)]) == []
    assert levels_of(a_kpi(unit="%"), [a_key_result(40, 60, unit="h")]) == []


def test_only_levels_beyond_one_are_no_shares() -> None:
    assert are_beyond_one(levels("0.5", "-3"))
    assert not are_beyond_one(levels("0.5", "1", "-1"))


@pytest.mark.parametrize(
    ("value", "expected", "last"),
    [
        ("0.048", ("3", "2"), None),
        ("0.048", ("3", "2"), "2.5"),
        ("-0.5", ("40",), None),
        ("1", ("40", "60"), None),
        ("0.04", ("3", "0.5"), None),
        ("1.02", ("90", "100"), None),
        ("1.02", ("90", "100"), "97"),
    ],
)
def test_value_may_be_a_share_where_it_is_far_from_what_is_expected(
    value: str, expected: Sequence[str], last: str | None
) -> None:
    assert may_be_share(Decimal(value), levels(*expected), Decimal(last) if last else None)


@pytest.mark.parametrize(
    ("value", "expected", "last"),
    [
        ("2.5", ("3", "2"), None),
        ("1.02", ("40", "60"), None),
        ("1.02", ("90", "100"), "0.97"),
        ("1.5", ("40", "60"), None),
        ("0", ("3", "2"), None),
        ("0.048", (), None),
        ("0.048", ("0.9", "0.5"), None),
        ("0.9", ("3", "0.5"), None),
        ("0.9", ("3", "2"), "0.95"),
    ],
)
def test_value_is_a_percentage_where_nothing_speaks_against_it(
    value: str, expected: Sequence[str], last: str | None
) -> None:
    assert not may_be_share(Decimal(value), levels(*expected), Decimal(last) if last else None)


def test_whole_is_100_percent() -> None:
    assert WHOLE == 100
