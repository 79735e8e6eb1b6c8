"""The page of a report in a browser."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.report import Now, report_on
from okrcli.actions.report_page import report_page
from okrcli.actions.workspace import open_workspace
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import REPORT_FORMATS, RenderOptions
from tests.pages.conftest import PHONE, WIDE, Open
from tests.pages.hostile import TODAY, WORDS, write_hostile

EXAMPLES = Path(__file__).parents[2] / "examples"


def page_of(root: Path, file: Path, day: date = TODAY, cycle: str | None = None) -> Path:
    """Write the page of the workspace at *root* to *file*."""
    workspace = open_workspace(root, max(day, TODAY))
    report = report_on(workspace.plan, day, cycle, now=Now.of(workspace))
    page = report_page(report, workspace.plan, whole=True)
    file.write_text(REPORT_FORMATS["html"](page, RenderOptions(COMMAND_LINE)), encoding="utf-8")
    return file


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


def test_print_has_the_whole_tables(visit: Open, page: Path, tmp_path: Path) -> None:
    with visit(page) as seen:
        seen.page.emulate_media(media="print")
        seen.page.set_viewport_size({"width": 680, "height": 900})
        assert seen.overflow() <= 0
        hidden = "[...document.querySelectorAll('.rows td')].filter(one => !one.checkVisibility())"
        assert seen.page.evaluate(f"{hidden}.length") == 0
        seen.page.pdf(path=tmp_path / "report.pdf", format="A4")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


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
