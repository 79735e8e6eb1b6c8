"""Everything about a KPI as pairs of label and text."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from okrcli.compute.kpis.standard import Standard
from okrcli.compute.kpis.xmr import Signal, SignalRule
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.rounding import count_text, full_number, short_text, with_unit
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Aggregate, Alert, Bounds, Kpi, Survey
from okrcli.printable import inert
from okrcli.render.drawing.style import Glyphs
from okrcli.render.show.facts import (
    Fact,
    added_text,
    former_text,
    kpi_text,
    present,
    quantity,
    target_text,
)
from okrcli.views.sheets import KpiSheet

MOST_SIGNALS = 3

AGGREGATES: Mapping[Aggregate, str] = {
    "mean": "the mean of the segments read that day",
    "sum": "the sum of the segments on the last day that has all of them",
    "last": "the segment read last that day",
    "weighted": "the mean of the segments read that day, by their weights",
}
"""How the segments become the KPI's own value."""

_SIGNALS: Mapping[SignalRule, str] = {
    SignalRule.OUTSIDE: "beyond the limit",
    SignalRule.RUN_OF_8: "on one side of the mean",
    SignalRule.OUTER_QUARTER: "mostly near the limit",
}


def kpi_facts(sheet: KpiSheet, glyphs: Glyphs) -> Iterator[Fact]:
    """Yield the facts of a KPI."""
    kpi = sheet.kpi
    yield from present("Why", kpi.why)
    yield from present("Owner", kpi.owner)
    yield from present("Team", kpi.team)
    yield from present("Kind", ", ".join(filter(None, (kpi.kind, kpi.family))))
    yield from present("Direction", kpi.direction)
    yield from present("Possible", _bounds(kpi.bounds, kpi.unit))
    yield from _aims(sheet, glyphs)
    yield from _readings(kpi, sheet.report, sheet.day)
    yield from _makings(sheet, glyphs)
    yield "Alert", _alert(kpi.alert)
    yield from _chance(sheet)
    yield from present("Serves", ", ".join(kpi.serves))
    yield from present("Used by", ", ".join(sheet.used_by))
    yield from present("Guard of", ", ".join(sheet.guards))
    yield from present("Part of", ", ".join(sheet.part_of))
    yield from present("Added", added_text(kpi.added, sheet.day))
    yield from present("Formerly", former_text(kpi.formerly))
    yield from present("Note", kpi.note)
    yield "File", kpi.path


def _aims(sheet: KpiSheet, glyphs: Glyphs) -> Iterator[Fact]:
    kpi, target = sheet.kpi, sheet.report.target
    if isinstance(kpi.baseline, Decimal):
        yield "Baseline", quantity(kpi.baseline, kpi.unit)
    by = f" by {kpi.target.by}" if kpi.target and kpi.target.by else ""
    text = target_text(target, kpi.unit, glyphs)
    yield from present("Target", text and f"{text}{by}")
    if sheet.report.expected is not None:
        expected = with_unit(short_text(sheet.report.expected), kpi.unit)
        yield "Expected", f"{inert(expected)} on its way to the target"
    if target is not None:
        yield "Warning", f"within {_tolerance(sheet, target)}"


def _tolerance(sheet: KpiSheet, target: Decimal | Band) -> str:
    """Return the distance from the target, or from the line to it, that is not a breach yet."""
    kpi = sheet.kpi
    standard = Standard.of(kpi, sheet.report.series)
    ends = (target.low, target.high) if isinstance(target, Band) else (target,)
    widths = dict.fromkeys(full_number(standard.tolerance(end, sheet.day)) for end in ends)
    said = with_unit(" and ".join(widths), kpi.unit)
    return said if kpi.warning is not None else f"{said}, by default"


def _readings(kpi: Kpi, report: KpiReport, day: date) -> Iterator[Fact]:
    if report.value is not None:
        unit = report.value_unit or kpi.unit
        yield "Now", f"{quantity(report.value, unit)} since {report.value_date}"
    yield from present(_reason_name(report), report.reason)
    yield "Cadence", f"{kpi.cadence}{_next_reading(kpi, report.next_due, day)}"


def _reason_name(report: KpiReport) -> str:
    if report.value_unit:
        return "Not judged"
    return "No value" if report.value is None else "Not counted"


def _next_reading(kpi: Kpi, due: date | None, day: date) -> str:
    if kpi.formula:
        return ", whenever its inputs are read"
    if due is None:
        return ""
    return f", a reading has been due since {due}" if due < day else f", next reading due on {due}"


def _makings(sheet: KpiSheet, glyphs: Glyphs) -> Iterator[Fact]:
    """Yield where the values come from."""
    kpi = sheet.kpi
    yield from present("Formula", kpi.formula)
    for input_ in sheet.inputs:
        since = f" since {input_.value_date}" if input_.value_date else ""
        yield "Input", f"{kpi_text(input_, glyphs)}{since}"
    yield from present("Survey", kpi.survey and _survey(kpi.survey, glyphs))
    yield from present("Source", kpi.source and kpi.source.file)
    if kpi.segments:
        yield "Segments", f"{', '.join(kpi.segments)} ({kpi.aggregate})"


def _survey(survey: Survey, glyphs: Glyphs) -> str:
    parts = [survey.type.upper()]
    if survey.version:
        parts.append(f"version {survey.version}")
    if survey.scale:
        parts.append(f"answers {survey.scale[0]}{glyphs.range}{survey.scale[1]}")
    if survey.top_box:
        parts.append(f"satisfied: {', '.join(map(str, survey.top_box))}")
    return ", ".join(parts)


def _alert(alert: Alert) -> str:
    breaches = f"{alert.breaches} of the last {count_text(alert.of, 'reading')} in breach"
    return f"{breaches}, or an unlikely change (XmR)" if alert.xmr else breaches


def _chance(sheet: KpiSheet) -> Iterator[Fact]:
    """Yield the limits between which values lie by chance alone, and the signals beyond."""
    limits, unit = sheet.limits, sheet.kpi.unit
    if limits is None:
        return
    low, high, mean = map(short_text, (limits.lower, limits.upper, limits.mean))
    readings = count_text(len(sheet.report.series), "value")
    yield "Limits", f"{with_unit(f'{low} to {high}', unit)}, mean {mean} (XmR of {readings})"
    newest_first = sorted(sheet.signals, key=lambda signal: signal.last, reverse=True)
    for signal in newest_first[:MOST_SIGNALS]:
        yield "Signal", _signal(signal, sheet.report)
    if len(newest_first) > MOST_SIGNALS:
        yield "", f"and {len(newest_first) - MOST_SIGNALS} earlier"


def _signal(signal: Signal, report: KpiReport) -> str:
    first, last = report.series[signal.first].day, report.series[signal.last].day
    days = f"{first} to {last}" if last > first else f"{last}"
    return f"{days}: {signal.side}, {_SIGNALS[signal.rule]}"


def _bounds(bounds: Bounds, unit: str | None) -> str:
    if bounds.low is None and bounds.high is None:
        return ""
    if bounds.high is None:
        return f"from {quantity(bounds.low, unit)}"
    if bounds.low is None:
        return f"up to {quantity(bounds.high, unit)}"
    return inert(with_unit(f"{full_number(bounds.low)} to {full_number(bounds.high)}", unit))
