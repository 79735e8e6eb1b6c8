"""How a cycle ended: scores, promises, coverage, check-ins, forecasts and lessons."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.pace import ENOUGH, GOOD, HIGH_CONFIDENCE, LOW, reaches
from okrcli.compute.progress.metric import progress_between
from okrcli.compute.reports.discipline import Discipline, key_result_discipline, sum_of
from okrcli.compute.reports.key_result_report import report_key_result
from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.rollup import Weighted, weighted_mean
from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.closing import Closing
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Ambition

_RATED = {"active", "closed"}


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int


class EndedKeyResult(NamedTuple):
    """One key result when the cycle is over.

    Attributes:
        ref: With the cycle.
        objective: The objective's reference.
        checkins: How many check-ins fell due, and how many came.
        forecast: Whether the forecast at half time was that it would come to enough; `None` where
            there was none.
        confidence: The owner's at half time; `None` where there was none.
        is_enough: Whether it came to what was promised; `None` where it came to no score.
    """

    ref: str
    objective: str
    checkins: Discipline
    forecast: bool | None
    confidence: int | None
    is_enough: bool | None


class Lessons(NamedTuple):
    """What was said when an objective was closed."""

    ref: str
    title: str
    score: Decimal | None
    closing: Closing


@frozen_dataclass
class CycleSummary:
    """How the objectives of a cycle ended; drafts and cancelled ones do not count.

    Attributes:
        half_time: The day on which forecasts and confidences are held against what came.
        objectives: Those that count.
        key_results: Theirs, but for dropped ones.
    """

    half_time: date
    objectives: tuple[ObjectiveReport, ...]
    key_results: tuple[EndedKeyResult, ...]

    def of(self, objectives: Sequence[ObjectiveReport]) -> "CycleSummary":
        """Return the same of some *objectives* and the key results that are left in them."""
        refs = {key_result.ref for objective in objectives for key_result in objective.key_results}
        return CycleSummary(
            self.half_time,
            tuple(objective for objective in objectives if objective.status in _RATED),
            tuple(ended for ended in self.key_results if ended.ref in refs),
        )

    @property
    def scores(self) -> tuple[Decimal, ...]:
        """The scores of the objectives that have one."""
        return tuple(
            objective.score for objective in self.objectives if objective.score is not None
        )

    @property
    def average(self) -> Decimal | None:
        """The mean of the scores; `None` where there is none."""
        return weighted_mean(Weighted(Decimal(1), score) for score in self.scores)

    @property
    def distribution(self) -> tuple[int, int, int]:
        """How many scores are low, between, and good."""
        good = sum(reaches(score, GOOD) for score in self.scores)
        low = sum(not reaches(score, LOW) for score in self.scores)
        return low, len(self.scores) - low - good, good

    @property
    def committed(self) -> Share:
        """How many of the committed objectives were kept."""
        return self._enough("committed")

    @property
    def aspirational(self) -> Share:
        """How many of the others came to a good score."""
        return self._enough("aspirational")

    @property
    def coverage(self) -> Share:
        """How many key results have a value of their own time."""
        counted = [
            key_result
            for objective in self.objectives
            for key_result in objective.key_results
            if key_result.dropped is None
        ]
        return Share(sum(key_result.is_reporting for key_result in counted), len(counted))

    @property
    def checkins(self) -> Discipline:
        """How many check-ins fell due, how many came, and how many of those on time."""
        return sum_of(ended.checkins for ended in self.key_results)

    @property
    def forecasts(self) -> Share:
        """How many of the forecasts at half time came true."""
        known = [
            ended for ended in self.key_results if None not in {ended.forecast, ended.is_enough}
        ]
        return Share(sum(ended.forecast == ended.is_enough for ended in known), len(known))

    @property
    def confident(self) -> Share:
        """How many of those whose owners were confident at half time came to enough."""
        known = [
            ended
            for ended in self.key_results
            if ended.is_enough is not None and (ended.confidence or 0) >= HIGH_CONFIDENCE
        ]
        return Share(sum(bool(ended.is_enough) for ended in known), len(known))

    @property
    def lessons(self) -> tuple[Lessons, ...]:
        """What was said when objectives were closed."""
        return tuple(
            Lessons(objective.ref, objective.title, objective.score, objective.closing)
            for objective in self.objectives
            if objective.closing is not None
        )

    def _enough(self, ambition: Ambition) -> Share:
        of_it = [objective for objective in self.objectives if objective.ambition == ambition]
        kept = (
            objective.score is not None and reaches(objective.score, ENOUGH[ambition])
            for objective in of_it
        )
        return Share(sum(kept), len(of_it))


def half_time_of(cycle: Cycle) -> date | None:
    """Return the day in the middle of *cycle*; `None` where it has no end."""
    return cycle.start + (cycle.end - cycle.start) // 2 if cycle.end else None


def cycle_summary(
    snapshot: Snapshot, half: Snapshot, cycle: Cycle, objectives: Sequence[ObjectiveReport]
) -> CycleSummary:
    """Return how *cycle*, which is over, ended.

    Args:
        snapshot: What is known on the report's day.
        half: What is known of the day in the middle of the cycle.
        cycle: The cycle.
        objectives: Its objectives as of the report's day.
    """
    ended = (
        _final_result(snapshot, half, cycle, objective, report)
        for objective in objectives
        if objective.status in _RATED
        for report in objective.key_results
        if report.dropped is None
    )
    whole = CycleSummary(half.day, (), tuple(ended))
    return whole.of(objectives)


def _final_result(
    snapshot: Snapshot,
    half: Snapshot,
    cycle: Cycle,
    objective: ObjectiveReport,
    report: KeyResultReport,
) -> EndedKeyResult:
    stated = snapshot.plan.objectives_by_ref[objective.ref]
    enough = ENOUGH[stated.ambition]
    forecast, confidence = _at_half_time(half, cycle, report.ref, enough)
    score = report.measured.score
    return EndedKeyResult(
        ref=report.ref,
        objective=objective.ref,
        checkins=key_result_discipline(snapshot, cycle, stated, report),
        forecast=forecast,
        confidence=confidence,
        is_enough=None if score is None else reaches(score, enough),
    )


def _at_half_time(
    half: Snapshot, cycle: Cycle, ref: str, enough: Decimal
) -> tuple[bool | None, int | None]:
    """Return whether enough was forecast then, and the owner's confidence."""
    found = half.plan.key_results_by_ref.get(ref)
    if found is None or not found[1].exists_on(half.day):
        return None, None
    report = report_key_result(*found, cycle, half)
    measured, forecast = report.measured, report.measured.forecast
    value = forecast.value_at_due if forecast else None
    if value is None or measured.baseline is None or measured.target is None:
        return None, report.confidence
    progress = progress_between(measured.baseline, measured.target, value)
    return (None if progress is None else reaches(progress, enough)), report.confidence
