"""What became known about the report's day only later, in a sentence."""

from okrcli.compute.reports.report import Report
from okrcli.compute.rounding import count_text, listed_text


def since_text(report: Report) -> str:
    """Return how many entries were recorded or retracted since, and what they are about."""
    counts = (
        (what, sum(known.entries for known in report.since if known.what == what))
        for what in ("recorded", "retracted")
    )
    told = [f"{count_text(count, 'entry', 'entries')} {what}" for what, count in counts if count]
    refs = listed_text(sorted({known.ref for known in report.since}))
    return f"Since {report.as_of}, for that day or earlier: {' and '.join(told)} ({refs})."
