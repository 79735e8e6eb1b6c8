import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.roles.amounts import Way, is_plus, votes_for_an_amount, way_of
from tests.wording.read_titles import context_of, noted_in


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [
        ("Cut churn by 5 %", "en", "as the verb"),
        ("Cut churn to 5 %", "en", None),
        ("Improve conversion by 5 %", "en", "as the verb"),
        ("Used by 80 % of agents", "en", None),
        ("Revenue +5 %", "en", "increase"),
        ("Churn -5 %", "en", "decrease"),
        ("Growth of 20 %", "en", "increase"),
        ("Sell 20 % more", "en", "increase"),
        ("Get 2x as many leads", "en", "increase"),
        ("Exceed the plan by 10 %", "en", "increase"),
        ("Cut spend ≥ 12 %", "en", "as the verb"),
        ("Cut churn < 3 %", "en", None),
        ("Reducir los costes un 15 %", "es", "as the verb"),
        ("Subir las ventas en un 15 %", "es", "as the verb"),
        ("Поднять NPS на 10 пунктов", "ru", "as the verb"),
        ("Рост выручки на 20 %", "ru", "as the verb"),
    ],
)
def test_number_is_an_amount_of_change_or_a_level(
    text: str, language: Language, way: Way | None
) -> None:
    (noted,) = noted_in(text, language)

    assert way_of(noted, context_of(text, language)) == way


def test_plus_of_what_is_hired_is_no_change() -> None:
    hired, raised = "Hire +3 engineers", "Raise NPS +3 points"

    assert is_plus(noted_in(hired)[0], context_of(hired)) is True
    assert is_plus(noted_in(raised)[0], context_of(raised)) is False


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Cut churn by a third", ["words of size, such as 'half', give the change"]),
        ("Cut churn by 5 %", ["the words around it introduce a change"]),
        ("Cut 3 shops", ["it counts what a verb of change acts on"]),
        ("Cut churn to 5 %", []),
    ],
)
def test_reason_is_said(text: str, reasons: list[str]) -> None:
    votes = [*votes_for_an_amount(noted_in(text)[0], context_of(text))]

    assert [vote.because for vote in votes] == reasons
    assert {vote.role for vote in votes} <= {"by"}
