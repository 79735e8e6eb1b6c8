"""The tables of word forms are those that the word lists and the dictionaries give."""

import pytest

from okrcli.wording.languages.lexicon import LANGUAGES, Language, vocabulary_of
from tests.wording.forms.tables import path_of, table_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_is_what_the_script_writes(language: Language) -> None:
    if language == "ru":
        pytest.importorskip("pymorphy3", reason="the Russian dictionary is a development tool")
    assert path_of(language).read_text(encoding="utf-8") == table_of(language)


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("en", "trimmed"),
        ("en", "reducing"),
        ("es", "reduzcan"),
        ("es", "incrementadas"),
        ("ru", "сокращены"),
        ("ru", "снизилось"),
        ("ru", "увеличивает"),
        ("ru", "повысив"),
    ],
)
def test_forms_of_verbs_of_change_are_known(language: Language, form: str) -> None:
    assert vocabulary_of(language).verbs[form].kind == "change"
