"""KPIs of the work on contacts and tickets."""

from okrcli.model.catalog.citations import CALL_CENTERS, GROVE_1983
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import (
    AT_LEAST_0,
    CONTACTS,
    HOURS,
    MINUTES,
    PERCENT,
    SHARE,
    TICKETS_PER_HOUR,
    local_text,
)
from okrcli.model.catalog.waiting import TICKETS_SOLVED

_CONTACTS = Part(
    "contacts_handled",
    local_text("Contacts handled", "Contactos atendidos", "Обработанные обращения"),
    CONTACTS,
    AT_LEAST_0,
)

AVERAGE_HANDLE_TIME = CatalogEntry(
    id="average_handle_time",
    family="operations",
    direction="down",
    kind="leading",
    cadence="weekly",
    unit=MINUTES,
    bounds=AT_LEAST_0,
    formula="(talk_time + hold_time + wrap_time) / contacts_handled",
    parts=(
        Part(
            "talk_time",
            local_text(
                "Time of talking or writing",
                "Tiempo de conversación",
                "Время разговора или переписки",
            ),
            MINUTES,
            AT_LEAST_0,
        ),
        Part(
            "hold_time",
            local_text("Time on hold", "Tiempo en espera", "Время удержания"),
            MINUTES,
            AT_LEAST_0,
        ),
        Part(
            "wrap_time",
            local_text(
                "Time of work after the contact",
                "Tiempo de trabajo posterior",
                "Время постобработки",
            ),
            MINUTES,
            AT_LEAST_0,
        ),
        _CONTACTS,
    ),
    pairs=("first_contact_resolution", "csat"),
    source=CALL_CENTERS,
    en=EntryWords(
        title="Average handle time (AHT)",
        definition=(
            "The mean working time that a contact takes: talking, holding and the notes afterwards."
        ),
        why="With the volume of contacts it tells how many people each shift needs.",
        calculation="(talk time + hold time + wrap-up time) ÷ contacts handled",
        pitfalls=(
            (
                "Always pair it with a quality KPI: cutting customers short improves it, and they "
                "call again."
            ),
            "Use it to plan shifts, and never as a target of single people.",
            (
                "When simple requests move to self-service, what is left takes longer, and that is "
                "good."
            ),
        ),
    ),
    es=EntryWords(
        title="Tiempo medio de gestión (AHT)",
        definition=(
            "El tiempo medio de trabajo que lleva un contacto: conversación, espera y notas "
            "posteriores."
        ),
        why="Junto al volumen de contactos dice cuántas personas necesita cada turno.",
        calculation="(conversación + espera + trabajo posterior) ÷ contactos atendidos",
        pitfalls=(
            (
                "Acompañarlo siempre de un KPI de calidad: despachar deprisa al cliente lo mejora, "
                "hasta que vuelve a llamar."
            ),
            "Sirve para planificar turnos, nunca como meta de cada persona.",
            "Si lo sencillo pasa al autoservicio, lo que queda tarda más, y eso es bueno.",
        ),
    ),
    ru=EntryWords(
        title="Среднее время обработки (AHT)",
        definition=(
            "Среднее рабочее время на одно обращение: разговор, удержание и записи после него."
        ),
        why="Вместе с числом обращений показывает, сколько людей нужно в каждую смену.",
        calculation="(разговор + удержание + постобработка) ÷ обработанные обращения",
        pitfalls=(
            (
                "Всегда держите рядом показатель качества: оборванный разговор улучшает число, а "
                "клиент звонит снова."
            ),
            "Планируйте по нему смены, но не ставьте его целью отдельным людям.",
            (
                "Когда простое уходит в самообслуживание, оставшееся занимает больше времени, и "
                "это хорошо."
            ),
        ),
    ),
)

