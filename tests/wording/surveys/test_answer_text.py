import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.surveys.answer_text import (
    LabelledNumber,
    is_no_answer,
    number_of_top,
    split_label,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" Very  Satisfied. ", "very satisfied"),
        ("Muy satisfecho/a", "muy satisfecho"),
        ("Muy satisfecho(a)", "muy satisfecho"),
        ("Согласен(а)", "согласен"),
        ("Удовлетворён", "удовлетворен"),
        ("“Sí”", "si"),
        ("not_good", "not good"),
    ],
)
def test_answers_are_compared_by_their_words(text: str, words: str) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        *("N/A", "n.a.", "-", " — ", "No aplica", "н/д", "Н/Д", "NS/NC", "Sin respuesta", "null"),
        *("s/d", "n.d.", "No disponible", "Unoffered", "не измерялось"),
        *("Prefer not to say", "Don't know", "Затрудняюсь ответить", "не применимо", "(blank)"),
    ],
)
def test_no_answer_is_told_in_every_language(text: str) -> None:
    assert is_no_answer(text)


@pytest.mark.parametrize("text", ["", "0", "no", "нет", "Neutral", "#N/A", "-5", "nada"])
def test_other_text_is_an_answer(text: str) -> None:
    assert not is_no_answer(text)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("5 - Very Satisfied", 5, "very satisfied"),
        ("5: Muy satisfecho", 5, "muy satisfecho"),
        ("5. отлично", 5, "отлично"),
        ("5) Great", 5, "great"),
        ("(5) Great", 5, "great"),
        ("5 = Great", 5, "great"),
        ("5 — Great!", 5, "great"),
        ("10 (extremely likely)", 10, "extremely likely"),
        ("Very satisfied (5)", 5, "very satisfied"),
        ("Very satisfied: 5", 5, "very satisfied"),
        ("Very satisfied – 5", 5, "very satisfied"),
    ],
)
def test_number_stands_beside_its_words(text: str, number: int, words: str) -> None:
    assert split_label(text) == LabelledNumber(number, words, is_separated=True)


def test_number_with_only_a_space_may_be_of_something_else() -> None:
    assert split_label("10 minutes") == LabelledNumber(10, "minutes", is_separated=False)


@pytest.mark.parametrize("text", ["", "5", "Great", "5 - 6", "1 of 5 - bad", "2026-11-20", "5/5"])
def test_other_text_has_no_number_with_words(text: str) -> None:
    assert split_label(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4/5", 4),
        ("4 / 5", 4),
        ("4 out of 5", 4),
        ("4 de 5", 4),
        ("4 из 5", 4),
        ("★★★★☆", 4),
        ("⭐⭐⭐⭐", 4),
        ("★★★★★", 5),
        ("4 stars", 4),
        ("4 estrellas", 4),
        ("4 звезды", 4),
        ("8/10", None),
        ("★★★★★★", None),
        ("★☆", None),
        ("4", None),
    ],
)
def test_number_of_the_highest_answer_is_told(text: str, number: int | None) -> None:
    assert number_of_top(text, 5) == number


@given(st.text(max_size=300))
def test_any_text_is_read_somehow(text: str) -> None:
    label = split_label(text)

    assert label is None or label.words == words_of(label.words)
    assert number_of_top(text, 5) in {None, *range(100)}
    assert is_no_answer(text) in {True, False}
