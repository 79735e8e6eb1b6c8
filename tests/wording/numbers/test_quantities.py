from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import compose, flatten
from okrcli.wording.numbers.durations import in_unit, read_duration
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.quantities import find_quantities


def quantities(text: str, language: Language = "en") -> list[Figure]:
    composed = compose(text)
    flat = flatten(composed)
    return find_quantities(flat, composed, frozenset(flat.split()), language)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("1h45 a call", "en", "105", "minutes"),
        ("3 h 20 min", "es", "200", "minutes"),
        ("2 ч 5 мин", "ru", "125", "minutes"),
        ("1 hour and 10 minutes", "en", "70", "minutes"),
        ("2 minutes 30 seconds", "en", "150", "seconds"),
        ("7 out of 10 callers", "en", "70", "%"),
        ("3 de cada 4 socios", "es", "75", "%"),
        ("каждый третий заказ", "ru", "33.333", "%"),
        ("4.4 out of 5", "en", "4.4", None),
        ("75 basis points", "en", "0.75", "pp"),
        ("₹3 crore", "en", "30000000", "₹"),
        ("8 MDP", "es", "8000000", None),
        ("$40.000 COP", "es", "40000", "COP"),
        ("UAH 250k", "en", "250000", "₴"),
        ("half a million dollars", "en", "500000", "$"),
        ("полмиллиона подписчиков", "ru", "500000", None),
        ("5с", "ru", "5", "seconds"),
        ("by a quarter", "en", "25", "%"),
        ("en un tercio", "es", "33.333", "%"),
        ("вчетверо", "ru", "4", "x"),
    ],
)
def test_find_quantities_reads_one_quantity(
    text: str, language: Language, value: str, unit: str | None
) -> None:
    (quantity,) = quantities(text, language)
    assert quantity.value is not None
    assert (round(quantity.value, 3), quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["30m views", "7/3 seats"])
def test_find_quantities_gives_no_value_for_what_has_two_meanings(text: str) -> None:
    assert [quantity.value for quantity in quantities(text)] == [None]


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("10-15%", "en", ("10", "15")),
        ("between 20 and 30", "en", ("20", "30")),
        ("entre 4 y 6 días", "es", ("4", "6")),
        ("3–5 дней", "ru", ("3", "5")),
        ("the 3 to 5 range", "en", ("3", "5")),
        ("1-2 million", "en", ("1000000", "2000000")),
    ],
)
def test_find_quantities_joins_a_range(
    text: str, language: Language, ends: tuple[str, str]
) -> None:
    (quantity,) = quantities(text, language)
    assert quantity.value is None
    assert quantity.range == tuple(map(Decimal, ends))


@pytest.mark.parametrize(
    ("text", "language", "period"),
    [
        ("5 reports a week", "en", "week"),
        ("20 visitas al mes", "es", "month"),
        ("3 звонка в день", "ru", "day"),
        ("100K/month", "en", "month"),
        ("5 reports", "en", None),
    ],
)
def test_find_quantities_says_the_period_of_a_rate(
    text: str, language: Language, period: str | None
) -> None:
    assert [quantity.per for quantity in quantities(text, language)] == [period]


def test_find_quantities_reads_the_letter_m_as_minutes_beside_a_time() -> None:
    assert [quantity.unit for quantity in quantities("from 2h to 50m")] == ["hours", "minutes"]


@given(
    st.integers(1, 99),
    st.integers(1, 59),
    st.sampled_from(
        ["{h}h{m:02}", "{h}h {m}m", "{h} h {m} min", "{h} ч {m} мин", "{h} hours {m} minutes"]
    ),
)
def test_a_length_of_time_is_the_same_in_a_title_and_alone(h: int, m: int, form: str) -> None:
    text = form.format(h=h, m=m)
    alone = read_duration(text)
    (quantity,) = quantities(f"Cut the wait to {text}")

    assert alone is not None
    assert quantity.unit is not None
    assert quantity.value == in_unit(alone, quantity.unit)
