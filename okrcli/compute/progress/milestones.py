"""Milestones: weighted steps, each done or not."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Final

from okrcli.compute.pace import pace_past_due
from okrcli.compute.progress.base import (
    ONE,
    ZERO,
    Answer,
    Evidence,
    Measure,
    Missing,
    ParsedAnswer,
    Refusal,
)
from okrcli.compute.reports.report import Measured, Pace, Point, ValueWords
from okrcli.compute.rounding import count_text
from okrcli.compute.timeline import DatedItem
from okrcli.errors import UnknownReferenceError, UsageError
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import KeyResult, Milestones, Step
from okrcli.model.kpi import Kpi
from okrcli.next_step import StepKind

UNDO = "undo:"
"""Prefix of a step that is no longer done."""

_WORD = re.compile(r"[^\s,;|]+")

NO_STEP = "All of its steps were added later."
NO_WEIGHT = "All steps have weight 0, so none of them counts."


class MilestonesMeasure(Measure[Milestones]):
    """The weight of the steps done, divided by the weight of all."""

    question: ClassVar[str] = f"Steps done since, or {UNDO}STEP"
    next_step: ClassVar[StepKind] = StepKind.CHECK_IN_STEP
    needed: ClassVar[str] = "{steps}"

    def measure(self, key_result: Milestones, evidence: Evidence) -> Measured:
        """Return the weight done over all weight, and the pace by due dates alone; F14, F20."""
        key_result = self.as_counted_on(key_result, evidence.day)
        done = self.steps_done(key_result, evidence.entries)
        total = _weight(key_result.steps)
        weight_done = _weight(step for step in key_result.steps if step.id in done)
        progress = weight_done / total if total else None
        count = len(key_result.steps)
        return Measured(
            progress=progress,
            pace=_pace(key_result, done, progress, evidence),
            series=_series(key_result, evidence.entries),
            reason=None if total else NO_WEIGHT if count else NO_STEP,
            steps=(len(done), count),
            settled=self.is_settled(key_result, evidence),
            words=ValueWords(f"{len(done)}/{count}", count_text(count, "step")),
        )

    def is_settled(self, key_result: Milestones, evidence: Evidence) -> bool:
        """Return whether all of its steps are done, of which it has some."""
        key_result = self.as_counted_on(key_result, evidence.day)
        done = self.steps_done(key_result, evidence.entries)
        return 0 < len(key_result.steps) == len(done)

    def missing(self, filled_in: Container[str], kpi: Kpi | None) -> Missing | None:
        """Return that steps are missing if there are none."""
        if "steps" in filled_in:
            return None
        return Missing("The key result has no steps.", "Give {steps} once for each step.")

    def as_counted_on(self, key_result: Milestones, day: date) -> Milestones:
        """Return *key_result* with the steps that it had on *day*."""
        steps = tuple(step for step in key_result.steps if step.counts_on(day))
        is_whole = len(steps) == len(key_result.steps)
        return key_result if is_whole else key_result.model_copy(update={"steps": steps})

    def steps_done(
        self, key_result: Milestones, entries: Sequence[DatedItem[KeyResultEntry]]
    ) -> Mapping[str, date]:
        """Return the steps that are done after the ordered *entries*, each with its day.

        A step is done from its first entry on, until an entry has it under `undone`. Unknown steps
        are left out.
        """
        known = {step.id for step in key_result.steps}
        done: dict[str, date] = {}
        for entry in entries:
            for step in entry.content.done:
                if step in known:
                    done.setdefault(step, entry.day)
            for step in entry.content.undone:
                done.pop(step, None)
        return done

    def carried_fields(
        self, key_result: Milestones, value: Decimal | None, done: Container[str]
    ) -> Mapping[str, Any]:
        """The steps go on that are neither done nor dropped."""
        del value
        left = (step for step in key_result.steps if step.id not in done and not step.dropped)
        return {"steps": tuple(step.model_copy(update={"added": None}) for step in left)}

    def read(self, key_result: Milestones, answer: Answer) -> ParsedAnswer:
        """Read ids or numbers of steps; a value may name them, and after `undo:` others."""
        done, undone = (_ids_of(key_result, steps) for steps in _steps_named(answer))
        if both := set(done) & set(undone):
            raise UsageError(f"Step '{min(both)}' cannot be both done and undone.")
        return ParsedAnswer(done=done, undone=undone)

    def text_of(
        self,
        key_result: Milestones,
        parsed: ParsedAnswer,
        before: Sequence[DatedItem[KeyResultEntry]],
    ) -> str:
        """Return how many steps are done with it, and of how many."""
        if not parsed.done and not parsed.undone:
            return ""
        named = {step.id for step in key_result.steps} & set(parsed.done)
        now = (self.steps_done(key_result, before).keys() | named) - set(parsed.undone)
        return f"{len(now)}/{len(key_result.steps)}"

    def refusal(self, key_result: Milestones, ref: str, value: Decimal) -> Refusal:
        """Refuse any value: its values are its steps."""
        steps = ", ".join(step.id for step in key_result.steps)
        hint = f"List the steps that are done, as in `done: [{key_result.steps[0].id}]`: {steps}."
        return Refusal(f"{ref} has steps, not a value.", hint)


MEASURE: Final = MilestonesMeasure()


def _steps_named(answer: Answer) -> tuple[list[str], list[str]]:
    """Return the steps that are said to be done, and those that no longer are."""
    done, undone = (_WORD.findall(text) for text in (answer.done, answer.undone))
    for word in _WORD.findall(answer.value):
        if word.startswith(UNDO):
            undone.append(word.removeprefix(UNDO))
        else:
            done.append(word)
    return done, undone


def _ids_of(key_result: Milestones, steps: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of *steps*, each once."""
    return tuple(dict.fromkeys(step_named(key_result, step).id for step in steps))


