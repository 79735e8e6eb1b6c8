"""KPIs of how long customers wait for support."""

from okrcli.model.catalog.citations import LITTLE_1961, SUPPORT_PRACTICE
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import (
    AT_LEAST_0,
    HOURS,
    TICKETS,
    local_text,
)

TICKETS_SOLVED = Part(
    "tickets_solved",
    local_text("Tickets solved", "Tickets resueltos", "Решённые заявки"),
    TICKETS,
    AT_LEAST_0,
)

FIRST_RESPONSE_TIME = CatalogEntry(
    id="first_response_time",
    family="operations",
    direction="down",
    kind="leading",
    cadence="daily",
    unit=HOURS,
    bounds=AT_LEAST_0,
    pairs=("csat", "first_contact_resolution", "ticket_backlog"),
    source=SUPPORT_PRACTICE,
    en=EntryWords(
        title="First response time",
        definition=(
            "How long a customer waits from creating a ticket to the first public reply of a "
            "person; the median over the tickets of the period."
        ),
        why=(
            "Waiting in silence is what customers complain of first, and the number reacts within "
            "a day to staffing."
        ),
        calculation="Median of the time from creation to the first reply of a person",
        pitfalls=(
            (
                "State whether it is the median, the mean or the 90th percentile: one forgotten "
                "ticket wrecks a mean."
            ),
            "State whether hours are business hours or hours of the calendar.",
            "An automatic receipt is no reply.",
            (
                "Quick empty answers improve it: pair it with first contact resolution or "
                "satisfaction."
            ),
        ),
    ),
    es=EntryWords(
        title="Tiempo de primera respuesta",
        definition=(
            "Lo que espera un cliente desde que abre un ticket hasta la primera respuesta pública "
            "de una persona; la mediana de los tickets del periodo."
        ),
        why=(
            "Esperar sin noticias es la primera queja de los clientes, y la cifra acusa en un día "
            "cómo se cubren los turnos."
        ),
        calculation=(
            "Mediana del tiempo desde la apertura hasta la primera respuesta de una persona"
        ),
        pitfalls=(
            (
                "Indicar si es la mediana, la media o el percentil 90: un ticket olvidado arruina "
                "una media."
            ),
            "Indicar si las horas son laborables o de calendario.",
            "Un acuse de recibo automático no es una respuesta.",
            (
                "Contestar rápido y sin decir nada lo mejora: acompañarlo de la resolución al "
                "primer contacto o de la satisfacción."
            ),
        ),
    ),
    ru=EntryWords(
        title="Время до первого ответа",
        definition=(
            "Сколько клиент ждёт от создания заявки до первого видимого ему ответа человека; "
            "медиана по заявкам периода."
        ),
        why=(
            "На молчание жалуются в первую очередь, а показатель за день откликается на то, "
            "сколько людей в смене."
        ),
        calculation="Медиана времени от создания заявки до первого ответа человека",
        pitfalls=(
            (
                "Укажите, медиана это, среднее или 90-й процентиль: одна забытая заявка портит "
                "среднее."
            ),
            "Укажите, рабочие это часы или календарные.",
            "Автоматическое «мы получили ваше письмо» ответом не является.",
            (
                "Быстрые и пустые ответы его улучшают: держите рядом решение с первого обращения "
                "или удовлетворённость."
            ),
        ),
    ),
)

