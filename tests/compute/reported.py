"""Reports of one objective, so that a test says only what it is about."""

from collections.abc import Mapping
from datetime import date

from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport, Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.base import Record
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import KeyResult
from okrcli.model.readings import Reading
from okrcli.model.settings import Settings
from tests.builders import (
    Q4,
    Numeric,
    a_checkin,
    a_day,
    a_plan,
    an_entry,
    an_objective,
)

MIDWAY = date(2026, 11, 16)
"""46 of the cycle's 91 days have passed."""


def report_on(day: str | date, *records: Record, settings: Settings | None = None) -> Report:
    return build_report(a_plan(records, settings=settings), Q4, a_day(day))


def the_objective(
    day: str | date, *records: Record, settings: Settings | None = None
) -> ObjectiveReport:
    """Return the report of the first objective among *records*."""
    return report_on(day, *records, settings=settings).objectives[0]


def the_key_result(
    day: str | date, *records: Record, settings: Settings | None = None
) -> KeyResultReport:
    """Return the report of the first objective's first key result."""
    return the_objective(day, *records, settings=settings).key_results[0]


def checked_in(
    key_result: KeyResult, value: Numeric | None, day: str | date = MIDWAY
) -> KeyResultReport:
    """Return the report of *key_result* on *day*, *value* being checked in that day if any."""
    entries = [] if value is None else [an_entry(value, _ref(key_result))]
    return the_key_result(day, an_objective(key_result), a_checkin(day, *entries))


def with_entries(
    key_result: KeyResult,
    entries: Mapping[str, KeyResultEntry | Reading],
    day: str | date = MIDWAY,
    *others: Record,
) -> KeyResultReport:
    """Return the report of *key_result* on *day* after one check-in a day of *entries*."""
    made = (a_checkin(on, entry) for on, entry in entries.items())
    return the_key_result(day, an_objective(key_result), *made, *others)


def _ref(key_result: KeyResult) -> str:
    return f"2026-Q4/cx-leader/{key_result.id}"
