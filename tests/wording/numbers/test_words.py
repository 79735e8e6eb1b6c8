from decimal import Decimal

import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.words import find_number_words


@pytest.mark.parametrize(
    ("flat", "language", "value"),
    [
        ("two deals", "en", "2"),
        ("twenty-five deals", "en", "25"),
        ("one hundred twenty-five", "en", "125"),
        ("two hundred thousand", "en", "200000"),
        ("a million users", "en", "1000000"),
        ("zero incidents", "en", "0"),
        ("launch one product", "en", "1"),
        ("cut it to one week", "en", "1"),
        ("treinta y cinco mil", "es", "35000"),
        ("dos mil millones", "es", "2000000000"),
        ("media hora", "es", "0.5"),
        ("medio millon", "es", "500000"),
        ("bajar a una hora", "es", "1"),
        ("двадцать пять", "ru", "25"),
        ("миллион рублей", "ru", "1000000"),
        ("полтора часа", "ru", "1.5"),
        ("до двух дней", "ru", "2"),
    ],
)
def test_find_number_words_adds_the_words_up(flat: str, language: Language, value: str) -> None:
    (found,) = find_number_words(flat, language)
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    ("flat", "language"),
    [
        ("one of the teams", "en"),
        ("move all to one platform", "en"),
        ("two-factor login", "en"),
        ("lanzar un producto", "es"),
        ("один из лучших", "ru"),
    ],
)
def test_find_number_words_leaves_articles_and_names(flat: str, language: Language) -> None:
    assert find_number_words(flat, language) == []
