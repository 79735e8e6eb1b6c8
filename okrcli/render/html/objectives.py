"""The objectives as rows of a page, with their key results below them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup

from okrcli.compute.kpis.health import last_change
from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport
from okrcli.compute.reports.week import DAYS
from okrcli.compute.rounding import percent_text
from okrcli.render.drawing.style import DROPPED, UNICODE, Look, key_result_look, pace_look
from okrcli.render.html.charts.bar import bar
from okrcli.render.html.charts.spark import spark
from okrcli.render.html.looks import Status, tone_of
from okrcli.render.text.amendments import day_text, was_text
from okrcli.render.text.guards import guard_looks
from okrcli.render.text.heading import pace_counts
from okrcli.render.text.numbers import (
    AMENDED,
    change_text,
    days_ago_text,
    goal_text,
    mark_doubtful,
    value_text,
)
from okrcli.render.text.summary import score_text

_COLUMNS: Final = ("confidence", "change", "trend", "guards", "owner")
"""The columns that are left out if they are empty in all rows."""


class Way(NamedTuple):
    """How far something has come: a bar with its percentage, or a score."""

    bar: Markup
    text: str

    @classmethod
    def of(cls, share: Decimal | None, expected: Decimal | None, look: Look) -> "Way":
        """Return the way with the mark of what is *expected*."""
        text = UNICODE.none if share is None else percent_text(share)
        return cls(bar(share, expected, tone_of(look)), text)


class KeyResultRow(NamedTuple):
    """One key result; *notes* say how its goalposts moved and why it was dropped."""

    ref: str
    title: str
    status: Status
    way: Way
    now: str
    unit: str
    goal: str
    confidence: str
    change: str
    is_new: bool
    trend: Markup
    guards: Sequence[Status]
    checkin: str
    is_late: bool
    owner: str
    notes: Sequence[str]


class ObjectiveRow(NamedTuple):
    """One objective with its key results; *reporting* only if not all of them have a value.

    Attributes:
        paces: How many key results have each pace, if they have no rows of their own.
    """

    ref: str
    title: str
    status: Status
    way: Way
    reporting: str
    checkin: str
    owner: str
    key_results: Sequence[KeyResultRow]
    paces: Sequence[Status] = ()


def objective_row(
    objective: ObjectiveReport, day: date, *, is_over: bool, alone: bool = False
) -> ObjectiveRow:
    """Return the row of *objective* as of *day*; when the cycle is over, with scores.

    Args:
        objective: The objective.
        day: The report's day.
        is_over: Whether the cycle is over.
        alone: Whether its key results have no rows of their own.
    """
    look = pace_look(objective.pace, objective.status)
    with_value, everything = objective.reporting
    return ObjectiveRow(
        ref=objective.ref,
        title=objective.title,
        status=Status.of(look),
        way=Way(Markup(""), score_text(objective.score))
        if is_over
        else Way.of(objective.progress, objective.expected, look),
        reporting=f"{with_value}/{everything} reporting" if with_value < everything else "",
        checkin=days_ago_text(objective.last_checkin, day),
        owner=objective.owner or "",
        key_results=[
            _key_result_row(key_result, objective.status, day, is_over=is_over)
            for key_result in (() if alone else objective.key_results)
        ],
        paces=list(_paces(objective)) if alone else (),
    )


def _paces(objective: ObjectiveReport) -> Iterator[Status]:
    """Yield how many key results have each pace, the worst first."""
    for look, count in pace_counts(objective.key_results):
        yield Status.of(look, f"{count} {look.word}")


def columns_of(rows: Iterable[ObjectiveRow]) -> frozenset[str]:
    """Return the columns that are not empty in all *rows*."""
    shown = [row for objective in rows for row in objective.key_results]
    owners = {objective.owner for objective in rows}
    found = {name for name in _COLUMNS if any(getattr(row, name) for row in shown)}
    found |= {"now", "goal", "checkin"}
    return frozenset(found | ({"owner"} if any(owners) else set()))


def _key_result_row(
    key_result: KeyResultReport, status: str, day: date, *, is_over: bool
) -> KeyResultRow:
    look = key_result_look(key_result, status)
    measured = key_result.measured
    change = last_change(measured.series) if measured.has_trend else None
    return KeyResultRow(
        ref=key_result.ref,
        title=key_result.title,
        status=Status.of(look),
        way=_way(key_result, look, is_over=is_over),
        now=mark_doubtful(value_text(key_result, UNICODE), key_result.refused),
        unit=_unit(key_result),
        goal=goal_text(key_result, UNICODE, unit=False),
        confidence="" if key_result.confidence is None else str(key_result.confidence),
        change=change_text(change, key_result.value),
        is_new=is_recent(key_result.value_date, day),
        trend=spark(measured.series) if measured.has_trend else Markup(""),
        guards=[Status.of(mark, name) for name, mark in guard_looks(key_result)],
        checkin=days_ago_text(key_result.last_checkin, day),
        is_late=key_result.overdue or key_result.stale,
        owner=key_result.owner or "",
        notes=list(_notes(key_result, day)),
    )


def _unit(key_result: KeyResultReport) -> str:
    """Return the unit of the value; empty without a value, or if the value names its unit."""
    is_said = bool(key_result.measured.words or key_result.value_unit)
    return "" if is_said or key_result.value is None else key_result.unit or ""


def is_recent(value_date: date | None, day: date) -> bool:
    """Return whether a value came in the week that ends with *day*."""
    return value_date is not None and value_date > day - timedelta(days=DAYS)


def _way(key_result: KeyResultReport, look: Look, *, is_over: bool) -> Way:
    measured = key_result.measured
    if key_result.dropped:
        return Way(Markup(""), "")
    if is_over:
        return Way(Markup(""), score_text(measured.score))
    return Way.of(measured.progress, measured.expected, look)


def _notes(key_result: KeyResultReport, day: date) -> Iterator[str]:
    if dropped := key_result.dropped:
        yield f"{DROPPED.word} {day_text(dropped.date, day)}: {dropped.why}"
    if key_result.amendments:
        yield f"{AMENDED} {was_text(key_result.amendments, day, UNICODE)}"
    if key_result.measured.reason and key_result.value is not None:
        yield key_result.measured.reason
