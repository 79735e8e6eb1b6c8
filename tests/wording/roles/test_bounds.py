import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import flatten
from okrcli.wording.roles.bounds import Bound, bound_of, has_plus
from tests.wording.read_titles import figures_in


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("Keep NPS at 40", "en", None),
        ("Keep NPS at least at 40", "en", None),
        ("Keep at least 40 customers", "en", "min"),
        ("Keep no less than 40 customers", "en", "min"),
        ("Keep churn under 5 %", "en", "max"),
        ("Keep churn < 5 %", "en", "max"),
        ("Keep uptime ≥ 99 %", "en", "min"),
        ("Keep 4.5+ stars", "en", "min"),
        ("Keep 40 % or more", "en", "min"),
        ("Keep 5 % at most", "en", "max"),
        ("Bring NPS up to 40", "en", None),
        ("Wait up to 40 minutes", "en", "max"),
        ("Nobody waits more than 40 minutes", "en", "max"),
        ("Mantener al menos 40 clientes", "es", "min"),
        ("Mantener por debajo del 5 %", "es", "max"),
        ("Удержать не менее 40 клиентов", "ru", "min"),
        ("Держать отток не более 5 %", "ru", "max"),
        ("Держать отток ниже 5 %", "ru", "max"),
    ],
)
def test_words_on_both_sides_make_a_bound_of_a_number(
    text: str, language: Language, bound: Bound | None
) -> None:
    (figure,) = figures_in(text, language)

    assert bound_of(figure, flatten(text)) == bound


@pytest.mark.parametrize(
    ("text", "plus"), [("Get 4.5+ stars", True), ("Get 40 + 5 stars", False), ("Get 5", False)]
)
def test_plus_behind_the_digits_says_or_more(text: str, *, plus: bool) -> None:
    assert has_plus(figures_in(text)[0], flatten(text)) is plus
