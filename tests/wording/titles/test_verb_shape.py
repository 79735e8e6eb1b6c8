import pytest

from okrcli.wording.languages.lexicon import Language, Lexicon
from okrcli.wording.titles.openings import WORD
from okrcli.wording.titles.verb_shape import (
    derived_sense,
    is_third_person,
    is_unknown_verb,
    is_verb_here,
    looks_like_an_infinitive,
)


@pytest.mark.parametrize(
    ("word", "language", "looks"),
    [
        ("gamify", "en", True),
        ("cloud", "en", False),
        ("googlear", "es", True),
        ("lugar", "es", False),
        ("погуглить", "ru", True),
        ("область", "ru", False),
    ],
)
def test_ending_of_a_verb_is_known_in_each_language(
    word: str, language: Language, *, looks: bool
) -> None:
    assert looks_like_an_infinitive(word, language) is looks


@pytest.mark.parametrize(
    ("word", "is_one"), [("launches", True), ("process", False), ("launch", False)]
)
def test_third_person_ends_in_s(word: str, *, is_one: bool) -> None:
    assert is_third_person(word) is is_one


@pytest.mark.parametrize(
    ("word", "language", "verb"),
    [
        ("relaunch", "en", "launch"),
        ("re-launch", "en", "launch"),
        ("reducirlos", "es", "reducir"),
        ("relaunch", "es", None),
        ("table", "en", None),
    ],
)
def test_known_verb_is_found_in_a_longer_word(
    word: str, language: Language, verb: str | None
) -> None:
    vocabulary = Lexicon().vocabulary(language)
    sense = derived_sense(word, vocabulary, language)

    assert sense == (None if verb is None else vocabulary.verbs[verb])


@pytest.mark.parametrize(
    ("flat", "language", "is_verb"),
    [
        ("launch the site", "en", True),
        ("launch readiness at 90 %", "en", False),
        ("launch", "en", False),
        ("test pass rate at 90 %", "en", False),
        ("onboarding time to 5 days", "en", False),
        ("mejora el plazo", "es", True),
        ("mejora del plazo", "es", False),
        ("mejorar del todo", "es", True),
        ("запуск сайта", "ru", True),
    ],
)
def test_word_is_a_verb_by_what_follows_it(flat: str, language: Language, *, is_verb: bool) -> None:
    match = WORD.match(flat)

    assert match is not None
    assert is_verb_here(flat, match, language) is is_verb


@pytest.mark.parametrize(
    ("flat", "language", "is_verb"),
    [
        ("blorf the backlog", "en", True),
        ("blorf 5 tickets", "en", True),
        ("blorfs the backlog", "en", False),
        ("zone the backlog", "en", False),
        ("gamify work", "en", True),
        ("blorf el backlog", "es", False),
        ("blorfar todo", "es", True),
    ],
)
def test_unknown_word_is_a_verb_by_its_ending_or_its_object(
    flat: str, language: Language, *, is_verb: bool
) -> None:
    match = WORD.match(flat)

    assert match is not None
    assert is_unknown_verb(flat, match, language) is is_verb
