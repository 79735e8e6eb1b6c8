"""M203 and M204: the unit of a number, and what a percentage refers to."""

import re
from collections.abc import Iterator
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result, text_of
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, moves
from okrcli.compute.goalposts import is_percent, unit_of
from okrcli.compute.rounding import number_text
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.wording.letters import flatten
from okrcli.wording.numbers.units import CURRENCIES, UNITS, join_words

_UNIT = RuleId("M203", "unit", Severity.ERROR)
_AMBIGUOUS_PERCENT = RuleId("M204", "ambiguous-percent", Severity.ERROR)


def bad_units(context: CheckContext) -> Iterator[Finding]:
    """Find numbers without a unit, units other than the KPI's, and points of a non-percentage."""
    for subject in context.key_results:
        if subject.key_result.is_numeric:
            yield from _bad_unit(subject)


def _bad_unit(subject: KeyResultSubject) -> Iterator[Finding]:
    key_result, kpi, move = subject.key_result, subject.kpi, subject.move
    own = key_result.unit
    if own is None and key_result.kpi is None:
        message = f"{subject.ref} has no unit: a number of what?"
        yield subject.finding(
            _UNIT, message, 'Write it as in `unit: "%"`, `unit: h`, `unit: EUR`.', "unit"
        )
    elif own and kpi and kpi.unit and _meaning(own) != _meaning(kpi.unit):
        message = f"{subject.ref} is in {own}, but its KPI {kpi.id} is in {kpi.unit}."
        hint = "Remove `unit:` and state the numbers in the KPI's unit."
        yield subject.finding(_UNIT, message, hint, "unit")
    unit = unit_of(key_result, kpi)
    if is_percent(unit) and (named := _MONEY_IN_PERCENT.search(flatten(subject.title))):
        message = f"{subject.ref} is in {unit}, but {named[1].upper()} is money."
        yield subject.finding(
            _UNIT, message, "Write the amount to reach, with its currency.", "unit"
        )
    change = move.change if move else None
    if unit and change and change.kind == "points" and not is_percent(unit):
        message = f"{subject.ref} is in {unit}: only percentages change by percentage points."
        yield subject.finding(_UNIT, message, "Write the change without `pp`.", "change")


_MONEY_IN_PERCENT: Final = re.compile(
    r"\b(cl?tv|clv|ltv|cac|arpu)\b\s+(?:at|to|of|del?|al?|en|на уровне|до|в)?\s*\d+(?:[.,]\d+)?\s?%"
)
"""An amount of money at a percentage; a change by one is fine."""


def _meaning(unit: str) -> str:
    """Return the common spelling of *unit* for all languages."""
    word = join_words(unit.lower().split())
    known = UNITS.get(word) or CURRENCIES.get(word) or word
    return "%" if known == "pp" else known


M203 = Rule(
    id=_UNIT,
    explanation=(
        "A number without a unit is read differently by everyone, and a target in another unit "
        "than its KPI is compared with values that it has nothing to do with."
    ),
    source="«El poder de la evaluación del desempeño basada en datos»: a lifetime value “of 10 %”",
    find=bad_units,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Cut the first reply from 8 to 2", baseline=8, target=2),
            key_result_text("Cut the first reply from 8 to 2 h", unit="h", baseline=8, target=2),
        ),
        "es": of_key_result(
            "es",
            key_result_text("CLV del 10 %", kpi="clv", unit="%", baseline=0, target=10),
            key_result_text("CLV 900 → 990 EUR", kpi="clv", unit="EUR", baseline=900, target=990),
            clv=text_of(title="Valor de vida del cliente", unit="EUR"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Время ответа на 2 п.п. ниже", unit="ч", baseline=8, change="-2pp"),
            key_result_text("Время ответа на 2 ч ниже", unit="ч", baseline=8, change=-2),
        ),
    },
)


def ambiguous_percents(context: CheckContext) -> Iterator[Finding]:
    """Find changes by a percentage of a value that is itself a percentage."""
    for subject, move in moves(context.key_results):
        change, unit = move.change, unit_of(subject.key_result, subject.kpi)
        if change and change.kind == "percent" and is_percent(unit):
            sign = "-" if change.amount < 0 else "+"
            amount = f"{sign}{number_text(abs(change.amount))}"
            message = f"{subject.ref} changes by {amount}% of a percentage, which means two things."
            hint = f"Write {amount}pp, or {amount}% of baseline."
            yield subject.finding(_AMBIGUOUS_PERCENT, message, hint, "change")


M204 = Rule(
    id=_AMBIGUOUS_PERCENT,
    explanation=(
        "From 20 %, fifteen percent more is 23 % to one and 35 % to another. Both believe that "
        "they agreed on the target, until the cycle ends. `pp` and `% of baseline` say which."
    ),
    source="«El poder de la evaluación del desempeño basada en datos»: CSAT “by 15 %”",
    find=ambiguous_percents,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Raise CSAT by 15 %", unit="%", baseline=72, change="+15%"),
            key_result_text("Raise CSAT by 15 points", unit="%", baseline=72, change="+15pp"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Subir los cierres un 15 %", unit="%", baseline=20, change="+15%"),
            key_result_text(
                "Subir los cierres un 15 %", unit="%", baseline=20, change="+15% of baseline"
            ),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Снизить отток на 20%", kpi="churn_rate", baseline=5, change="-20%"),
            key_result_text("Снизить отток на 2 п.п.", kpi="churn_rate", baseline=5, change="-2pp"),
            churn_rate=text_of(title="Отток", unit="%"),
        ),
    },
)
