"""A browser for the whole session, and what it sees of a page."""

import importlib.util
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.site.sites import a_site, built, findings_of
from tests.pages.hostile import PLAIN, write_hostile
from tests.pages.reports import page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, PHONE = (1280, 900), (360, 780)
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")


_USABLE = "[...document.querySelectorAll('a[href],summary,input')].filter(e => e.checkVisibility())"


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that is open, with everything that it said to the console and asked for."""

    page: "Page"
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def violations(self) -> Sequence[str]:
        """Return what axe finds against WCAG, level A and AA."""
        self.page.evaluate(_axe())
        found = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", list(LEVELS)
        )
        return [
            f"{violation['id']}: {node['html']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return width

    def usable(self) -> int:
        """Return how many links, fields and folds there are to use."""
        count: int = self.page.evaluate(f"{_USABLE}.length")
        return count

    def reached(self) -> Sequence[int]:
        """Return which of them the Tab key goes to, from the page's beginning to its end."""
        places = []
        for _ in range(self.usable()):
            self.page.keyboard.press("Tab")
            places.append(self.page.evaluate(f"{_USABLE}.indexOf(document.activeElement)"))
        return places


Open = Callable[..., Any]


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Return the system's Chromium; what needs it is skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium")
    if importlib.util.find_spec("playwright") is None:
        pytest.skip("Playwright is not installed")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  it may not be installed

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: "Browser") -> Open:
    """Return what opens a file of a page, light or dark, in a window of some size."""

    @contextmanager
    def opened(file: Path, *, dark: bool = False, size: tuple[int, int] = WIDE) -> Iterator[Visit]:
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        seen = Visit(context.new_page())
        seen.page.on("console", lambda message: seen.said.append(message.text))
        seen.page.on("pageerror", lambda error: seen.said.append(str(error)))
        seen.page.on("dialog", lambda dialog: seen.said.append(dialog.message))
        seen.page.on("request", lambda request: seen.asked.append(request.url))
        seen.page.goto(file.as_uri())
        yield seen
        context.close()

    return opened


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site of a workspace that has everything, and of its report."""
    folder = tmp_path_factory.mktemp("pages")
    root = write_hostile(folder / "acme", PLAIN)
    built(root, folder / "site", a_site(root, find=findings_of(root)))
    page_of(root, folder / "site/report.html")
    return folder / "site"
