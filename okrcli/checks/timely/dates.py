"""T501 and T502: a due date, inside the cycle."""

from collections.abc import Iterator
from datetime import date

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text, of_objective
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import KeyResultSubject
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

_NO_DEADLINE = RuleId("T501", "no-deadline", Severity.ERROR)
_OUTSIDE_CYCLE = RuleId("T502", "outside-cycle", Severity.ERROR)


def without_deadline(context: CheckContext) -> Iterator[Finding]:
    """Find key results without a due date in a cycle without an end."""
    for subject in context.key_results:
        cycle = subject.cycle
        if cycle and cycle.end is None and subject.key_result.due is None:
            message = f"{subject.ref} has no due date, and {cycle.id} has no last day."
            hint = f"Write `due:`, or give {cycle.id} an `end` under `cycles` in okr.yaml."
            yield subject.finding(_NO_DEADLINE, message, hint)


def _open_ended(language: Language) -> Example:
    proof = key_result_text("NPS 40 → 60", unit="points", baseline=40, target=60)
    return Example(
        path="objectives/open/cx-leader.yaml",
        failing=objective_text(language, proof),
        passing=objective_text(language, f"{proof}    due: 2026-12-31\n"),
        beside={"okr.yaml": "version: 1\ncycles: {open: {start: 2026-10-01}}\n"},
    )


T501 = Rule(
    id=_NO_DEADLINE,
    explanation=(
        "Without a day to be done there is no pace, and nothing is ever late. A key result takes "
        "its cycle's last day; in a cycle that stays open it needs one of its own."
    ),
    source="Doran 1981: time-related",
    find=without_deadline,
    examples={"en": _open_ended("en"), "es": _open_ended("es"), "ru": _open_ended("ru")},
)


def outside_cycle(context: CheckContext) -> Iterator[Finding]:
    """Find dates of key results that lie outside their cycle, or in the wrong order."""
    for subject in context.key_results:
        if cycle := subject.cycle:
            yield from _own_dates_outside(subject, cycle)
            yield from _steps_outside(subject, cycle)


def _own_dates_outside(subject: KeyResultSubject, cycle: Cycle) -> Iterator[Finding]:
    key_result = subject.key_result
    dates = key_result.dates.items()
    outside = {key: day for key, day in dates if day is not None and day not in cycle}
    for key, day in outside.items():
        message = f"`{key}` of {subject.ref} is {day}, outside {_cycle_text(cycle)}."
        yield subject.finding(_OUTSIDE_CYCLE, message, _HINT, key)
    start, due = key_result.start or cycle.start, key_result.due or cycle.end
    if not outside and due is not None and start >= due:
        message = f"{subject.ref} is due on {due}, but begins on {start}."
        keys = ("due",) if key_result.due else ("start",)
        yield subject.finding(_OUTSIDE_CYCLE, message, "Let it begin before it is due.", *keys)


def _steps_outside(subject: KeyResultSubject, cycle: Cycle) -> Iterator[Finding]:
    key_result = subject.key_result
    for index, step in enumerate(key_result.listed_steps):
        last = key_result.due or cycle.end or date.max
        if step.due is not None and not cycle.start <= step.due <= last:
            beside = f"after {last}" if step.due > last else f"before {_cycle_text(cycle)}"
            message = f"The step {step.id} of {subject.ref} is due on {step.due}, {beside}."
            yield subject.finding(_OUTSIDE_CYCLE, message, _HINT, "steps", index, "due")


_HINT = "Write a day inside the cycle, or move the objective to the cycle that holds it."


def _cycle_text(cycle: Cycle) -> str:
    return f"{cycle.id} ({cycle.start} to {cycle.end})" if cycle.end else f"{cycle.id} (open)"


def _due(language: Language, failing: str, passing: str) -> Example:
    proof = key_result_text("NPS 40 → 60", unit="points", baseline=40, target=60)
    return of_objective(
        objective_text(language, f"{proof}    {failing}\n"),
        objective_text(language, f"{proof}    {passing}\n"),
    )


T502 = Rule(
    id=_OUTSIDE_CYCLE,
    explanation=(
        "A cycle is closed and scored as a whole. What is due after it would be scored before "
        "it is done, and what begins on its last day has no time to move."
    ),
    source="Doerr, Measure What Matters: all key results of a cycle are scored at its end",
    find=outside_cycle,
    examples={
        "en": _due("en", "due: 2027-01-15", "due: 2026-12-15"),
        "es": _due("es", "start: 2026-09-01", "start: 2026-10-15"),
        "ru": _due("ru", "start: 2026-12-31", "start: 2026-11-01"),
    },
)
