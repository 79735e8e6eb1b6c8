"""KPIs of how much a product is used."""

from okrcli.model.catalog.citations import PRODUCT_PRACTICE
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.loyalty import CUSTOMERS_IN_ALL
from okrcli.model.catalog.units import AT_LEAST_0, CUSTOMERS, PERCENT, SHARE, USERS, local_text

CUSTOMER_ENGAGEMENT = CatalogEntry(
    id="customer_engagement",
    family="customer",
    direction="up",
    kind="leading",
    cadence="weekly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * engaged_customers / customers",
    parts=(
        Part(
            "engaged_customers",
            local_text(
                "Customers who did what counts as engaged",
                "Clientes que hicieron lo que cuenta como implicación",
                "Клиенты, сделавшие то, что считается вовлечённостью",
            ),
            CUSTOMERS,
            AT_LEAST_0,
        ),
        CUSTOMERS_IN_ALL,
    ),
    pairs=("churn_rate", "adoption_rate"),
    source=PRODUCT_PRACTICE,
    en=EntryWords(
        title="Customer engagement",
        definition=(
            "The share of customers who, in the period, did the thing that shows they get value "
            "from what they bought."
        ),
        why=(
            "Customers go quiet before they go: engagement falls weeks ahead of churn, while there "
            "is time to call."
        ),
        calculation="100 × engaged customers ÷ customers",
        pitfalls=(
            (
                "Define the act that counts, and how often; logging in or opening a mail is not "
                "yet value."
            ),
            "Change the definition and the series starts anew: never join the two.",
            (
                "Check once a year that engaged customers do stay more often; if not, you count "
                "the wrong act."
            ),
        ),
    ),
    es=EntryWords(
        title="Implicación de los clientes",
        definition=(
            "La proporción de clientes que en el periodo hicieron aquello que demuestra que sacan "
            "provecho de lo comprado."
        ),
        why=(
            "El cliente calla antes de irse: la implicación baja semanas antes que las bajas, "
            "cuando aún da tiempo a llamar."
        ),
        calculation="100 × clientes implicados ÷ clientes",
        pitfalls=(
            (
                "Definir qué acción cuenta y cada cuánto; iniciar sesión o abrir un correo aún no "
                "es sacar provecho."
            ),
            "Si cambia la definición, la serie empieza de nuevo: no unir nunca las dos.",
            (
                "Comprobar una vez al año que los implicados se quedan más; si no, se cuenta la "
                "acción equivocada."
            ),
        ),
    ),
    ru=EntryWords(
        title="Вовлечённость клиентов",
        definition=(
            "Доля клиентов, которые за период сделали то, по чему видно, что купленное приносит им "
            "пользу."
        ),
        why=(
            "Прежде чем уйти, клиент затихает: вовлечённость падает за недели до оттока, когда ещё "
            "можно позвонить."
        ),
        calculation="100 × вовлечённые клиенты ÷ клиенты",
        pitfalls=(
            (
                "Определите, какое действие считается и как часто; вход в систему или открытое "
                "письмо — ещё не польза."
            ),
            "Сменили определение — начинайте ряд заново и не соединяйте его с прежним.",
            (
                "Раз в год проверяйте, что вовлечённые и правда чаще остаются; если нет, вы "
                "считаете не то действие."
            ),
        ),
    ),
)

ADOPTION_RATE = CatalogEntry(
    id="adoption_rate",
    family="customer",
    direction="up",
    kind="leading",
    cadence="weekly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * active_users / eligible_users",
    parts=(
        Part(
            "active_users",
            local_text("People who use it", "Personas que lo usan", "Активные пользователи"),
            USERS,
            AT_LEAST_0,
        ),
        Part(
            "eligible_users",
            local_text(
                "People who could use it",
                "Personas que podrían usarlo",
                "Все, кто мог бы пользоваться",
            ),
            USERS,
            AT_LEAST_0,
        ),
    ),
    pairs=("customer_engagement", "completion_rate"),
    source=PRODUCT_PRACTICE,
    en=EntryWords(
        title="Adoption rate",
        definition="The share of those who could use a product, feature or tool who do use it.",
        why=(
            "What is launched but not used has cost everything and brought nothing; this tells the "
            "two apart."
        ),
        calculation="100 × active users ÷ eligible users",
        pitfalls=(
            "Define active by an act and a span, as in three orders entered within 30 days.",
            (
                "Say who is eligible: leaving out the departments that refuse makes any roll-out "
                "look done."
            ),
            "The first weeks measure curiosity: watch whether those who tried it come back.",
        ),
    ),
    es=EntryWords(
        title="Tasa de adopción",
        definition=(
            "Entre quienes podrían usar un producto, una función o una herramienta, la proporción "
            "que los usa de verdad."
        ),
        why=(
            "Lo que se lanza y no se usa ya lo ha costado todo y no ha dado nada; aquí se ve la "
            "diferencia."
        ),
        calculation="100 × usuarios activos ÷ usuarios posibles",
        pitfalls=(
            (
                "Definir quién está activo con una acción y un plazo, como tres pedidos "
                "registrados en 30 días."
            ),
            (
                "Decir quién podría usarlo: sin los departamentos que se niegan, cualquier "
                "despliegue parece terminado."
            ),
            "Las primeras semanas miden la curiosidad: mirar si vuelven quienes lo probaron.",
        ),
    ),
    ru=EntryWords(
        title="Доля активных пользователей",
        definition=(
            "Доля тех, кто пользуется продуктом, функцией или инструментом, среди всех, кто мог бы."
        ),
        why=(
            "Запустить и не пользоваться — значит потратить всё и не получить ничего; здесь это "
            "видно."
        ),
        calculation="100 × активные пользователи ÷ все, кто мог бы пользоваться",
        pitfalls=(
            "Определите активность действием и сроком, например три внесённых заказа за 30 дней.",
            (
                "Скажите, кто мог бы пользоваться: без отказавшихся отделов любое внедрение "
                "выглядит законченным."
            ),
            "Первые недели измеряют любопытство: смотрите, возвращаются ли попробовавшие.",
        ),
    ),
)

USAGE = (CUSTOMER_ENGAGEMENT, ADOPTION_RATE)
