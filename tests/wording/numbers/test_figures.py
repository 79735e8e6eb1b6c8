from decimal import Decimal

import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import compose, flatten
from okrcli.wording.numbers.figures import Figure, find_figures


def figures(text: str, language: Language = "en") -> list[Figure]:
    composed = compose(text)
    flat = flatten(composed)
    return find_figures(flat, composed, frozenset(flat.split()), language)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("$50M pipeline", "en", "50000000", "$"),
        ("$30m pipeline", "en", "30000000", "$"),
        ("60K signups", "en", "60000", None),
        ("USD 500 a seat", "en", "500", "$"),
        ("10 млн ₽", "ru", "10000000", "₽"),
        ("100 тыс. руб. в месяц", "ru", "100000", "₽"),
        ("2 millones de dólares", "es", "2000000", "$"),
        ("30.000€", "es", "30000", "€"),
        ("2 рабочих дней", "ru", "2", "days"),
        ("5 business days", "en", "5", "days"),
        ("1,500 engineering hours", "en", "1500", "hours"),
        ("3:00", "en", "180", "seconds"),
        ("LTV:CAC 3:1", "en", "3", "x"),
        ("rated 4.5/5", "en", "4.5", None),
        ("8 out of 10", "en", "8", None),
        ("85%+ of the plan", "en", "85", "%"),
        ("x2 growth", "en", "2", "x"),
        ("3 times a week", "en", "3", None),
        ("5 puntos porcentuales", "es", "5", "pp"),
        ("media hora", "es", "0.5", "hours"),
        ("200ms", "en", "200", "ms"),
    ],
)
def test_find_figures_reads_value_and_unit(
    text: str, language: Language, value: str, unit: str | None
) -> None:
    (figure,) = figures(text, language)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


def test_find_figures_spans_the_whole_quantity() -> None:
    text = "from $2M to 5 business days"
    spans = [text[figure.start : figure.end] for figure in figures(text)]
    assert spans == ["$2M", "5 business days"]


@pytest.mark.parametrize(
    ("text", "language", "signs"),
    [
        ("from minus 6% to plus 3%", "en", ["-", "+"]),
        ("from minus $40k to $10k", "en", ["-", ""]),
        ("to minus 22", "en", ["-"]),
        ("from negative 12 to 20", "en", ["-", ""]),
        ("de menos 6 a más 12", "es", ["-", "+"]),
        ("de menos 200 a menos 50", "es", ["-", "-"]),
        ("a menos 12 quejas", "es", [""]),
        ("al menos 12 quejas", "es", [""]),
        ("с минус 6% до плюс 3%", "ru", ["-", "+"]),
        ("с –6 до +12", "ru", ["-", "+"]),
        ("returns –15%", "en", ["-"]),
        ("returns – 15%", "en", [""]),
        ("3 posts plus 2 talks", "en", ["", ""]),
    ],
)
def test_find_figures_reads_signs_in_words_and_long_dashes(
    text: str, language: Language, signs: list[str]
) -> None:
    assert [figure.sign for figure in figures(text, language)] == signs


@pytest.mark.parametrize("text", ["plus or minus 5%", "±5%", "плюс-минус 5%"])
def test_find_figures_has_no_value_for_a_margin(text: str) -> None:
    assert [figure.value for figure in figures(text)] == [None]


def test_find_figures_reads_a_dollar_sign_as_the_peso_that_is_named_once() -> None:
    assert [f.unit for f in figures("de $ 4.500 a $ 3.200 CLP", "es")] == ["CLP", "CLP"]
    assert [f.unit for f in figures("from $5M to MXN 120M")] == ["$", "MXN"]


@pytest.mark.parametrize("text", ["3 п. п.", "3 p. p.", "3 п.п.", "3 пп"])
def test_find_figures_reads_points_with_spaces(text: str) -> None:
    assert [figure.unit for figure in figures(text, "ru")] == ["pp"]


@pytest.mark.parametrize("text", ["5 percent points", "5 %-points", "5 % pts", "5 % пунктов"])
def test_find_figures_reads_percent_points(text: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text, "ru")] == [(Decimal(5), "pp")]


@pytest.mark.parametrize("text", ["300 б. п.", "300 б.п.", "300 b.p.", "300 p.b.", "300 pb"])
def test_find_figures_reads_abbreviated_basis_points(text: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text, "ru")] == [(Decimal(3), "pp")]


def test_find_figures_reads_decimals_without_a_zero_before_the_point() -> None:
    values = [figure.value for figure in figures("from .82 to .9")]
    assert values == [Decimal("0.82"), Decimal("0.9")]


def test_find_figures_takes_no_dash_for_a_minus() -> None:
    assert [figure.sign for figure in figures("churn - 5%, NPS -10, cost +3%")] == ["", "-", "+"]
