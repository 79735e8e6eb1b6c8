"""KPIs of who takes part, finishes and answers."""

from okrcli.model.catalog.citations import (
    LEARNING_PRACTICE,
    SURVEY_STANDARD,
)
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import (
    ANSWERS,
    AT_LEAST_0,
    INVITATIONS,
    PEOPLE,
    PERCENT,
    SHARE,
    local_text,
)

PARTICIPATION_RATE = CatalogEntry(
    id="participation_rate",
    family="operations",
    direction="up",
    kind="leading",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * participants / people_invited",
    parts=(
        Part(
            "participants",
            local_text("People who took part", "Personas que participaron", "Принявшие участие"),
            PEOPLE,
            AT_LEAST_0,
        ),
        Part(
            "people_invited",
            local_text(
                "People who could take part",
                "Personas que podían participar",
                "Все, кто мог участвовать",
            ),
            PEOPLE,
            AT_LEAST_0,
        ),
    ),
    pairs=("completion_rate", "employee_satisfaction"),
    source=LEARNING_PRACTICE,
    en=EntryWords(
        title="Participation rate",
        definition=(
            "The share of those who could take part in a programme, training or event who did."
        ),
        why=(
            "What nobody comes to changes nothing; participation tells early whether an offer is "
            "wanted."
        ),
        calculation="100 × participants ÷ people who could take part",
        pitfalls=(
            "Count people and not visits: a few regulars can fill every room.",
            "Say what counts as taking part: signing up, turning up or staying.",
            "Taking part is no result: look at what participants do differently afterwards.",
        ),
    ),
    es=EntryWords(
        title="Tasa de participación",
        definition=(
            "Entre quienes podían participar en un programa, una formación o un evento, la "
            "proporción que participó."
        ),
        why=(
            "Aquello a lo que nadie acude no cambia nada; la participación dice pronto si la "
            "oferta interesa."
        ),
        calculation="100 × participantes ÷ personas que podían participar",
        pitfalls=(
            "Contar personas y no asistencias: unos pocos habituales llenan todas las salas.",
            "Decir qué cuenta como participar: apuntarse, acudir o quedarse.",
            "Participar no es un resultado: mirar qué hacen después de otro modo.",
        ),
    ),
    ru=EntryWords(
        title="Доля участников",
        definition="Доля принявших участие в программе, обучении или встрече среди тех, кто мог.",
        why=(
            "Куда никто не приходит, то ничего не меняет; участие рано показывает, нужно ли "
            "предложенное."
        ),
        calculation="100 × участники ÷ все, кто мог участвовать",
        pitfalls=(
            "Считайте людей, а не посещения: горстка завсегдатаев заполнит любой зал.",
            "Скажите, что считается участием: записаться, прийти или остаться до конца.",
            "Участие — ещё не итог: смотрите, что участники потом делают иначе.",
        ),
    ),
)

