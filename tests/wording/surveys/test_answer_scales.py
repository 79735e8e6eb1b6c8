import pytest

from okrcli.wording.surveys.answer_scales import SCALES, AnswerKind, scales_with
from okrcli.wording.surveys.answer_text import is_no_answer, words_of


def numbers(*words: str, size: int = 5, kind: AnswerKind = "satisfaction") -> list[list[int]]:
    """Return the places of *words* from 1, in each scale that has them all."""
    return [
        [scale.places[word] + 1 for word in words] for scale in scales_with(words, size, [kind])
    ]


@pytest.mark.parametrize(
    ("low", "middle", "high"),
    [
        ("very dissatisfied", "neutral", "very satisfied"),
        ("muy insatisfecha", "ni satisfecho ni insatisfecho", "muy satisfecha"),
        ("очень недоволен", "нейтрально", "очень доволен"),
    ],
)
def test_scale_is_known_in_every_language(low: str, middle: str, high: str) -> None:
    assert {(*places,) for places in numbers(low, middle, high)} == {(1, 3, 5)}


def test_words_of_two_scales_are_in_both() -> None:
    places = numbers("excellent", "good", kind="quality")

    assert {(*both,) for both in places} == {(5, 3), (5, 4)}
    assert numbers("great", "good", size=3, kind="quality") == []


def test_scale_is_of_the_size_and_the_kind_that_are_asked_for() -> None:
    assert numbers("satisfied", size=4) == [[3]]
    assert numbers("agree", kind="satisfaction") == []
    assert numbers("yes", "no", size=2, kind="yes") == [[2, 1]]


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: f"{scale.kind}-{scale.size}")
def test_every_scale_has_words_as_they_are_compared_at_each_place(scale: object) -> None:
    (found,) = (each for each in SCALES if each is scale)

    assert {*found.places.values()} == {*range(found.size)}
    assert {*found.places} == {words_of(word) for word in found.places}
    assert not any(map(is_no_answer, found.places))
