"""Which values have changed lately."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.reports.report import KeyResultReport, Report
from okrcli.compute.reports.week import DAYS


class RecentMove(NamedTuple):
    """A key result whose value is another one than a week ago.

    Attributes:
        before: The value in force then; `None` if there was none.
    """

    key_result: KeyResultReport
    before: Decimal | None


def recent_moves(report: Report) -> tuple[RecentMove, ...]:
    """Return what has changed in the week that ends with the report's day, the newest first."""
    moves = sorted(_moves(report), key=lambda move: move.key_result.ref)
    return tuple(sorted(moves, key=lambda move: _day_of(move.key_result), reverse=True))


def _moves(report: Report) -> Iterator[RecentMove]:
    since = report.as_of - timedelta(days=min(DAYS, (report.as_of - date.min).days))
    for objective in report.objectives:
        for key_result in objective.key_results:
            if key_result.is_reporting and not key_result.dropped and _day_of(key_result) > since:
                points = [point for point in key_result.measured.series if point.day <= since]
                before = points[-1].value if points else None
                if before != key_result.value:
                    yield RecentMove(key_result, before)


def _day_of(key_result: KeyResultReport) -> date:
    return key_result.value_date or date.min
