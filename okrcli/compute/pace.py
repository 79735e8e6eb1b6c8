"""Pace: progress against elapsed time, and whether check-ins come when they are due."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from okrcli.compute.reports.report import Pace
from okrcli.model.base import Cadence
from okrcli.model.settings import CheckinSettings, StatusSettings

CADENCE_DAYS: Mapping[Cadence, int] = {
    "daily": 1,
    "weekly": 7,
    "biweekly": 14,
    "monthly": 31,
    "quarterly": 92,
}
"""How long a cadence is at most; F22."""

LOW_CONFIDENCE = 3
HIGH_CONFIDENCE = 8

_WORST_LAST = tuple(Pace)
_RANK = {pace: rank for rank, pace in enumerate(_WORST_LAST)}


def expected_progress(start: date, end: date, day: date) -> Decimal:
    """Return the share of the time box that has passed on *day*, 0 on its first day, 1 on its last.

    Linear, as Viva Goals does it; F19. A box of one day has passed on that day.
    """
    if day >= end:
        return Decimal(1)
    if day <= start:
        return Decimal(0)
    return Decimal((day - start).days) / (end - start).days


def pace_of_gap(gap: Decimal, status: StatusSettings) -> Pace:
    """Return the pace for *gap*, expected minus actual progress, bounds included; F20."""
    if gap <= status.on_track:
        return Pace.ON_TRACK
    return Pace.AT_RISK if gap <= status.at_risk else Pace.OFF_TRACK


def lowered_by(confidence: int | None, pace: Pace | None) -> Pace | None:
    """Return *pace*, at best at risk when the owner's confidence is low; never a better one; F21.

    What is done stays done, and where nothing is known confidence alone makes no pace.
    """
    if confidence is not None and confidence <= LOW_CONFIDENCE and pace is Pace.ON_TRACK:
        return Pace.AT_RISK
    return pace


def worst(paces: Iterable[Pace | None]) -> Pace | None:
    """Return the worst of *paces*; `None` when none is known; F23."""
    return max(filter(None, paces), key=_RANK.__getitem__, default=None)


def next_checkin(anchor: date, cadence: Cadence) -> date:
    """Return when the next check-in is due.

    Args:
        anchor: The later of the cycle's start and the last check-in; F22.
        cadence: How often one is due.
    """
    return anchor + timedelta(days=min(CADENCE_DAYS[cadence], (date.max - anchor).days))


def days_overdue(due: date, checkin: CheckinSettings, day: date) -> int:
    """Return by how many days a check-in that was *due* is late after the days of grace; F22."""
    return max(0, (day - due).days - checkin.grace_days)


def is_stale(value_date: date, cadence: Cadence, day: date) -> bool:
    """Return whether a value is older than max(14 days, 1.5 x cadence); F7."""
    return 2 * (day - value_date).days > max(28, 3 * CADENCE_DAYS[cadence])
