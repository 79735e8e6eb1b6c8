"""An entry of a check-in that has an error."""

from collections.abc import Iterable, Sequence
from datetime import date

from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding, Location, Place, Severity


@frozen_dataclass
class RefusedEntry:
    """An entry that does not count at all because a part of it is wrong.

    It stays in its file, and counts as soon as it is corrected there.

    Attributes:
        path: Path of its check-in.
        location: The list that it stands in and its position there; `("note",)` for a check-in that
            has nothing else.
        place: Where the entry begins.
        day: The entry's own day, otherwise its check-in's.
        findings: What is wrong with it; may be empty if many entries have the same error.
        key_result: The key result that it is about, with the cycle if that is known.
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
    """Return what is wrong with *entries*; a finding about several of them appears once."""
    return tuple(dict.fromkeys(finding for entry in entries for finding in entry.findings))


def files_with_errors(
    findings: Iterable[Finding], entries: Iterable[RefusedEntry]
) -> Sequence[str]:
    """Return the files in which there are errors among *findings* beside those of *entries*."""
    of_entries = frozenset(errors_of(entries))
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    return [*dict.fromkeys(error.place.path for error in errors if error not in of_entries)]
