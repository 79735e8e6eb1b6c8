import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.titles.characters import find_odd_characters, repair

LATIN_C = "C"
CYRILLIC_ER = "Р"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Лидер отрасли\N{SINGLE LOW-9 QUOTATION MARK} и рынка", "Лидер отрасли, и рынка"),
        (LATIN_C + "ократить отток", "Сократить отток"),
        (f"Raise N{CYRILLIC_ER}S", "Raise NPS"),
        ("Raise\N{NO-BREAK SPACE}NPS", "Raise NPS"),
        ("on\N{ZERO WIDTH SPACE}boarding", "onboarding"),
    ],
)
def test_repaired_puts_what_was_meant(text: str, meant: str) -> None:
    assert repair(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "1\N{NO-BREAK SPACE}200 €",
        "15\N{NO-BREAK SPACE}%",
        "API-интеграция",
        "Ещё 5 ñandúes — “da”",
        "Raise NPS",
    ],
)
def test_find_odd_characters_leaves_good_typography(text: str) -> None:
    assert find_odd_characters(text) == ()


def test_find_odd_characters_says_where() -> None:
    (odd,) = find_odd_characters("Рост\N{SINGLE LOW-9 QUOTATION MARK} и всё")
    assert (odd.start, odd.end, odd.instead) == (4, 5, ",")


@given(st.text("aАbСc \N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{SINGLE LOW-9 QUOTATION MARK}1"))
def test_repaired_leaves_nothing_odd_that_it_can_repair(text: str) -> None:
    once = repair(text)
    assert repair(repair(once)) == repair(once)
