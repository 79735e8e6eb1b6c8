import re

import pytest
from markdown_it import MarkdownIt

from tests.render.kpis.drawn import drawn, titled


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "**b** _i_", "[a](x)", "a | b"])
def test_markdown_shows_titles_of_kpis_letter_by_letter(title: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(drawn(titled(title), "markdown"))
    text = re.sub(r"<[^>]+>", "\n", html)
    shown = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    assert f"{title} (" in shown.splitlines()
    assert not re.search(r"<(script|strong|em|s>|a |img)", html)


def test_markdown_says_why_a_value_does_not_count() -> None:
    reason = "The sum lacks web."
    assert f": {reason} |" in drawn(titled(reason), "markdown")
