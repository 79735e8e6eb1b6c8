"""Titles of new objectives: in words, and never against themselves."""

from datetime import date

import pytest

from okrcli.actions.new.objective_title import TitleInWords
from okrcli.errors import UsageError
from tests.checks.workspaces import loaded

DAY = date(2026, 9, 22)


@pytest.mark.parametrize("language", ["en", "es", "ru"])
@pytest.mark.parametrize(
    "title",
    ["Raise CSAT from 70 to 85", "Subir el CSAT de 70 a 85", "Поднять CSAT с 70 до 85"],
)
def test_title_that_says_how_much_is_taken_when_it_is_repeated(title: str, language: str) -> None:
    titles = TitleInWords(loaded({"okr.yaml": f"version: 1\nlanguage: {language}\n"}), DAY)

    with pytest.raises(UsageError, match="How much is for a key result to say"):
        titles.require_title(title)
    assert titles.require_title(title) == title


@pytest.mark.parametrize(
    "title",
    ["Customers come back", "One shop for two markets", "Somos la primera opción", "Нас выбирают"],
)
def test_title_in_words_is_taken(title: str) -> None:
    assert TitleInWords(loaded({"okr.yaml": "version: 1\n"}), DAY).require_title(title) == title


def test_title_that_contradicts_itself_is_never_taken() -> None:
    titles = TitleInWords(loaded({"okr.yaml": "version: 1\n"}), DAY)

    for _ in range(2):
        with pytest.raises(UsageError, match="The title contradicts itself"):
            titles.require_title("Cut churn from 3% to 5%")


def test_title_is_read_with_the_words_of_the_workspace() -> None:
    settings = "version: 1\nlanguage: en\n"
    words = "rules: {words: {reach: {add: [host]}}}\n"

    assert TitleInWords(loaded({"okr.yaml": settings}), DAY).require_title("Host 40 audits")
    with pytest.raises(UsageError, match="How much"):
        TitleInWords(loaded({"okr.yaml": settings + words}), DAY).require_title("Host 40 audits")