def step_named(key_result: KeyResult, text: str) -> Step:
    """Return the step whose id *text* is, or its number in the list, from 1.

    Raises:
        UnknownReferenceError: There is no such step.
    """
    steps = key_result.listed_steps
    by_id = {step.id: step for step in steps}
    by_number = {str(number): step for number, step in enumerate(steps, 1)}
    found = by_id.get(text) or by_number.get(text)
    if found is not None:
        return found
    raise UnknownReferenceError(
        f"{key_result.id} has no step '{text}'; it has: {', '.join(by_id)}."
    )


def _weight(steps: Iterable[Step]) -> Decimal:
    return sum((step.weight for step in steps), ZERO)


def _series(
    key_result: Milestones, entries: Sequence[DatedItem[KeyResultEntry]]
) -> tuple[Point, ...]:
    """Return the weight done on each day on which a check-in named a known step."""
    weights = {step.id: step.weight for step in key_result.steps}
    done: set[str] = set()
    weight, values = ZERO, dict[date, Decimal]()
    for entry in entries:
        undone = weights.keys() & set(entry.content.undone)
        new = weights.keys() & set(entry.content.done)
        if new or undone:
            begun, ended = new - undone - done, undone & done
            weight += sum((weights[step] for step in begun), ZERO)
            weight -= sum((weights[step] for step in ended), ZERO)
            done |= begun
            done -= ended
            values[entry.day] = weight
    return tuple(Point(day, value) for day, value in values.items())


def _pace(
    key_result: Milestones, done: Mapping[str, date], progress: Decimal | None, evidence: Evidence
) -> Pace:
    """A late step is at risk, and off track when the late ones weigh more than `at_risk` allows."""
    if progress is None:
        return Pace.NO_DATA
    if progress >= ONE:
        return Pace.DONE
    if evidence.past_due:
        return pace_past_due(progress, evidence.ambition)
    late = [
        step
        for step in key_result.steps
        if step.id not in done and step.due is not None and step.due < evidence.day
    ]
    if not late:
        return Pace.ON_TRACK
    share = _weight(late) / _weight(key_result.steps)
    return Pace.AT_RISK if share <= evidence.settings.status.at_risk else Pace.OFF_TRACK
