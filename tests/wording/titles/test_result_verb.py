import pytest

from okrcli.wording.languages.lexicon import Language, Lexicon
from okrcli.wording.letters import flatten
from okrcli.wording.titles.result_verb import find_carrier
from tests.wording.read_titles import figures_in, lead_of


@pytest.mark.parametrize(
    ("title", "language", "carrier"),
    [
        ("Update the design to increase clicks by 30 %", "en", "increase"),
        ("Launch a bot that cuts the wait by 20 %", "en", "cuts"),
        ("Launch a bot and cut the wait by 20 %", "en", "cut"),
        ("Increase clicks by 30 %", "en", None),
        ("Launch 3 sites", "en", None),
        ("Refund requests cut by 15 %", "en", "cut"),
        ("The Lima office hires 4 managers", "en", "hires"),
        ("Complaints halved", "en", "halved"),
        ("Launch a bot with increased reach in 3 towns", "en", None),
        ("Lanzar un bot para reducir la espera un 20 %", "es", "reducir"),
        ("Запустить бота, чтобы сократить ожидание на 20 %", "ru", "сократить"),
    ],
)
def test_numbers_belong_to_the_verb_that_carries_the_result(
    title: str, language: Language, carrier: str | None
) -> None:
    flat, lead = flatten(title), lead_of(title, language)
    vocabulary = Lexicon().vocabulary(language)
    found = find_carrier(flat, figures_in(title, language), lead, vocabulary, language)

    assert (found and flat[found.start : found.end]) == carrier
