"""R409 and R410: results of the team, not amounts of work or results of others."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.rule import Rule
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language
from okrcli.wording.titles.statement import Statement

_ACTIVITY = RuleId("R409", "activity-counted", Severity.INFO)
_OUTSIDE = RuleId("R410", "outside-control", Severity.WARNING)

_WORK_DONE: Final[Mapping[Language, str]] = {
    "en": (
        r"(?:product |software )?releases|features|deployments|commits|pull requests"
        r"|story points|tickets closed|videos|(?:blog |social )?posts|articles|newsletters"
        r"|campaigns|(?:outbound |cold |marketing )?emails|(?:outbound |cold |sales )?calls"
        r"|meetings|workshops|webinars|trainings|training hours|hours of training|lines of code"
        r"|reports|interviews|presentations|inspections|audits"
        r"|(?:client|field|sales) visits|visits by (?:reps|staff|managers|our [a-z]+)"
        r"|(?:shipped|released|launched|published) (?!orders|parcels|packages|goods|units)[a-z]+"
    ),
    "es": (
        r"funciones|funcionalidades|lanzamientos|despliegues|publicaciones|articulos"
        r"|boletines|campañas|correos|llamadas|reuniones|talleres|seminarios|capacitaciones|informes"
        r"|entrevistas|presentaciones|inspecciones|auditorias|visitas (?:comerciales|de venta)"
        r"|horas de (?:formacion|capacitacion)"
        r"|[a-zñ]+ (?:realizad|publicad|lanzad|dictad)[oa]s"
    ),
    "ru": (
        r"релизов|фич|функций|публикаций|постов|статей|рассылок|писем|звонков"
        r"|встреч|совещаний|тренингов|вебинаров|семинаров|отчетов|часов обучения|коммитов"
        r"|релизы|фичи|публикации|посты|статьи|рассылки|письма|звонки|встречи|тренинги|вебинары"
        r"|отчеты|часы обучения|интервью|презентаций|презентации|проверок|проверки|аудитов|аудиты"
        r"|(?:визитов|визиты|выездов|выезды) (?:менеджер|торгов|представител)\w+"
        r"|(?:выпущенн|опубликованн|проведенн|запущенн)(?:ых|ые) [а-я]+"
    ),
}
_COUNTED: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"(?:(?!(?<!number)(?<!volume)\s(?:of|from|via|through|with|in|on|for|per)\s)[^\d]){0,30}?"
        rf"\b({_WORK_DONE['en']})(?:\s+(?:sent|made|shipped|delivered|held|written|merged|run"
        r"|published|with \w+|per \w+|a (?:week|month|quarter))){0,2}\s+(?:from|to|by)\s"
        rf"|\s+from \d\S* to \d\S* ({_WORK_DONE['en']})\b"
    ),
    "es": re.compile(
        r"(?:(?!(?<!numero)(?<!cantidad)(?<!total)\s(?:de|del|desde|por|con|en|sobre|para)\s)"
        rf"[^\d]){{0,30}}?\b({_WORK_DONE['es']})"
        r"(?:\s+(?:entregad|enviad|realizad|hech|publicad|lanzad|dictad)[oa]s)?"
        r"(?:\s+(?:con|a|por)\s\w+|\s+de\s[a-zñ]+){0,2}\s+(?:de|del|a|hasta|en|un)\s"
        rf"|\s+de \d\S* a \d\S* ({_WORK_DONE['es']})\b"
    ),
    "ru": re.compile(
        r"(?:(?!\s(?:со?|из|от|по|для|через|в|на)\s)[^\d]){0,30}?"
        rf"(?<!\w)({_WORK_DONE['ru']})"
        r"(?:\s+(?:в (?:неделю|месяц|квартал)|(?:с|на) [а-я]+))?\s+(?:с|до|на|от)\s"
        rf"|\s+с \d\S* до \d\S* ({_WORK_DONE['ru']})(?!\w)"
    ),
}
_PERCENT_DONE: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b((?:completion|progress|implementation|rollout|delivery) of (?:the |our )?(?:\w+ ){0,2}"
        r"(?:project|migration|system|roadmap|plan|rollout|tool|platform)"
        r"|(?:project|migration|roadmap|rollout) (?:completion|progress))\b"
    ),
    "es": re.compile(
        r"\b((?:avance|avanzar|ejecucion|completar|finalizacion|progreso)\s+(?:de |del |en"
        r" )?(?:el |la )?"
        r"(?:\w+ ){0,1}(?:proyecto|migracion|implementacion|despliegue|obra|desarrollo|plan))\b"
    ),
    "ru": re.compile(
        r"(?<!\w)((?:готовност\w+|выполнени\w+|завершени\w+|реализаци\w+)\s+(?:\w+ ){0,1}"
        r"(?:проект\w*|миграци\w+|внедрени\w+|план\w*|систем\w+))(?!\w)"
    ),
}
_WORK: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\s+((?:(?:the|our)\s)?(?:\w+\s){0,2}(?:rollout|redesign|migration|implementation|project"
        r"|rewrite|roadmap|refactoring|integration))(?:\s(?:from|to)\s)"
    ),
    "es": re.compile(
        r"\s+((?:(?:el|la|nuestro|nuestra)\s)?(?:proyecto|migracion|implementacion|implantacion"
        r"|despliegue|rediseño|integracion|hoja de ruta)(?:\s(?:de|del)\s\w+)?)\s(?:del?|al?)\s"
    ),
    "ru": re.compile(
        r"\s+((?:проект|миграцию|внедрение|разработку|переход|редизайн|интеграцию|дорожную карту)"
        r"(?:\s(?:на\s)?[а-яa-z]+){0,2})\s(?:с|до)\s"
    ),
}
"""Work directly after the verb, whose completed share goes to 100 %."""

_ALL: Final = Decimal(100)


def activities_counted(context: CheckContext) -> Iterator[Finding]:
    """Find titles that count work, or the share of work that is done."""
    for subject in context.key_results_in_focus:
        counted = counted_work(context.title_of(subject))
        if counted:
            message = f"{subject.ref} counts work: '{counted}'."
            hint = "Count what the work changes, and write the work under `initiatives`."
            yield subject.finding(_ACTIVITY, message, hint, "title")


def counted_work(statement: Statement) -> str | None:
    """Return the words for the work of which a title counts how much is done, if it does."""
    flat = statement.flat
    if statement.to == _ALL and statement.unit == "%" and statement.from_ is not None:
        behind = statement.verb.end if statement.verb else 0
        match = _PERCENT_DONE[statement.lang].search(flat)
        match = match or _WORK[statement.lang].match(flat, behind)
        return statement.text[slice(*match.span(1))] if match else None
    rises = statement.verb_class == "change" and statement.direction == "increase"
    if not rises or statement.verb is None or statement.unit in {"%", "pp"}:
        return None
    match = _COUNTED[statement.lang].match(flat, statement.verb.end)
    return statement.text[slice(*match.span(1 if match[1] else 2))] if match else None


R409 = Rule(
    id=_ACTIVITY,
    explanation=(
        "Releases, mails and hours of training can all be doubled without anybody being better "
        "off, and 100 % of a project says that it is done, not what it was for. A key result "
        "counts what the work changes."
    ),
    source="Doerr, Measure What Matters: outcomes, not output; Wodtke, Radical Focus",
    find=activities_counted,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Increase outbound emails from 500 to 900 a week"),
            key_result_text("Increase qualified replies from 20 to 45 a week"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Subir las horas de formación de 10 a 25"),
            key_result_text("Subir la resolución en primer contacto del 61 % al 75 %"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Довести готовность проекта с 30 % до 100 %"),
            key_result_text("Довести долю сделок в системе с 30 % до 90 %"),
        ),
    },
)

_OTHERS: Final[Mapping[Language, re.Pattern[str]]] = {
    "en": re.compile(
        r"\s*((?:our |the )?(?:(?:main|biggest|key|largest) )?(?:competitors?|rivals?)"
        r"|(?:the )?(?:central bank|inflation|unemployment|interest rates?|exchange rates?"
        r"|(?:oil|gas|energy|fuel|raw material) prices?|economy|stock market)"
        r"|(?:the )?prices? of (?:oil|gas|energy|fuel|steel|raw materials?)"
        r"|the (?:euro|dollar|pound|yen|peso|market)"
        r"(?= (?:grow|ris|fall|drop|strengthen|weaken|recover|los|gain)\w*))\s+[a-z]"
    ),
    "es": re.compile(
        r"\s*((?:que )?(?:los competidores|(?:el|nuestro) (?:principal )?competidor|la competencia"
        r"|la inflacion|el desempleo|el tipo de cambio|la economia|las? tasas? de interes"
        r"|el banco central|el precio (?:del|de la) \w+"
        r"|el (?:dolar|euro|peso|mercado)(?= (?:sub|baj|crec|ca|gan|pierd|se )\w*)))\s+[a-zñ]"
    ),
    "ru": re.compile(
        r"\s*((?:(?:наш )?(?:главный|основной) )?конкуренты?|инфляция|безработица|ключевая ставка"
        r"|курс (?:доллара|евро|рубля)|центральный банк|цб|экономика"
        r"|цен[аы] (?:на (?:нефть|газ|сырье|топливо|металлы?)|нефти|газа|сырья|топлива|металлов)"
        r"|(?:доллар|евро|рубль|рынок(?: [а-я]+)?)"
        r"(?= (?:раст|снижа|пада|укрепля|слабе|восстан|теря|дешеве|дорожа)\w+))\s+[а-я]"
    ),
}


def results_of_others(context: CheckContext) -> Iterator[Finding]:
    """Find titles whose subject is somebody, or something, that no team can move."""
    for subject in context.key_results_in_focus:
        statement = context.title_of(subject)
        match = _OTHERS[statement.lang].match(statement.flat)
        if match:
            text = statement.text[slice(*match.span(1))]
            message = f"{subject.ref} waits for what '{text}' does: nobody here can move it."
            hint = "Write what you will change, whatever they do; the rest is a risk."
            yield subject.finding(_OUTSIDE, message, hint, "title")


R410 = Rule(
    id=_OUTSIDE,
    explanation=(
        "A key result is proof of one's own work. What competitors, banks and markets do may help "
        "or hurt it; as a key result it would be luck."
    ),
    source="Doran 1981, “attainable”: by those who are to attain it",
    find=results_of_others,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Competitors cut their prices from $20 to $15"),
            key_result_text("Raise our win rate against price offers from 18 % to 28 %"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("La inflación baja del 9 % al 5 %"),
            key_result_text("Bajar la parte de compras a crédito del 40 % al 25 %"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Ключевая ставка снижается с 16 % до 12 %"),
            key_result_text("Снизить долю кредитных закупок с 40 % до 25 %"),
        ),
    },
)
