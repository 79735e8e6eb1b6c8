import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.drawing.folding import cut, fold, longest_word
from okrcli.render.drawing.spans import Span, plain, styled_line, width_of

TEXT = st.text(alphabet="ab 0満é\u0301👩\u200d🚀", max_size=60)


def folded(text: str, width: int) -> list[str]:
    return list(map(plain, fold(styled_line(text), width)))


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (23, ["Raise NPS from 40 to 60"]),
        (22, ["Raise NPS from 40 to", "60"]),
        (10, ["Raise NPS", "from 40 to", "60"]),
        (4, ["Rais", "e", "NPS", "from", "40", "to", "60"]),
    ],
)
def test_text_is_folded_between_words(width: int, lines: list[str]) -> None:
    assert folded("Raise NPS from 40 to 60", width) == lines


def test_word_longer_than_a_line_begins_a_new_one() -> None:
    assert folded("to 満足度を高める ok", 6) == ["to", "満足度", "を高め", "る ok"]


def test_folding_keeps_the_styles() -> None:
    line = (Span("Raise NPS", "bold"), Span(" (nps)", "bright_black"))

    assert fold(line, 9) == [(Span("Raise NPS", "bold"),), (Span("(nps)", "bright_black"),)]


@given(TEXT, st.integers(2, 20))
def test_folding_loses_no_letter_and_fits(text: str, width: int) -> None:
    lines = folded(text, width)

    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert max(width_of(styled_line(line)) for line in lines) <= width


def test_longest_word_is_measured_in_cells() -> None:
    assert longest_word(styled_line("Raise 満足度 e\u0301")) == 6


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Raise NPS from 40 to 60", 23, "Raise NPS from 40 to 60"),
        ("Raise NPS from 40 to 60", 22, "Raise NPS from 40 to…"),
        ("Raise NPS from 40 to 60", 18, "Raise NPS from 40…"),
        ("Raise NPS, then CSAT", 12, "Raise NPS…"),
        ("Raise it from 18 000 to 19 800", 18, "Raise it from…"),
        ("満足度を高めるために", 9, "満足度を…"),
        ("A 満足度を高めるために", 10, "A 満足度…"),
        ("e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"),
        ("👩\u200d🚀👩\u200d🚀👩\u200d🚀", 5, "👩\u200d🚀👩\u200d🚀…"),
        ("Unsplittable", 6, "Unspl…"),
        ("ab", 1, "…"),
    ],
)
def test_text_is_cut_at_a_word_where_that_leaves_most_of_it(
    text: str, width: int, shown: str
) -> None:
    assert cut(text, width, "…") == shown


@given(TEXT, st.integers(1, 20), st.sampled_from(["…", "...", ""]))
def test_cut_text_fits_and_begins_as_it_did(text: str, width: int, dots: str) -> None:
    shown = cut(text, width, dots)

    assert width_of(styled_line(shown)) <= width
    assert text.startswith(shown.removesuffix(dots)) or shown == dots[:width]
