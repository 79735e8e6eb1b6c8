import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.roles.starts import votes_for_a_start
from tests.wording.read_titles import context_of, noted_in


@pytest.mark.parametrize(
    ("text", "language", "start"),
    [
        ("Reach 900 riders (currently 640)", "en", 640),
        ("Reach 900 riders (640 today)", "en", 640),
        ("Reach 900 riders (last quarter: 640)", "en", None),
        ("Reach 900 riders, up from 640", "en", 640),
        ("Reach 900 riders instead of 640", "en", 640),
        ("Reach 900 riders from today's 640", "en", 640),
        ("Raise riders from 640", "en", 640),
        ("Raise riders to 900", "en", None),
        ("Llegar a 900 clientes en vez de 640", "es", 640),
        ("Дойти до 900 клиентов вместо 640", "ru", 640),
    ],
)
def test_words_say_where_it_stands_now(text: str, language: Language, start: int | None) -> None:
    noted, context = noted_in(text, language), context_of(text, language)
    found = {
        each.figure.value
        for each in noted
        for vote in votes_for_a_start(each, noted, context)
        if vote.role == "from"
    }

    assert found == ({start} if start else set())
