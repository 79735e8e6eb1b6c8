"""When a browser has painted a page."""

import importlib.util
from pathlib import Path
from statistics import median

from tests.pages.conftest import CHROMIUM, QUIET, WIDE

_TIMES = 5
_PAINT = "performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0]"


def first_paint(page: Path) -> float | None:
    """Return after how many milliseconds *page* is seen; `None` where there is no browser."""
    if CHROMIUM is None or importlib.util.find_spec("playwright") is None:
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  it may not be installed

    times: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        for _ in range(_TIMES):
            width, height = WIDE
            opened = browser.new_page(viewport={"width": width, "height": height})
            opened.goto(page.as_uri())
            opened.wait_for_function(f"{_PAINT} !== undefined")
            times.append(opened.evaluate(_PAINT))
            opened.close()
        browser.close()
    return median(times)
