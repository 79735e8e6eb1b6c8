import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.roles.targets import is_bare_object, votes_for_a_target
from tests.wording.read_titles import context_of, noted_in


def target_of(text: str, language: Language = "en") -> object:
    """Return the number with the strongest reason to be the target."""
    noted = noted_in(text, language)
    votes = votes_for_a_target(noted, noted, context_of(text, language))
    best = max(votes, key=lambda vote: vote[1].weight, default=None)
    return best and best[0].figure.value


@pytest.mark.parametrize(
    ("text", "language", "target"),
    [
        ("Raise NPS to 60", "en", 60),
        ("Raise NPS by 10 pp", "en", None),
        ("Train 40 clerks in 12 shops", "en", 40),
        ("Train clerks in 12 shops to 80 %", "en", 80),
        ("Answer within 5 minutes", "en", 5),
        ("Answer 90 % of the requests within 5 minutes", "en", 90),
        ("Answer within 3 seconds for 95 % of requests", "en", 95),
        ("Raise NPS (target: 60)", "en", 60),
        ("Sell to 5 clients, of which 35 % are new", "en", 5),
        ("Llegar a 60 clientes", "es", 60),
        ("Дойти до 60 клиентов", "ru", 60),
        ("Raise it by calling 50 customers", "en", None),
    ],
)
def test_number_that_a_title_aims_at_has_the_strongest_reason(
    text: str, language: Language, target: int | None
) -> None:
    assert target_of(text, language) == target


@pytest.mark.parametrize(
    ("text", "is_object"),
    [("Launch 3 sites", True), ("Launch sites in 3 towns", False), ("Raise 3 prices", True)],
)
def test_number_behind_a_verb_that_changes_nothing_is_its_object(
    text: str, *, is_object: bool
) -> None:
    assert is_bare_object(noted_in(text)[0], context_of(text)) is is_object
