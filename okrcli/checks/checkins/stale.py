"""C701: values are up to date."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import KeyResultSubject, of_kpi
from okrcli.compute.reports.attention import reading_step, silence_text, silent_segments
from okrcli.compute.reports.report import KeyResultReport
from okrcli.model.finding import CommonCause, Finding, RuleId, Severity
from okrcli.model.kpi import Kpi
from okrcli.model.settings import Language

_STALE = RuleId("C701", "stale", Severity.WARNING)


def stale_values(context: CheckContext) -> Iterator[Finding]:
    """Find KPIs and segments without a reading in their cadence, and overdue check-ins."""
    kpis = context.snapshot.kpis
    for kpi in context.plan.kpis_by_id.values():
        yield from _stale_kpi(context, kpi)
    for subject in context.key_results:
        # A KPI that is not read is told once, not with every key result that it feeds.
        if not (subject.kpi and kpis[subject.kpi.id].stale) and subject.ref in context.reports:
            yield from _stale_key_result(subject, context.reports[subject.ref])


def _stale_kpi(context: CheckContext, kpi: Kpi) -> Iterator[Finding]:
    """A computed KPI takes no readings: its inputs are reported instead."""
    report = context.snapshot.kpis[kpi.id]
    if kpi.formula is not None or not kpi.binds_on(context.day):
        return
    if report.stale:
        message = silence_text(kpi, report.value_date)
        finding = of_kpi(context.plan, kpi, _STALE, message, reading_step(kpi))
        yield _of_silence(finding, kpi.owner, report.next_due)
    for segment in silent_segments(report):
        message = silence_text(kpi, segment.value_date, segment.segment)
        step = reading_step(kpi, segment.segment)
        place = ("segments", kpi.segments.index(segment.segment))
        yield of_kpi(context.plan, kpi, _STALE, message, step, *place)


def _stale_key_result(subject: KeyResultSubject, report: KeyResultReport) -> Iterator[Finding]:
    if report.overdue:
        late = f"{report.days_overdue} day{'' if report.days_overdue == 1 else 's'}"
        message = f"The check-in of {subject.ref} is {late} overdue."
        hint = "Check it in, with a note if nothing has moved."
        finding = subject.finding(_STALE, message, hint)
        yield _of_silence(finding, report.owner, report.next_checkin)
    elif report.stale:
        message = (
            f"The last value of {subject.ref} is from {report.value_date}: it may no longer hold."
        )
        yield subject.finding(_STALE, message, "Check in a new value.")


def _of_silence(finding: Finding, owner: str | None, due: date | None) -> Finding:
    """Return *finding* with the cause of all that *owner* has missed since it was *due*.

    A week of absence is reported once.
    """
    cause = CommonCause("silence", owner or "", str(due or ""), is_of_things=True)
    return replace(finding, cause=cause)


def _last_checkin(language: Language, failing: str, passing: str) -> Example:
    proof = key_result_text("NPS 40 → 60", unit="points", baseline=40, target=60)
    entry = "by: ana\nkey_results:\n  - {key_result: 2026-Q4/cx-leader/proof, value: 47}\n"
    return Example(
        path="checkins/2026/ana-7f3a9c12.yaml",
        failing=f"date: {failing}\n{entry}",
        passing=f"date: {passing}\n{entry}",
        beside={"objectives/2026-Q4/cx-leader.yaml": objective_text(language, proof)},
    )


C701 = Rule(
    id=_STALE,
    explanation=(
        "An old value looks like a fact, and hides that nobody has looked. A KPI is stale when "
        "its cadence has passed without a reading, or since it was `added`, and so is a segment "
        "once its KPI is read by segments; a key result when its check-in is overdue, grace days "
        "included, or its value older than two weeks and one and a half times the cadence, or "
        "from before it began. A computed KPI is as old as what it is computed from. "
        "Drafts owe nothing."
    ),
    source="«El poder de la evaluación del desempeño basada en datos»: followed weekly or monthly",
    find=stale_values,
    examples={
        "en": _last_checkin("en", "2026-10-08", "2026-11-19"),
        "es": _last_checkin("es", "2026-10-15", "2026-11-12"),
        "ru": _last_checkin("ru", "2026-11-09", "2026-11-20"),
    },
)
