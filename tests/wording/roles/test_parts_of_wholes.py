"""Parts of a whole are shares only where the sentence says so, and never a bare 3."""

from decimal import Decimal

import pytest

from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("3 out of 4 trials convert", 75),
        ("3 of 4 trials convert", 75),
        ("3 de 4 clientes renuevan", 75),
        ("3 из 4 пробных периодов становятся платными", 75),
        ("Lograr que 4 de 5 clientes renueven", 80),
        ("Добиться, чтобы 4 из 5 клиентов продлили договор", 80),
        ("Convertir 3 de cada 4 pruebas", 75),
        ("4/5 of customers renew", 80),
        ("3 in 4 users finish onboarding", 75),
        ("Three out of four trials convert", 75),
        ("Tres de cuatro clientes renuevan", 75),
        ("Трое из четырёх новичков остаются", 75),
        ("Bajar de 3 de cada 10 a 1 de cada 10 los abandonos", 10),
        ("Increase the share of promoters from 3/10 to 6/10", 60),
        ("19 of 20 orders arrive on time", 95),
        ("Ensure no more than 1 of 20 releases is rolled back", 5),
        ("Raise share of answered calls from 60% to 9 of 10", 90),
    ],
)
def test_a_part_is_a_share_where_all_of_a_kind_are_spoken_of(text: str, percent: int) -> None:
    shown = read_statement(text)
    assert (shown.to, shown.unit, shown.doubt) == (Decimal(percent), "%", None)


@pytest.mark.parametrize(
    "text",
    [
        "Win 3 of 5 government tenders",
        "Ganar 3 de 5 licitaciones",
        "Выиграть 3 из 5 тендеров",
        "2 out of 3 trials convert",
        "5 out of 7 stores hit plan",
        "Win three of five tenders",
        "Increase retained customers from 6 of 10 to 9 of 10",
        "Увеличить число продлений с 3 из 5 до 4 из 5 клиентов",
        "Two in three orders arrive in 24 h",
        "2 in 3 orders arrive on time",
        "Raise on-time orders from 2 in 3 to 3 in 4",
    ],
)
def test_a_part_that_may_be_a_count_or_a_share_is_neither(text: str) -> None:
    shown = read_statement(text)
    assert (shown.from_, shown.to, shown.by, shown.doubt) == (None, None, None, "part")


def test_whole_behind_in_is_no_number_of_its_own() -> None:
    shown = read_statement("Reduce churn from 5 in 100 to 3 in 100")
    assert (shown.from_, shown.to, shown.unit) == (Decimal(5), Decimal(3), "%")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Win 3 of the 5 public tenders", 3),
        ("Ganar 3 de las 5 licitaciones", 3),
        ("Убедить 3 из 5 крупнейших клиентов продлить договор", 3),
        ("Certify 45 of 60 stores", 45),
        ("Закрыть 15 из 20 вакансий", 15),
        ("Launch 3 pilots in 5 markets", 3),
        ("Launch 3 in 5 markets", 3),
    ],
)
def test_a_part_of_known_things_is_a_count(text: str, count: int) -> None:
    shown = read_statement(text)
    assert (shown.to, shown.doubt) == (Decimal(count), None)
    assert shown.unit in {None, "count"}


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Raise the rating to 4 out of 5", 4),
        ("Reach 4 of 5 in the partner survey", 4),
        ("Достичь 4 из 5 в опросе партнёров", 4),
        ("Raise CSAT to 4/5", 4),
        ("Get 4 of 5 stars on Trustpilot", 4),
        ("Получить 9 из 10 за аудит", 9),
    ],
)
def test_a_score_out_of_its_best_is_no_part(text: str, score: int) -> None:
    shown = read_statement(text)
    assert (shown.to, shown.doubt) == (Decimal(score), None)
    assert shown.unit != "%"
