"""What the numbers of a title are, by what stands on both sides of them."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.wording.languages.lexicon import LANGUAGES, Language
from okrcli.wording.titles.statement import Statement, read_statement
from tests.wording.corpus import Labelled, labelled

Goalposts = tuple[str | None, str | None, str | None]


def goalposts(statement: Statement) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return statement.from_, statement.to, statement.by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where it stands now
        ("Hit 70% coverage (we're at 55%)", ("55", "70", None)),
        ("Answer in under 2 hours instead of 6", ("6", "2", None)),
        ("Entregar en 3 días en vez de 8", ("8", "3", None)),
        ("Решать обращение за 4 часа вместо 12", ("12", "4", None)),
        ("Довести конверсию до 7% с нынешних 4%", ("4", "7", None)),
        ("Basket > $50 (vs $44 baseline)", ("44", "50", None)),
        # an amount, in words too
        ("Halve the backlog", (None, None, "50")),
        ("Cut the backlog by a quarter", (None, None, "25")),
        ("Recortar el gasto en un tercio", (None, None, "33.333")),
        ("Сократить потери вдвое", (None, None, "50")),
        ("Увеличить охват в 4 раза", (None, None, "300")),
        ("Reduce waste to a third", (None, None, "66.667")),
        ("Cut travel spend ≥ 18%", (None, None, "18")),
        ("Cut churn to < 3%", (None, "3", None)),
        # what only says of whom, how, or in which time
        ("Grow the list to 900 firms, of which 20% are new", (None, "900", None)),
        ("70% of forms filed online with a 30% drop in calls", (None, "70", None)),
        ("Improve loyalty by phoning 40 customers a week", (None, None, None)),
        ("Beat the top 5 vendors on price", (None, None, None)),
        ("Superar a los 4 principales competidores", (None, None, None)),
        ("Answer within 3 minutes for 90% of chats", (None, "90", None)),
        ("Forecast error stays within 6%", (None, "6", None)),
        ("Win [300] leads in 40 days", (None, "300", None)),
        # how often
        ("Meet each partner 3 times", (None, "3", None)),
        ("Deploy 4x per week (today 1x)", ("1", "4", None)),
    ],
)
def test_read_statement_gives_each_quantity_its_role(text: str, expected: Goalposts) -> None:
    wanted = tuple(None if value is None else Decimal(value) for value in expected)
    assert goalposts(read_statement(text)) == wanted


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Reduce churn from 3% to 5%", "direction"),
        ("Subir el NPS de 60 a 40", "direction"),
        ("Снизить долю брака с 2% до 4%", "direction"),
        ("Raise retention from 92% to 130%", "share"),
        ("Llevar la retención del 80% al 110%", "share"),
        ("Grow revenue from $2M to 5%", "units"),
        ("Reduce incidents from 2 per quarter to 1 per month", "periods"),
        ("Bajar las caídas de 6 al año a 2 al mes", "periods"),
    ],
)
def test_read_statement_reads_no_number_that_contradicts_the_rest(text: str, doubt: str) -> None:
    statement = read_statement(text)
    assert (statement.doubt, *goalposts(statement)) == (doubt, None, None, None)
    assert statement.has_number


@pytest.mark.parametrize(
    "text",
    [
        "Cut the loss from -400 to -100",
        "Reducir el déficit de -20 a -5",
        "Сократить убыток с -40 до -10",
        "Raise our rank from 20 to 5",
        "Accelerate delivery from 9 days to 4",
        "Grow net revenue retention from 104% to 118%",
        "Reach 120% of quota",
    ],
)
def test_read_statement_reads_what_only_seems_to_contradict_itself(text: str) -> None:
    statement = read_statement(text)
    assert statement.doubt is None
    assert statement.to is not None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Keep stock between 10 and 20 days", ("10", "20")),
        ("Mantener el margen entre 18% y 22%", ("18", "22")),
        ("Держать запас от 15 до 25 дней", ("15", "25")),
        ("Hire 2-4 writers", ("2", "4")),
        ("Сократить срок до 2–3 дней", ("2", "3")),
    ],
)
def test_read_statement_takes_no_end_of_a_range_for_a_target(
    text: str, ends: tuple[str, str]
) -> None:
    statement = read_statement(text)
    assert statement.range == tuple(map(Decimal, ends))
    assert goalposts(statement) == (None, None, None)


def test_read_statement_keeps_a_baseline_beside_a_range() -> None:
    statement = read_statement("Cut the wait from 9 to 3-4 minutes")
    assert (statement.from_, statement.range) == (Decimal(9), (Decimal(3), Decimal(4)))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Keep uptime above 99.9%", "min"),
        ("Mantener la espera por debajo de 3 minutos", "max"),
        ("Держать отток не выше 2%", "max"),
        ("Провести не менее 30 встреч", "min"),
        ("Reach 40 or more partners", "min"),
        ("Reach 40 partners", None),
    ],
)
def test_read_statement_says_which_bound_a_number_is(text: str, bound: str | None) -> None:
    assert read_statement(text).bound == bound


def test_read_statement_says_the_period_and_the_factor() -> None:
    assert read_statement("Raise qualified replies from 20 to 45 a week").per == "week"
    assert read_statement("Double sign-ups").factor == Decimal(2)


def test_considered_names_the_roles_with_their_reasons() -> None:
    best, *_ = read_statement("Raise CSAT to 90% of 400 agents").considered.assignments
    assert [vote.role for vote in best.roles] == ["to", "aside"]
    assert best.roles[0].because


SENTENCES = st.sampled_from([each for language in LANGUAGES for each in labelled(language)])
DEADLINES = {"en": "by 2027-03-31", "es": "para el 2027-03-31", "ru": "до 31.03.2027"}
CHANGES: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "spaces": lambda text: text.replace(" ", "  "),
    "around": lambda text: f" {text} ",
    "tabs": lambda text: text.replace(" ", "\t"),
    "no-break": lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    "full stop": lambda text: f"{text.rstrip('.')}.",
}


def numbers_of(text: str, language: Language) -> tuple[object, ...]:
    statement = read_statement(text, language)
    return (*goalposts(statement), statement.range, statement.unit, statement.bound)


@settings(max_examples=300)
@given(SENTENCES, st.sampled_from(sorted(CHANGES)))
def test_spaces_and_case_do_not_change_the_numbers(sentence: Labelled, change: str) -> None:
    changed = CHANGES[change](sentence.text)
    assert numbers_of(changed, sentence.lang) == numbers_of(sentence.text, sentence.lang)


@given(SENTENCES)
def test_a_deadline_at_the_end_does_not_change_the_numbers(sentence: Labelled) -> None:
    if sentence.expected["deadline"] is None:
        changed = f"{sentence.text.rstrip('.')} {DEADLINES[sentence.lang]}"
        assert numbers_of(changed, sentence.lang) == numbers_of(sentence.text, sentence.lang)


@given(
    st.sampled_from(["Atlas", "Plan Norte", "Север"]),
    st.sampled_from(['"', "«»", "“”", "'"]),
    st.sampled_from(
        [
            ("Raise use of {} from 18% to 30%", "en"),
            ("Sign 40 partners for {}", "en"),
            ("Aumentar el uso de {} del 18% al 30%", "es"),
            ("Reducir un 20% los fallos de {}", "es"),
            ("Увеличить долю {} с 18% до 30%", "ru"),
            ("Подключить к {} не менее 40 школ", "ru"),
        ]
    ),
)
def test_quotes_around_a_name_do_not_change_the_numbers(
    name: str, quotes: str, sentence: tuple[str, Language]
) -> None:
    text, language = sentence
    quoted = text.format(f"{quotes[0]}{name}{quotes[-1]}")
    assert numbers_of(quoted, language) == numbers_of(text.format(name), language)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_pair_is_read_as_it_is_written(start: int, goal: int) -> None:
    statement = read_statement(f"Move weekly orders from {start} to {goal}")
    assert (statement.from_, statement.to) == (Decimal(start), Decimal(goal))


@pytest.mark.parametrize(
    "text",
    [
        "Improve the mentor ratio from 1:12 to 1:8",
        "Bajar la proporción de 1:12 a 1:8",
        "Улучшить соотношение с 1:8 до 1:5",
        "Move from 1 agent per 50 customers to 1 per 40",
        "Pasar de 1 agente por cada 50 clientes a 1 por cada 40",
        "Снизить нагрузку с 1 оператора на 50 до 1 на 40 клиентов",
    ],
)
def test_ratio_of_one_to_many_is_no_number(text: str) -> None:
    shown = read_statement(text)
    assert (shown.from_, shown.to, shown.by, shown.doubt) == (None, None, None, "ratio")


def test_one_rate_is_a_number() -> None:
    assert read_statement("At most 1 error per 1,000 orders").to == 1


def test_signed_score_behind_a_bound_is_no_change() -> None:
    assert read_statement("NPS of at least +45").by is None
    assert read_statement("Raise NPS by +5").by == 5
