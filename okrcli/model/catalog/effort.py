"""KPIs of how hard or easy it is to be a customer."""

from decimal import Decimal

from okrcli.model.catalog.citations import (
    EFFORT_2010,
    EFFORT_2013,
)
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import ANSWERS, AT_LEAST_0, POINTS, local_text
from okrcli.model.kpi import Bounds, Survey

CES = CatalogEntry(
    id="ces",
    family="satisfaction",
    direction="down",
    kind="leading",
    cadence="weekly",
    unit=POINTS,
    bounds=Bounds(Decimal(1), Decimal(5)),
    survey=Survey(type="ces", scale=(1, 5), version=1),
    formula="ces_sum / ces_answers",
    parts=(
        Part(
            "ces_sum",
            local_text(
                "Sum of the answers about effort",
                "Suma de las respuestas sobre el esfuerzo",
                "Сумма ответов об усилиях",
            ),
            POINTS,
            AT_LEAST_0,
        ),
        Part(
            "ces_answers",
            local_text(
                "Number of answers about effort",
                "Número de respuestas sobre el esfuerzo",
                "Число ответов об усилиях",
            ),
            ANSWERS,
            AT_LEAST_0,
        ),
    ),
    pairs=("csat", "first_contact_resolution"),
    source=EFFORT_2010,
    en=EntryWords(
        title="Customer Effort Score, version 1 (CES)",
        definition=(
            "The mean answer, from 1 to 5, to how much effort the customer had to put in to get a "
            "request settled."
        ),
        why=(
            "Effort drives customers away more surely than delight keeps them; this shows where "
            "they have to work."
        ),
        calculation="Sum of the answers ÷ number of answers",
        pitfalls=(
            "In version 1 lower is better; version 2 asks the other way round and is another KPI.",
            "Never join the readings of both versions in one chart.",
            (
                "Ask right after the contact: a week later people remember the outcome and not the "
                "effort."
            ),
        ),
    ),
    es=EntryWords(
        title="Esfuerzo del cliente, versión 1 (CES)",
        definition=(
            "La respuesta media, de 1 a 5, a cuánto esfuerzo le costó al cliente resolver su "
            "consulta."
        ),
        why=(
            "El esfuerzo ahuyenta más de lo que retiene el entusiasmo; aquí se ve dónde se lo "
            "ponemos difícil."
        ),
        calculation="Suma de las respuestas ÷ número de respuestas",
        pitfalls=(
            "En la versión 1, menos es mejor; la versión 2 pregunta al revés y es otro KPI.",
            "No juntar nunca las lecturas de las dos versiones en un mismo gráfico.",
            (
                "Preguntar justo después del contacto: una semana más tarde se recuerda cómo acabó "
                "y no lo que costó."
            ),
        ),
    ),
    ru=EntryWords(
        title="Индекс усилий клиента, версия 1 (CES)",
        definition=(
            "Средняя оценка от 1 до 5: сколько усилий клиенту пришлось приложить, чтобы добиться "
            "решения."
        ),
        why=(
            "Лишние усилия отталкивают вернее, чем восторг удерживает; здесь видно, где клиенту "
            "трудно."
        ),
        calculation="Сумма ответов ÷ число ответов",
        pitfalls=(
            "В версии 1 меньше — лучше; версия 2 спрашивает наоборот, и это другой показатель.",
            "Никогда не сводите замеры двух версий на один график.",
            "Спрашивайте сразу: через неделю помнят исход, а не усилия.",
        ),
    ),
)

CES_2 = CatalogEntry(
    id="ces_2",
    family="satisfaction",
    direction="up",
    kind="leading",
    cadence="weekly",
    unit=POINTS,
    bounds=Bounds(Decimal(1), Decimal(7)),
    survey=Survey(type="ces", scale=(1, 7), version=2),
    formula="ease_sum / ease_answers",
    parts=(
        Part(
            "ease_sum",
            local_text(
                "Sum of the answers about ease",
                "Suma de las respuestas sobre la facilidad",
                "Сумма ответов о лёгкости",
            ),
            POINTS,
            AT_LEAST_0,
        ),
        Part(
            "ease_answers",
            local_text(
                "Number of answers about ease",
                "Número de respuestas sobre la facilidad",
                "Число ответов о лёгкости",
            ),
            ANSWERS,
            AT_LEAST_0,
        ),
    ),
    pairs=("csat", "first_contact_resolution"),
    source=EFFORT_2013,
    en=EntryWords(
        title="Customer Effort Score, version 2 (CES 2.0)",
        definition=(
            "The mean answer, from 1 to 7, to whether the company made it easy to settle a request."
        ),
        why=(
            "It finds the forms, queues and hand-overs that customers have to fight through, "
            "before they leave."
        ),
        calculation="Sum of the answers ÷ number of answers",
        pitfalls=(
            (
                "In version 2 higher is better; the older version asks for effort, from 1 to 5, "
                "where lower is better."
            ),
            (
                "Some report the share of 5, 6 and 7 under the same name: say which of the two you "
                "report."
            ),
            "A mean hides the few for whom it was hell: read the answers of 1 and 2 one by one.",
        ),
    ),
    es=EntryWords(
        title="Facilidad para el cliente, versión 2 (CES 2.0)",
        definition=(
            "La respuesta media, de 1 a 7, a si la empresa le puso fácil al cliente resolver su "
            "consulta."
        ),
        why=(
            "Descubre los formularios, las colas y los traspasos con los que el cliente se pelea "
            "antes de irse."
        ),
        calculation="Suma de las respuestas ÷ número de respuestas",
        pitfalls=(
            (
                "En la versión 2, más es mejor; la antigua pregunta por el esfuerzo, de 1 a 5, y "
                "ahí menos es mejor."
            ),
            (
                "Hay quien llama igual a la proporción de respuestas de 5, 6 y 7: decir cuál de "
                "las dos cosas es."
            ),
            (
                "La media oculta a los pocos que lo pasaron fatal: leer una a una las respuestas "
                "de 1 y 2."
            ),
        ),
    ),
    ru=EntryWords(
        title="Индекс лёгкости для клиента, версия 2 (CES 2.0)",
        definition=(
            "Средняя оценка от 1 до 7: насколько компания облегчила клиенту решение его вопроса."
        ),
        why=(
            "Находит анкеты, очереди и переадресации, через которые клиент продирается, пока не "
            "уйдёт."
        ),
        calculation="Сумма оценок ÷ число оценок",
        pitfalls=(
            (
                "В версии 2 больше — лучше; прежняя спрашивает об усилиях от 1 до 5, и там лучше "
                "меньше."
            ),
            "Так же иногда называют долю оценок 5, 6 и 7: скажите, что именно считаете вы.",
            (
                "Среднее прячет тех немногих, кому пришлось совсем тяжело: единицы и двойки "
                "разбирайте по одной."
            ),
        ),
    ),
)

EFFORT = (CES, CES_2)
