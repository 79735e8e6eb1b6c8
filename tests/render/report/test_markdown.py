import re

import pytest
from markdown_it import MarkdownIt

from tests.render.report.drawn import drawn, titled


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "**b** _i_ `c` ~~s~~",
        "[a](http://x)",
        "![a](b)",
        "a | b",
        "# h",
    ],
)
def test_markdown_shows_titles_letter_by_letter(title: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(drawn(titled(title), "markdown"))
    text = re.sub(r"<[^>]+>", "\n", html)
    shown = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    assert title in shown.splitlines()
    assert not re.search(r"<(script|strong|em|code>c|s>|a |img)", html)


def test_markdown_mentions_nobody() -> None:
    assert not re.search(r"@\w", drawn(titled("thanks @octocat"), "markdown"))
