import pytest

from okrcli.model.catalog import CATALOG
from okrcli.model.settings import Language


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Average handle time (AHT)"),
        ("es", "Tiempo medio de gestión (AHT)"),
        ("ru", "Среднее время обработки (AHT)"),
    ],
)
def test_words_are_those_of_the_language(language: Language, title: str) -> None:
    assert CATALOG["average_handle_time"].words(language).title == title
