"""M212: what is counted has a definition."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.rule import Rule
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language
from okrcli.wording.titles.statement import Statement

_UNDEFINED = RuleId("M212", "undefined-measure", Severity.WARNING)

_MEASURES: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\s*(?:(?:the|our|team|overall|general)\s+)*(quality|efficiency|effectiveness|productivity"
        r"|morale|culture|reputation|image|communication|collaboration|experience|teamwork"
        r"|happiness|transparency|agility|innovation|creativity|motivation|trust|alignment)"
        r"(?:\s+(?:of|in|within)\s+(?:the\s+|our\s+)?(?:team|company|work|service|product|office))?"
        r"\s+(?:from|to|by|at)\s"
    ),
    "es": re.compile(
        r"\s*(?:(?:el|la|los|las|nuestra|nuestro)\s+)*(calidad|eficiencia|eficacia|productividad|clima"
        r"|cultura|reputacion|imagen|comunicacion|colaboracion|experiencia|transparencia|agilidad"
        r"|animo|moral|innovacion|creatividad|motivacion|confianza|alineacion)(?:\s+(?:laboral|general|interna))?"
        r"(?:\s+(?:del|de la|en el|en la)\s+(?:equipo|empresa|trabajo|servicio|producto|oficina))?"
        r"\s+(?:de|del|a|al|un|en|hasta)\s"
    ),
    "ru": re.compile(
        r"\s*(?:(?:общее|общую|нашу|наше)\s+)*(качество|эффективность|производительность"
        r"|продуктивность|атмосферу|климат|культуру|репутацию|имидж|коммуникацию|прозрачность"
        r"|инновационность|креативность|мотивацию|доверие)"
        r"(?:\s+(?:работы|команды|отдела|в команде|в отделе|сервиса|продукта"
        r"|компании|продаж))?\s+(?:с|до|на|от)\s"
    ),
}


def undefined_measures(context: CheckContext) -> Iterator[Finding]:
    """Find numbers of what everybody counts differently, without a KPI that defines it."""
    for subject in context.key_results_in_focus:
        statement = context.title_of(subject)
        word = None if subject.kpi else _undefined_term(statement)
        if word:
            message = (
                f"The title of {subject.ref} gives a number of '{word}', which nothing defines."
            )
            hint = "Name what is counted, or the KPI that defines it."
            yield subject.finding(_UNDEFINED, message, hint, "title")


def _undefined_term(statement: Statement) -> str | None:
    if statement.verb is None or not statement.has_number:
        return None
    flat = statement.flat
    match = _MEASURES[statement.lang].match(flat, statement.verb.end)
    return statement.text[slice(*match.span(1))] if match else None


M212 = Rule(
    id=_UNDEFINED,
    explanation=(
        "Quality from 6 to 8: of what, on which scale, judged by whom? A number makes a wish look "
        "measured; when the cycle ends, everybody counts what is at hand."
    ),
    source="Doran 1981, “measurable”; ISO/IEC/IEEE 29148: verifiable",
    find=undefined_measures,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Raise quality from 6 to 8"),
            key_result_text("Raise first-pass yield from 60 % to 80 %"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Mejorar el clima del equipo un 15 %"),
            key_result_text("Subir el eNPS de 20 a 35"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Повысить качество работы с 6 до 8"),
            key_result_text("Повысить долю заявок без возврата с 60 % до 80 %"),
        ),
    },
)
