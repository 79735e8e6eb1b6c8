"""KPIs of work done without people, and of the data that it runs on."""

from okrcli.model.catalog.citations import (
    AUTOMATION_PRACTICE,
    DATA_QUALITY_2008,
)
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import (
    AT_LEAST_0,
    PERCENT,
    RECORDS,
    SHARE,
    TASKS,
    local_text,
)

AUTOMATION_SHARE = CatalogEntry(
    id="automation_share",
    family="operations",
    direction="up",
    kind="leading",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * tasks_automated / tasks_eligible",
    parts=(
        Part(
            "tasks_automated",
            local_text(
                "Tasks done without a person",
                "Tareas hechas sin intervención",
                "Операции без участия человека",
            ),
            TASKS,
            AT_LEAST_0,
        ),
        Part(
            "tasks_eligible",
            local_text(
                "Tasks that could be automated",
                "Tareas que podrían automatizarse",
                "Операции, которые можно автоматизировать",
            ),
            TASKS,
            AT_LEAST_0,
        ),
    ),
    pairs=("csat", "operating_cost", "ces_2"),
    source=AUTOMATION_PRACTICE,
    en=EntryWords(
        title="Automation share",
        definition=(
            "The share of the tasks that could be automated that ran from start to end without a "
            "person."
        ),
        why="It tells how much routine is off people's desks, and what is left to gain.",
        calculation="100 × tasks done without a person ÷ tasks that could be automated",
        pitfalls=(
            "A task that a person had to rescue does not count.",
            (
                "Weigh by the time it takes where tasks differ much: a thousand easy ones prove "
                "little."
            ),
            "Pair it with satisfaction: a bot that nobody gets past is automated as well.",
        ),
    ),
    es=EntryWords(
        title="Grado de automatización",
        definition=(
            "La proporción de las tareas automatizables que se hicieron de principio a fin sin "
            "intervención de nadie."
        ),
        why="Dice cuánta rutina se le ha quitado de encima a la gente y cuánto queda por ganar.",
        calculation="100 × tareas hechas sin intervención ÷ tareas automatizables",
        pitfalls=(
            "Una tarea que alguien tuvo que rescatar no cuenta.",
            (
                "Si las tareas son muy distintas, ponderar por el tiempo que llevan: mil sencillas "
                "prueban poco."
            ),
            (
                "Acompañarlo de la satisfacción: un bot que no deja pasar a nadie también es "
                "automático."
            ),
        ),
    ),
    ru=EntryWords(
        title="Доля автоматизации",
        definition=(
            "Доля операций, прошедших от начала до конца без человека, среди тех, что можно "
            "автоматизировать."
        ),
        why="Показывает, сколько рутины снято с людей и сколько ещё можно выиграть.",
        calculation="100 × операции без человека ÷ операции, которые можно автоматизировать",
        pitfalls=(
            "Операция, которую пришлось спасать человеку, не считается.",
            (
                "Если операции очень разные, взвешивайте их по времени: тысяча простых мало что "
                "доказывает."
            ),
            "Держите рядом удовлетворённость: бот, мимо которого не пройти, — тоже автоматизация.",
        ),
    ),
)

DATA_ACCURACY = CatalogEntry(
    id="data_accuracy",
    family="operations",
    direction="up",
    kind="leading",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * records_correct / records_checked",
    parts=(
        Part(
            "records_correct",
            local_text("Records found right", "Registros correctos", "Верные записи"),
            RECORDS,
            AT_LEAST_0,
        ),
        Part(
            "records_checked",
            local_text("Records checked", "Registros revisados", "Проверенные записи"),
            RECORDS,
            AT_LEAST_0,
        ),
    ),
    pairs=("forecast_accuracy", "automation_share"),
    source=DATA_QUALITY_2008,
    en=EntryWords(
        title="Data accuracy",
        definition=(
            "The share of the records checked in which every field that matters agrees with "
            "reality."
        ),
        why=(
            "Forecasts, mailings and invoices are as good as the data; errors here return as "
            "complaints there."
        ),
        calculation="100 × records found right ÷ records checked",
        pitfalls=(
            "Check a random sample against the source, and not against another copy.",
            "Name the fields that matter; filled in is not yet right.",
            "Checking only what was just corrected gives 100 % and no news.",
        ),
    ),
    es=EntryWords(
        title="Exactitud de los datos",
        definition=(
            "La proporción de registros revisados en los que todos los campos que importan "
            "coinciden con la realidad."
        ),
        why=(
            "Pronósticos, envíos y facturas valen lo que valen los datos; los errores de aquí "
            "vuelven como quejas."
        ),
        calculation="100 × registros correctos ÷ registros revisados",
        pitfalls=(
            "Cotejar una muestra al azar con la fuente, y no con otra copia.",
            (
                "Nombrar los campos que importan; que estén rellenos no quiere decir que sean "
                "correctos."
            ),
            "Revisar solo lo recién corregido da el 100 % y ninguna noticia.",
        ),
    ),
    ru=EntryWords(
        title="Точность данных",
        definition=(
            "Доля проверенных записей, в которых каждое важное поле совпадает с действительностью."
        ),
        why=(
            "Прогнозы, рассылки и счета хороши настолько, насколько верны данные; ошибка здесь "
            "вернётся жалобой там."
        ),
        calculation="100 × верные записи ÷ проверенные записи",
        pitfalls=(
            "Проверяйте случайную выборку по первоисточнику, а не по другой копии.",
            "Назовите важные поля; заполнено — ещё не значит верно.",
            "Если проверять только что исправленное, выйдет 100 % и ничего нового.",
        ),
    ),
)

AUTOMATION = (AUTOMATION_SHARE, DATA_ACCURACY)
