"""Finds a check-in by its name, the beginning of that, or its path."""

import re
from collections.abc import Sequence

from okrcli.compute.as_of.retracted import Retractions
from okrcli.compute.rounding import listed_text
from okrcli.compute.timeline import order_of
from okrcli.errors import UnknownReferenceError, UsageError
from okrcli.model.checkin import CheckIn
from okrcli.model.plan import Plan
from okrcli.nearest import did_you_mean
from okrcli.storage.layout import SUFFIXES

_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*")


def checkin_named(plan: Plan, text: str) -> CheckIn:
    """Return the check-in that *text* names.

    Raises:
        UnknownReferenceError: It is unknown or ambiguous.
    """
    path, name = text.replace("\\", "/").removeprefix("./"), checkin_name(text)
    found = [checkin for checkin in plan.checkins if checkin.path == path]
    found = found or [checkin for checkin in plan.checkins if checkin.id == name]
    found = found or [checkin for checkin in plan.checkins if name and checkin.id.startswith(name)]
    found = [checkin for checkin in found if _says_something(checkin)] or found
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownReferenceError(
            f"'{text}' fits {len(found)} check-ins:"
            f" {listed_text(sorted(checkin.id for checkin in found))}.",
            "Write more of the name.",
        )
    hint = did_you_mean(name, (checkin.id for checkin in plan.checkins)) or _NAMED
    raise UnknownReferenceError(f"There is no check-in '{text}'.", hint)


_NAMED = "Its name is that of its file in checkins/, as in 2026-11-20-ana-7f3a9c12."


def checkin_name(text: str) -> str:
    """Return the name of the check-in whose file, or path, *text* may be."""
    name = text.replace("\\", "/").rpartition("/")[2]
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def require_erased(plan: Plan, text: str) -> str:
    """Return the name of a check-in whose file is not there any more.

    Raises:
        UsageError: It is there, or *text* is no such name.
    """
    name = checkin_name(text)
    still = next((checkin.path for checkin in plan.checkins if checkin.id == name), None)
    if still:
        raise UsageError(
            f"{still} is still there, so it is not erased.", "Delete the file first, or retract it."
        )
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"'{text}' is not the name of a check-in.", "Write it like 2026-11-20-ana-7f3a9c12."
        )
    return name


def recent_checkins(plan: Plan, by: str, most: int) -> Sequence[CheckIn]:
    """Return the last check-ins of *by* that say something and count, the newest first."""
    retractions = Retractions(plan)
    own = [
        checkin
        for checkin in plan.checkins
        if checkin.by == by
        and _says_something(checkin)
        and not any(retraction.is_whole for _, retraction in retractions.of(checkin))
    ]
    return sorted(own, key=lambda checkin: (checkin.date, order_of(checkin)), reverse=True)[:most]


def _says_something(checkin: CheckIn) -> bool:
    return bool(checkin.key_results or checkin.readings or checkin.kudos or checkin.followups)
