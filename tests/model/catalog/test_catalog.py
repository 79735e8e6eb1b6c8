"""The catalogue is whole: every text in every language, every reference to something there is."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import get_args

import pytest

from okrcli.errors import UsageError
from okrcli.model.base import KPI_ID_PATTERN
from okrcli.model.catalog import CATALOG, entry_named
from okrcli.model.catalog.entry import CatalogEntry, LocalText
from okrcli.model.catalog.other_names import OTHER_NAMES
from okrcli.model.catalog.themes import THEMES
from okrcli.model.settings import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)
ENTRIES = [pytest.param(entry, id=entry.id) for entry in CATALOG.values()]

WANTED = """
nps csat ces ces_2 churn_rate retention_rate repurchase_rate first_response_time
average_resolution_time average_handle_time first_contact_resolution ticket_backlog clv cac
clv_per_cac lead_conversion_rate win_rate win_rate_created sales_cycle_length forecast_accuracy
adoption_rate participation_rate completion_rate response_rate automation_share data_accuracy
expansion_revenue revenue revenue_per_customer margin gross_margin operating_cost
agent_productivity employee_satisfaction customer_engagement
"""


def texts_of(entry: CatalogEntry, language: Language) -> Iterator[str]:
    words = entry.words(language)
    yield from (words.title, words.definition, words.why, words.calculation, *words.pitfalls)
    yield from (part.title[language] for part in entry.parts)


def short_texts() -> Iterator[LocalText]:
    for entry in CATALOG.values():
        yield from (entry.unit, entry.source, *(part.unit for part in entry.parts))
    for theme in THEMES:
        yield from (theme.name, theme.words)


def test_catalogue_has_every_kpi_once() -> None:
    assert set(CATALOG) == set(WANTED.split())
    assert all(re.fullmatch(KPI_ID_PATTERN, each) for each in CATALOG)


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry_says_everything_in_each_language_in_words_of_its_own(entry: CatalogEntry) -> None:
    texts = {language: list(texts_of(entry, language)) for language in LANGUAGES}

    for one, two in combinations(LANGUAGES, 2):
        assert len(texts[one]) == len(texts[two])
        assert not set(texts[one]) & set(texts[two])
    assert all(text.strip() == text != "" for group in texts.values() for text in group)
    assert len(entry.en.pitfalls) >= 2


@pytest.mark.parametrize("entry", ENTRIES)
def test_texts_are_written_in_their_own_language(entry: CatalogEntry) -> None:
    for language in LANGUAGES:
        for text in texts_of(entry, language):
            letters = re.findall(r"[^\W\d_]", text)
            cyrillic = sum("а" <= each.lower() <= "ё" for each in letters)
            assert (cyrillic > len(letters) / 2) == (language == "ru"), text


@pytest.mark.parametrize("entry", ENTRIES)
def test_sentences_end_and_titles_and_formulas_do_not(entry: CatalogEntry) -> None:
    for language in LANGUAGES:
        words = entry.words(language)
        for text in (words.definition, words.why, *words.pitfalls):
            assert text.endswith("."), text
            assert "  " not in text
        assert not words.title.endswith(".")
        assert not words.calculation.endswith(".")


def test_no_text_stands_at_two_entries() -> None:
    texts = Counter(
        text
        for entry in CATALOG.values()
        for language in LANGUAGES
        for text in (entry.words(language).title, entry.words(language).definition)
    )
    assert [text for text, count in texts.items() if count > 1] == []


def test_every_short_text_is_there_in_each_language() -> None:
    for text in short_texts():
        assert list(text) == list(LANGUAGES)
        assert all(text.values())


@pytest.mark.parametrize("entry", ENTRIES)
def test_kpis_to_read_beside_an_entry_are_others_of_the_catalogue(entry: CatalogEntry) -> None:
    assert entry.pairs
    assert entry.id not in entry.pairs
    assert set(entry.pairs) <= set(CATALOG)


@pytest.mark.parametrize("entry", ENTRIES)
def test_part_that_is_an_entry_itself_agrees_with_it(entry: CatalogEntry) -> None:
    for part in entry.parts:
        known = CATALOG.get(part.id)
        if known:
            assert (part.unit, part.bounds) == (known.unit, known.bounds)


def test_part_of_several_entries_is_the_same_in_all() -> None:
    parts = {(part.id, *part.title.values()) for each in CATALOG.values() for part in each.parts}
    named = Counter(id_ for id_, *_ in parts)

    assert [id_ for id_, count in named.items() if count > 1] == []


def test_shares_are_percentages_from_0_to_100() -> None:
    free = {entry.id for entry in CATALOG.values() if entry.unit["en"] == "%" and entry.bounds.low}

    assert free == set()
    for entry in CATALOG.values():
        if entry.unit["en"] == "%":
            assert entry.bounds.high == 100


def test_surveys_state_their_scale_and_effort_its_version() -> None:
    surveys = {entry.id: entry.survey for entry in CATALOG.values() if entry.survey}

    assert {id_: each.scale for id_, each in surveys.items()} == {
        "nps": (0, 10),
        "csat": (1, 5),
        "ces": (1, 5),
        "ces_2": (1, 7),
        "employee_satisfaction": (1, 5),
    }
    assert (surveys["ces"].version, surveys["ces_2"].version) == (1, 2)
    assert (CATALOG["ces"].direction, CATALOG["ces_2"].direction) == ("down", "up")


def test_themes_name_entries_of_the_catalogue() -> None:
    for theme in THEMES:
        assert set(theme.kpis) <= set(CATALOG)
    assert {kpi for theme in THEMES for kpi in theme.kpis} <= set(CATALOG)


@pytest.mark.parametrize("name", ["nps", "catalog:nps"])
def test_entry_is_found_by_its_id_with_or_without_the_prefix(name: str) -> None:
    assert entry_named(name) is CATALOG["nps"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("catalog:churn", "churn_rate"),
        ("nsp", "nps"),
        ("Win-Rate", "win_rate"),
        ("forecast", "forecast_accuracy"),
        ("zzz", "LIST_CATALOG"),
        ("", "LIST_CATALOG"),
    ],
)
def test_unknown_entry_is_refused_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        entry_named(name)

    assert near in repr(caught.value.hints)


def test_other_names_are_of_entries_in_each_language() -> None:
    assert set(OTHER_NAMES) <= set(CATALOG)
    for names in OTHER_NAMES.values():
        assert list(names) == list(LANGUAGES)
        assert all(names.values())


def test_no_word_shows_two_entries_or_two_themes() -> None:
    for groups in (OTHER_NAMES.values(), (theme.words for theme in THEMES)):
        words = Counter(
            word for local_text in groups for word in set(" ".join(local_text.values()).split())
        )
        assert sorted(word for word, count in words.items() if count > 1) == []
