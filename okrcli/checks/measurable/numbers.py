"""M201 and M202: a target, and a baseline."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, moves
from okrcli.compute.rounding import number_text
from okrcli.model.finding import Finding, RuleId, Severity

_NO_NUMBER = RuleId("M201", "no-number", Severity.ERROR)
_NO_BASELINE = RuleId("M202", "no-baseline", Severity.ERROR)


def no_number(context: CheckContext) -> Iterator[Finding]:
    """Find metrics without a target, and binary key results about a change without a number."""
    for subject, _ in moves(context.key_results_in_focus):
        if not subject.key_result.is_quantified:
            message = f"{subject.ref} has no target, so nobody can tell when it is reached."
            yield subject.finding(_NO_NUMBER, message, _target_in_title(context, subject), "target")
    for subject in context.key_results_in_focus:
        is_bare = subject.move is None and not subject.key_result.is_quantified
        if is_bare and (verb := _unmeasured_change(context, subject)):
            message = f"{subject.ref} says '{verb}', but not by how much: would any change do?"
            hint = "Write the number, and make it `type: metric` with `baseline` and `target`."
            yield subject.finding(_NO_NUMBER, message, hint, "title")


def _unmeasured_change(context: CheckContext, subject: KeyResultSubject) -> str | None:
    """Return the verb of change in a title without a number; ending something needs none."""
    statement = context.title_of(subject)
    verb = context.titles.verb_of(statement)
    if verb is None or statement.has_number or verb.kind not in {"change", "raise"}:
        return None
    return None if _TO_END.match(verb.word) else verb.text


_TO_END: Final = re.compile(
    r"eliminat|eradicat|halt|get rid|got rid|pay off|lose|stop|close|elimin|erradic|dejar|perder"
    r"|устран|ликвид|искорен|избав|исключ|убав|снять|снимать|опуст|продл|prolong|extend|alarg"
)


def _target_in_title(context: CheckContext, subject: KeyResultSubject) -> str:
    statement = context.title_of(subject)
    if statement.to is not None:
        return f"The title says {number_text(statement.to)}: write it as `target:`."
    if statement.by is not None:
        return f"The title says by {number_text(statement.by)}: write it as `change:`."
    return "Write the number to reach as `target:`, or make it `type: milestones` or `binary`."


M201 = Rule(
    id=_NO_NUMBER,
    explanation=(
        "It is not a key result unless it has a number: at the end one looks, and it was reached "
        "or not, without discussion. What has no number is a list of steps, or a yes or no."
    ),
    source="Doerr, Measure What Matters, after Marissa Mayer: no key result without a number",
    find=no_number,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Make customers loyal", unit="%", baseline=25),
            key_result_text("25 → 32 % of customers buy again", unit="%", baseline=25, target=32),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Fidelizar clientes", unit="%", baseline=25),
            key_result_text(
                "Aumentar la recompra del 25 al 32 %", unit="%", baseline=25, target=32
            ),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Клиенты возвращаются", unit="%", baseline=25),
            key_result_text(
                "Довести повторные покупки до 32%", unit="%", baseline=25, change="+7pp"
            ),
        ),
    },
)


def no_baseline(context: CheckContext) -> Iterator[Finding]:
    """Find metrics without a baseline, and values to keep that were never measured."""
    for subject, move in moves(context.key_results):
        if move.baseline is None:
            message = f"{subject.ref} has no baseline, so no progress can be computed."
            hint = "Write today's value as `baseline:`, or `unknown` and `measure_by:` a date."
            yield subject.finding(_NO_BASELINE, message, hint, "baseline")
    for subject in context.key_results:
        if subject.key_result.keeps_a_level and not _is_measured(context, subject):
            message = f"{subject.ref} keeps a value that nobody has measured yet."
            hint = "Check in today's value, or give it a KPI with a `baseline`."
            finding = subject.finding(_NO_BASELINE, message, hint, "kpi")
            yield replace(finding, severity=Severity.WARNING)


def _is_measured(context: CheckContext, subject: KeyResultSubject) -> bool:
    entries, kpi = context.snapshot.timeline, subject.kpi
    if kpi is not None:
        return kpi.baseline is not None or bool(entries.readings.get(kpi.id))
    return any(item.content.value is not None for item in entries.key_results.get(subject.ref, ()))


M202 = Rule(
    id=_NO_BASELINE,
    explanation=(
        "A target says where to be, progress also needs from where. Without a baseline nobody "
        "can tell an easy target from a bold one. Where the first measurement is still to come, "
        "`unknown` with a date says so honestly."
    ),
    source="«KPIs estratégicos para evaluar el éxito»: a reference value beside each target",
    find=no_baseline,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Raise first contact resolution to 85 %", unit="%", target=85),
            key_result_text("Raise it from 70 to 85 %", unit="%", baseline=70, target=85),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Reducir el ciclo de ventas a 35 días", unit="días", target=35),
            key_result_text(
                "Reducir el ciclo de ventas a 35 días",
                unit="días",
                baseline="unknown",
                measure_by="2026-11-30",
                target=35,
            ),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Довести FCR до 85%", unit="%", target=85),
            key_result_text("Довести FCR с 70 до 85%", unit="%", baseline=70, target=85),
        ),
    },
)
