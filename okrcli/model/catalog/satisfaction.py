"""KPIs of how satisfied customers and colleagues are."""

from decimal import Decimal

from okrcli.model.catalog.citations import (
    REICHHELD_2003,
    SERVICE_PROFIT_CHAIN_1994,
    SURVEY_PRACTICE,
)
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import ANSWERS, AT_LEAST_0, PERCENT, POINTS, SHARE, local_text
from okrcli.model.kpi import Bounds, Survey

NPS = CatalogEntry(
    id="nps",
    family="satisfaction",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=POINTS,
    bounds=Bounds(Decimal(-100), Decimal(100)),
    survey=Survey(type="nps", scale=(0, 10)),
    formula="100 * (nps_promoters - nps_detractors) / nps_answers",
    parts=(
        Part(
            "nps_promoters",
            local_text("Answers of 9 or 10", "Respuestas de 9 o 10", "Ответы 9 и 10"),
            ANSWERS,
            AT_LEAST_0,
        ),
        Part(
            "nps_detractors",
            local_text("Answers from 0 to 6", "Respuestas de 0 a 6", "Ответы от 0 до 6"),
            ANSWERS,
            AT_LEAST_0,
        ),
        Part(
            "nps_answers",
            local_text(
                "All answers to the NPS question",
                "Todas las respuestas a la pregunta del NPS",
                "Все ответы на вопрос NPS",
            ),
            ANSWERS,
            AT_LEAST_0,
        ),
    ),
    pairs=("csat", "response_rate", "churn_rate"),
    source=REICHHELD_2003,
    en=EntryWords(
        title="Net Promoter Score (NPS)",
        definition=(
            "How far those who would recommend you outnumber those who would not, asked on a scale "
            "from 0 to 10."
        ),
        why=(
            "It tells whether customers put their own name behind you, which word of mouth and "
            "renewals follow."
        ),
        calculation="100 × (answers of 9 or 10 − answers from 0 to 6) ÷ all answers",
        pitfalls=(
            "A 6 is a detractor; 7 and 8 count in the denominator alone.",
            "It goes from −100 to 100 and is no percentage: write points.",
            (
                "Below a few hundred answers it swings by ten points or more: look at the margin "
                "of error before you act."
            ),
            "Compare only with yourself, asked at the same moment in the same channel.",
        ),
    ),
    es=EntryWords(
        title="Índice neto de promotores (NPS)",
        definition=(
            "Cuánto supera la proporción de quienes recomendarían la empresa a la de quienes no lo "
            "harían, según una pregunta que se responde de 0 a 10."
        ),
        why=(
            "Dice si el cliente daría la cara por la empresa; detrás vienen el boca a boca y las "
            "renovaciones."
        ),
        calculation="100 × (respuestas de 9 o 10 − respuestas de 0 a 6) ÷ todas las respuestas",
        pitfalls=(
            "Quien pone un 6 es detractor; el 7 y el 8 solo cuentan en el denominador.",
            "Va de −100 a 100 y no es un porcentaje: se escribe en puntos.",
            (
                "Con menos de unos cientos de respuestas oscila diez puntos o más: mirar el margen "
                "de error antes de actuar."
            ),
            (
                "Compararlo solo con el propio NPS, preguntado en el mismo momento de la relación "
                "y por el mismo canal."
            ),
        ),
    ),
    ru=EntryWords(
        title="Индекс потребительской лояльности (NPS)",
        definition=(
            "На сколько доля готовых вас рекомендовать больше доли неготовых: по ответам от 0 до "
            "10."
        ),
        why="Показывает, готовы ли клиенты за вас поручиться; отсюда сарафанное радио и продления.",
        calculation="100 × (ответы 9 и 10 − ответы от 0 до 6) ÷ все ответы",
        pitfalls=(
            "Кто поставил 6, тот критик; 7 и 8 входят только в знаменатель.",
            "Индекс лежит между −100 и 100 и процентом не является: пишите баллы.",
            (
                "Когда ответов меньше нескольких сотен, он гуляет на десять баллов и больше: "
                "сначала посмотрите на погрешность."
            ),
            (
                "Сравнивайте себя только с собой, причём спрашивайте на том же этапе и в том же "
                "канале."
            ),
        ),
    ),
)

