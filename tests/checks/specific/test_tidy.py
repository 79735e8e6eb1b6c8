import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.specific.tidy import oddities, tidy_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("отрасли\u201a который", "отрасли, который"),
        ("конец\u201a", "конец,"),
        ("Vender\u00a0sin esperas", "Vender sin esperas"),
        ("un\u200bseen", "unseen"),
        ("sof\u00adt", "soft"),
        ("c\u0430sh flow", "cash flow"),
        ("отто\u043a кли\u0065нтов", "отток клиентов"),
    ],
)
def test_odd_characters_are_made_the_usual_ones(text: str, expected: str) -> None:
    assert oddities(text)
    assert tidy_text(text) == expected
    assert not oddities(expected)


@pytest.mark.parametrize(
    "text",
    [
        "15\u00a0% more",
        "до 100\u202f000\u00a0₽",
        "№\u00a07 из\u00a0них",
        "в\u00a0срок",
        "один\u00a0— два",
        "\u201aquoted\u2018 word",
        "1\u201a5",
        "SMS-рассылка",
        "клиенты CRMы и KPIшный отчёт",
        "3D-печать, 1С и e-mail",
        "Ирландия — x",
        "señal, ёж, naïve",
    ],
)
def test_good_typography_and_mixed_words_are_left_alone(text: str) -> None:
    assert oddities(text) == ()
    assert tidy_text(text) == text


@given(st.text(alphabet="aаcсeе оo\u201a\u00a0\u200b1%—ИИ,рp", max_size=20))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy_text(tidy_text(text)) == tidy_text(text)
