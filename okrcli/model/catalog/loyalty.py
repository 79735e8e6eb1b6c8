"""KPIs of how many customers stay and come back."""

from okrcli.model.catalog.citations import (
    RETAIL_PRACTICE,
    ZERO_DEFECTIONS_1990,
)
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import AT_LEAST_0, CUSTOMERS, PERCENT, SHARE, local_text

CUSTOMERS_AT_START = Part(
    "customers_at_start",
    local_text(
        "Customers at the start of the period",
        "Clientes al empezar el periodo",
        "Клиенты на начало периода",
    ),
    CUSTOMERS,
    AT_LEAST_0,
)

CUSTOMERS_IN_ALL = Part(
    "customers",
    local_text("Customers in all", "Clientes en total", "Клиенты всего"),
    CUSTOMERS,
    AT_LEAST_0,
)

NEW_CUSTOMERS = Part(
    "new_customers",
    local_text(
        "New customers in the period", "Clientes nuevos del periodo", "Новые клиенты за период"
    ),
    CUSTOMERS,
    AT_LEAST_0,
)

CHURN_RATE = CatalogEntry(
    id="churn_rate",
    family="customer",
    direction="down",
    kind="lagging",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * customers_lost / customers_at_start",
    parts=(
        Part(
            "customers_lost",
            local_text(
                "Customers lost of those at the start",
                "Clientes perdidos de los que había al empezar",
                "Ушедшие из тех, кто был клиентом на начало периода",
            ),
            CUSTOMERS,
            AT_LEAST_0,
        ),
        CUSTOMERS_AT_START,
    ),
    pairs=("retention_rate", "csat", "expansion_revenue"),
    source=ZERO_DEFECTIONS_1990,
    en=EntryWords(
        title="Churn rate",
        definition="The share of the customers at the start of a period who have left by its end.",
        why=(
            "It is the hole in the bucket: it caps how long a customer pays, and so what winning "
            "one may cost."
        ),
        calculation="100 × customers lost of those at the start ÷ customers at the start",
        pitfalls=(
            (
                "Leave out those who were won during the period, in the numerator and in the "
                "denominator."
            ),
            (
                "Say when a customer counts as lost: on notice, on expiry, or after so many days "
                "without a purchase."
            ),
            (
                "Monthly and yearly rates do not compare: 2 % a month is about 21.5 % a year, not "
                "24 %."
            ),
        ),
    ),
    es=EntryWords(
        title="Tasa de abandono (churn)",
        definition=(
            "La proporción de los clientes que había al empezar un periodo y que al terminar ya no "
            "lo son."
        ),
        why=(
            "Es el agujero del cubo: limita cuánto tiempo paga un cliente y, con ello, lo que "
            "puede costar captarlo."
        ),
        calculation="100 × clientes perdidos de los que había al empezar ÷ clientes al empezar",
        pitfalls=(
            (
                "Dejar fuera a los captados durante el periodo, tanto en el numerador como en el "
                "denominador."
            ),
            (
                "Decir cuándo se da por perdido: al avisar, al vencer el contrato o tras cierto "
                "tiempo sin comprar."
            ),
            (
                "Una tasa mensual y una anual no se comparan: un 2 % al mes equivale a cerca del "
                "21,5 % al año, no al 24 %."
            ),
        ),
    ),
    ru=EntryWords(
        title="Отток клиентов",
        definition="Доля клиентов, которые были на начало периода и к его концу ушли.",
        why=(
            "Это дыра в ведре: от неё зависит, как долго клиент платит, а значит, и сколько можно "
            "отдать за его привлечение."
        ),
        calculation="100 × ушедшие из тех, кто был на начало ÷ клиенты на начало",
        pitfalls=(
            "Тех, кто пришёл за период, не считайте ни в числителе, ни в знаменателе.",
            (
                "Скажите, когда клиент считается ушедшим: при отказе, в конце срока или через "
                "столько-то дней без покупок."
            ),
            (
                "Месячный и годовой отток не сравнивают: 2 % в месяц — это около 21,5 % в год, а "
                "не 24 %."
            ),
        ),
    ),
)

