"""R404 and R405: vanity metrics, and business as usual."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text, of_objective
from okrcli.checks.kpis.parts import named_in_formulas
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, of_kpi
from okrcli.compute.goalposts import is_percent, unit_of
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language
from okrcli.wording.letters import flatten
from okrcli.wording.patterns import pattern
from okrcli.wording.titles.statement import Statement

_VANITY_METRIC = RuleId("R404", "vanity-metric", Severity.WARNING)
_BUSINESS_AS_USUAL = RuleId("R405", "business-as-usual", Severity.INFO)


def vanity_metrics(context: CheckContext) -> Iterator[Finding]:
    """Find vanity metrics if neither objective nor KPI says what they are good for."""
    for subject in context.key_results_in_focus:
        statement = context.title_of(subject)
        if statement.vanities and not _is_needed(subject, statement):
            message = f"{subject.ref} counts '{statement.vanities[0].text}', which flatters."
            hint = "Count what they lead to, or say in the objective why they matter."
            yield subject.finding(_VANITY_METRIC, message, hint, "title")
    served = {key_result.key_result.kpi for key_result in context.key_results} | named_in_formulas(
        context.plan
    )
    for kpi in context.plan.kpis:
        vanities = context.titles.read(kpi.title, kpi.language).vanities
        if vanities and not (kpi.serves or kpi.id in served or is_percent(kpi.unit)):
            message = f"{kpi.id} counts '{vanities[0].text}', and serves no objective."
            hint = "Write under `serves` which objective needs it, or watch what it leads to."
            yield of_kpi(context.plan, kpi, _VANITY_METRIC, message, hint, "title")


def _is_needed(subject: KeyResultSubject, statement: Statement) -> bool:
    """Return whether it is a share, such as visits that became orders, or the objective names it.

    A share tells about outcomes, and so do orders that come from visits.
    """
    if is_percent(unit_of(subject.key_result, subject.kpi)) or statement.unit == "%":
        return True
    flat = statement.flat
    if all(_COMES_FROM.search(flat, 0, vanity.start) for vanity in statement.vanities):
        return True
    objective = subject.objective
    texts = flatten(f"{objective.title} {objective.why or ''}")
    return any(flatten(vanity.text) in texts for vanity in statement.vanities)


_COMES_FROM = pattern(
    r"[a-zñ]{4,}\s(?:won at|made at|at|via|through|per|after|tras|despues de"
    r"|[a-zñ]+[ai]d[oa]s en)\s"
    r"(?:[a-zñ]+\s)?$"
    r"|[а-я]{4,}\s(?:после|из)\s(?:[а-я]+\s)?$"
)
"""What is before the name of a place that results come from: "orders won at site visits"."""

_PATH_TITLES: dict[Language, str] = {
    "en": "Small shops buy from us first",
    "es": "Las tiendas pequeñas nos compran primero",
    "ru": "Маленькие магазины покупают у нас",
}


def _objective(language: Language, key_result: str) -> str:
    return objective_text(language, key_result, title=_PATH_TITLES[language])


R404 = Rule(
    id=_VANITY_METRIC,
    explanation=(
        "Followers, visits and mails sent go up when one tries, whether or not anybody is better "
        "off. They matter as the first part of something: of a share that buys, or of an "
        "objective that says why it needs them."
    ),
    source=(
        "«KPIs estratégicos para evaluar el éxito»: followers that bring no sales; Ries, The "
        "Lean Startup"
    ),
    find=vanity_metrics,
    examples={
        "en": of_objective(
            _objective("en", key_result_text("Reach 10 000 followers")),
            _objective("en", key_result_text("Reach 300 orders from social media")),
        ),
        "es": of_objective(
            _objective("es", key_result_text("Llegar a 50 000 visitas", unit="visitas")),
            _objective("es", key_result_text("Llegar a 3 % de visitas con compra", unit="%")),
        ),
        "ru": of_objective(
            _objective("ru", key_result_text("Набрать 10 000 подписчиков")),
            _objective("ru", key_result_text("Получить 300 заказов из соцсетей")),
        ),
    },
)


def business_as_usual(context: CheckContext) -> Iterator[Finding]:
    """Find key results whose values are to stay as they are."""
    for subject in context.key_results_in_focus:
        verb = context.titles.verb_of(context.title_of(subject))
        if subject.key_result.keeps_a_level or (verb and verb.kind == "keep"):
            message = f"{subject.ref} keeps something as it is: nothing new would be reached."
            yield subject.finding(_BUSINESS_AS_USUAL, message, _WATCH_IT)


_WATCH_IT = (
    "A KPI with a target watches it in every cycle; name it under `guards` of what might harm it."
)

R405 = Rule(
    id=_BUSINESS_AS_USUAL,
    explanation=(
        "Objectives are for what should be different. What has to stay good is watched all the "
        "time, in every cycle, by a KPI with a target; in a key result it takes the place of a "
        "change."
    ),
    source=(
        "Google re:Work: steer away from key results that push for what is achieved without "
        "changing anything"
    ),
    find=business_as_usual,
    examples={
        "en": of_objective(
            _objective("en", key_result_text("Keep CSAT at 90 %", type="maintain", at_least=90)),
            _objective("en", key_result_text("Raise CSAT from 84 to 90 %", target=90)),
        ),
        "es": of_objective(
            _objective("es", key_result_text("Mantener el CSAT en 90 %", target=90)),
            _objective("es", key_result_text("Elevar el CSAT del 84 al 90 %", target=90)),
        ),
        "ru": of_objective(
            _objective("ru", key_result_text("Сохранить отток ниже 3%", target=3)),
            _objective("ru", key_result_text("Снизить отток с 5 до 3%", target=3)),
        ),
    },
)
