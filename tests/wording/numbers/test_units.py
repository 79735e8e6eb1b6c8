import pytest

from okrcli.wording.letters import flatten
from okrcli.wording.numbers.units import (
    CURRENCIES,
    DOLLAR_SIGNS,
    MILLISECONDS,
    PESOS,
    SCALES,
    UNITS,
    join_words,
)

TABLES = (UNITS, CURRENCIES, SCALES)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        (["percentage", "points"], "pp"),
        (["puntos", "porcentuales"], "pp"),
        (["процентных", "пункта"], "pp"),
        (["horas"], "hours"),
    ],
)
def test_unit_of_several_words_is_found_by_all_of_them(words: list[str], unit: str) -> None:
    assert UNITS[join_words(words)] == unit


def test_words_are_written_as_a_flattened_title_has_them() -> None:
    assert [word for table in TABLES for word in table if flatten(word) not in table] == []


def test_no_word_is_a_unit_and_a_currency_or_a_unit_and_a_scale() -> None:
    assert UNITS.keys() & CURRENCIES.keys() == set()
    assert UNITS.keys() & SCALES.keys() == set()


def test_money_and_times_are_units_of_the_tables() -> None:
    assert set(CURRENCIES.values()) >= PESOS | DOLLAR_SIGNS
    assert set(UNITS.values()) >= MILLISECONDS.keys()
