"""Pages on paper: whole tables, and nothing that cannot be read or used there."""

from pathlib import Path
from typing import Final

import pytest

from tests.pages.conftest import Open
from tests.pages.kinds import KINDS

A4: Final = (688, 1040)
"""An A4 page less its margins of 14 mm, in CSS pixels."""

ON_SCREENS: Final = "nav,.skip,summary,.values,.add,.file,#search,.two figcaption"
"""What is for a screen alone: navigation, forms, and the numbers that a chart shows already."""

_LEFT_OUT: Final = """
left => [...document.querySelectorAll('body *')]
    .filter(e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(e => !e.matches('script,style,title,desc') && !e.closest(left) && !e.checkVisibility())
    .map(e => e.outerHTML)
"""
_TORN: Final = """
[...document.querySelectorAll('tr,figure')].filter(e => e.checkVisibility())
    .filter(e => getComputedStyle(e).breakInside !== 'avoid').map(e => e.outerHTML)
"""
_WITHOUT_HEADS: Final = """
[...document.querySelectorAll('thead:not(.unseen)')].filter(e => e.checkVisibility())
    .filter(e => getComputedStyle(e).display !== 'table-header-group').map(e => e.outerHTML)
"""


@pytest.mark.parametrize("kind", ["report.html", *KINDS])
def test_paper_has_everything_in_whole_rows(visit: Open, site: Path, kind: str) -> None:
    with visit(site / kind, size=A4) as seen:
        seen.page.emulate_media(media="print")
        assert seen.overflow() <= 0
        assert seen.page.evaluate(_LEFT_OUT, ON_SCREENS) == []
        assert seen.page.evaluate(_TORN) == []
        assert seen.page.evaluate(_WITHOUT_HEADS) == []
        assert seen.page.pdf(format="A4").startswith(b"%PDF")
