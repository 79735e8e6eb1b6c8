from decimal import Decimal

import pytest

from okrcli.checks.context import CheckContext
from okrcli.checks.measurable.agreement import Numbers, agree_in_unit
from tests.checks.workspaces import TODAY, loaded


def numbers(title: str) -> Numbers:
    text = f'title: A\nkey_results:\n  - {{id: a, title: "{title}", type: binary}}\n'
    context = CheckContext(loaded({"objectives/2026-Q4/cx.yaml": text}), TODAY)
    return Numbers(context.title_of(context.key_results[0]))


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Raise NPS from 40 to 60", "60"),
        ("Raise NPS from 40 to 60", "-40"),
        ("Save 1.200 EUR", "1200"),
        ("Save 1.200 EUR", "1.2"),
        ("Save 1 200 EUR", "1200"),
        ("Save 1\u00a0200 EUR", "1200"),
        ("Earn 250 000 EUR", "250"),
        ("Earn 1.5 million", "1500000"),
        ("Cut the wait from 2 days to 30 minutes", "0.5"),
        ("Cut the wait from 2 days to 30 minutes", "48"),
        ("Double the sign-ups", "2"),
        ("Reach 99.5", "99.9"),
        ("Win three partners", "3"),
    ],
)
def test_field_that_a_title_can_mean_is_among_its_numbers(title: str, value: str) -> None:
    assert Decimal(value) in numbers(title)


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Raise NPS from 40 to 60", "65"),
        ("Reach 100", "102"),
        ("Reach 60", "0.5"),
        ("Raise NPS", "60"),
        ("Read rooms 5 7", "57"),
    ],
)
def test_other_field_is_not(title: str, value: str) -> None:
    assert Decimal(value) not in numbers(title)


@pytest.mark.parametrize(
    ("said", "unit", "expected"),
    [
        ("hours", "minutes", True),
        ("%", "pp", True),
        ("€", "EUR", True),
        ("€", "USD", False),
        ("%", "h", False),
        ("count", "h", True),
        ("hours", "boxes", True),
        ("%", "points", True),
    ],
)
def test_units_agree_where_people_write_one_in_several_ways(
    said: str, unit: str, expected: bool
) -> None:
    assert agree_in_unit(said, unit) is expected
