from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from okrcli.wording.numbers.parse import (
    LONGEST_TEXT,
    AmbiguousNumber,
    NotANumber,
    Quantity,
    parse_number,
    spell,
)

amounts = st.decimals(min_value=Decimal("-99999999.99"), max_value=Decimal("99999999.99"), places=2)
groups = st.sampled_from([",", ".", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "'"])


def numbers_in(text: str) -> list[Decimal]:
    try:
        return [parse_number(text).value]
    except AmbiguousNumber as ambiguous:
        return list(ambiguous.candidates)
    except NotANumber:
        return []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12,5", "12.5", None),
        ("12.5", "12.5", None),
        ("1 200", "1200", None),
        ("1\N{NO-BREAK SPACE}200", "1200", None),
        ("1\N{NARROW NO-BREAK SPACE}200,5", "1200.5", None),
        ("1'200", "1200", None),
        ("1\N{RIGHT SINGLE QUOTATION MARK}200", "1200", None),
        ("1.200.000", "1200000", None),
        ("1,200,000", "1200000", None),
        ("1,200.5", "1200.5", None),
        ("1.200,5", "1200.5", None),
        ("0,200", "0.2", None),
        ("0.200", "0.2", None),
        ("1,20", "1.2", None),
        ("1234,567", "1234.567", None),
        (".5", "0.5", None),
        ("007", "7", None),
        ("-5", "-5", None),
        ("\N{MINUS SIGN}5", "-5", None),
        ("+3", "3", None),
        ("15 %", "15", "%"),
        ("15%", "15", "%"),
        ("15 por ciento", "15", "%"),
        ("+5pp", "5", "pp"),
        ("3 процентных пункта", "3", "pp"),
        ("5 п.п.", "5", "pp"),
        ("$12m", "12000000", "$"),
        ("-$5", "-5", "$"),
        ("$-5", "-5", "$"),
        ("US$ 40", "40", "$"),
        ("12k", "12000", None),
        ("12 млн", "12000000", None),
        ("12 млн ₽", "12000000", "₽"),
        ("12 тыс. руб.", "12000", "₽"),
        ("2 mil millones de euros", "2000000000", "€"),
        ("5 дней", "5", "days"),
        ("50 мс", "50", "ms"),
        ("2 horas", "2", "hours"),
        ("4x", "4", "x"),
        ("(1.234,56)", "-1234.56", None),
        ("($40.00)", "-40", "$"),
        ("$ (40.00)", "-40", "$"),
        ("(12 %)", "-12", "%"),
        ("(1 234,56) ₽", "-1234.56", "₽"),
        ("1.234,56-", "-1234.56", None),
        ("1.234,56 -", "-1234.56", None),
        ("5 €-", "-5", "€"),
        ("1.5E+02", "150", None),
        ("1,234E+5", "123400", None),
        ("1,23,456.70", "123456.70", None),
        ("12,34,56,789", "123456789", None),
        ("-1.5e-1", "-0.15", None),
        ("$1e3", "1000", "$"),
    ],
)
def test_parse_number_reads_what_people_write(text: str, value: str, unit: str | None) -> None:
    quantity = parse_number(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "large", "small"),
    [
        ("1,200", "1200", "1.2"),
        ("1.200", "1200", "1.2"),
        ("100,000", "100000", "100"),
        ("-1.234", "-1234", "-1.234"),
        ("(1.234)", "-1234", "-1.234"),
        ("1.234-", "-1234", "-1.234"),
        ("$1,200k", "1200000", "1200"),
        ("12m", "12000000", "12"),
    ],
)
def test_parse_number_refuses_two_meanings(text: str, large: str, small: str) -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        parse_number(text)
    assert caught.value.candidates == (Decimal(large), Decimal(small))


def test_ambiguous_number_says_how_to_write_each() -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        parse_number("1,200")
    assert str(caught.value) == "1,200 could be 1200 or 1.2: write 1200 or 1.2."


def test_ambiguous_number_suggests_only_what_is_unambiguous() -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        parse_number("1,234")
    assert str(caught.value) == "1,234 could be 1234 or 1.2340: write 1234 or 1.2340."


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "½",
        "nan",
        "inf",
        "-Infinity",
        "0x1F",
        "1_000",
        "1 20",
        "1.2.3",
        "12..5",
        "1-2",
        "+-5",
        "12 tickets",
        "12:75",
        "4:30",
        "(-5)",
        "-(5)",
        "-5-",
        "5 (2)",
        "(5",
        "1,000E+99",
        "1.234,5E+2",
        "1.2E",
        "5.",
        "٣",
        "$5 €",
        "9" * 31,
        "1" + " " * LONGEST_TEXT,
    ],
)
def test_parse_number_refuses_what_is_no_number(text: str) -> None:
    with pytest.raises(NotANumber, match=r"is not a number: write it like 1200, 12\.5 or 15 %"):
        parse_number(text)


def test_not_a_number_keeps_its_message_short_when_the_text_is_long() -> None:
    with pytest.raises(NotANumber) as caught:
        parse_number("x" * 100_000)
    assert len(str(caught.value)) < 200


def test_parse_number_decides_by_the_known_decimal_mark() -> None:
    assert parse_number("1,200", decimal=".").value == 1200
    assert parse_number("1,200", decimal=",").value == Decimal("1.2")
    assert parse_number("(1,200)", decimal=",").value == Decimal("-1.2")
    for text in ("12,5", "1,5E+02"):
        with pytest.raises(NotANumber):
            parse_number(text, decimal=".")


def test_parse_number_tells_a_sign_and_a_scale() -> None:
    assert parse_number("+15 %") == Quantity(Decimal(15), "%", signed=True)
    assert parse_number("12k") == Quantity(Decimal(12000), scaled=True)


@given(st.text(max_size=80) | st.text("0123456789.,' -+$%kmмh:€()eE", max_size=20))
@example("12 m")
@example("2m-")
@example("$1,200m")
def test_parse_number_gives_a_finite_number_or_its_two_errors(text: str) -> None:
    assert all(number.is_finite() for number in numbers_in(text))


@given(amounts, groups, st.sampled_from([",", "."]))
def test_parse_number_gives_back_a_number_written_in_any_habit(
    value: Decimal, group: str, mark: str
) -> None:
    if group == mark:
        group = " "
    written = f"{value:,}".replace(",", "G").replace(".", mark).replace("G", group)
    assert parse_number(written).value == value


@given(st.integers(1000, 999_999), st.sampled_from([",", "."]))
def test_parse_number_counts_the_true_reading_among_the_candidates(value: int, group: str) -> None:
    written = f"{value:,}".replace(",", group)
    with pytest.raises(AmbiguousNumber) as caught:
        parse_number(written)
    assert Decimal(value) in caught.value.candidates


@given(st.decimals(-10_000_000, 10_000_000, allow_nan=False, places=3))
def test_spell_is_read_back_in_one_way(value: Decimal) -> None:
    assert parse_number(spell(value)).value == value
