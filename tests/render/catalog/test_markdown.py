import pytest

from okrcli.compute.kpis.suggestion import Suggestion
from okrcli.model.catalog import CATALOG
from okrcli.model.settings import Language
from okrcli.views.catalog import CatalogView
from tests.render.catalog.drawn import explained, rendered, whole


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_every_entry_has_one_row_below_the_heading_of_its_family(language: Language) -> None:
    lines = rendered(whole(language), "markdown").splitlines()
    rows = [cells(line) for line in lines if line.startswith("| `")]

    assert sorted(row[0] for row in rows) == sorted(f"`{entry}`" for entry in CATALOG)
    assert {len(row) for row in rows} == {5}
    assert len([line for line in lines if line.startswith("### ")]) > 1


@pytest.mark.parametrize("entry", CATALOG)
def test_entry_is_told_whole(entry: str) -> None:
    text = rendered(explained(entry), "markdown")
    words = CATALOG[entry].words("en")

    assert text.startswith("## ")
    assert f"`{entry}`: " in text
    assert text.count("\n- ") >= len(words.pitfalls)
    assert text.rstrip().endswith("`")


def test_suggestions_have_a_column_that_says_why() -> None:
    entry = CATALOG["nps"]
    view = CatalogView((entry,), "en", suggestions={"nps": Suggestion(entry, "It | fits.", "ours")})
    *_, row = rendered(view, "markdown").splitlines()

    assert len(row.replace("\\|", "").strip("|").split("|")) == 6
    assert "ours" in row