FIRST_CONTACT_RESOLUTION = CatalogEntry(
    id="first_contact_resolution",
    family="operations",
    direction="up",
    kind="leading",
    cadence="weekly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * solved_at_first_contact / contacts_handled",
    parts=(
        Part(
            "solved_at_first_contact",
            local_text(
                "Contacts solved at once",
                "Contactos resueltos a la primera",
                "Обращения, решённые сразу",
            ),
            CONTACTS,
            AT_LEAST_0,
        ),
        _CONTACTS,
    ),
    pairs=("csat", "average_handle_time", "ces_2"),
    source=CALL_CENTERS,
    en=EntryWords(
        title="First contact resolution (FCR)",
        definition=(
            "The share of contacts that are settled for good in the first contact, without a "
            "second one about the same matter."
        ),
        why="It spares the customer effort and the team work at the same time, which few KPIs do.",
        calculation="100 × contacts solved at the first contact ÷ contacts handled",
        pitfalls=(
            "State the reopen window: a matter that comes back within, say, 7 days was not solved.",
            "Follow the customer across channels: a call after a chat is a second contact.",
            "The team's own tick in a box flatters; ask the customer, or count who comes back.",
        ),
    ),
    es=EntryWords(
        title="Resolución al primer contacto (FCR)",
        definition=(
            "La proporción de contactos que quedan zanjados a la primera, sin un segundo contacto "
            "por lo mismo."
        ),
        why=(
            "Ahorra esfuerzo al cliente y trabajo al equipo a la vez, cosa que pocos KPI consiguen."
        ),
        calculation="100 × contactos resueltos a la primera ÷ contactos atendidos",
        pitfalls=(
            (
                "Indicar el plazo de reapertura: lo que vuelve dentro de, por ejemplo, 7 días no "
                "estaba resuelto."
            ),
            "Seguir al cliente entre canales: una llamada tras un chat es un segundo contacto.",
            (
                "Si la casilla la marca el propio equipo, sale favorecida: preguntar al cliente o "
                "contar quién vuelve."
            ),
        ),
    ),
    ru=EntryWords(
        title="Решение с первого обращения (FCR)",
        definition=(
            "Доля обращений, закрытых окончательно с первого раза, без второго обращения о том же."
        ),
        why="Бережёт сразу и силы клиента, и труд команды, что удаётся немногим показателям.",
        calculation="100 × решённые с первого обращения ÷ обработанные обращения",
        pitfalls=(
            "Укажите срок повторного открытия: что вернулось, скажем, за 7 дней, решено не было.",
            "Следите за клиентом по всем каналам: звонок после чата — второе обращение.",
            (
                "Отметка, которую ставит сама команда, льстит ей; спросите клиента или посчитайте "
                "вернувшихся."
            ),
        ),
    ),
)

AGENT_PRODUCTIVITY = CatalogEntry(
    id="agent_productivity",
    family="operations",
    direction="up",
    kind="lagging",
    cadence="weekly",
    unit=TICKETS_PER_HOUR,
    bounds=AT_LEAST_0,
    formula="tickets_solved / agent_hours",
    parts=(
        TICKETS_SOLVED,
        Part(
            "agent_hours",
            local_text(
                "Hours that agents worked on tickets",
                "Horas que el equipo dedicó a tickets",
                "Часы работы команды над заявками",
            ),
            HOURS,
            AT_LEAST_0,
        ),
    ),
    pairs=("csat", "first_contact_resolution", "employee_satisfaction"),
    source=GROVE_1983,
    en=EntryWords(
        title="Agent productivity",
        definition="Tickets solved in an hour of work, over the whole team.",
        why=(
            "It tells how many people a given volume needs, and whether better tools and articles "
            "help."
        ),
        calculation="Tickets solved ÷ hours worked on tickets",
        pitfalls=(
            "Pair it with a quality KPI: quantity alone is easily reached by answering worse.",
            "Compare a team with itself; between people it rewards picking the easy tickets.",
            "Leave out training and meetings, or say that they are in it.",
        ),
    ),
    es=EntryWords(
        title="Productividad de los agentes",
        definition="Tickets resueltos en una hora de trabajo, en el conjunto del equipo.",
        why=(
            "Dice cuántas personas pide un volumen dado y si ayudan las herramientas y los "
            "artículos nuevos."
        ),
        calculation="Tickets resueltos ÷ horas de trabajo en tickets",
        pitfalls=(
            "Acompañarla de un KPI de calidad: la cantidad sola se logra fácil respondiendo peor.",
            "Comparar al equipo consigo mismo; entre personas premia elegir lo sencillo.",
            "Dejar fuera formación y reuniones, o decir que van dentro.",
        ),
    ),
    ru=EntryWords(
        title="Производительность сотрудников",
        definition="Сколько заявок решается за час работы, по всей команде.",
        why=(
            "Показывает, сколько людей нужно на такой объём и помогают ли новые инструменты и "
            "статьи."
        ),
        calculation="Решённые заявки ÷ часы работы над заявками",
        pitfalls=(
            "Держите рядом показатель качества: одно количество легко набрать, отвечая хуже.",
            "Сравнивайте команду с ней самой; сравнение людей поощряет выбирать лёгкое.",
            "Обучение и совещания не считайте или скажите, что они входят.",
        ),
    ),
)

CONTACT_WORK = (AVERAGE_HANDLE_TIME, FIRST_CONTACT_RESOLUTION, AGENT_PRODUCTIVITY)
