import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.letters import compose, flatten, fold, word_set


def test_fold_keeps_what_tells_words_apart() -> None:
    assert fold("Ñandú") == "ñandu"
    assert fold("ЁЛКИ й") == "елки й"
    assert fold("Man\N{COMBINING TILDE}ana") == "mañana"


def test_flatten_makes_typography_plain() -> None:
    assert flatten("Año\N{NO-BREAK SPACE}5\N{MINUS SIGN}3×") == "año 5-3x"


@given(st.text())
def test_flatten_keeps_every_place(text: str) -> None:
    assert len(flatten(text)) == len(text)


@given(st.text())
def test_compose_is_the_composed_form(text: str) -> None:
    assert compose(text) == unicodedata.normalize("NFC", text)


def test_word_set_splits_at_any_space() -> None:
    assert word_set(" a b\n c ") == {"a", "b", "c"}


def test_letters_beyond_what_is_read_of_a_title_are_left_as_they_are() -> None:
    accented = "e\u0301"
    assert compose(accented * 400_000) == "\u00e9" * 500 + accented * 399_500
