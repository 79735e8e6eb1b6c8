"""Pace: progress against elapsed time, and whether check-ins are on time."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from okrcli.choices import Cadence
from okrcli.compute.reports.report import Pace
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Ambition, Objective
from okrcli.model.settings import CheckinSettings, Settings, StatusSettings

CADENCE_DAYS: Mapping[Cadence, int] = {
    "daily": 1,
    "weekly": 7,
    "biweekly": 14,
    "monthly": 31,
    "quarterly": 92,
}
"""The longest length of each cadence, in days; F22."""

ENOUGH: Mapping[Ambition, Decimal] = {"committed": Decimal(1), "aspirational": Decimal("0.7")}
"""The score from which each ambition counts as reached; F18."""

GOOD = ENOUGH["aspirational"]
"""What is a good score of a stretch, against which the average is held."""

LOW = Decimal("0.4")
"""Below it a score is a low one."""

_LAST_DIGITS = Decimal("1e-20")

LOW_CONFIDENCE = 3
HIGH_CONFIDENCE = 8

_WORST_LAST = tuple(Pace)
_RANK = {pace: rank for rank, pace in enumerate(_WORST_LAST)}


def expected_progress(start: date, end: date, day: date) -> Decimal:
    """Return the share of the time box that has passed on *day*, 0 on its first day, 1 on its last.

    Linear, as Viva Goals does it; F19. A time box of one day has passed on that day.
    """
    if day >= end:
        return Decimal(1)
    if day <= start:
        return Decimal(0)
    return Decimal((day - start).days) / (end - start).days


def reaches(score: Decimal, limit: Decimal) -> bool:
    """Return whether *score* is *limit* or more.

    The mean of thirds may be below the limit in the last of 28 digits, which does not count.
    """
    return score > limit - _LAST_DIGITS


def pace_before_due(
    expected: Decimal, progress: Decimal, ambition: Ambition, status: StatusSettings
) -> Pace:
    """Return the pace of *progress* when *expected* is the share that should be done; F20.

    Bounds are included. An aspirational goal that heads for its good score (0.7) is at risk all
    along, and off track only if it falls behind that by more than what is still on track.
    """
    if reaches(status.on_track, expected - progress):
        return Pace.ON_TRACK
    if ambition == "committed":
        behind, allowed = expected - progress, status.at_risk
    else:
        behind, allowed = ENOUGH[ambition] * expected - progress, status.on_track
    return Pace.AT_RISK if reaches(allowed, behind) else Pace.OFF_TRACK


def pace_past_due(score: Decimal, ambition: Ambition) -> Pace:
    """Return whether the final *score* was enough for the *ambition*: done or missed; F18."""
    return Pace.DONE if reaches(score, ENOUGH[ambition]) else Pace.MISSED


def lower_by_confidence(confidence: int | None, pace: Pace | None) -> Pace | None:
    """Return *pace*, lowered to at risk if the owner's confidence is low; F21.

    It never gets better; what is done stays done, and without a pace confidence alone gives none.
    """
    if confidence is not None and confidence <= LOW_CONFIDENCE and pace is Pace.ON_TRACK:
        return Pace.AT_RISK
    return pace


def worst(paces: Iterable[Pace | None]) -> Pace | None:
    """Return the worst of *paces*; `None` if there is none; F23."""
    return max(filter(None, paces), key=_RANK.__getitem__, default=None)


def cadence_of(objective: Objective, key_result: KeyResult, settings: Settings) -> Cadence:
    """Return how often a check-in is due: as the key result, its objective or okr.yaml says."""
    return key_result.cadence or objective.cadence or settings.checkin.cadence


def next_checkin(anchor: date, cadence: Cadence) -> date:
    """Return when the next check-in is due.

    Args:
        anchor: The latest of the cycle's start, the day it was added, its own start, and the last
            check-in; F22.
        cadence: How often one is due.
    """
    return anchor + timedelta(days=min(CADENCE_DAYS[cadence], (date.max - anchor).days))


def days_overdue(due: date, day: date) -> int:
    """Return for how many days a check-in has been *due*; F22."""
    return max(0, (day - due).days)


def is_overdue(due: date, checkin: CheckinSettings, day: date) -> bool:
    """Return whether a check-in that was *due* is late, after the days of grace; F22."""
    return days_overdue(due, day) > checkin.grace_days


def is_stale(value_date: date, cadence: Cadence, day: date) -> bool:
    """Return whether a value is older than max(14 days, 1.5 x cadence); F7."""
    return 2 * (day - value_date).days > max(28, 3 * CADENCE_DAYS[cadence])
