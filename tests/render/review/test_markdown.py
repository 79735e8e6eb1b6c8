"""A review as nested lists."""

from datetime import date

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.review.markdown import render
from okrcli.render.review.sections import NOTHING, PURPOSE
from okrcli.views.review import Review
from tests.builders import Q4
from tests.render.golden import assert_golden
from tests.render.review.drawn import drawn


def test_review_in_markdown_is_the_golden_one() -> None:
    assert_golden("review.md", drawn("markdown"))


def test_texts_of_the_files_are_no_markup() -> None:
    text = drawn("markdown")
    assert "![x](" not in text
    assert "<b>" not in text
    assert "@all" not in text


def test_review_without_any_evidence_says_so() -> None:
    day = date(2026, 10, 1)
    empty = Review("Acme", day, Q4, day, team="support", owner=None, people=())
    text = render(empty, RenderOptions(COMMAND_LINE))
    assert text.startswith("# Acme · team support · 2026-Q4\n")
    assert NOTHING in text
    assert PURPOSE in text
