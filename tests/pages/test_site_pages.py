"""The pages of a site in a browser."""

from pathlib import Path

import pytest

from tests.actions.site.sites import a_site, built, findings_of
from tests.pages.conftest import PHONE, Open
from tests.pages.hostile import WORDS, write_hostile
from tests.pages.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_silent_asks_for_nothing_follows_wcag_and_can_be_reached(
    visit: Open, site: Path, kind: str
) -> None:
    page = site / kind
    for dark in (False, True):
        with visit(page, dark=dark, size=PHONE) as seen:
            assert seen.violations() == []
            assert seen.overflow() <= 0
            assert seen.reached() == list(range(seen.usable()))
            assert seen.said == []
            assert seen.asked == [page.as_uri()]


def test_search_narrows_the_list_whatever_the_accents_and_the_case(visit: Open, site: Path) -> None:
    with visit(site / "search.html") as seen:
        items = seen.page.locator(".found li:visible")
        whole = items.count()
        seen.page.get_by_label("Words").fill("LEADER cústomer")
        assert items.all_inner_texts() == [
            "Become the leader in customer satisfaction 2026-Q4/cx-leader"
        ]
        assert seen.page.locator("#count").inner_text() == "1 found"
        seen.page.get_by_label("Words").fill("")
        assert items.count() == whole > 5
        assert seen.said == []


def test_link_to_a_key_result_leads_to_its_place_on_the_page(visit: Open, site: Path) -> None:
    with visit(site / "index.html") as seen:
        seen.page.locator("#attention + table a").first.click()
        assert seen.page.locator("h1").inner_text() != "Acme Support"
        assert seen.said == []


@pytest.mark.parametrize("words", [" ".join(WORDS), "W" * 300])
def test_hostile_words_are_harmless_on_every_page(visit: Open, tmp_path: Path, words: str) -> None:
    root = write_hostile(tmp_path / "acme", words)
    built(root, tmp_path / "site", a_site(root, find=findings_of(root)))
    pages = sorted((tmp_path / "site").rglob("*.html"))
    with visit(pages[0], size=PHONE) as seen:
        for page in pages:
            seen.page.goto(page.as_uri())
            assert seen.overflow() <= 0, page
        assert seen.said == []
        assert set(seen.asked) == {page.as_uri() for page in pages}
