import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import compose, flatten
from okrcli.wording.titles.deadline import find_deadlines


def deadlines(text: str, language: Language) -> list[str]:
    composed = compose(text)
    spans = find_deadlines(flatten(composed), language)
    return [composed[start:end].strip() for start, end in spans]


@pytest.mark.parametrize(
    ("text", "language", "deadline"),
    [
        ("Close five deals by end of Q3", "en", "by end of Q3"),
        ("Ship it before June 30, 2027", "en", "before June 30, 2027"),
        ("Raise NPS in the next 90 days", "en", "in the next 90 days"),
        ("Reach 100 users by 2026-12-31", "en", "by 2026-12-31"),
        ("Launch by EOY", "en", "by EOY"),
        ("Launch the app (Q3 2026)", "en", "(Q3 2026)"),
        ("Hire three people this quarter", "en", "this quarter"),
        ("Win two clients in three months", "en", "in three months"),
        ("Close five deals in 30 days", "en", "in 30 days"),
        ("Cut costs by the end of next month", "en", "by the end of next month"),
        ("Pay it back by 6/30", "en", "by 6/30"),
        (
            "Reducir costes para el final del tercer trimestre",
            "es",
            "para el final del tercer trimestre",
        ),
        ("Ganar dos clientes en cuatro meses", "es", "en cuatro meses"),
        ("Cerrar la ronda antes del 30 de junio de 2027", "es", "antes del 30 de junio de 2027"),
        ("Ejecutar el plan al 31/12", "es", "al 31/12"),
        ("Abrir la tienda a fin de año", "es", "a fin de año"),
        ("Vender más el próximo trimestre", "es", "el próximo trimestre"),
        ("Publicar el informe en el T3 2026", "es", "en el T3 2026"),
        ("Снизить отток до конца 2026 года", "ru", "до конца 2026 года"),
        ("Нанять аналитика к 1 сентября", "ru", "к 1 сентября"),
        ("Открыть офис в III квартале 2026", "ru", "в III квартале 2026"),
        ("Запустить сайт за полгода", "ru", "за полгода"),
        ("Нарастить выручку до 15.08", "ru", "до 15.08"),
        ("Закончить проект по итогам года", "ru", "по итогам года"),
    ],
)
def test_find_deadlines_finds_the_words_that_say_until_when(
    text: str, language: Language, deadline: str
) -> None:
    assert deadlines(text, language) == [deadline]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("100 signups per month", "en"),
        ("Activate users within 7 days of signup", "en"),
        ("Answer 90% of tickets in 20 days", "en"),
        ("Close 80% of Q2 renewals", "en"),
        ("Grow 10% over last year", "en"),
        ("Margin of 31% (vs. 24% in Q2)", "en"),
        ("NPS 52, was 38 in Q2", "en"),
        ("Маржа 31% (против 24% во II квартале)", "ru"),
        ("Sales may grow", "en"),
        ("20 visitas al mes", "es"),
        ("Responder en 24 horas", "es"),
        ("Crecer respecto al trimestre anterior", "es"),
        ("Puntuación de 7,5/10 a 8,5/10", "es"),
        ("10 встреч в месяц", "ru"),
        ("Отвечать в течение 24 часов", "ru"),
        ("Итоги за прошлый год", "ru"),
        ("Поднять рейтинг до 4.5", "ru"),
        ("Вырасти за счет рекламы", "ru"),
    ],
)
def test_find_deadlines_leaves_rates_windows_and_names(text: str, language: Language) -> None:
    assert deadlines(text, language) == []
