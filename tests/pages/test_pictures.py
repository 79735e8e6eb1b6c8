"""The pictures of the README are those of what `okr` prints today.

After a wanted change make them again with `python -m tests.pages.pictures`, and look at them.
"""

import importlib.util
import re
from xml.etree import ElementTree

import pytest

from tests.pages.conftest import CHROMIUM
from tests.pages.pictures import (
    FOLDER,
    PAGE,
    PAGE_SOURCE,
    ROOT,
    TERMINAL,
    page_source,
    terminal_picture,
)

README = (ROOT / "README.md").read_text(encoding="utf-8")
CAN_MAKE_PAGE = CHROMIUM is not None and importlib.util.find_spec("playwright") is not None


@pytest.mark.slow
def test_picture_of_the_terminal_is_what_okr_prints_today() -> None:
    assert TERMINAL.read_text(encoding="utf-8") == terminal_picture()


@pytest.mark.slow
@pytest.mark.skipif(not CAN_MAKE_PAGE, reason="without Chromium it cannot be made again")
def test_picture_of_the_page_was_made_of_the_page_that_okr_writes_today() -> None:
    _, source = page_source()
    assert PAGE_SOURCE.read_text(encoding="utf-8") == source


def test_picture_of_the_terminal_loads_nothing() -> None:
    drawn = TERMINAL.read_text(encoding="utf-8")
    ElementTree.fromstring(drawn)  # noqa: S314  it is ours
    assert re.findall(r"https?://[^\"]*", drawn) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"@font-face|@import|href|<script", drawn)


def test_pictures_are_light() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 300_000


def test_readme_shows_the_pictures_and_says_what_is_on_them() -> None:
    shown = {ROOT / path: text for text, path in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", README)}
    assert shown.keys() == {PAGE, TERMINAL}
    assert all(len(text.split()) > 10 for text in shown.values())
