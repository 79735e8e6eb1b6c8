import pytest

from okrcli.wording.letters import compose, flatten
from okrcli.wording.numbers.attributes import hide_attributes


def hidden(text: str) -> str:
    return " ".join(hide_attributes(flatten(compose(text))).split())


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("3) Grow sales", "grow sales"),
        ("- 2. Grow sales", "grow sales"),
        ("Score 8 on a scale of 1 to 10", "score 8"),
        ("Score 8 on a 1-10 scale", "score 8"),
        ("NPS de 40 (escala de -100 a 100)", "nps de 40 )"),
        ("Nota 8 en una escala de 1 a 10", "nota 8"),
        ("Оценка 8 по шкале от 1 до 10", "оценка 8 по"),
        ("Answer in 15 minutes, 9 to 5", "answer in 15 minutes,"),
        ("Atender en 15 minutos, de 9 a 17 h", "atender en 15 minutos,"),
        ("Отвечать за 15 минут, с 9 до 18", "отвечать за 15 минут,"),
        ("Open by 9:00 on 95% of days", "open on 95% of days"),
        ("Empleados de 18 a 25 años del 4% al 9%", "empleados del 4% al 9%"),
        ("Cut scrap to 2% in plants 2 and 3", "cut scrap to 2%"),
        ("Fit 60W bulbs in 400 rooms", "fit bulbs in 400 rooms"),
        ("Bombillas de 60W en 400 salas", "bombillas de en 400 salas"),
        ("Лампы 60 Вт в 400 комнатах", "лампы в 400 комнатах"),
    ],
)
def test_numbers_that_describe_something_are_hidden(text: str, rest: str) -> None:
    assert hidden(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "cut power from 60 w to 40 w in 400 rooms",
        "keep power under 60 w in 400 rooms",
        "save 500 ml of water",
        "scale from 10 to 50 servers",
        "cut bugs in the app, from 9 to 5",
        "reduce calls by 2:00",
        "reducir el plazo de 10 a 5 años",
        "hire 2 and 3 people",
        "30 customers or more",
    ],
)
def test_values_stay(text: str) -> None:
    assert hidden(text) == text
