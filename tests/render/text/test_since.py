from typing import Any

from okrcli.compute.reports.report import KnownSince
from okrcli.render.text.since import since_text
from tests.render.samples import DAY, a_report


def known(ref: str, **changes: Any) -> KnownSince:
    facts: dict[str, Any] = {
        "what": "recorded",
        "ref": ref,
        "day": DAY,
        "value": None,
        "on": DAY,
        "by": "ana",
        "why": None,
        "checkin": "2026-11-20-ana-7f3a9c12",
    }
    return KnownSince(**(facts | changes))


def test_entries_are_counted_and_what_they_are_about_is_named_once() -> None:
    report = a_report(since=(known("nps", entries=3), known("csat"), known("nps")))

    assert since_text(report) == (
        "Since 2026-11-20, for that day or earlier: 5 entries recorded (csat, nps)."
    )


def test_retracted_entries_are_told_beside_the_recorded_ones() -> None:
    report = a_report(since=(known("nps"), known("nps", what="retracted")))

    assert since_text(report) == (
        "Since 2026-11-20, for that day or earlier: 1 entry recorded and 1 entry retracted (nps)."
    )
