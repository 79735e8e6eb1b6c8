from datetime import date
from decimal import Decimal

import pytest

from okrcli.render.text.numbers import change_text, days_ago_text


@pytest.mark.parametrize(
    ("change", "value", "text"),
    [
        ("2", "47", "+2"),
        ("-7.7", "74.3", "-7.7"),
        ("0", "47", "0"),
        ("0.6428571", "84.7", "+0.64"),
        ("0.6428571", "85", "+0.64"),
        ("0.644", "85.644", "+0.64"),
        ("1.5", "19080.5", "+2"),
        ("-600", "81400", "-600"),
        ("20000", "2170000", "+20 000"),
        ("1250000", "2500000", "+1.25M"),
    ],
)
def test_change_has_its_sign_and_no_more_decimals_than_the_values(
    change: str, value: str, text: str
) -> None:
    assert change_text(Decimal(change), Decimal(value)) == text


@pytest.mark.parametrize(("change", "text"), [("0.0011", "+0.0011"), ("-0.004", "-0.004")])
def test_change_is_not_shown_as_0_when_it_is_small(change: str, text: str) -> None:
    assert change_text(Decimal(change), Decimal("0.95")) == text


def test_change_is_empty_when_there_is_none() -> None:
    assert change_text(None, Decimal(47)) == ""


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, "never"),
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 19), "1 d ago"),
        (date(2026, 10, 20), "31 d ago"),
    ],
)
def test_days_ago_counts_days(day: date | None, text: str) -> None:
    assert days_ago_text(day, date(2026, 11, 20)) == text