AVERAGE_RESOLUTION_TIME = CatalogEntry(
    id="average_resolution_time",
    family="operations",
    direction="down",
    kind="lagging",
    cadence="weekly",
    unit=HOURS,
    bounds=AT_LEAST_0,
    formula="hours_to_solve / tickets_solved",
    parts=(
        Part(
            "hours_to_solve",
            local_text(
                "Hours from creation to solution, added up",
                "Suma de horas de la apertura a la resolución",
                "Сумма часов от создания до решения",
            ),
            HOURS,
            AT_LEAST_0,
        ),
        TICKETS_SOLVED,
    ),
    pairs=("csat", "first_contact_resolution", "ticket_backlog"),
    source=SUPPORT_PRACTICE,
    en=EntryWords(
        title="Average resolution time",
        definition=(
            "The mean time from creating a ticket to solving it, over the tickets solved in the "
            "period."
        ),
        why="It tells how long a customer's problem lasts, which is what the customer counts.",
        calculation="Hours from creation to solution of all solved tickets ÷ solved tickets",
        pitfalls=(
            (
                "State whether the first or the last time of being solved counts, and for how long "
                "a ticket may be reopened."
            ),
            (
                "Clearing old tickets makes it worse for a while, though the work is good: read "
                "the backlog beside it."
            ),
            "Closing tickets unsolved improves it: pair it with satisfaction.",
        ),
    ),
    es=EntryWords(
        title="Tiempo medio de resolución",
        definition=(
            "El tiempo medio desde que se abre un ticket hasta que se resuelve, en los tickets "
            "resueltos en el periodo."
        ),
        why="Dice cuánto le dura el problema al cliente, que es lo que a él le importa.",
        calculation=(
            "Horas de la apertura a la resolución de todos los resueltos ÷ tickets resueltos"
        ),
        pitfalls=(
            (
                "Indicar si cuenta la primera o la última vez que se resolvió y hasta cuándo puede "
                "reabrirse."
            ),
            (
                "Despejar tickets viejos lo empeora un tiempo aunque el trabajo sea bueno: leer al "
                "lado los pendientes."
            ),
            "Cerrar sin resolver lo mejora: acompañarlo de la satisfacción.",
        ),
    ),
    ru=EntryWords(
        title="Среднее время решения",
        definition="Среднее время от создания заявки до решения по заявкам, решённым за период.",
        why="Показывает, как долго длится проблема клиента, а ему важно именно это.",
        calculation="Часы от создания до решения всех решённых заявок ÷ решённые заявки",
        pitfalls=(
            (
                "Укажите, первое или последнее решение идёт в счёт и до какого срока заявку можно "
                "открыть снова."
            ),
            (
                "Разбор старых заявок на время портит число, хотя дело идёт на лад: смотрите рядом "
                "очередь."
            ),
            "Закрывать, не решив, — верный способ его улучшить: держите рядом удовлетворённость.",
        ),
    ),
)

TICKET_BACKLOG = CatalogEntry(
    id="ticket_backlog",
    family="operations",
    direction="down",
    kind="leading",
    cadence="daily",
    unit=TICKETS,
    bounds=AT_LEAST_0,
    aggregate="sum",
    pairs=("average_resolution_time", "first_response_time", "csat"),
    source=LITTLE_1961,
    en=EntryWords(
        title="Ticket backlog",
        definition="How many tickets are open at the end of the day.",
        why=(
            "It is the waiting of tomorrow: at the same pace of work, twice the backlog is twice "
            "the wait."
        ),
        calculation="Count of the tickets that are still open on the day",
        pitfalls=(
            (
                "Count at the same hour each day, and say whether those that wait for the customer "
                "are in it."
            ),
            "A number hides old tickets: look at how many are older than a week too.",
            "Closing in bulk empties it and solves nothing: read the satisfaction beside it.",
        ),
    ),
    es=EntryWords(
        title="Tickets pendientes",
        definition="Cuántos tickets siguen abiertos al final del día.",
        why=(
            "Es la espera de mañana: al mismo ritmo de trabajo, el doble de pendientes es el doble "
            "de espera."
        ),
        calculation="Número de tickets que siguen abiertos ese día",
        pitfalls=(
            (
                "Contar cada día a la misma hora y decir si entran los que están a la espera del "
                "cliente."
            ),
            "La cifra oculta los tickets viejos: mirar también cuántos pasan de una semana.",
            (
                "Cerrar en bloque los hace desaparecer y no resuelve nada: leer al lado la "
                "satisfacción."
            ),
        ),
    ),
    ru=EntryWords(
        title="Очередь открытых заявок",
        definition="Сколько заявок остаются открытыми в конце дня.",
        why="Это завтрашнее ожидание: при том же темпе вдвое длиннее очередь — вдвое дольше ждать.",
        calculation="Число заявок, которые на этот день ещё открыты",
        pitfalls=(
            "Считайте каждый день в один и тот же час и скажите, входят ли ждущие ответа клиента.",
            "За общим числом не видно старых заявок: смотрите, сколько из них старше недели.",
            (
                "Массовое закрытие опустошает очередь и ничего не решает: смотрите рядом "
                "удовлетворённость."
            ),
        ),
    ),
)

WAITING = (FIRST_RESPONSE_TIME, AVERAGE_RESOLUTION_TIME, TICKET_BACKLOG)
