"""Titles that may say nearly the same as others, found without reading all of them."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from okrcli.checks.context import CheckContext
from okrcli.checks.specific.gist import Gist, first_letters, gist_of, words_of
from okrcli.checks.subjects import KeyResultSubject, Subject
from okrcli.wording.letters import compose, flatten

_SubjectT = TypeVar("_SubjectT", Subject, KeyResultSubject)


def gist_in(context: CheckContext, subject: Subject | KeyResultSubject) -> Gist:
    """Return the gist of the title of *subject*."""
    statement = context.title_of(subject)
    return gist_of(statement, context.titles.verb_of(statement))


def titles_like(
    context: CheckContext, subjects: Iterable[_SubjectT], seeds: Iterable[_SubjectT]
) -> tuple[_SubjectT, ...]:
    """Return those of *subjects* that a comparison with *seeds* can reach, in their order.

    These may be like a seed, or like one that may be: whoever compares the titles that are returned
    finds of each the same as if all were compared.
    """
    new = {(seed.objective.cycle, gist_in(context, seed)) for seed in seeds}
    index = _Index({cycle for cycle, _ in new}, subjects)
    known = set(new)
    found: dict[int, _SubjectT] = {}
    while new:
        reached = {
            position: subject
            for cycle, gist in new
            for position, subject in index.find(cycle, gist)
            if position not in found
        }
        found |= reached
        new = {(one.objective.cycle, gist_in(context, one)) for one in reached.values()} - known
        known |= new
    return tuple(found[position] for position in sorted(found))


class _Index(Generic[_SubjectT]):
    """The *subjects* in *cycles* by the first letters of the words in their titles."""

    def __init__(self, cycles: Container[str], subjects: Iterable[_SubjectT]) -> None:
        self._titles: dict[str, list[_Title[_SubjectT]]] = defaultdict(list)
        self._by_word: dict[tuple[str, str], list[_Title[_SubjectT]]] = defaultdict(list)
        for position, subject in enumerate(subjects):
            cycle = subject.objective.cycle
            if cycle in cycles:
                flat = flatten(compose(subject.title))
                title = _Title(frozenset(map(first_letters, words_of(flat))), position, subject)
                self._titles[cycle].append(title)
                for word in title.words:
                    self._by_word[cycle, word].append(title)

    def find(self, cycle: str, gist: Gist) -> Iterator[tuple[int, _SubjectT]]:
        """Yield those in *cycle* that may have *gist*, with their positions."""
        some = sorted((self._by_word[cycle, first_letters(word)] for word in gist.words), key=len)
        # One word may be missing, so of any two there is one; the rarest have the fewest titles.
        among = chain(*some[:2]) if some else self._titles[cycle]
        return ((title.position, title.subject) for title in among if gist.may_be_of(title.words))


class _Title(NamedTuple, Generic[_SubjectT]):
    words: frozenset[str]
    position: int
    subject: _SubjectT
