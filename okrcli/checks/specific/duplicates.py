"""S107: nothing is planned twice."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from okrcli.checks.aims import Want, aim_of
from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.checks.specific.likeness import gist_in, titles_like
from okrcli.checks.subjects import KeyResultSubject, Subject
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

_NEAR_DUPLICATE = RuleId("S107", "near-duplicate", Severity.WARNING)

_SubjectT = TypeVar("_SubjectT", Subject, KeyResultSubject)

_ALIKE = 0.85
"""Similarity of spellings: "satisfacion" and "satisfacción", but not "voice" and "video"."""
_MOST_SPELLINGS = 10
"""If more titles differ in only one word, the word names things: cities, products."""


def near_duplicates(context: CheckContext) -> Iterator[Finding]:
    """Find titles that repeat an earlier one in their cycle, and KPIs moved twice."""
    objectives: Sequence[Subject] = context.objectives
    key_results: Sequence[KeyResultSubject] = context.key_results
    if context.focus is not None:
        objectives = titles_like(context, objectives, context.focus.objectives)
        key_results = titles_like(context, key_results, context.focus.key_results)
    yield from (_same_title(*pair) for pair in _alike(context, objectives))
    twice = _said_twice(context, key_results)
    yield from (_same_title(*pair) for pair in twice.values())
    moved = [*_moved_twice(context)]
    if context.focus is not None and moved:
        # Only to know whether their titles tell it already: told as well, the title of one that has
        # moved by this change would look new although it was said before.
        twice = _said_twice(
            context, titles_like(context, context.key_results, [subject for subject, _ in moved])
        )
    yield from (_same_goal(*pair) for pair in moved if _place_of(pair[0]) not in twice)


_Place = tuple[str, int]
"""The path of an objective, and a key result's position in it: two may have one reference."""


def _place_of(subject: KeyResultSubject) -> _Place:
    return subject.objective.path, subject.position


def _said_twice(
    context: CheckContext, subjects: Iterable[KeyResultSubject]
) -> Mapping[_Place, tuple[KeyResultSubject, KeyResultSubject]]:
    """Return those that say nearly the same as an earlier one, with that one, by their places."""
    pairs = _alike(context, subjects)
    return {
        _place_of(one): (one, other) for one, other in pairs if not _have_other_kpis(one, other)
    }


def _alike(
    context: CheckContext, subjects: Iterable[_SubjectT]
) -> Iterator[tuple[_SubjectT, _SubjectT]]:
    """Yield each whose title is similar to an earlier one in its cycle, with that one."""
    first: dict[Hashable, _SubjectT] = {}
    near: dict[Hashable, list[tuple[str, _SubjectT]]] = defaultdict(list)
    for subject in subjects:
        cycle, gist = subject.objective.cycle, gist_in(context, subject)
        earlier = first.setdefault((cycle, gist), subject)
        if earlier is not subject:
            yield subject, earlier
            continue
        other = None
        for word, rest in gist.each_left_out():
            known = near[cycle, gist.verb, rest]
            other = other or next(
                (name for spelt, name in known if _spelt_alike(word, spelt)), None
            )
            if len(known) < _MOST_SPELLINGS:
                known.append((word, subject))
        if other:
            yield subject, other


def _spelt_alike(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _same_title(
    subject: Subject | KeyResultSubject, earlier: Subject | KeyResultSubject
) -> Finding:
    message = f"{subject.ref} says nearly the same as {earlier.ref}."
    return subject.finding(_NEAR_DUPLICATE, message, _KEEP_ONE, "title")


_KEEP_ONE = "Keep one of them, or say in the titles what sets them apart."


def _have_other_kpis(one: KeyResultSubject, other: KeyResultSubject) -> bool:
    """Return whether two key results are known to measure different things."""
    kpis = {one.key_result.kpi, other.key_result.kpi}
    return None not in kpis and len(kpis) > 1


def _moved_twice(context: CheckContext) -> Iterator[tuple[KeyResultSubject, KeyResultSubject]]:
    """Yield key results that want the same of a KPI as an earlier one in the same period."""
    first: dict[Hashable, KeyResultSubject] = {}
    for subject in context.key_results:
        aim = aim_of(subject) if subject.move and subject.kpi else None
        if aim is None:
            continue
        earlier = first.setdefault((subject.key_result.kpi, *_goal_key(aim.want)), subject)
        if earlier is not subject:
            yield subject, earlier


def _same_goal(subject: KeyResultSubject, earlier: KeyResultSubject) -> Finding:
    message = f"{subject.ref} wants the same of {subject.key_result.kpi} as {earlier.ref}."
    hint = "Keep it where it is owned; what contributes to it is an initiative."
    return subject.finding(_NEAR_DUPLICATE, message, hint, "kpi")


def _goal_key(want: Want) -> tuple[Hashable, ...]:
    return want.due, want.low, want.high


def _with_twin(language: Language, failing: str, passing: str, twin: str) -> Example:
    """Return an example of a key result and *twin*, another objective's in the same cycle."""
    return Example(
        path="objectives/2026-Q4/cx-leader.yaml",
        failing=objective_text(language, key_result_text(failing)),
        passing=objective_text(language, key_result_text(passing)),
        beside={
            "objectives/2026-Q4/a.yaml": f"title: A\nkey_results:\n{key_result_text(twin)}",
        },
    )


S107 = Rule(
    id=_NEAR_DUPLICATE,
    explanation=(
        "When two teams plan the same in different words, each waits for the other, or both claim "
        "the same progress. One of them owns it; the other contributes initiatives, or measures "
        "its own part of it."
    ),
    source=(
        "«El poder de la evaluación del desempeño basada en datos»: no confusion about duplicate "
        "goals"
    ),
    find=near_duplicates,
    in_strict=Severity.ERROR,
    examples={
        "en": _with_twin(
            "en",
            "Raise the NPS from 40 to 60",
            "Raise the NPS of chat from 40 to 60",
            "Increase NPS from 40 to 60",
        ),
        "es": _with_twin(
            "es",
            "Aumentar la retención de clientes del 84 al 90 %",
            "Aumentar la retención de socios del 84 al 90 %",
            "Elevar la retención de los clientes del 84 al 90 %",
        ),
        "ru": _with_twin(
            "ru",
            "Снизить отток клиентов с 5 до 3%",
            "Снизить отток партнёров с 5 до 3%",
            "Сократить отток клиентов с 5 до 3%",
        ),
    },
)
