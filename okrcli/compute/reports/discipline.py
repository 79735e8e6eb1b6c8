"""Whether check-ins came when they were due."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from okrcli.choices import Cadence
from okrcli.compute.pace import cadence_of, next_checkin
from okrcli.compute.reports.report import KeyResultReport
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective


class Discipline(NamedTuple):
    """How many check-ins fell due, and how many of them came.

    Attributes:
        done: Of those due, also late ones, as long as they came before the next one was due.
        on_time: Of those done, the ones within the days of grace.
    """

    due: int = 0
    done: int = 0
    on_time: int = 0


def key_result_discipline(
    snapshot: Snapshot, cycle: Cycle, objective: Objective, report: KeyResultReport
) -> Discipline:
    """Return the discipline of one key result in *cycle*, up to the snapshot's day.

    A reading of its KPI is a check-in, too.
    """
    [key_result] = [known for known in objective.key_results if known.id == report.id]
    until = min(snapshot.day, cycle.end or snapshot.day)
    timeline, settings = snapshot.timeline, snapshot.plan.settings
    days = {item.day for item in timeline.of_key_result(report.ref, snapshot.day)}
    if report.kpi:
        days |= {block.day for block in timeline.of_kpi(report.kpi, snapshot.day).blocks}
    return discipline_of(
        sorted(days),
        max(cycle.start, report.start or cycle.start),
        _last_day_owed(objective, report, until),
        cadence_of(objective, key_result, settings),
        settings.checkin.grace_days,
    )


def _last_day_owed(objective: Objective, report: KeyResultReport, until: date) -> date:
    """Return until when check-ins were due: none is after the end, of whatever kind."""
    ends = [end.date for end in (objective.closing, objective.cancelled, report.dropped) if end]
    if report.measured.settled:
        ends += _settled_since(report)
    return min(until, report.due or until, *ends)


def _settled_since(report: KeyResultReport) -> Sequence[date]:
    """Return the day since which nothing is left to check in, if one is known."""
    series = report.measured.series
    settled = takewhile(lambda point: point.value == series[-1].value, reversed(series))
    return [point.day for point in settled][-1:]


def discipline_of(
    days: Sequence[date], begin: date, until: date, cadence: Cadence, grace_days: int
) -> Discipline:
    """Return the discipline of one key result; F22 says when a check-in is due.

    Args:
        days: When it was checked in, in order.
        begin: The day from which the first one is counted.
        until: The last day on which one can fall due.
        cadence: How often one is due.
        grace_days: How many days after the due date are still on time.
    """
    due = done = on_time = 0
    anchor = begin
    while anchor < (expected := next_checkin(anchor, cadence)) <= until:
        due += 1
        in_time = _days_after(expected, grace_days)
        came = _settling(days, anchor, expected)
        if came is None or came > max(in_time, next_checkin(expected, cadence)):
            anchor = expected
            continue
        done += 1
        on_time += came <= in_time
        anchor = came
    return Discipline(due, done, on_time)


def sum_of(disciplines: Iterable[Discipline]) -> Discipline:
    """Return the discipline of several key results together."""
    counts = list(disciplines)
    return Discipline(
        sum(count.due for count in counts),
        sum(count.done for count in counts),
        sum(count.on_time for count in counts),
    )


def _settling(days: Sequence[date], anchor: date, expected: date) -> date | None:
    """Return the last of *days* after *anchor* up to the one *expected*, else the next of all.

    Several in one period are one: a value may come on another day than the confidence.
    """
    place = bisect_right(days, expected)
    if place and days[place - 1] > anchor:
        return days[place - 1]
    return days[place] if place < len(days) else None


def _days_after(day: date, count: int) -> date:
    return day + timedelta(days=min(count, (date.max - day).days))
