"""The arithmetic of a part of a whole."""

from decimal import Decimal

import pytest

from okrcli.wording.numbers.figures import Figure, find_figures
from okrcli.wording.numbers.shares import digits_only, in_percent


def the_figure(text: str) -> Figure:
    (figure,) = find_figures(text, text, frozenset(text.split()), "en")
    return figure


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(3, 4, "75"), (1, 8, "12.5"), (2, 3, "66.667")]
)
def test_in_percent_has_three_decimals_at_most(part: int, whole: int, percent: str) -> None:
    assert in_percent(part, whole) == Decimal(percent)


@pytest.mark.parametrize("text", ["1,000", "1.000", "1 000"])
def test_digits_only_reads_a_whole_with_thousands(text: str) -> None:
    assert digits_only(text) == 1000


@pytest.mark.parametrize("text", ["9 in 10 guests", "3 of every 4 guests", "9 of 10 guests"])
def test_is_share_where_the_words_say_so(text: str) -> None:
    assert (the_figure(text).unit, the_figure(text).whole) == ("%", None)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("3 of 4 guests", 4),
        ("4 out of 5", 5),
        ("4/5", 5),
        ("5 of 4 guests", None),
        ("4.5 out of 5", None),
    ],
)
def test_whole_of_is_the_number_behind_a_whole_part(text: str, whole: int | None) -> None:
    assert the_figure(text).whole == whole
