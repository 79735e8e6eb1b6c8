import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from okrcli.compute.reports.report import Attention, Concern, Pace, Report
from okrcli.render.text.comment import LONGEST_COMMENT
from okrcli.views.report_page import ReportPage
from tests.render.report.drawn import drawn, titled
from tests.render.samples import a_report, an_objective
from tests.render.tree.drawn import a_tree, wide_tree


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


def test_title_of_an_overdue_action_is_no_markup() -> None:
    action = Attention(Concern.ACTION_OVERDUE, "nps-2026-11-19", "<img src=x> a | b", "ana", 1)
    text = drawn(a_report(attention=(action,)), "markdown")

    assert "&lt;img src=x&gt; a \\| b" in text


def many_objectives() -> Report:
    """Return a report that is longer than a comment; the second half is off track."""
    paces = (Pace.ON_TRACK, Pace.OFF_TRACK)
    refs = (f"2026-Q4/o-{number:03}" for number in range(400))
    objectives = (an_objective(ref, pace=paces[ref >= "2026-Q4/o-200"]) for ref in refs)
    concern = Attention(Concern.AT_RISK, "2026-Q4/o-000/nps", "Raise NPS", "ana")
    return a_report(objectives=tuple(objectives), attention=(concern,))


def test_report_fits_a_comment_with_its_worst_objectives_and_what_needs_attention() -> None:
    text = drawn(many_objectives(), "markdown")
    shown = re.findall(r"^`2026-Q4/(o-\d+)`", text, re.MULTILINE)
    assert len(text) <= LONGEST_COMMENT
    assert len(shown) > 100
    assert (shown, shown[0]) == (sorted(shown), "o-200")
    said = f"These are the {len(shown)} objectives with the worst pace, of 400. `--all` shows all."
    assert said in text
    assert "| ▲ `2026-Q4/o-000/nps` |" in text


def test_all_of_a_report_is_a_page_of_a_wiki() -> None:
    text = drawn(many_objectives(), "markdown", all=True)
    assert len(re.findall(r"^`2026-Q4/o-", text, re.MULTILINE)) == 400


def test_chart_shows_which_objective_serves_which() -> None:
    page = replace(ReportPage.of(a_report()), tree=a_tree())
    html = MarkdownIt("gfm-like", {"linkify": False}).render(drawn(page, "markdown"))
    (chart,) = re.findall(r'<code class="language-mermaid">(.*?)</code>', html, re.DOTALL)
    assert chart.startswith("flowchart TD\n")
    assert "n0 --&gt; n0_0" in chart


def test_report_without_a_tree_has_no_chart() -> None:
    assert "mermaid" not in drawn(a_report(), "markdown")
    lonely = replace(ReportPage.of(a_report()), tree=wide_tree(0))
    assert "mermaid" not in drawn(lonely, "markdown")


def test_chart_is_left_out_before_anything_else() -> None:
    page = replace(ReportPage.of(many_objectives()), tree=a_tree())
    assert "mermaid" not in drawn(page, "markdown")
    assert "mermaid" in drawn(page, "markdown", all=True)
