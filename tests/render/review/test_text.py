"""A review at a terminal."""

from datetime import date

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.drawing.spans import styled_line, width_of
from okrcli.render.review.sections import NOTHING, PURPOSE
from okrcli.render.review.text import render
from okrcli.views.review import Review
from tests.builders import Q4
from tests.render.golden import assert_golden
from tests.render.review.drawn import drawn


@pytest.mark.parametrize("width", [60, 80, 120])
def test_review_is_the_golden_one_at_each_width(width: int) -> None:
    assert_golden(f"review-{width}.txt", drawn("text", width))


def test_review_in_ascii_is_the_golden_one() -> None:
    assert_golden("review-ascii-80.txt", drawn("text", ascii_=True))


@pytest.mark.parametrize("width", [20, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(width_of(styled_line(line)) for line in drawn("text", width).splitlines()) <= width


def test_review_without_any_evidence_says_so() -> None:
    day = date(2026, 10, 1)
    empty = Review("Acme", day, Q4, day, team=None, owner="ana", people=("ana",))
    text = render(empty, RenderOptions(COMMAND_LINE, width=200))
    assert NOTHING in text
    assert PURPOSE in text
