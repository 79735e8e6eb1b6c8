import pytest

from okrcli.wording.languages.lexicon import Language, by_first_word, vocabulary_of
from okrcli.wording.letters import compose, flatten
from okrcli.wording.titles.phrases import (
    Span,
    find_phrases,
    has_placeholder,
)


def placeholder_in(text: str, language: Language) -> bool:
    composed = compose(text)
    flat = flatten(composed)
    words = frozenset("".join(c if c.isalpha() else " " for c in flat).split())
    return has_placeholder(composed, flat, words, language, vocabulary_of(language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Increase [metric] by 10%", "en"),
        ("Reach $X in revenue", "en"),
        ("Reach $XXk", "en"),
        ("Grow N% a month", "en"),
        ("Launch product Y", "en"),
        ("Sign __ partners", "en"),
        ("Cut costs to ???", "en"),
        ("Owner TBD", "en"),
        ("Reduce {measure}", "en"),
        ("Lograr X% de ventas", "es"),
        ("Meta por definir", "es"),
        ("Запустить продукт Х", "ru"),
        ("Срок уточняется", "ru"),
    ],
)
def test_has_placeholder_finds_a_slot_to_fill_in(text: str, language: Language) -> None:
    assert placeholder_in(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[Finance] Close the books", "en"),
        ("Survey Gen Z users", "en"),
        ("Churn <5%", "en"),
        ("Ventas Y Marketing", "es"),
        ("Grow traffic 2x", "en"),
        ("Х-фактор", "ru"),
    ],
)
def test_has_placeholder_leaves_names_and_tags(text: str, language: Language) -> None:
    assert not placeholder_in(text, language)


def test_find_phrases_prefers_the_longest_and_matches_whole_words() -> None:
    phrases = by_first_word(["as needed", "as", "some"])
    text = "Awesome, as needed"
    words = frozenset({"awesome", "as", "needed"})
    assert find_phrases(text, text.lower(), words, phrases) == (Span(9, 18, "as needed"),)
