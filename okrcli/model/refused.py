"""An entry of a check-in that has an error."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from okrcli.model.finding import Finding, Location, Place


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """An entry that counts for nothing, all of it, because a part of it is wrong.

    It stays in its file, and counts as soon as it is corrected there.

    Attributes:
        path: Of its check-in.
        location: The list that it stands in and its position there; `("note",)` for a check-in that
            has nothing else.
        place: Where it begins.
        day: Its own, else its check-in's.
        findings: What is wrong with it; may be empty where many are wrong alike.
        key_result: Which one it is about, with the cycle where that is known.
        kpi: The KPI that it would be a reading of.
        segment: The segment of that KPI.
        corrected: Whether a later entry for the same thing and day has put it right.
    """

    path: str
    location: Location
    place: Place
    day: date
    findings: tuple[Finding, ...] = ()
    key_result: str | None = None
    kpi: str | None = None
    segment: str | None = None
    corrected: bool = False


def errors_of(entries: Iterable[RefusedEntry]) -> tuple[Finding, ...]:
    """Return what is wrong with *entries*; what is wrong with several at once is there once."""
    return tuple(dict.fromkeys(finding for entry in entries for finding in entry.findings))
