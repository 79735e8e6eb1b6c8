"""Formulas: what is one, what it comes to, and why it may come to nothing."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from okrcli.compute.kpis.formula import (
    MAX_CHARACTERS,
    Formula,
    FormulaError,
    NoValue,
    parse_formula,
)


def _value(text: str, **values: int | str) -> Decimal | NoValue:
    return parse_formula(text).value({name: Decimal(each) for name, each in values.items()})


@pytest.mark.parametrize(
    ("text", "values", "value"),
    [
        ("clv / cac", {"clv": 15_000, "cac": 6_000}, "2.5"),
        ("100 * lost / customers", {"lost": 10, "customers": 100}, "10"),
        ("(end - new) / start * 100", {"end": 110, "new": 20, "start": 100}, "90"),
        ("1 - abs(forecast - actual) / actual", {"forecast": 250, "actual": 100}, "-0.5"),
        ("max(0, 1 - abs(forecast - actual) / actual)", {"forecast": 250, "actual": 100}, "0"),
        ("a - b - c", {"a": 10, "b": 3, "c": 2}, "5"),
        ("a / b / c", {"a": 12, "b": 3, "c": 2}, "2"),
        ("a + b * c", {"a": 1, "b": 2, "c": 3}, "7"),
        ("-a * -2", {"a": 3}, "6"),
        ("- - a", {"a": 3}, "3"),
        ("+a", {"a": 3}, "3"),
        ("min(a, b, 0.5) + .5 + 1.", {"a": 3, "b": 4}, "2"),
        ("0.1 + 0.2", {}, "0.3"),
        ("a\n  / b", {"a": 1, "b": 4}, "0.25"),
        ("class / yield", {"class": 1, "yield": 2}, "0.5"),
        ("abs + min", {"abs": 1, "min": 2}, "3"),
    ],
)
def test_formula_comes_to_its_value(text: str, values: dict[str, int], value: str) -> None:
    assert _value(text, **values) == Decimal(value)


def test_formula_comes_to_no_negative_0() -> None:
    assert str(_value("-a", a=0)) == str(_value("-1 * a", a="0.000")) == "0"


def test_word_of_python_is_a_name_like_any_other() -> None:
    assert parse_formula("True + None * lambda").names == ("True", "None", "lambda")


def test_formula_names_each_kpi_once_in_the_order_of_the_text() -> None:
    assert parse_formula("100 * (b + a) / max(b, c, abs(a))").names == ("b", "a", "c")


@pytest.mark.parametrize(
    ("text", "values", "reason"),
    [
        ("clv / cac", {"clv": 1, "cac": 0}, "It divides by cac, which is 0."),
        ("clv / cac", {"clv": 0, "cac": 0}, "It divides by cac, which is 0."),
        ("a / 0.0", {"a": 1}, "It divides by 0."),
        ("a / (b - c)", {"a": 1, "b": 2, "c": 2}, "It divides by b - c, which is 0."),
        ("clv / cac", {"clv": 1}, "cac has no value."),
        ("a * a * a", {"a": "1E+30"}, "Its result is too large a number."),
    ],
)
def test_formula_without_a_value_says_why(
    text: str, values: dict[str, int | str], reason: str
) -> None:
    assert _value(text, **values) == NoValue(reason)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The formula is empty."),
        (" \n", "The formula is empty."),
        ("a" * 501, "The formula has 501 characters; the limit is 500."),
        ("0,5 * a", "A comma is allowed only inside min and max: write 0.5, not 0,5."),
        ("sqrt(a)", "There is no function 'sqrt'; there are only abs, min and max."),
        ("a(b)", "There is no function 'a'; there are only abs, min and max."),
        ("abs(a, b)", "abs takes one value."),
        ("abs()", "abs takes one value."),
        ("min(a)", "min takes two values or more."),
        ("max()", "max takes two values or more."),
        ("a b", "The formula cannot be read: a value"),
        ("(a + b", "The formula cannot be read: a value"),
        ("12345678901234567890123456789", "12345678901234567890123456789 has too many digits"),
    ],
)
def test_text_that_is_no_formula_is_refused_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(FormulaError) as refused:
        parse_formula(text)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        *("a ** b", "a // b", "a % b", "100%", "a if b else c", "a < b", "not a", "a or b", "~a"),
        *("a.b", "a[0]", "[a]", "{a}", "(a, b)", "min(*a)", "min(**a)", "max(a, key=b)", "a := 1"),
        *("lambda: 1", "__import__('os')", "a; b", "a = 1", "'a'", "f'{a}'", "await a", "..."),
        *("1e5", "0x1F", "1_000", "1j", "1or 2", "007", "1 000", "15pp", "²", "a²", "ａ", "доля"),
        *("a b", "a +", ")", "(" * 250 + ")" * 250, "a\x00b", "_a", "a__b", "#"),
    ],
)
def test_anything_but_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        parse_formula(text)


def test_deepest_formula_of_the_longest_text_is_read() -> None:
    assert _value("-" * (MAX_CHARACTERS - 1) + "1") == Decimal(-1)
    assert _value("1+" * 249 + "1") == Decimal(250)


@given(st.text(max_size=60) | st.text("abc_019.,+-*/() %\n", max_size=60))
def test_any_text_is_a_formula_or_refused_in_a_sentence(text: str) -> None:
    read = _read(text)
    if isinstance(read, Formula):
        values = dict.fromkeys(read.names, Decimal(2))
        assert isinstance(read.value(values), Decimal | NoValue)
    else:
        assert str(read).endswith(".")


def _read(text: str) -> Formula | FormulaError:
    try:
        return parse_formula(text)
    except FormulaError as error:
        return error


class _Term(NamedTuple):
    """Arithmetic as text, its exact value, and how far rounding to 28 digits can lead from it.

    `value` is `None` where something is divided by 0.
    """

    text: str
    value: Fraction | None
    error: Fraction = Fraction(0)


ROUNDING = Fraction(1, 10**27)
VALUES = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=2)


def _leaves(values: Mapping[str, Decimal]) -> st.SearchStrategy[_Term]:
    names = st.sampled_from(sorted(values)).map(lambda name: _Term(name, Fraction(values[name])))
    return names | st.decimals(0, 99, places=1).map(lambda each: _Term(str(each), Fraction(each)))


def _both(left: _Term, sign: str, right: _Term) -> _Term:
    text = f"({left.text}) {sign} ({right.text})"
    if left.value is None or right.value is None:
        return _Term(text, None)
    a, b, a_error, b_error = left.value, right.value, left.error, right.error
    if sign == "/":
        if not b and not b_error:
            return _Term(text, None)
        if abs(b) <= b_error:  # only rounding decides whether this is 0
            reject()
        value, error = a / b, (a_error + abs(a / b) * b_error) / (abs(b) - b_error)
    elif sign == "*":
        value, error = a * b, abs(a) * b_error + abs(b) * a_error + a_error * b_error
    else:
        value, error = (a + b if sign == "+" else a - b), a_error + b_error
    return _Term(text, value, error + ROUNDING * (abs(value) + error))


def _negative(term: _Term) -> _Term:
    return _Term(f"-({term.text})", None if term.value is None else -term.value, term.error)


def _larger(parts: st.SearchStrategy[_Term]) -> st.SearchStrategy[_Term]:
    return st.builds(_both, parts, st.sampled_from("+-*/"), parts) | parts.map(_negative)


@given(st.data(), st.fixed_dictionaries({"a": VALUES, "b": VALUES, "c": VALUES}))
def test_formula_comes_to_what_exact_arithmetic_comes_to(
    data: st.DataObject, values: Mapping[str, Decimal]
) -> None:
    term = data.draw(st.recursive(_leaves(values), _larger, max_leaves=8))
    value = parse_formula(term.text).value(values)
    if term.value is None:
        assert isinstance(value, NoValue)
    else:
        assert isinstance(value, Decimal)
        assert abs(Fraction(value) - term.value) <= term.error


def test_formulas_of_one_text_are_equal() -> None:
    one, other = parse_formula("clv / cac"), parse_formula(" clv /  cac")
    assert one == other


def test_longest_number_is_of_28_digits() -> None:
    assert _value("9" * 28) == Decimal("9" * 28)
    with pytest.raises(FormulaError):
        parse_formula("9" * 29)
