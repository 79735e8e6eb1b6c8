"""Numbers that describe a thing do not count beside the one that does."""

import pytest

from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("Cut 90-day dropouts by 15%", "en", (None, None, 15)),
        ("Sign 2-year deals with 9 schools", "en", (None, 9, None)),
        ("Achieve a 20-point increase in CSAT", "en", (None, None, 20)),
        ("Keep a 4.5-star rating", "en", (None, 4.5, None)),
        ("Subir los hoteles de 4 estrellas a 60", "es", (None, 60, None)),
        ("Reducir las bajas a 90 días un 15%", "es", (None, None, 15)),
        ("Reducir la entrega a 30 días", "es", (None, 30, None)),
        ("Подписать договоры на 2 года с 9 школами", "ru", (None, 9, None)),
        ("Сократить срок до 30 дней", "ru", (None, 30, None)),
        ("Win 500 subscribers on top of the current 1,200", "en", (None, 500, None)),
        ("Agregar 40 cuentas a las 200 actuales", "es", (None, 40, None)),
        ("Sumar 500 suscriptores además de los 1.200 actuales", "es", (None, 500, None)),
        ("Набрать 500 подписчиков сверх текущих 1200", "ru", (None, 500, None)),
        ("Raise subscribers from the current 1,200 to 1,700", "en", (1200, 1700, None)),
    ],
)
def test_only_the_number_that_counts_is_read(
    text: str, language: str, numbers: tuple[float | None, ...]
) -> None:
    statement = read_statement(text)

    assert statement.lang == language
    assert (statement.from_, statement.to, statement.by) == numbers


def test_a_number_that_describes_counts_where_it_is_the_only_one() -> None:
    assert read_statement("Reach a 2-hour response time").to == 2
