import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import flatten
from okrcli.wording.numbers.suffix import Suffix, read_suffix


def suffix(text: str, language: Language = "en", *, money: bool = False) -> Suffix:
    """Return what stands behind the first digits of *text*, which begins with them."""
    at = next(place for place, letter in enumerate(text) if not letter.isdigit())
    return read_suffix(flatten(text), text, at, money=money, language=language)


@pytest.mark.parametrize(
    ("text", "language", "scale", "unit", "rest"),
    [
        ("5", "en", 1, None, ""),
        ("5 %", "en", 1, "%", ""),
        ("5 pp more", "en", 1, "pp", " more"),
        ("5k users", "en", 1_000, None, " users"),
        ("5 mil clientes", "es", 1_000, None, " clientes"),
        ("5 млн ₽", "ru", 1_000_000, "₽", ""),
        ("5 тыс. руб. в месяц", "ru", 1_000, "₽", " в месяц"),
        ("5 business days", "en", 1, "days", ""),
        ("5 h", "en", 1, "hours", ""),
        ("5 percentage points", "en", 1, "pp", ""),
        ("5 con descuento", "es", 1, None, " con descuento"),
        ("5 с", "ru", 1, "seconds", ""),
        ("5 с половиной", "ru", 1, None, " с половиной"),
        ("5 times faster", "en", 1, "x", " faster"),
        ("5 times a week", "en", 1, None, " a week"),
    ],
)
def test_scale_and_unit_are_read_as_far_as_they_go(
    text: str, language: Language, scale: int, unit: str | None, rest: str
) -> None:
    found = suffix(f"{text} ".rstrip() + "\n", language)

    assert (found.scale, found.unit, text[found.end :]) == (scale, unit, rest)


@pytest.mark.parametrize(
    ("text", "counts"),
    [("5 users", True), ("5 to 10", False), ("5 % users", False), ("5 hours weekly", True)],
)
def test_word_that_follows_says_what_is_counted(text: str, *, counts: bool) -> None:
    assert suffix(text).counts is counts


def test_letter_m_is_millions_of_money_and_else_has_two_meanings() -> None:
    assert suffix("30m").scale == 0
    assert suffix("30m", money=True).scale == 1_000_000
    assert suffix("30M").scale == 1_000_000
