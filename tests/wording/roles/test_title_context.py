from decimal import Decimal

import pytest

from okrcli.wording.roles.title_context import compare, unit_or_count, with_sign
from tests.wording.read_titles import context_of, figures_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cut churn", (True, False, False)),
        ("Improve quality", (False, True, False)),
        ("Exceed the plan", (False, False, True)),
        ("Launch the site", (False, False, False)),
    ],
)
def test_verb_says_what_a_bare_number_is(text: str, said: tuple[bool, bool, bool]) -> None:
    context = context_of(text)

    assert (context.changes, context.improves, context.exceeds) == said


def test_object_stands_right_behind_the_verb() -> None:
    near, far, verbless = "Hire 3 engineers", "Hire engineers for 3 teams", "3 engineers"

    assert [context_of(text).is_object(figures_in(text)[0]) for text in (near, far, verbless)] == [
        True,
        False,
        True,
    ]


def test_unit_is_the_first_one_else_things_are_counted() -> None:
    start, goal = figures_in("Raise it from 5 to 10 %")
    (counted,) = figures_in("Hire 3 engineers")
    (bare,) = figures_in("Raise NPS to 60")

    assert unit_or_count(start, goal) == "%"
    assert unit_or_count(bare, counted) == "count"
    assert unit_or_count(bare) is None


def test_way_leads_from_one_number_to_the_other() -> None:
    assert compare(Decimal(40), Decimal(60)) == "increase"
    assert compare(Decimal(60), Decimal(40)) == "decrease"
    assert compare(Decimal(60), Decimal(60)) is None


def test_minus_sign_is_part_of_the_value() -> None:
    (loss,) = figures_in("Cut the loss to -100")
    (gain,) = figures_in("Raise NPS +3 points")

    assert with_sign(loss, Decimal(100)) == -100
    assert with_sign(gain, Decimal(3)) == 3
