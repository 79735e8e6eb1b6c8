"""H804: what comes after the cycle began says since when it is there."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.history.agreed import cycles_with_past
from okrcli.checks.history.notes import Subject, subjects_in_objective
from okrcli.checks.history.subject_states import SubjectState, SubjectStates, subject_states
from okrcli.checks.past import Past
from okrcli.checks.rule import Example, Rule
from okrcli.compute.rounding import listed_text
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

_LATE_ADDITION = RuleId("H804", "late-addition", Severity.WARNING)

_SETTLING = timedelta(days=14)
"""So long after a cycle or a workspace began its plan may still come together."""


class _Late(NamedTuple):
    """Something that came late, and the state in which it came."""

    subject: Subject
    first: SubjectState


def late_additions(context: CheckContext) -> Iterator[Finding]:
    """Find commits that add to a running cycle without saying since when it is there; each once."""
    by_commit: dict[str, list[_Late]] = {}
    for late in _late(context, context.past) if context.past else ():
        by_commit.setdefault(late.first.commit, []).append(late)
    for added in by_commit.values():
        yield _finding(context, added)


def _late(context: CheckContext, past: Past) -> Iterator[_Late]:
    versions = [*(merged.version for merged in past.merged.values()), *past.versions]
    states = subject_states(context.plan, versions)
    settled = _settled_on(past)
    cycles = cycles_with_past(context.plan, past, context.day)
    for objective in context.plan.objectives:
        if objective.cycle in cycles and objective.status in {"active", "closed"}:
            until = max(cycles[objective.cycle].start + _SETTLING, settled)
            for subject in subjects_in_objective(objective):
                first = _first(states, subject)
                if first is not None and first.day > until and not _is_told(states, subject, first):
                    yield _Late(subject, first)


def _settled_on(past: Past) -> date:
    """Return until when what comes may have come with the workspace."""
    known = [version.day for version in past.versions]
    began = past.began.day if past.began else min(known, default=date.min)
    return began + _SETTLING


def _first(states: SubjectStates, subject: Subject) -> SubjectState | None:
    """Return the state in which somebody first had agreed to it."""
    bound = (state for state in states.get(subject.name, ()) if state.is_binding)
    return min(bound, key=lambda state: state.day, default=None)


def _is_told(states: SubjectStates, subject: Subject, first: SubjectState) -> bool:
    """Return whether it says itself when it was added, or came with what it is part of."""
    if any(note.field == "added" for note in subject.notes):
        return True
    whole = (state.day for state in states.get(subject.part_of, ()) if state.is_binding)
    return subject.part_of is not None and min(whole, default=date.max) >= first.day


def _finding(context: CheckContext, added: list[_Late]) -> Finding:
    (subject, first), *_ = added
    names = listed_text([late.subject.text for late in added], 3)
    message = (
        f"{first.commit} of {first.day} added to a cycle that had begun, without saying since "
        f"when it counts: {names}."
    )
    hint = f"Add `added: {first.day}`: before that day it stands in no report."
    place = context.plan.place(subject.record, *subject.location)
    ref = subject.name if isinstance(subject.name, str) else subject.part_of
    return Finding.of(_LATE_ADDITION, place, message, hint, str(ref), location=subject.location)


_PATH = "objectives/2026-Q4/cx-leader.yaml"


def _example(language: Language, first: str, second: str) -> Example:
    agreed = key_result_text(first, baseline=40, target=60)
    new = key_result_text(second, id="calls", baseline=30, target=20)
    return Example(
        path=_PATH,
        failing=objective_text(language, agreed, new),
        passing=objective_text(language, agreed, f"{new}    added: 2026-11-02\n"),
        before={_PATH: objective_text(language, agreed)},
    )


H804 = Rule(
    id=_LATE_ADDITION,
    explanation=(
        "A key result that comes in the middle of a quarter has had less time than the others, "
        "and reports of earlier days must not show it as one that nobody worked on. `added` says "
        "from which day on it is there: since then it is expected to move, and check-ins of it are "
        "due. What came within 14 days of the cycle's start, or of the workspace's own first "
        "commit, is part of the plan, and drafts bind nobody. What comes with one commit is one "
        "finding."
    ),
    source="Team practice: late goals that look like failed ones, in quarterly reviews",
    find=late_additions,
    examples={
        "en": _example("en", "Raise NPS from 40 to 60", "Cut repeat calls from 30 to 20 a day"),
        "es": _example(
            "es", "Subir el NPS de 40 a 60", "Bajar las llamadas repetidas de 30 a 20 al día"
        ),
        "ru": _example(
            "ru", "Повысить NPS с 40 до 60", "Снизить повторные звонки с 30 до 20 в день"
        ),
    },
)
