"""Milestones: weighted steps, each done or not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from okrcli.compute.progress.base import ONE, ZERO, Evidence, Measured
from okrcli.compute.reports.report import Pace, Point
from okrcli.compute.timeline import Dated
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import Milestones, Step

NO_WEIGHT = "All steps have weight 0, so none of them counts."


def steps_done(
    key_result: Milestones, entries: Iterable[Dated[KeyResultEntry]]
) -> Mapping[str, date]:
    """Return the steps that are done after the ordered *entries*, with the day each was done.

    A step is done from its first entry on; `undone` takes it back. Unknown steps are left out.
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


def measure_milestones(key_result: Milestones, evidence: Evidence) -> Measured:
    """Return the weight done over all weight, and the pace by due dates alone; F14, F20."""
    done = steps_done(key_result, evidence.entries)
    total = _weight(key_result.steps)
    progress = (
        _weight(step for step in key_result.steps if step.id in done) / total if total else None
    )
    return Measured(
        progress=progress,
        pace=_pace(key_result, done, progress, evidence),
        series=_series(key_result, evidence.entries),
        reason=None if total else NO_WEIGHT,
        steps=(len(done), len(key_result.steps)),
        settled=len(done) == len(key_result.steps),
    )


def _weight(steps: Iterable[Step]) -> Decimal:
    return sum((step.weight for step in steps), ZERO)


def _series(key_result: Milestones, entries: Sequence[Dated[KeyResultEntry]]) -> tuple[Point, ...]:
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
        return Pace.MISSED
    late = [
        step
        for step in key_result.steps
        if step.id not in done and step.due is not None and step.due < evidence.day
    ]
    if not late:
        return Pace.ON_TRACK
    share = _weight(late) / _weight(key_result.steps)
    return Pace.AT_RISK if share <= evidence.settings.status.at_risk else Pace.OFF_TRACK
