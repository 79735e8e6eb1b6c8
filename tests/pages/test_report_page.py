"""The page of a report in a browser."""

from datetime import date
from pathlib import Path

import pytest

from tests.pages.conftest import PHONE, WIDE, Open
from tests.pages.hostile import WORDS, write_hostile
from tests.pages.reports import page_of

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return page_of(EXAMPLES / "crm", tmp_path / "report.html")


@pytest.mark.parametrize("dark", [False, True])
def test_page_is_silent_asks_for_nothing_and_follows_wcag(
    visit: Open, page: Path, *, dark: bool
) -> None:
    with visit(page, dark=dark) as seen:
        assert seen.violations() == []
        assert seen.said == []
        assert seen.asked == [page.as_uri()]


def test_tab_key_goes_to_everything_that_can_be_used(visit: Open, page: Path) -> None:
    with visit(page) as seen:
        assert seen.reached() == list(range(seen.usable()))


def test_cycle_that_has_ended_follows_wcag(visit: Open, tmp_path: Path) -> None:
    with visit(page_of(EXAMPLES / "crm", tmp_path / "ended.html", date(2027, 1, 8))) as seen:
        assert "How current ended" in seen.page.content()
        assert seen.violations() == []


@pytest.mark.parametrize("words", WORDS)
def test_hostile_words_are_harmless_and_the_page_stays_in_its_window(
    visit: Open, tmp_path: Path, words: str
) -> None:
    file = page_of(write_hostile(tmp_path / "acme", words), tmp_path / "report.html")
    with visit(file, size=WIDE) as seen:
        assert seen.overflow() <= 0
        width, height = PHONE
        seen.page.set_viewport_size({"width": width, "height": height})
        assert seen.overflow() <= 0
        assert seen.said == []
        assert seen.asked == [file.as_uri()]
    assert not [letter for letter in "\x1b\x07\u202e\u2066" if letter in file.read_text("utf-8")]
