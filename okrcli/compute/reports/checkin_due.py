"""When check-ins are due."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from okrcli.compute.as_of.definitions import key_result_on
from okrcli.compute.pace import days_overdue, is_overdue, next_checkin
from okrcli.compute.progress import Evidence, measure_of
from okrcli.compute.reports.attention import days_after
from okrcli.compute.reports.course import course_and_evidence
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.frozen import frozen_dataclass
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective


class CheckinDue(NamedTuple):
    """When something was last checked in, and when it is due next.

    Attributes:
        next_checkin: `None` if no check-in is due any more.
        days_overdue: Days since the next one was due.
        is_overdue: Whether it is late, after the days of grace.
    """

    last_checkin: date | None
    next_checkin: date | None = None
    days_overdue: int = 0
    is_overdue: bool = False


def checkin_due(
    objective: Objective,
    evidence: Evidence,
    last_checkin: date | None,
    cycle: Cycle,
    *,
    is_over: bool,
) -> CheckinDue:
    """Return when the next check-in is due, and by how many days it is late; F22.

    No check-in is due after the last one that fell due before the key result did.

    Args:
        objective: The key result's.
        evidence: What counts of the key result.
        last_checkin: The day of the last one; `None` if there never was one.
        cycle: The objective's.
        is_over: Whether the key result was dropped, or there is nothing left to check in.
    """
    if objective.status != "active" or is_over:
        return CheckinDue(last_checkin)
    checkin = evidence.settings.checkin
    begin = max(cycle.start, evidence.start)
    due = next_checkin(max(begin, last_checkin or begin), evidence.cadence)
    if last_checkin is not None and evidence.due is not None and due > evidence.due:
        return CheckinDue(last_checkin)
    day = evidence.day
    return CheckinDue(last_checkin, due, days_overdue(due, day), is_overdue(due, checkin, day))


@frozen_dataclass
class KeyResultDue:
    """A key result, and when its next check-in is due.

    Attributes:
        ref: The reference with the cycle.
        owner: Its own owner, otherwise its objective's.
        start: First day of the expected line.
    """

    ref: str
    title: str
    type: str
    kpi: str | None
    owner: str | None
    start: date
    checkin: CheckinDue

    def is_due(self, day: date, until: date) -> bool:
        """Return whether a check-in is due on *day* or a later one up to *until*.

        It is if there never was one, or if the last one is a cadence old.
        """
        last, following = self.checkin.last_checkin, self.checkin.next_checkin
        if following is None:
            return False
        return (last is None and self.start <= day) or following <= until


def key_results_due(
    cycles: Iterable[Cycle], snapshot: Snapshot, *, within: int = 0
) -> tuple[KeyResultDue, ...]:
    """Return the key results whose check-in is due, the longest overdue first.

    Args:
        cycles: Those whose key results are meant.
        snapshot: What is known today.
        within: The number of days to look ahead; 0 for what is due today.
    """
    until = days_after(snapshot.day, within)
    known = (item for cycle in cycles for item in key_results_of(cycle, snapshot))
    due = [item for item in known if item.is_due(snapshot.day, until)]
    return tuple(sorted(due, key=lambda item: item.checkin.next_checkin or date.max))


def key_results_of(cycle: Cycle, snapshot: Snapshot) -> Iterator[KeyResultDue]:
    """Yield the key results of *cycle* that exist on the snapshot's day."""
    for objective in snapshot.plan.objectives_in(cycle.id):
        if objective.exists_on(snapshot.day):
            for key_result in objective.key_results:
                if key_result.exists_on(snapshot.day):
                    yield due_of(objective, key_result, cycle, snapshot)


def due_of(
    objective: Objective,
    as_written: KeyResult,
    cycle: Cycle,
    snapshot: Snapshot,
    *,
    is_settled: bool | None = None,
) -> KeyResultDue:
    """Return when the next check-in of a key result is due.

    Args:
        objective: Its objective.
        as_written: The key result with today's goalposts.
        cycle: The objective's cycle.
        snapshot: What is known on that day.
        is_settled: Whether there is nothing left to check in; `None` if what is known tells.
    """
    key_result = key_result_on(as_written, snapshot.day)
    course, evidence = course_and_evidence(objective, key_result, cycle, snapshot)
    if is_settled is None:
        is_settled = measure_of(key_result).is_settled(key_result, evidence)
    is_over = is_settled or key_result.dropped is not None
    return KeyResultDue(
        ref=objective.ref_of(key_result),
        title=key_result.title,
        type=key_result.type,
        kpi=key_result.kpi,
        owner=key_result.owner or objective.owner,
        start=evidence.start,
        checkin=checkin_due(objective, evidence, course.last_checkin, cycle, is_over=is_over),
    )
