"""S103: one key result measures one thing."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.rule import Rule
from okrcli.checks.specific.verbs import is_task
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language
from okrcli.wording.titles.statement import Statement

_COMPOUND = RuleId("S103", "compound-key-result", Severity.WARNING)

_WITH_A_SHARE: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:that|which|who|with|used by)\b[^.;]*\d\s?(?:%|percent)"),
    "es": re.compile(r"\b(?:que|con|quien|quienes|usado por)\b[^.;]*\d\s?(?:%|por ciento)"),
    "ru": re.compile(r"(?<!\w)(?:котор\w+|чтобы|с|со)(?!\w)[^.;]*\d\s?(?:%|процент)"),
}
"""A clause after the object of the work, with the intended result."""


def compound_key_results(context: CheckContext) -> Iterator[Finding]:
    """Find titles with two measures, or with work and its result."""
    for subject in context.key_results_in_focus:
        if subject.key_result.listed_steps:
            continue
        statement = context.title_of(subject)
        if _has_work_and_result(context, statement):
            message = f"The title of {subject.ref} names both the work and its result."
            hint = "Keep the result here, and write the work under `initiatives`."
        elif statement.compound:
            message = f"The title of {subject.ref} names more than one result."
            hint = "Make a key result of each, or keep the one that proves most."
        else:
            continue
        yield subject.finding(_COMPOUND, message, hint, "title")


def _has_work_and_result(context: CheckContext, statement: Statement) -> bool:
    """Tell "a panel that 100 % of sales use" from "three panels"."""
    verb = context.titles.verb_of(statement)
    if verb is None or statement.verb is None or not is_task(verb, statement):
        return False
    if statement.verb_class in {"change", "reach"} and statement.has_number:
        return True
    behind = statement.flat[statement.verb.end :]
    return statement.unit == "%" and _WITH_A_SHARE[statement.lang].search(behind) is not None


S103 = Rule(
    id=_COMPOUND,
    explanation=(
        "Two things in one key result have one progress: when one is reached and the other is "
        "not, no number is true. An activity beside its result adds that doing the work can pass "
        "for reaching it."
    ),
    source="Requirements practice (ISO/IEC/IEEE 29148): singular, one statement for one thing",
    find=compound_key_results,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Raise NPS from 40 to 60 and cut churn from 5 % to 3 %"),
            key_result_text("Raise NPS from 40 to 60"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Implementar un CRM con una adopción del 95 %"),
            key_result_text("Aumentar la adopción del CRM del 0 al 95 %"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Повысить NPS до 60 и снизить отток до 3%"),
            key_result_text("Повысить NPS до 60"),
        ),
    },
)
