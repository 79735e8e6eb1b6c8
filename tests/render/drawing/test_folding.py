import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.drawing.folding import fold, longest_word
from okrcli.render.drawing.spans import Span, plain, styled, width_of

TEXT = st.text(alphabet="ab 0満é\u0301👩\u200d🚀", max_size=60)


def folded(text: str, width: int) -> list[str]:
    return list(map(plain, fold(styled(text), width)))


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
    assert max(width_of(styled(line)) for line in lines) <= width


def test_longest_word_is_measured_in_cells() -> None:
    assert longest_word(styled("Raise 満足度 e\u0301")) == 6
