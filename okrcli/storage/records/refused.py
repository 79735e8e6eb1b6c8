"""What entries of check-ins that could not be read were about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from okrcli.model.base import as_day
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Finding, Location
from okrcli.model.refused import RefusedEntry
from okrcli.storage.records.pruning import at
from okrcli.storage.records.validation import ValidationResult
from okrcli.storage.yaml.document import Document

_ORDERING = "recorded"


def is_doubtful(document: Document, validated: ValidationResult[CheckIn]) -> bool:
    """Return whether no entry of the check-in can count, because an error affects all of them.

    That is a duplicate key at its root, or a wrong `recorded`, which decides between two entries of
    one day.
    """
    is_unordered = any(finding.location[:1] == (_ORDERING,) for finding in validated.findings)
    return () in document.flawed or is_unordered


def refused_entries(
    document: Document, checkin: CheckIn, validated: ValidationResult[CheckIn]
) -> Iterator[RefusedEntry]:
    """Yield the entries of *checkin* that were left out, in the order of its file."""
    findings = _by_entry(validated.findings)
    for location in validated.refused:
        item = at(document.data, location)
        known = item if isinstance(item, dict) else {}
        yield RefusedEntry(
            path=document.path,
            location=location,
            place=document.place(location),
            day=_day(known) or checkin.date,
            findings=(*document.flawed.get(location, ()), *findings[location]),
            key_result=_text(known, "key_result"),
            kpi=_text(known, "kpi"),
            segment=_text(known, "segment"),
        )


def _by_entry(found: Iterable[Finding]) -> Mapping[Location, list[Finding]]:
    by_entry: dict[Location, list[Finding]] = defaultdict(list)
    for finding in found:
        by_entry[finding.location[:2]].append(finding)
    return by_entry


def _day(item: Mapping[str, Any]) -> date | None:
    try:
        return as_day(item["date"])
    except (KeyError, ValueError):
        return None


def _text(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value if isinstance(value, str) else None
