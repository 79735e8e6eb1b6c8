"""One objective as of a day, with its key results and children."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.pace import pace_past_due, worst
from okrcli.compute.reports.key_result_report import WITHOUT_PACE, report_key_result
from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport, Pace
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.rollup import Weighted, counted_score, objectives_in_loops, weighted_mean
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective


class _CountedItem(NamedTuple):
    """A key result or a child, as its objective counts it."""

    weight: Decimal
    score: Decimal | None
    expected: Decimal | None
    pace: Pace | None


class ObjectiveReports:
    """Builds the reports of objectives, children before their parents."""

    def __init__(self, snapshot: Snapshot, cycle: Cycle) -> None:
        self._snapshot = snapshot
        self._cycle = cycle
        self._made: dict[str, ObjectiveReport] = {}
        self._in_loops: frozenset[str] | None = None

    def of(self, objective: Objective) -> ObjectiveReport:
        """Return the report of *objective*."""
        waiting = [objective]
        while waiting:
            children = self._counted_children(waiting[-1])
            missing = [child for child in children if child.ref not in self._made]
            if missing:
                waiting += missing
            else:
                made = waiting.pop()
                self._made[made.ref] = self._report(
                    made, [self._made[child.ref] for child in children]
                )
        return self._made[objective.ref]

    def _counted_children(self, objective: Objective) -> Sequence[Objective]:
        """Return the children that count; those in a loop of parents do not; F16."""
        if objective.progress_from == "key_results":
            return ()
        if self._in_loops is None:
            self._in_loops = objectives_in_loops(self._snapshot.plan)
        return [
            child
            for child in self._snapshot.plan.children_of(objective)
            if child.status != "cancelled"
            and child.ref not in self._in_loops
            and child.exists_on(self._snapshot.day)
        ]

    def _report(self, objective: Objective, children: Sequence[ObjectiveReport]) -> ObjectiveReport:
        plan, cycle = self._snapshot.plan, self._cycle_of(objective)
        key_results = tuple(
            report_key_result(objective, key_result, cycle, self._snapshot)
            for key_result in objective.key_results
            if key_result.exists_on(self._snapshot.day)
        )
        items = [*_items(objective, key_results), *map(_child_item, children)]
        score = weighted_mean(Weighted(item.weight, item.score) for item in items)
        parent = plan.parent_of(objective)
        checkins = [key_result.last_checkin for key_result in key_results]
        checkins += [child.last_checkin for child in children]
        closing = objective.closing
        if closing is not None and closing.final_score is not None:
            score = closing.final_score
        return ObjectiveReport(
            id=objective.id,
            ref=objective.ref,
            title=objective.title,
            team=objective.team,
            owner=objective.owner,
            parent=parent.ref if parent else None,
            ambition=objective.ambition,
            status=objective.status,
            pace=_pace(objective, items, score, is_over=self._is_over(objective, cycle)),
            progress=score,
            score=score,
            expected=_mean_expected(items),
            reporting=_reporting(objective, key_results, children),
            last_checkin=max(filter(None, checkins), default=None),
            key_results=key_results,
            cancelled=objective.cancelled,
            closing=closing,
        )

    def _is_over(self, objective: Objective, cycle: Cycle) -> bool:
        past_due = cycle.end is not None and self._snapshot.day > cycle.end
        return past_due or objective.status == "closed"

    def _cycle_of(self, objective: Objective) -> Cycle:
        """Return the objective's own cycle; that of a child may differ, or be unknown."""
        if objective.cycle == self._cycle.id:
            return self._cycle
        return self._snapshot.plan.cycle(objective.cycle) or self._cycle


def _items(objective: Objective, key_results: Sequence[KeyResultReport]) -> Iterator[_CountedItem]:
    if objective.progress_from != "children":
        for key_result in key_results:
            if key_result.dropped:
                continue
            pace = None if key_result.measured.unmeasured else key_result.pace
            yield _CountedItem(
                key_result.weight, counted_score(key_result), key_result.measured.expected, pace
            )


def _child_item(child: ObjectiveReport) -> _CountedItem:
    return _CountedItem(Decimal(1), child.score, child.expected, child.pace)


def _pace(
    objective: Objective, items: Sequence[_CountedItem], score: Decimal | None, *, is_over: bool
) -> Pace | None:
    """Return the worst pace; at the end that of the score, which may make up for a miss; F23.

    What does not count has no influence, unless nothing counts.
    """
    if objective.status in WITHOUT_PACE:
        return None
    if is_over and score is not None:
        return pace_past_due(score, objective.ambition)
    counted = [item for item in items if item.weight]
    pace = worst(item.pace for item in counted)
    return Pace.NO_DATA if counted and pace is None and _is_unmeasured(counted) else pace


def _is_unmeasured(items: Sequence[_CountedItem]) -> bool:
    return all(item.score is None for item in items)


def _mean_expected(items: Sequence[_CountedItem]) -> Decimal | None:
    """Return the mean expected progress of what counts, to compare the score with."""
    return weighted_mean(
        Weighted(item.weight, item.expected) for item in items if item.score is not None
    )


def _reporting(
    objective: Objective,
    key_results: Sequence[KeyResultReport],
    children: Sequence[ObjectiveReport],
) -> tuple[int, int]:
    counted = [key_result for key_result in key_results if not key_result.dropped]
    own = counted if objective.progress_from != "children" else ()
    having = sum(key_result.is_reporting for key_result in own)
    return (
        having + sum(child.reporting[0] for child in children),
        len(own) + sum(child.reporting[1] for child in children),
    )
