"""The result of an audit in words; texts from files in them are not inert yet."""

from collections.abc import Iterator

from okrcli.compute.rounding import count_text
from okrcli.render.drawing.style import Glyphs
from okrcli.render.findings.summary import counts_text
from okrcli.render.story.words import event_text
from okrcli.views.audit import Audit, AuditLine, VerifiedCounts

_SIGNATURES = {
    "verified": "{} with a verified signature",
    "cannot_verify": "{} with a signature that cannot be verified here",
    "bad": "{} with a bad signature",
    "absent": "{} without a signature",
}


def line_text(line: AuditLine, glyphs: Glyphs) -> str:
    """Return what was found, beginning with what it is about if nothing else names it."""
    text = message_text(line, glyphs)
    subject = (line.ref or line.path) if line.code else ""
    place = f"{subject}: " if subject and (line.ref is None or line.ref not in text) else ""
    silenced = " The check does not report it." if line.is_silenced else ""
    return f"{place}{text}{silenced}"


def message_text(line: AuditLine, glyphs: Glyphs) -> str:
    """Return the message of *line*, or what happened."""
    if line.event is None:
        return line.message
    return f"{line.event.ref}: {event_text(line.event, glyphs)}."


def who_text(line: AuditLine) -> str:
    """Return who did it and when; empty if no commit did."""
    if line.commit is None:
        return ""
    people = " and ".join((line.commit.author, *line.commit.co_authors))
    return f"{people} on {line.commit.day}"


def summary(audit: Audit) -> str:
    """Return how much was found, and how much was in order."""
    found = counts_text(audit.counts)
    parts = "; ".join(_verified_parts(audit.verified))
    return f"{found or 'Nothing found'}. Verified: {parts}."


def _verified_parts(verified: VerifiedCounts) -> Iterator[str]:
    yield count_text(verified.commits, "commit")
    yield f"{count_text(verified.checkins, 'check-in')} as committed"
    yield f"{count_text(verified.definitions, *_DEFINITIONS)} as agreed"
    if verified.amendments:
        yield count_text(verified.amendments, "approved amendment")
    yield f"{count_text(verified.by_approval, 'objective')} approved by somebody else"
    if verified.by_merge:
        yield f"{count_text(verified.by_merge, 'objective')} merged by somebody else"
    for name, count in verified.signatures.items():
        if count:
            yield _SIGNATURES[name].format(count_text(count, "commit"))


_DEFINITIONS = ("objective, key result or KPI", "objectives, key results and KPIs")
