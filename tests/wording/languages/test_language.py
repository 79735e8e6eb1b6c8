import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.languages.language import detect_language
from okrcli.wording.languages.lexicon import LANGUAGES, Language
from tests.wording.corpus import labelled


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Raise CSAT from 70 to 80", "en"),
        ("Deliver the portal", "en"),
        ("Register 40 partners", "en"),
        ("Subir el CSAT de 70 a 80", "es"),
        ("Duplicar ingresos", "es"),
        ("Facturar más", "es"),
        ("No superar 30 bugs", "es"),
        ("No regular 30 bugs", "en"),
        ("ARR de 2M a 3M", "es"),
        ("Поднять CSAT с 70 до 80", "ru"),
        ("Запустить self-service onboarding для enterprise customers", "ru"),
        ("NPS > 50", "en"),
        ("", "en"),
    ],
)
def test_detect_language_goes_by_the_words(text: str, language: Language) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_detect_language_knows_every_labelled_title(language: Language) -> None:
    wrong = [each.text for each in labelled(language) if detect_language(each.text) != language]
    assert wrong == []


def test_detect_language_reads_decomposed_letters() -> None:
    assert detect_language("Man\N{COMBINING TILDE}ana") == "es"


@given(st.text())
def test_detect_language_names_one_of_the_three(text: str) -> None:
    assert detect_language(text) in LANGUAGES
