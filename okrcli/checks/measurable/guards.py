"""M209: what must not suffer is measured, too."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result, text_of
from okrcli.checks.rule import Rule
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

_UNMEASURED_GUARD = RuleId("M209", "unmeasured-guard", Severity.WARNING)

_GUARD: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:while|and)\s+(?:also\s+)?(?:keep|maintain|preserv|sustain|protect|improv)\w*\b"
        r"|\bwithout\s+(?:\w+ing)\b(?:\s+\w+){0,3}?\s+(?:quality|satisfaction|service|safety|csat|nps)"
        r"|\bwithout\s+(?:any\s+)?(?:loss|drop|decline|harm)\b"
    ),
    "es": re.compile(
        r"\b(?:manteniendo|conservando|preservando|cuidando)\b|\b[ye]\s+(?:mantener|conservar)\b"
        r"|\bsin\s+(?:perder|bajar|empeorar|sacrificar|afectar|reducir|perjudicar|dañar|descuidar)\b"
        r"|\bsin\s+(?:perdida|merma)\b"
    ),
    "ru": re.compile(
        r"(?<!\w)(?:сохраняя|сохранив|удерживая|поддерживая|не\s+(?:снижая|ухудшая|теряя|снизив|ухудшив))"
        r"|(?<!\w)без\s+(?:потери|потерь|снижения|ухудшения|ущерба)|при\s+сохранении|и\s+сохранить"
    ),
}


def unmeasured_guards(context: CheckContext) -> Iterator[Finding]:
    """Find promises to keep something else as it is, without a KPI that measures it."""
    for subject in context.key_results_in_focus:
        if subject.key_result.guards:
            continue
        statement = context.title_of(subject)
        begin = statement.verb.end if statement.verb else 0
        promise = _GUARD[statement.lang].search(statement.flat, begin)
        if promise:
            said = statement.text[slice(*promise.span())].strip()
            message = f"{subject.ref} says '{said}', but no KPI under `guards` would show it."
            hint = "Name the KPI that must stay healthy, as in `guards: [csat]`."
            yield subject.finding(_UNMEASURED_GUARD, message, hint, "guards")


M209 = Rule(
    id=_UNMEASURED_GUARD,
    explanation=(
        "Costs fall easily when nobody looks at the quality. A title that promises to keep it "
        "needs the KPI that shows whether it was kept; `guards` puts it beside the key result."
    ),
    source="Grove, High Output Management: pair an indicator with the one it may harm",
    find=unmeasured_guards,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Cut the cost per order by 10 % while keeping quality"),
            key_result_text(
                "Cut the cost per order by 10 % while keeping quality", guards="[csat]"
            ),
            csat=text_of(title="CSAT"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Reducir los costes un 10 % manteniendo la calidad del servicio"),
            key_result_text(
                "Reducir los costes un 10 % manteniendo la calidad del servicio", guards="[csat]"
            ),
            csat=text_of(title="CSAT"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Сократить расходы на 10% без потери качества"),
            key_result_text("Сократить расходы на 10% без потери качества", guards="[csat]"),
            csat=text_of(title="CSAT"),
        ),
    },
)
