from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.drawing.spark import spark_letters

LEVELS = "▁▂▃▄▅▆▇█"
VALUES = st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("values", "letters"),
    [
        ((0, 7), "▁█"),
        ((0, 1, 2, 3, 4, 5, 6, 7), LEVELS),
        ((7, 3, 0), "█▄▁"),
        ((5,), "▅"),
        ((5, 5, 5), "▅▅▅"),
    ],
)
def test_letters_are_as_high_as_the_values(values: tuple[int, ...], letters: str) -> None:
    assert spark_letters([Decimal(value) for value in values], LEVELS) == letters


@given(VALUES, st.integers(1, 100), st.integers(-50, 50))
def test_letters_do_not_depend_on_the_scale(values: list[Decimal], by: int, shift: int) -> None:
    letters = spark_letters(values, LEVELS)

    assert len(letters) == len(values)
    assert spark_letters([value * by + shift for value in values], LEVELS) == letters


@given(VALUES)
def test_higher_value_never_has_the_lower_letter(values: list[Decimal]) -> None:
    letters = spark_letters(values, LEVELS)
    pairs = sorted(zip(values, (LEVELS.index(letter) for letter in letters), strict=True))

    assert [level for _, level in pairs] == sorted(level for _, level in pairs)