RETENTION_RATE = CatalogEntry(
    id="retention_rate",
    family="customer",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * (customers_at_end - new_customers) / customers_at_start",
    parts=(
        Part(
            "customers_at_end",
            local_text(
                "Customers at the end of the period",
                "Clientes al terminar el periodo",
                "Клиенты на конец периода",
            ),
            CUSTOMERS,
            AT_LEAST_0,
        ),
        NEW_CUSTOMERS,
        CUSTOMERS_AT_START,
    ),
    pairs=("churn_rate", "nps", "repurchase_rate"),
    source=ZERO_DEFECTIONS_1990,
    en=EntryWords(
        title="Customer retention rate",
        definition=(
            "The share of the customers at the start of a period who are still customers at its "
            "end."
        ),
        why=(
            "Keeping customers compounds: a few points more, year after year, outweigh most "
            "campaigns."
        ),
        calculation="100 × (customers at the end − new customers) ÷ customers at the start",
        pitfalls=(
            "Take off the new ones, or growth will hide that the old ones leave.",
            (
                "More than 100 % means that the counts do not fit together: somebody who came back "
                "was counted as kept."
            ),
            "It is 100 minus churn only when both use the same customers and the same period.",
        ),
    ),
    es=EntryWords(
        title="Tasa de retención de clientes",
        definition=(
            "La proporción de los clientes que había al empezar un periodo y que lo siguen siendo "
            "al terminar."
        ),
        why=(
            "La retención se acumula como el interés compuesto: unos puntos más, año tras año, "
            "pesan más que casi cualquier campaña."
        ),
        calculation="100 × (clientes al terminar − clientes nuevos) ÷ clientes al empezar",
        pitfalls=(
            "Restar los nuevos, o el crecimiento tapará que los antiguos se marchan.",
            (
                "Más del 100 % significa que las cuentas no cuadran: se contó como conservado a "
                "alguien que volvió."
            ),
            (
                "Solo es 100 menos el abandono si los dos se calculan con los mismos clientes y el "
                "mismo periodo."
            ),
        ),
    ),
    ru=EntryWords(
        title="Доля удержанных клиентов",
        definition=(
            "Доля клиентов, которые были на начало периода и остались клиентами к его концу."
        ),
        why=(
            "Удержание работает как сложный процент: лишние пункты из года в год весят больше "
            "почти любой рекламы."
        ),
        calculation="100 × (клиенты на конец − новые клиенты) ÷ клиенты на начало",
        pitfalls=(
            "Вычитайте новых, иначе за ростом не видно, что старые уходят.",
            "Вышло больше 100 % — значит, числа не сходятся: вернувшегося посчитали удержанным.",
            "Это 100 минус отток, только если клиенты и период у обоих одни и те же.",
        ),
    ),
)

REPURCHASE_RATE = CatalogEntry(
    id="repurchase_rate",
    family="customer",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * repeat_customers / customers",
    parts=(
        Part(
            "repeat_customers",
            local_text(
                "Customers with two or more purchases",
                "Clientes con dos compras o más",
                "Клиенты с двумя покупками и больше",
            ),
            CUSTOMERS,
            AT_LEAST_0,
        ),
        CUSTOMERS_IN_ALL,
    ),
    pairs=("churn_rate", "revenue_per_customer", "nps"),
    source=RETAIL_PRACTICE,
    en=EntryWords(
        title="Repurchase rate",
        definition="The share of customers who bought at least twice within a stated window.",
        why="Where nobody signs a contract, a second purchase is what loyalty looks like.",
        calculation="100 × customers with two or more purchases ÷ customers, in the same window",
        pitfalls=(
            "State the window, such as 12 months: the longer it is, the better the figure looks.",
            (
                "A window shorter than the usual time between purchases counts loyal customers as "
                "lost."
            ),
            "Discounts buy second purchases: read it beside revenue per customer.",
        ),
    ),
    es=EntryWords(
        title="Tasa de recompra",
        definition=(
            "La proporción de clientes que compraron al menos dos veces dentro de un plazo "
            "indicado."
        ),
        why="Donde nadie firma un contrato, la lealtad se ve en la segunda compra.",
        calculation="100 × clientes con dos compras o más ÷ clientes, en el mismo plazo",
        pitfalls=(
            "Indicar el plazo, por ejemplo 12 meses: cuanto más largo, mejor parece la cifra.",
            (
                "Un plazo más corto que el tiempo normal entre compras da por perdidos a clientes "
                "fieles."
            ),
            (
                "La segunda compra también se consigue con un descuento: leerla junto al ingreso "
                "por cliente."
            ),
        ),
    ),
    ru=EntryWords(
        title="Доля повторных покупателей",
        definition="Доля клиентов, которые за указанный срок купили не меньше двух раз.",
        why="Где договоров не подписывают, верность видна по второй покупке.",
        calculation="100 × клиенты с двумя покупками и больше ÷ клиенты за тот же срок",
        pitfalls=(
            "Указывайте срок, например 12 месяцев: чем он длиннее, тем красивее число.",
            (
                "Если срок короче обычного перерыва между покупками, верные клиенты попадут в "
                "потерянные."
            ),
            "Вторую покупку можно купить скидкой: смотрите рядом выручку на клиента.",
        ),
    ),
)

LOYALTY = (CHURN_RATE, RETENTION_RATE, REPURCHASE_RATE)
