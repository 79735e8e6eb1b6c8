"""Answers in words as numbers: as the user says, otherwise by the usual scales."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Refusal
from okrcli.wording.surveys.answer_scales import AnswerKind, scales_with
from okrcli.wording.surveys.answer_text import (
    LabelledNumber,
    is_no_answer,
    number_of_top,
    split_label,
    words_of,
)

_NUMBER: Final = re.compile(r"[-+]?[\d.,]+\s*%?")
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")


class AnswerRules(NamedTuple):
    """How the words of answers are read.

    Attributes:
        own: The numbers of words, as given by the user.
        scale: The lowest and the highest possible answer; `None` if unknown.
        kinds: The kinds of questions, for which the usual answers are known.
    """

    own: Mapping[str, int] = {}
    scale: tuple[int, int] | None = None
    kinds: Collection[AnswerKind] = ()


class AnswerWords:
    """The numbers of the answers in words of one column.

    Attributes:
        usual: The numbers of words by the usual scales, by the words as written.
    """

    def __init__(self, cells: Iterable[Cell], rules: AnswerRules) -> None:
        self._rules = rules
        self._own = {words_of(words): number for words, number in rules.own.items()}
        written = {words_of(text): text for text in _texts(cells)}
        found = {words: text for words, text in written.items() if words not in self._own}
        beside = {words: label for words, text in found.items() if (label := split_label(text))}
        self._labels = _labels_of(beside.values())
        bare = {words for words in found if words not in beside and words not in self._labels}
        self._ways = self._usual_numbers(bare)
        self.usual = {
            written[words]: next(iter(numbers))
            for words, numbers in self._ways.items()
            if len(numbers) == 1
        }
        unknown = next((written[words] for words in sorted(bare - self._ways.keys())), None)
        example = unknown or next(iter(found.values()), "")
        self._hint = NextStep(StepKind.SAY_ANSWERS, example, str(self._top))

    def number_of(self, text: str) -> int | Refusal | None:
        """Return the number of *text*; `None` if it is not a known answer in words."""
        words = words_of(text)
        if words in self._own:
            return self._own[words]
        if _NUMBER.fullmatch(text.strip()):
            return None
        of_top = number_of_top(text, self._top)
        if of_top is not None:
            return of_top
        if label := split_label(text):
            return self._of_label(text, label)
        if words in self._labels:
            return self._labels[words]
        return self._of_words(text, words) if _is_in_words(text) else None

    @property
    def _top(self) -> int:
        return self._rules.scale[1] if self._rules.scale else 0

    def _usual_numbers(self, bare: Collection[str]) -> Mapping[str, Collection[int]]:
        """Return the numbers that each of the words may have, in scales that have all of them."""
        ways: dict[str, set[int]] = defaultdict(set)
        low, high = self._rules.scale or (0, -1)
        for scale in scales_with(bare, high - low + 1, self._rules.kinds) if bare else ():
            places = {word: low + place for word, place in scale.places.items()}
            if all(places.get(word, number) == number for word, number in self._labels.items()):
                for word in bare:
                    ways[word].add(places[word])
        return ways

    def _of_label(self, text: str, label: LabelledNumber) -> int | Refusal | None:
        """Return the number in `5 - Very satisfied`, unless its words belong to another number."""
        if label.words in self._own:
            return self._own[label.words]
        low, high = self._rules.scale or (0, -1)
        scales = [*scales_with([label.words], high - low + 1, self._rules.kinds)]
        usual = {low + scale.places[label.words] for scale in scales}
        if usual and label.number not in usual:
            message = f'"{inert_value(text)}" says {label.number}, but its words are usually'
            return Refusal(f"{message} {' or '.join(map(str, sorted(usual)))}.", self._hint)
        if usual or label.is_separated:
            return label.number
        return None

    def _of_words(self, text: str, words: str) -> int | Refusal:
        ways = sorted(self._ways.get(words, ()))
        if len(ways) == 1:
            return ways[0]
        message = f'"{inert_value(text)}" is not a number'
        if ways:
            return Refusal(
                f"{message}, and can count as {' or '.join(map(str, ways))}.", self._hint
            )
        return Refusal(f"{message}, and nothing says what it counts as.", self._hint)


def _texts(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        is_text = isinstance(cell, str) and not isinstance(cell, Refusal)
        if is_text and _is_in_words(text := str(cell)) and not is_no_answer(text):
            yield text


def _is_in_words(text: str) -> bool:
    """Return whether *text* is no number; smileys are words, too."""
    return _LETTER.search(text) is not None or not (_DIGIT.search(text) or text.isspace())


def _labels_of(labels: Iterable[LabelledNumber]) -> Mapping[str, int]:
    """Return the numbers of words that always have the same one."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for label in labels:
        numbers[label.words].add(label.number)
    return {words: min(found) for words, found in numbers.items() if len(found) == 1}
