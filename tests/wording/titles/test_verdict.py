import pytest

from okrcli.wording.languages.lexicon import Direction, VerbClass
from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    ("title", "verb_class", "direction"),
    [
        ("Raise NPS from 40 to 60", "change", "increase"),
        ("Cut churn to 5 %", "change", "decrease"),
        ("Raise $5M", "reach", None),
        ("Keep churn below 5 %", "keep", "maintain"),
        ("Improve support", "vague", None),
        ("Improve conversion by 5 %", "change", "increase"),
        ("Improve response time by 5 %", "change", "decrease"),
        ("Launch 3 sites", "task", None),
        ("Sell more", "vague", None),
        ("Sell $5M", "reach", None),
        ("Move churn from 5 to 3 %", "change", "decrease"),
        ("Bring churn below 3 %", "change", "decrease"),
        ("Drive growth", "vague", None),
        ("NPS from 40 to 60", "change", "increase"),
        ("NPS of 60", "reach", None),
        ("More happy customers", "change", "increase"),
        ("Fewer complaints", "change", "decrease"),
        ("All customers are happy", "reach", None),
        ("Happy customers", "none", None),
        ("Installing it takes 2 minutes", "reach", None),
        ("Reducción de costes del 5 %", "change", "decrease"),
        ("Reducción de costes", "none", None),
        ("Сделать отчёт", "task", None),
        ("Сделать сервис удобнее", "vague", None),
    ],
)
def test_class_is_that_of_the_verb_weighed_with_the_numbers(
    title: str, verb_class: VerbClass, direction: Direction | None
) -> None:
    statement = read_statement(title)

    assert (statement.verb_class, statement.direction) == (verb_class, direction)
