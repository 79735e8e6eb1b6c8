import pytest

from okrcli.checks.context import CheckContext
from okrcli.checks.specific.gist import Gist, gist_of
from okrcli.model.settings import Language
from tests.checks.workspaces import TODAY, loaded


def gist(title: str, language: Language = "en") -> Gist:
    key_result = f'{{id: a, title: "{title}", type: binary}}'
    text = f"title: A\nlanguage: {language}\nkey_results:\n  - {key_result}\n"
    context = CheckContext(loaded({"objectives/2026-Q4/cx.yaml": text}), TODAY)
    statement = context.title_of(context.key_results[0])
    return gist_of(statement, context.titles.verb_of(statement))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Raise NPS of the shops", "Increase the shop NPS"),
        ("en", "Raise sales by 20 %", "Grow sales by 20%"),
        ("es", "Subir las ventas de la tienda", "Aumentar ventas en tiendas"),
        ("ru", "Повысить продажи магазинов", "Увеличить продажу магазина"),
    ],
)
def test_titles_that_say_the_same_have_one_gist(language: Language, one: str, other: str) -> None:
    assert gist(one, language) == gist(other, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raise NPS", "Reduce NPS"),
        ("Launch the shop", "Close the shop"),
        ("Raise NPS to 60", "Raise NPS to 70"),
        ("Raise sales by 20 %", "Raise sales by 20 €"),
        ("Raise NPS", "Raise CSAT"),
    ],
)
def test_titles_that_differ_in_what_matters_have_two(one: str, other: str) -> None:
    assert gist(one) != gist(other)


def test_title_without_a_verb_has_no_meaning_of_one() -> None:
    assert gist("NPS of the shop") == Gist("", frozenset({"nps", "shop"}))
