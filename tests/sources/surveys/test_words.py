from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from okrcli.next_step import NextStep, StepKind
from okrcli.sources.base import Cell, Refusal
from okrcli.sources.surveys.words import AnswerRules, AnswerWords
from okrcli.wording.surveys.answer_scales import AnswerKind

CSAT: Sequence[AnswerKind] = ("satisfaction", "quality", "agreement", "yes")


def words(
    *cells: Cell,
    scale: tuple[int, int] | None = (1, 5),
    own: Mapping[str, int] | None = None,
    kinds: Sequence[AnswerKind] = CSAT,
) -> AnswerWords:
    return AnswerWords(cells, AnswerRules(own or {}, scale, kinds))


def numbers(*cells: str, **rules: object) -> Sequence[object]:
    found = words(*cells, **rules)  # type: ignore[arg-type]  # as they are given
    return [found.number_of(cell) for cell in cells]


def test_usual_words_are_read_where_all_of_a_column_are_of_one_scale() -> None:
    assert numbers("Very Satisfied", "Satisfied", "Neutral", "5 - Very Satisfied") == [5, 4, 3, 5]
    assert numbers("Muy satisfecho/a", "Insatisfecha") == [5, 2]
    assert numbers("Доволен", "Очень недовольна") == [4, 1]
    assert numbers("Great", "Okay", "Not good", scale=(1, 3)) == [3, 2, 1]
    assert numbers("Good", "Bad", scale=(0, 1)) == [1, 0]
    assert numbers("Agree", "Strongly agree", scale=(1, 7), kinds=["agreement"]) == [6, 7]


def test_what_is_read_because_it_is_usual_is_known() -> None:
    assert words("Satisfied", "Very satisfied", "4", None).usual == {
        "Satisfied": 4,
        "Very satisfied": 5,
    }
    assert words("4 - Satisfied", "Satisfied").usual == {}


def test_what_somebody_says_comes_before_what_is_usual() -> None:
    own = {"Meh": 2, "satisfied": 3, "1": 5}

    assert numbers("meh!", "Satisfied", "1", "2", "3 - meh", own=own) == [2, 3, 5, None, 2]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["Great", "Meh"], '"Great" is not a number, and nothing says what it counts as.'),
        (["Good", "Excellent"], '"Good" is not a number, and can count as 3 or 4.'),
        (["1 - Very satisfied"], '"1 - Very satisfied" says 1, but its words are usually 5.'),
    ],
)
def test_words_that_can_count_as_several_numbers_are_refused(
    cells: Sequence[str], said: str
) -> None:
    found = words(*cells).number_of(cells[0])

    assert found == said
    assert isinstance(found, Refusal)
    assert found.hints == (NextStep(StepKind.SAY_ANSWERS, cells[0], "5"),)


def test_words_of_another_scale_or_question_are_not_usual() -> None:
    for found in (
        numbers("Great", "Okay", "Not good"),
        numbers("Satisfied", scale=None),
        numbers("Very easy", kinds=["effort"]),
        numbers("Satisfied", scale=(0, 10), kinds=[]),
    ):
        assert all(isinstance(each, Refusal) for each in found)


def test_numbers_of_other_things_are_left_to_whoever_reads_numbers() -> None:
    assert numbers("5", "10 minutes", "12,5", "90 %") == [None] * 4
    assert words(Decimal(5)).number_of("5") is None


def test_label_is_known_by_its_number_everywhere_else() -> None:
    assert numbers("3 - So so", "so so", "(3) So so") == [3, 3, 3]
    assert numbers("10 - Likely", "0 (Not likely)", scale=(0, 10), kinds=[]) == [10, 0]


def test_smileys_are_words_that_somebody_has_to_explain() -> None:
    [refused] = numbers("😀")
    assert isinstance(refused, Refusal)
    assert refused.hints == (NextStep(StepKind.SAY_ANSWERS, "😀", "5"),)
    assert numbers("😀", own={"😀": 5}) == [5]
