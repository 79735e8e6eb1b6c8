"""Titles that may say nearly the same as others, found without reading all of them."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from okrcli.checks.context import CheckContext
from okrcli.checks.specific.gist import Gist, first_letters, gist_of, words_of
from okrcli.checks.subjects import KeyResultSubject, Subject
from okrcli.wording.letters import compose, flatten

_SubjectT = TypeVar("_SubjectT", Subject, KeyResultSubject)

_MOST_EACH: Final = 100
"""So many times a title is compared at the most, on average: reading it takes about as long."""


def gist_in(context: CheckContext, subject: Subject | KeyResultSubject) -> Gist:
    """Return the gist of the title of *subject*."""
    statement = context.title_of(subject)
    return gist_of(statement, context.titles.verb_of(statement))


def titles_like(
    context: CheckContext, subjects: Sequence[_SubjectT], seeds: Sequence[_SubjectT]
) -> Sequence[_SubjectT]:
    """Return those of *subjects* that a comparison with *seeds* can reach, in their order.

    These are in a file of a seed, or may be like a seed, or like one that may be: whoever compares
    the titles that are returned finds of each the same as if all were compared. Where too many are
    alike for that to be quicker, all are returned. What is reached in other files does not depend
    on what is in those of the seeds.
    """
    paths = {seed.objective.path for seed in seeds}
    others = {at: one for at, one in enumerate(subjects) if one.objective.path not in paths}
    new = {_Meaning.of(context, seed) for seed in seeds}
    index = _Index({meaning.cycle for meaning in new}, others)
    known = set(new)
    reached: set[int] = set()
    left = _MOST_EACH * len(others)
    while new:
        among = [(meaning.gist, index.titles_for(meaning)) for meaning in new]
        left -= sum(len(titles) for _, titles in among)
        if left < 0:
            return subjects
        found = {
            title.position
            for gist, titles in among
            for title in titles
            if title.position not in reached and gist.may_be_of(title.words)
        }
        reached |= found
        new = {_Meaning.of(context, others[position]) for position in found} - known
        known |= new
    return [one for at, one in enumerate(subjects) if at not in others or at in reached]


class _Meaning(NamedTuple):
    """What is compared with the titles in a cycle."""

    cycle: str
    gist: Gist

    @classmethod
    def of(cls, context: CheckContext, subject: Subject | KeyResultSubject) -> "_Meaning":
        return cls(subject.objective.cycle, gist_in(context, subject))


class _Title(NamedTuple):
    """A title by the first letters of its words, and its position."""

    words: frozenset[str]
    position: int


class _Index:
    """The titles of *subjects*, by position, in *cycles*, by the first letters of their words."""

    def __init__(
        self, cycles: Container[str], subjects: Mapping[int, Subject | KeyResultSubject]
    ) -> None:
        self._titles: dict[str, list[_Title]] = defaultdict(list)
        self._by_word: dict[tuple[str, str], list[_Title]] = defaultdict(list)
        for position, subject in subjects.items():
            cycle = subject.objective.cycle
            if cycle in cycles:
                words = words_of(flatten(compose(subject.title)))
                title = _Title(frozenset(map(first_letters, words)), position)
                self._titles[cycle].append(title)
                for word in title.words:
                    self._by_word[cycle, word].append(title)

    def titles_for(self, meaning: _Meaning) -> Sequence[_Title]:
        """Return the titles among which are all that may have *meaning*."""
        cycle, gist = meaning
        some = sorted((self._by_word[cycle, first_letters(word)] for word in gist.words), key=len)
        # One word may be missing, so of any two there is one; the rarest have the fewest titles.
        return [*chain(*some[:2])] if some else self._titles[cycle]
