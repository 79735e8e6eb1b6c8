import json
import re

import pytest

from okrcli.compute.kpis.suggestion import Suggestion
from okrcli.model.catalog import CATALOG
from okrcli.model.settings import Language
from okrcli.views.catalog import FAMILIES, CatalogView
from tests.render.catalog.drawn import explained, rendered, whole


@pytest.mark.parametrize("language", ["en", "es", "ru"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_fits_into_its_width(language: Language, width: int) -> None:
    views = [whole(language), *(explained(each, language) for each in CATALOG)]
    lines = [line for view in views for line in rendered(view, width=width).splitlines()]

    too_long = [line for line in lines if len(line) > width]
    # A command is not folded: it is there to be copied.
    assert [line for line in too_long if "okr new kpi" not in line and "*" not in line] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_entry_is_told_whole_at_every_width(language: Language) -> None:
    for entry in CATALOG.values():
        words = entry.words(language)
        text = re.sub(r"\s+", " ", rendered(explained(entry.id, language), width=40))
        for told in (words.definition, words.why, words.calculation, *words.pitfalls):
            assert told in text
        assert entry.source[language] in text
        assert (entry.formula or "") in text


@pytest.mark.parametrize("width", [20, 40])
def test_title_stands_below_where_it_has_no_room_beside(width: int) -> None:
    lines = rendered(whole(), width=width).splitlines()

    assert lines[1].split() == ["nps", "points", "up", "lagging"]
    assert lines[2].strip() in "Net Promoter Score (NPS)"


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_ascii_leaves_nothing_but_letters_of_the_language(language: Language) -> None:
    for entry in CATALOG:
        text = rendered(explained(entry, language), ascii=True)
        odd = {each for each in text if not each.isascii() and not each.isalpha()}
        assert odd <= {"¿"}, odd


def test_list_has_each_entry_once_in_its_family() -> None:
    lines = rendered(whole(), width=120).splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]

    assert sorted(listed) == sorted(CATALOG)
    assert [line for line in lines if line and not line.startswith(" ")] == [
        each["en"] for each in FAMILIES.values()
    ]


SUGGESTED = CatalogView(
    (CATALOG["churn_rate"], CATALOG["csat"]),
    "en",
    suggestions={
        "churn_rate": Suggestion(CATALOG["churn_rate"], "retention: “churn”", "x"),
        "csat": Suggestion(CATALOG["csat"], "“CSAT”\x1b[2J"),
    },
)


def test_suggestions_say_why_and_what_is_there_already() -> None:
    assert rendered(SUGGESTED, width=80) == (
        "churn_rate  Churn rate                    %  down   lagging\n"
        "    retention: “churn”\n"
        "    already here: x\n"
        "csat        Customer satisfaction (CSAT)  %  up     lagging\n"
        "    “CSAT”\ufffd[2J\n"
    )
    assert rendered(SUGGESTED, "markdown").splitlines()[2:] == [
        "| `churn_rate` | Churn rate | % | down | lagging | retention: “churn”; already here: x |",
        "| `csat` | Customer satisfaction (CSAT) | % | up | lagging | “CSAT”\ufffd\\[2J |",
    ]
    entries = json.loads(rendered(SUGGESTED, "json"))["entries"]
    assert [each["existing"] for each in entries] == ["x", None]


def test_one_reason_for_all_is_said_once() -> None:
    entries = (CATALOG["churn_rate"], CATALOG["nps"])
    suggestions = {each.id: Suggestion(each, "retention: “churn”") for each in entries}
    text = rendered(CatalogView(entries, "en", suggestions=suggestions))

    assert text.startswith("retention: “churn”\n  churn_rate  ")
    assert text.count("“churn”") == 1