COMPLETION_RATE = CatalogEntry(
    id="completion_rate",
    family="operations",
    direction="up",
    kind="leading",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * people_finished / people_started",
    parts=(
        Part(
            "people_finished",
            local_text("People who finished", "Personas que terminaron", "Завершившие"),
            PEOPLE,
            AT_LEAST_0,
        ),
        Part(
            "people_started",
            local_text("People who started", "Personas que empezaron", "Начавшие"),
            PEOPLE,
            AT_LEAST_0,
        ),
    ),
    pairs=("participation_rate", "adoption_rate"),
    source=LEARNING_PRACTICE,
    en=EntryWords(
        title="Completion rate",
        definition="The share of those who started a course, a form or a process who finished it.",
        why="It finds where people give up, and so what to shorten first.",
        calculation="100 × people who finished ÷ people who started",
        pitfalls=(
            "Give those who started last the time to finish before you count them.",
            "Say what finished means: the last page seen, or the test passed.",
            "A rate of 100 % with hardly anybody starting says nothing: show the number of starts.",
        ),
    ),
    es=EntryWords(
        title="Tasa de finalización",
        definition=(
            "Entre quienes empezaron un curso, un formulario o un trámite, la proporción que lo "
            "terminó."
        ),
        why="Descubre dónde abandona la gente y, por tanto, qué acortar primero.",
        calculation="100 × personas que terminaron ÷ personas que empezaron",
        pitfalls=(
            "Dar tiempo de terminar a los últimos que empezaron antes de contarlos.",
            "Decir qué es terminar: ver la última página o aprobar la prueba.",
            "Un 100 % cuando casi nadie empieza no dice nada: mostrar cuántos empiezan.",
        ),
    ),
    ru=EntryWords(
        title="Доля завершивших",
        definition="Доля дошедших до конца среди начавших курс, анкету или процедуру.",
        why="Находит, где люди бросают, а значит, что сокращать первым.",
        calculation="100 × завершившие ÷ начавшие",
        pitfalls=(
            "Дайте начавшим последними время закончить, прежде чем их считать.",
            "Скажите, что значит завершить: дойти до последней страницы или сдать тест.",
            "100 % при горстке начавших ничего не значат: показывайте, сколько начали.",
        ),
    ),
)

RESPONSE_RATE = CatalogEntry(
    id="response_rate",
    family="operations",
    direction="up",
    kind="leading",
    cadence="weekly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * surveys_answered / surveys_sent",
    parts=(
        Part(
            "surveys_answered",
            local_text("Surveys answered", "Encuestas contestadas", "Заполненные анкеты"),
            ANSWERS,
            AT_LEAST_0,
        ),
        Part(
            "surveys_sent",
            local_text(
                "Surveys sent and received",
                "Encuestas enviadas y recibidas",
                "Отправленные и доставленные анкеты",
            ),
            INVITATIONS,
            AT_LEAST_0,
        ),
    ),
    pairs=("csat", "nps"),
    source=SURVEY_STANDARD,
    en=EntryWords(
        title="Survey response rate",
        definition="The share of those asked in a survey who answer it.",
        why=(
            "It tells how far the survey's result may be trusted: the fewer answer, the more they "
            "may differ from the rest."
        ),
        calculation="100 × surveys answered ÷ surveys sent that arrived",
        pitfalls=(
            "Leave out what bounced, and say whether half-filled forms count.",
            "Pushing for answers brings kinder ones: watch whether the score moves with it.",
            "Never ask only those whose ticket ended well.",
        ),
    ),
    es=EntryWords(
        title="Tasa de respuesta a encuestas",
        definition="La proporción de personas encuestadas que contestan.",
        why=(
            "Dice hasta dónde fiarse del resultado: cuantos menos contestan, más pueden "
            "diferenciarse del resto."
        ),
        calculation="100 × encuestas contestadas ÷ encuestas enviadas que llegaron",
        pitfalls=(
            "Dejar fuera las devueltas y decir si cuentan las contestadas a medias.",
            "Al insistir llegan respuestas más amables: vigilar si la nota se mueve a la par.",
            "No preguntar nunca solo a quienes quedaron contentos.",
        ),
    ),
    ru=EntryWords(
        title="Доля ответивших на опрос",
        definition="Доля ответивших среди тех, кого спросили.",
        why=(
            "Показывает, насколько можно верить опросу: чем меньше ответивших, тем сильнее они "
            "могут отличаться от остальных."
        ),
        calculation="100 × заполненные анкеты ÷ отправленные и доставленные",
        pitfalls=(
            "Недоставленные не считайте; скажите, входят ли заполненные наполовину.",
            (
                "Чем настойчивее просят, тем добрее ответы: следите, не растёт ли вместе с долей и "
                "оценка."
            ),
            "Никогда не спрашивайте только тех, у кого всё закончилось хорошо.",
        ),
    ),
)

PARTICIPATION = (PARTICIPATION_RATE, COMPLETION_RATE, RESPONSE_RATE)