CSAT = CatalogEntry(
    id="csat",
    family="satisfaction",
    direction="up",
    kind="lagging",
    cadence="weekly",
    unit=PERCENT,
    bounds=SHARE,
    survey=Survey(type="csat", scale=(1, 5)),
    formula="100 * csat_satisfied / csat_answers",
    parts=(
        Part(
            "csat_satisfied",
            local_text("Answers of 4 or 5", "Respuestas de 4 o 5", "Ответы 4 и 5"),
            ANSWERS,
            AT_LEAST_0,
        ),
        Part(
            "csat_answers",
            local_text(
                "All answers about satisfaction",
                "Todas las respuestas sobre satisfacción",
                "Все ответы об удовлетворённости",
            ),
            ANSWERS,
            AT_LEAST_0,
        ),
    ),
    pairs=("nps", "response_rate", "first_contact_resolution"),
    source=SURVEY_PRACTICE,
    en=EntryWords(
        title="Customer satisfaction (CSAT)",
        definition=(
            "The share of satisfied customers among those who answer: they give 4 or 5 on a scale "
            "from 1 to 5."
        ),
        why=(
            "Asked right after a contact, it tells within days whether the service is getting "
            "better or worse."
        ),
        calculation="100 × answers of 4 or 5 ÷ all answers",
        pitfalls=(
            "It is a share and not the mean of the answers; the two do not compare.",
            (
                "State the scale and which answers count as satisfied; on 1 to 7 they are 6 and 7, "
                "on 1 to 10 they are 9 and 10."
            ),
            "With fewer than 30 answers one annoyed customer moves it: say how many answered.",
        ),
    ),
    es=EntryWords(
        title="Satisfacción del cliente (CSAT)",
        definition=(
            "La proporción de clientes satisfechos entre los que responden: los que ponen un 4 o "
            "un 5 en una escala de 1 a 5."
        ),
        why=(
            "Si se pregunta justo después del contacto, en pocos días dice si el servicio mejora o "
            "empeora."
        ),
        calculation="100 × respuestas de 4 o 5 ÷ todas las respuestas",
        pitfalls=(
            "Es una proporción y no la media de las respuestas; no se pueden comparar.",
            (
                "Indicar la escala y qué notas cuentan como satisfacción: de 1 a 7, el 6 y el 7; "
                "de 1 a 10, el 9 y el 10."
            ),
            (
                "Con menos de 30 respuestas basta un cliente enfadado para moverla: decir cuántos "
                "contestaron."
            ),
        ),
    ),
    ru=EntryWords(
        title="Удовлетворённость клиентов (CSAT)",
        definition=(
            "Доля довольных среди ответивших, то есть тех, кто ставит 4 или 5 по шкале от 1 до 5."
        ),
        why=(
            "Если спрашивать сразу после обращения, уже за несколько дней видно, лучше или хуже "
            "становится сервис."
        ),
        calculation="100 × ответы 4 и 5 ÷ все ответы",
        pitfalls=(
            "Это доля, а не средняя оценка; одно с другим не сравнивают.",
            (
                "Укажите шкалу и какие оценки считаются хорошими: на шкале до 7 это 6 и 7, на "
                "шкале до 10 — 9 и 10."
            ),
            (
                "Когда ответов меньше 30, всё меняет один недовольный: пишите, сколько человек "
                "ответило."
            ),
        ),
    ),
)

EMPLOYEE_SATISFACTION = CatalogEntry(
    id="employee_satisfaction",
    family="satisfaction",
    direction="up",
    kind="leading",
    cadence="quarterly",
    unit=PERCENT,
    bounds=SHARE,
    survey=Survey(type="csat", scale=(1, 5)),
    formula="100 * satisfied_employees / employees_answering",
    parts=(
        Part(
            "satisfied_employees",
            local_text(
                "Colleagues who answer 4 or 5",
                "Personas del equipo que responden 4 o 5",
                "Сотрудники, ответившие 4 или 5",
            ),
            ANSWERS,
            AT_LEAST_0,
        ),
        Part(
            "employees_answering",
            local_text(
                "Colleagues who answer",
                "Personas del equipo que responden",
                "Ответившие сотрудники",
            ),
            ANSWERS,
            AT_LEAST_0,
        ),
    ),
    pairs=("agent_productivity", "csat"),
    source=SERVICE_PROFIT_CHAIN_1994,
    en=EntryWords(
        title="Employee satisfaction",
        definition=(
            "The share of colleagues who answer 4 or 5, on a scale from 1 to 5, when asked how "
            "satisfied they are with their work."
        ),
        why=(
            "People who like their work stay, and look after customers better; a fall shows up in "
            "service months later."
        ),
        calculation="100 × colleagues who answer 4 or 5 ÷ colleagues who answer",
        pitfalls=(
            "Ask anonymously, and show no group of fewer than five.",
            (
                "When few answer, the silent ones are rarely the happy ones: give the response "
                "rate beside it."
            ),
            "Once it decides somebody's bonus, it measures courage and not satisfaction.",
        ),
    ),
    es=EntryWords(
        title="Satisfacción del equipo",
        definition=(
            "La proporción de personas del equipo que responden 4 o 5, en una escala de 1 a 5, "
            "cuando se les pregunta si están satisfechas con su trabajo."
        ),
        why=(
            "Quien está a gusto se queda y atiende mejor; una caída se nota en el servicio meses "
            "después."
        ),
        calculation="100 × personas que responden 4 o 5 ÷ personas que responden",
        pitfalls=(
            "Preguntar de forma anónima y no mostrar ningún grupo de menos de cinco.",
            (
                "Si contestan pocos, quien calla rara vez está contento: dar al lado la tasa de "
                "respuesta."
            ),
            "En cuanto de ella depende la prima de alguien, mide la valentía y no la satisfacción.",
        ),
    ),
    ru=EntryWords(
        title="Удовлетворённость сотрудников",
        definition=(
            "Доля коллег, которые на вопрос, довольны ли они работой, отвечают 4 или 5 по шкале от "
            "1 до 5."
        ),
        why=(
            "Кому нравится работа, тот остаётся и лучше заботится о клиентах; спад скажется на "
            "сервисе через месяцы."
        ),
        calculation="100 × ответившие 4 или 5 ÷ все ответившие",
        pitfalls=(
            "Спрашивайте анонимно и не показывайте групп меньше пяти человек.",
            (
                "Если ответили немногие, молчат обычно не самые довольные: приводите рядом долю "
                "ответивших."
            ),
            (
                "Как только от неё зависит чья-то премия, она измеряет смелость, а не "
                "удовлетворённость."
            ),
        ),
    ),
)

SATISFACTION = (NPS, CSAT, EMPLOYEE_SATISFACTION)
