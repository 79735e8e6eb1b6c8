from decimal import Decimal

import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import flatten
from okrcli.wording.roles.pairs import (
    are_comparable,
    find_pair,
    in_one_unit,
    is_a_range,
    unit_in_name,
)
from tests.wording.read_titles import context_of, figures_in, noted_in


@pytest.mark.parametrize(
    ("text", "language", "pair"),
    [
        ("Raise NPS from 40 to 60", "en", (40, 60)),
        ("Raise NPS 40 → 60", "en", (40, 60)),
        ("Raise NPS 40 to 60", "en", (40, 60)),
        ("Raise NPS to 60 from 40", "en", (40, 60)),
        ("Subir el NPS de 40 a 60", "es", (40, 60)),
        ("Поднять NPS с 40 до 60", "ru", (40, 60)),
        ("Raise NPS from 40. Grow to 60 shops", "en", None),
        ("Migrate 8 services to 10 sites", "en", None),
        ("Train 40 clerks in 12 shops", "en", None),
    ],
)
def test_neighbours_are_a_start_and_its_goal(
    text: str, language: Language, pair: tuple[object, ...] | None
) -> None:
    found = find_pair(noted_in(text, language), context_of(text, language))

    assert (found and tuple(noted.figure.value for noted in found)) == pair


@pytest.mark.parametrize(
    ("text", "language", "is_range"),
    [
        ("Keep delivery from 20 to 30 days", "en", True),
        ("Cut delivery from 30 to 20 days", "en", False),
        ("Alcanzar un margen de 18 a 22 %", "es", True),
        ("Pasar el margen de 18 a 22 %", "es", False),
    ],
)
def test_pair_of_what_is_kept_or_reached_is_a_range(
    text: str, language: Language, *, is_range: bool
) -> None:
    one, two = noted_in(text, language)

    assert is_a_range(one, two, context_of(text, language)) is is_range


@pytest.mark.parametrize(
    ("one", "two", "comparable"),
    [
        ("%", "%", True),
        ("%", None, True),
        ("count", "hours", True),
        ("hours", "days", True),
        ("months", "years", True),
        ("%", "hours", False),
        ("months", "days", False),
    ],
)
def test_units_of_a_baseline_and_its_target_go_together(
    one: str | None, two: str | None, *, comparable: bool
) -> None:
    assert are_comparable(one, two) is comparable


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Cut it from 2 days to 12 hours", (48, 12, "hours")),
        ("Cut it from 2 years to 18 months", (24, 18, "months")),
        ("Grow from 5 to 10 million", (5_000_000, 10_000_000, None)),
        ("Grow from 500 to 1.5K", (500, 1500, None)),
        ("Raise it from 5 to 10 %", (5, 10, "%")),
    ],
)
def test_both_values_are_in_one_unit(text: str, values: tuple[int, int, str | None]) -> None:
    start, goal = figures_in(text)
    one, two, unit = in_one_unit(start, goal)

    assert (one, two) == (Decimal(values[0]), Decimal(values[1]))
    assert unit in {values[2], "count"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Cut hours lost from 5", "hours"), ("Cut happy hours from 5", None), ("Cut 5 hours", None)],
)
def test_name_of_what_is_measured_may_have_the_unit(text: str, unit: str | None) -> None:
    assert unit_in_name(flatten(text), len(text)) == unit
