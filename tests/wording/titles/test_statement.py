import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.languages.lexicon import LANGUAGES, Language, Lexicon
from okrcli.wording.titles.statement import Statement, read_statement
from tests.wording.corpus import NUMBERS, Labelled, labelled

ALL = [each for language in LANGUAGES for each in labelled(language)]
KEYS = [
    "lang",
    "verb_class",
    "direction",
    "from",
    "to",
    "by",
    "by_kind",
    "unit",
    "deadline",
    "has_number",
    "placeholder",
    "compound",
    "bound",
    "range",
    "factor",
    "per",
    "baseline_in_words",
    "deadline_date",
    "doubt",
]


def read(each: Labelled) -> dict[str, object]:
    statement = read_statement(each.text)
    shown: dict[str, object] = dict(statement.as_json())
    shown |= {"from": statement.from_, "to": statement.to, "by": statement.by}
    return {key: shown[key] for key in each.expected}


def unit_matters(expected: dict[str, object]) -> bool:
    return expected["from"] is not None or expected["to"] is not None


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.text)
def test_read_statement_reads_what_a_careful_reader_reads(each: Labelled) -> None:
    shown = read(each)
    expected = dict(each.expected)
    if not unit_matters(expected) or {expected["unit"], shown["unit"]} <= {None, "count", "points"}:
        expected["unit"] = shown["unit"]
    assert shown == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_corpus_is_large_in_every_language(language: Language) -> None:
    assert len(labelled(language)) >= 150


@pytest.mark.parametrize("each", ALL[::7], ids=lambda each: each.text)
def test_read_statement_reads_capitals_and_odd_spaces_alike(each: Labelled) -> None:
    plain = read_statement(each.text, each.lang)
    spaced = read_statement(each.text.replace(" ", "\N{NO-BREAK SPACE}"), each.lang)
    assert (spaced.from_, spaced.to, spaced.by) == (plain.from_, plain.to, plain.by)
    assert spaced.verb_class == plain.verb_class


def test_as_json_has_the_keys_of_the_contract_in_order() -> None:
    assert list(read_statement("Raise CSAT from 70 to 80").as_json()) == KEYS


def test_as_json_writes_whole_numbers_whole() -> None:
    shown = json.dumps(read_statement("Cut churn from 2.5% to 2%").as_json())
    assert '"from": 2.5, "to": 2,' in shown


def test_read_statement_tells_the_leading_verb_and_its_place() -> None:
    statement = read_statement("Para mejorar la retención")
    assert statement.verb is not None
    assert (statement.verb.text, statement.verb.start, statement.verb.end) == ("mejorar", 5, 12)


def test_read_statement_tells_the_group_of_the_leading_verb_when_another_carries_the_result() -> (
    None
):
    statement = read_statement("Launch a bot to cut the wait by 20%")
    assert (statement.verb_group, statement.verb_class) == ("task", "change")


def test_read_statement_keeps_the_deadline_verbatim() -> None:
    assert read_statement("Снизить отток к концу Q3 2026").deadline == "к концу Q3 2026"


def test_read_statement_finds_weasel_words_with_their_places() -> None:
    statement = read_statement("Resolver varios problemas")
    assert [(span.start, span.text) for span in statement.weasels] == [(9, "varios")]


def test_read_statement_finds_vanity_measures() -> None:
    assert [span.text for span in read_statement("Get 500 page views").vanities] == ["page views"]


def test_read_statement_keeps_the_factor_it_derived_a_share_from() -> None:
    statement = read_statement("Увеличить трафик в 3 раза")
    assert (statement.factor, statement.by) == (Decimal(3), Decimal(200))


def test_read_statement_does_not_invent_a_share_that_does_not_come_out_even() -> None:
    statement = read_statement("Reduce costs 3x")
    assert (statement.factor, statement.by) == (Decimal(3), None)
    assert statement.has_number


@pytest.mark.parametrize(
    "text",
    [
        "Reach 1.200 users",
        "Привлечь 1,200 клиентов",
        "Increase conversion by 10-15%",
        "Reach between 20 and 30 partners",
        "Get 30m views",
    ],
)
def test_read_statement_leaves_numbers_of_two_meanings_alone(text: str) -> None:
    statement = read_statement(text)
    assert statement.has_number
    assert (statement.from_, statement.to, statement.by) == (None, None, None)


def test_read_statement_takes_a_word_that_the_workspace_added() -> None:
    lexicon = Lexicon().with_changes(add={"vague": ["Sourcer"], "weasel": ["chulo"]})
    statement = read_statement("Sourcer des choses chulo", "es", lexicon)
    assert statement.verb_class == "vague"
    assert [span.text for span in statement.weasels] == ["chulo"]


def test_read_statement_forgets_a_word_that_the_workspace_removed() -> None:
    lexicon = Lexicon().with_changes(remove={"vague": ["streamline"]})
    assert read_statement("Streamline procurement").verb_class == "vague"
    assert read_statement("Streamline procurement", "en", lexicon).verb_class == "none"


def test_read_statement_matches_no_stems() -> None:
    assert read_statement("Служба поддержки отвечает").verb_class == "none"
    assert read_statement("Повысить оценку службы поддержки").verb_class == "change"


def test_read_statement_reads_the_beginning_of_an_endless_text() -> None:
    statement = read_statement("Raise CSAT from 70 to 80 " + "and so on " * 100_000 + "by 2030")
    assert (statement.from_, statement.to) == (Decimal(70), Decimal(80))
    assert statement.deadline is None


@given(st.text(max_size=300))
def test_read_statement_reads_any_text(text: str) -> None:
    statement = read_statement(text)
    assert json.loads(json.dumps(statement.as_json())).keys() == set(KEYS)


@given(
    st.lists(st.sampled_from([each.text for each in ALL]), min_size=1, max_size=3),
    st.sampled_from([" ", ", ", " and ", " y ", " и ", ". "]),
    st.sampled_from(LANGUAGES),
)
def test_read_statement_stays_within_its_types(
    texts: list[str], joint: str, language: Language
) -> None:
    statement = read_statement(joint.join(texts), language)
    assert_is_consistent(statement)


def assert_is_consistent(statement: Statement) -> None:
    numbers = [statement.from_, statement.to, statement.by]
    assert all(number is None or isinstance(number, Decimal) for number in numbers)
    assert statement.by is None or statement.by >= 0
    assert (statement.by is None) == (statement.by_kind is None)
    assert statement.from_ is None or statement.to is None or statement.by is None
    assert statement.has_number or numbers == [None] * len(NUMBERS)
    assert statement.deadline is None or statement.deadline in statement.text
    assert statement.verb is None or statement.verb.text in statement.text
