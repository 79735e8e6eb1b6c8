"""Everything about one thing as pairs of label and text."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from okrcli.compute.moves import Move
from okrcli.compute.reports.report import Forecast, KeyResultReport, KpiReport, Point
from okrcli.compute.rounding import count_text, full_number, half_up, percent_text, with_unit
from okrcli.model.changes.closing import Closing
from okrcli.model.changes.former import Former
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.goalposts import Band
from okrcli.printable import inert
from okrcli.render.drawing.style import Glyphs, kpi_look
from okrcli.render.text.amendments import change_rule
from okrcli.render.text.summary import closing_lines
from okrcli.views.sheets import KeyResultSheet, ObjectiveSheet

Fact = tuple[str, str]

_METHODS = {
    "least_squares": "a straight line through {}",
    "line_through_two": "the line through {}",
}


def objective_facts(sheet: ObjectiveSheet, glyphs: Glyphs) -> Iterator[Fact]:
    """Yield the facts of an objective."""
    objective, report = sheet.objective, sheet.report
    yield from present("Owner", objective.owner)
    yield from present("Team", objective.team)
    if sheet.parent:
        yield "Serves", f"{sheet.parent.ref}  {inert(sheet.parent.title)}"
    yield from present("Impact", objective.impact)
    yield from present("Why", objective.why)
    yield "Ambition", objective.ambition
    yield "Status", objective.status
    approvals = [f"{inert(approval.who)} on {approval.date}" for approval in objective.approved_by]
    yield from present("Approved by", ", ".join(approvals))
    yield from present("Cancelled", withdrawal_text(objective.cancelled))
    yield from _closing_facts(objective.closing)
    yield from present("Carried from", objective.carried_from)
    yield from present("Formerly", former_text(objective.formerly))
    yield "Cycle", f"{sheet.cycle.id}, {sheet.cycle.start} {glyphs.arrow} {sheet.cycle.end or ''}"
    yield "Reporting", "{} of {} key results".format(*report.reporting)
    if report.expected is not None:
        yield "Expected", f"{percent_text(report.expected)} by now"
    yield from present("Check-in", report.last_checkin and f"last on {report.last_checkin}")
    yield from present("Cadence", objective.cadence)
    yield from present("Added", added_text(objective.added, sheet.day))
    yield from present("Note", objective.note)
    yield "File", objective.path


def key_result_facts(sheet: KeyResultSheet, glyphs: Glyphs) -> Iterator[Fact]:
    """Yield the facts of a key result."""
    objective, key_result, report = sheet.objective, sheet.key_result, sheet.report
    yield "Objective", f"{objective.ref}  {inert(objective.title)}"
    yield from present("Owner", report.owner)
    yield "Type", report.type
    yield from _goalposts(sheet, glyphs)
    if report.weight != 1:
        yield "Weight", full_number(report.weight)
    yield from _where_it_stands(report)
    if sheet.kpi:
        yield "KPI", kpi_text(sheet.kpi, glyphs)
    for guard in sheet.guards:
        yield "Guard", kpi_text(guard, glyphs)
    yield from _checkin_facts(report)
    yield from present("Cadence", key_result.cadence or objective.cadence)
    yield from present("Added", added_text(key_result.added, sheet.day))
    yield from present("Dropped", withdrawal_text(key_result.dropped))
    yield from present("Formerly", former_text(key_result.formerly))
    yield from present("Note", key_result.note)
    yield "File", objective.path


def added_text(added: date | None, day: date) -> str:
    """Return when something was added, and whether that was only after *day*; empty without it."""
    if added is None:
        return ""
    return f"{added}; reports for {day} leave it out" if added > day else str(added)


def withdrawal_text(withdrawal: Withdrawal | None) -> str:
    """Return since when something is given up, why, and who agreed; empty if it is not."""
    if withdrawal is None:
        return ""
    by = f" (approved by {withdrawal.approved_by})" if withdrawal.approved_by else ", not approved"
    return inert(f"since {withdrawal.date}: {withdrawal.why}{by}")


def former_text(formerly: Iterable[Former]) -> str:
    """Return the former names, and until when a moved key result counted elsewhere."""
    return ", ".join(
        f"{former.ref} until {former.until}" if former.until else former.ref for former in formerly
    )


def _closing_facts(closing: Closing | None) -> Iterator[Fact]:
    """Yield how an objective was closed, and what was learned."""
    if closing is None:
        return
    score = "no score" if closing.final_score is None else f"score {closing.final_score:.2f}"
    own = closing.score is not None and closing.computed is not None
    computed = f", computed {closing.computed:.2f}" if own else ""
    yield "Closed", inert(f"on {closing.date}, {score}{computed}")
    for label, text in closing_lines(closing):
        yield label, inert(text)


def _goalposts(sheet: KeyResultSheet, glyphs: Glyphs) -> Iterator[Fact]:
    report, move = sheet.report, sheet.move
    if move:
        yield "Baseline", _baseline(report, move)
    yield from present("Target", target_text(report.measured.target, report.unit, glyphs))
    if move and move.change:
        yield "Change", change_rule(move.change)
    yield from present("At least", quantity(report.measured.at_least, report.unit))
    yield from present("At most", quantity(report.measured.at_most, report.unit))
    yield from present("Due", report.due and str(report.due))


def _baseline(report: KeyResultReport, move: Move) -> str:
    if report.measured.baseline is not None:
        return quantity(report.measured.baseline, report.unit)
    by = f", to be measured by {move.measure_by}" if move.measure_by else ""
    return f"unknown{by}"


def _where_it_stands(report: KeyResultReport) -> Iterator[Fact]:
    measured = report.measured
    if measured.steps:
        done, count = measured.steps
        yield "Now", f"{done} of {count_text(count, 'step')} done"
    elif report.value is not None:
        own = measured.words and measured.words.value
        value = own or quantity(report.value, report.value_unit or report.unit)
        yield "Now", f"{value} since {report.value_date}"
    if measured.expected_value is not None:
        expected = full_number(half_up(measured.expected_value, 2))
        yield "Expected", f"{with_unit(expected, report.unit)} by now"
    if measured.forecast:
        yield "Forecast", forecast_text(measured.forecast, report.unit, report.due)
    yield from present("No progress", measured.reason)
    if report.late:
        yield "Late", f"{_late_text(report, report.late)}; values after the due date do not count"


def _late_text(report: KeyResultReport, late: Point) -> str:
    """Return the late value; milestones and binary key results have none to show."""
    what = "" if report.measured.words else f"{quantity(late.value, report.unit)} "
    return f"{what}checked in for {late.day}"


def forecast_text(forecast: Forecast, unit: str | None, due: date | None) -> str:
    """Return where the values lead, and by what method."""
    parts = []
    if forecast.value_at_due is not None and due:
        parts.append(f"{with_unit(full_number(half_up(forecast.value_at_due, 2)), unit)} on {due}")
    if forecast.reaches_target_on:
        parts.append(f"reaches the target on {forecast.reaches_target_on}")
    else:
        parts.append("the target is not reached at this rate")
    days = count_text(forecast.points, "day")
    return f"{'; '.join(parts)} ({_METHODS[forecast.method].format(days)})"


def _checkin_facts(report: KeyResultReport) -> Iterator[Fact]:
    if report.confidence is not None:
        before = report.confidence_before
        yield "Confidence", f"{report.confidence} of 10" + (f", before {before}" if before else "")
    said = f"last on {report.last_checkin}" if report.last_checkin else "none yet"
    if report.overdue:
        said += f", overdue by {count_text(report.days_overdue, 'day')}"
    elif report.next_checkin:
        said += f", next due on {report.next_checkin}"
    yield "Check-in", said


def quantity(value: Decimal | None, unit: str | None) -> str:
    """Return *value* with every digit that matters and its unit; empty if it is absent."""
    if value is None:
        return ""
    exact = full_number(value)
    return with_unit(exact if len(exact) <= 20 else full_number(half_up(value, 6)), unit)


def target_text(target: Decimal | Band | None, unit: str | None, glyphs: Glyphs) -> str:
    """Return a target, one number or a range, with its unit; empty if it is absent."""
    if isinstance(target, Band):
        low, high = full_number(target.low), full_number(target.high)
        return with_unit(f"{low}{glyphs.range}{high}", unit)
    return quantity(target, unit)


def kpi_text(kpi: KpiReport, glyphs: Glyphs) -> str:
    """Return the state of *kpi*, after its id."""
    look = kpi_look(kpi)
    value = f", {quantity(kpi.value, kpi.unit)}" if kpi.value is not None else ""
    return f"{kpi.id}  {look.mark(glyphs)} {look.word}{value}"


def present(label: str, text: object) -> Iterator[Fact]:
    """Yield the fact if there is one."""
    if text:
        yield label, inert(str(text))
