"""One reading that was recorded, as lines for people."""

from collections.abc import Iterator
from decimal import Decimal

from okrcli.compute.reports.report import Health
from okrcli.compute.rounding import full_number, short_number
from okrcli.render.drawing.style import HEALTHS, Glyphs
from okrcli.render.text.numbers import band_text
from okrcli.views.readings import RecordedReading


def recorded_lines(recorded: RecordedReading, glyphs: Glyphs) -> Iterator[str]:
    """Yield what was recorded, what it was before, and where the KPI stands now."""
    before, report = recorded.before, recorded.report
    was = (
        f"it was {full_number(before.value)} on {before.day}" if before else "it is the first value"
    )
    yield f"Recorded in {recorded.path}:"
    yield f"  {recorded.text}; {was}"
    for segment in report.segments:
        if segment.segment == recorded.segment:
            label = f"{report.id} {recorded.segment}"
            yield f"  {_standing(label, segment.value, segment.health, glyphs)}"
    standing = _standing(report.id, report.value, report.health, glyphs)
    yield f"  {standing}{_aim(recorded, glyphs)}"
    if report.reason:
        yield f"  {report.reason}"


def _standing(label: str, value: Decimal | None, health: Health, glyphs: Glyphs) -> str:
    text = f"{label} is {glyphs.none if value is None else short_number(value)} now"
    look = HEALTHS[health]
    is_judged = value is None or health != "no_data"
    return f"{text}: {look.mark(glyphs)} {look.word}" if is_judged else text


def _aim(recorded: RecordedReading, glyphs: Glyphs) -> str:
    """Return the target, and whether the value is too old to be judged by it."""
    report, target = recorded.report, recorded.kpi.target
    stale = ", stale" if report.stale else ""
    if report.target is None:
        return f", no target{stale}"
    by = f" by {target.by}" if target and target.by else ""
    return f", target {band_text(report.target, glyphs)}{by}{stale}"
