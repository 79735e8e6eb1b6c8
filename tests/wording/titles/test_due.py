from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.languages.lexicon import LANGUAGES, Language
from okrcli.wording.titles.due import day_meant

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("by 2026-12-31", "en", "2026-12-31"),
        ("by 12/31/2026", "en", "2026-12-31"),
        ("in Q1 2027", "en", "2027-03-31"),
        ("by the end of Q3", "en", "2027-09-30"),
        ("by the fifth of May", "en", "2027-05-05"),
        ("by the end of December", "en", "2026-12-31"),
        ("this quarter", "en", "2026-12-31"),
        ("next quarter", "en", "2027-03-31"),
        ("in 6 months", "en", "2027-05-20"),
        ("para el 30/09/2027", "es", "2027-09-30"),
        ("al cierre del 3T27", "es", "2027-09-30"),
        ("en el segundo semestre", "es", "2026-12-31"),
        ("al cierre del año", "es", "2026-12-31"),
        ("до 30.06", "ru", "2027-06-30"),
        ("к концу III квартала", "ru", "2027-09-30"),
        ("до первого мая", "ru", "2027-05-01"),
        ("во 2 полугодии 2027 г.", "ru", "2027-12-31"),
        ("за 90 дней", "ru", "2027-02-18"),
        ("за полгода", "ru", "2027-05-20"),
        ("до конца ноября", "ru", "2026-11-30"),
    ],
)
def test_day_meant_is_the_last_day_in_time(words: str, language: Language, day: str) -> None:
    assert day_meant(words, language, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words", ["by 3/4/2027", "by December", "before Easter", "by FY27 Q2", "by 31 February 2027"]
)
def test_day_meant_is_none_where_the_words_leave_it_open(words: str) -> None:
    assert day_meant(words, "en", TODAY) is None


@given(st.text(), st.sampled_from(LANGUAGES), st.dates())
def test_day_meant_takes_any_text(words: str, language: Language, today: date) -> None:
    day_meant(words, language, today)
