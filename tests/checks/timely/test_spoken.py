from datetime import date

import pytest

from okrcli.checks.timely.spoken import SpokenDeadline, days_in, named_days, read_spoken
from okrcli.model.cycle import Cycle
from okrcli.model.settings import Language

Q4 = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("by 2026-06-30", "en", SpokenDeadline(2026, "month", 6, 30)),
        ("к 30.06.2026", "ru", SpokenDeadline(2026, "month", 6, 30)),
        ("до 30.06", "ru", SpokenDeadline(None, "month", 6, 30)),
        ("al 30/06/26", "es", SpokenDeadline(2026, "month", 6, 30)),
        ("by 6/30/2026", "en", SpokenDeadline(2026, "month", 6, 30)),
        ("by 3/6/2026", "en", SpokenDeadline(2026)),
        ("by June 30, 2026", "en", SpokenDeadline(2026, "month", 6, 30)),
        ("by the end of March", "en", SpokenDeadline(None, "month", 3)),
        ("para el 30 de junio", "es", SpokenDeadline(None, "month", 6, 30)),
        ("до конца ноября", "ru", SpokenDeadline(None, "month", 11)),
        ("к 31 мая 2027 года", "ru", SpokenDeadline(2027, "month", 5, 31)),
        ("by Q2", "en", SpokenDeadline(None, "quarter", 2)),
        ("by the end of Q3 2026", "en", SpokenDeadline(2026, "quarter", 3)),
        ("к концу Q3", "ru", SpokenDeadline(None, "quarter", 3)),
        ("in H1", "en", SpokenDeadline(None, "half", 1)),
        ("by the end of the second quarter", "en", SpokenDeadline(None, "quarter", 2)),
        ("durante el tercer trimestre", "es", SpokenDeadline(None, "quarter", 3)),
        ("en el primer semestre de 2026", "es", SpokenDeadline(2026, "half", 1)),
        ("en el segundo cuatrimestre", "es", SpokenDeadline(None, "trimester", 2)),
        ("во втором квартале", "ru", SpokenDeadline(None, "quarter", 2)),
        ("к концу квартала", "ru", SpokenDeadline(None, "quarter")),
        ("antes de fin de año", "es", SpokenDeadline(None, "year")),
        ("by the end of the fiscal year", "en", SpokenDeadline(None, "year", is_fiscal=True)),
        ("in four months", "en", SpokenDeadline(is_relative=True, months=4)),
        ("dentro de cuatro meses", "es", SpokenDeadline(is_relative=True, months=4)),
        ("за 3 месяца", "ru", SpokenDeadline(is_relative=True, months=3)),
        ("за полгода", "ru", SpokenDeadline(is_relative=True, months=6)),
        ("in two years", "en", SpokenDeadline(is_relative=True, months=24)),
        ("en 6 semanas", "es", SpokenDeadline(is_relative=True)),
        ("next quarter", "en", SpokenDeadline(None, "quarter", is_relative=True)),
        ("в течение следующего квартала", "ru", SpokenDeadline(None, "quarter", is_relative=True)),
        ("some day", "en", SpokenDeadline()),
    ],
)
def test_words_of_a_deadline_are_read(
    words: str, language: Language, expected: SpokenDeadline
) -> None:
    assert read_spoken(words, language) == expected


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("by Q2 2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("by February 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("by the end of 2027 year", date(2027, 1, 1), date(2027, 12, 31)),
        ("by 2026-06-30", date(2026, 6, 30), date(2026, 6, 30)),
        ("by the end of November", date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_named_days_are_those_of_the_year_or_of_the_cycles_month(
    words: str, first: date, last: date
) -> None:
    assert named_days(words, "en", Q4) == (first, last)


@pytest.mark.parametrize(
    "words", ["by Q2", "by June", "by FY2027", "in four months", "by 2026-02-31", "some day"]
)
def test_other_words_name_no_days(words: str) -> None:
    assert named_days(words, "en", Q4) is None


def test_fourth_trimester_does_not_exist() -> None:
    assert days_in(SpokenDeadline(box="trimester", number=4), 2026) is None
