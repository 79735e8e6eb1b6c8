import pytest

from okrcli.render.drawing.spans import (
    Line,
    Span,
    paint,
    part_of,
    plain,
    styled_line,
    width_of,
    without_end,
)

LINE: Line = (Span("Raise ", "bold"), Span("満足度"), Span(" (nps)", "bright_black"))


@pytest.mark.parametrize(
    ("text", "cells"),
    [("NPS", 3), ("满意度", 6), ("e\u0301toile", 6), ("👩\u200d🚀", 2), ("", 0)],
)
def test_width_counts_cells_and_not_characters(text: str, cells: int) -> None:
    assert width_of(styled_line(text)) == cells


def test_nothing_is_an_empty_line() -> None:
    assert styled_line("", "red") == ()
    assert plain(()) == ""


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 3, "Rai"), (4, 8, "e 満足"), (8, None, "度 (nps)"), (20, 30, "")]
)
def test_part_of_a_line_keeps_its_styles(start: int, end: int | None, text: str) -> None:
    part = part_of(LINE, start, end)

    assert plain(part) == text
    assert set(part) <= {Span(span.text, style) for span in part for _, style in LINE}


def test_spaces_at_the_end_go_whatever_their_style() -> None:
    assert without_end((Span("a ", "bold"), Span("  "), Span(" ", "red"))) == (Span("a", "bold"),)


def test_each_style_is_begun_and_ended() -> None:
    line = (*styled_line("a", "bold red"), *styled_line("b"), *styled_line("c", "bright_black"))

    assert paint([line], colour=True) == "\x1b[1;31ma\x1b[0mb\x1b[90mc\x1b[0m\n"
    assert paint([line], colour=False) == "abc\n"
