"""KPIs of what a customer costs and is worth."""

from okrcli.model.catalog.citations import SAAS_METRICS
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.loyalty import NEW_CUSTOMERS
from okrcli.model.catalog.units import (
    AT_LEAST_0,
    AT_MOST_100,
    MONEY,
    PERCENT,
    SHARE,
    TIMES,
    local_text,
)

CLV = CatalogEntry(
    id="clv",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=MONEY,
    bounds=AT_LEAST_0,
    formula="revenue_per_customer * gross_margin / churn_rate",
    parts=(
        Part(
            "revenue_per_customer",
            local_text("Revenue per customer", "Ingreso por cliente", "Выручка на клиента"),
            MONEY,
            AT_LEAST_0,
        ),
        Part(
            "gross_margin",
            local_text("Gross margin", "Margen bruto", "Валовая рентабельность"),
            PERCENT,
            AT_MOST_100,
        ),
        Part("churn_rate", local_text("Churn rate", "Tasa de abandono", "Отток"), PERCENT, SHARE),
    ),
    pairs=("cac", "clv_per_cac", "churn_rate"),
    source=SAAS_METRICS,
    en=EntryWords(
        title="Customer lifetime value (CLV)",
        definition="The gross profit that an average customer brings before leaving.",
        why=(
            "It is the most that winning a customer may ever cost, and shows which segments are "
            "worth the effort."
        ),
        calculation=(
            "Revenue per customer in a period × gross margin ÷ churn rate of the same period"
        ),
        pitfalls=(
            "Revenue and churn are of the same period, both of a month or both of a year.",
            (
                "Write margin and churn both in percent, or both as shares: 500 × 75 ÷ 2.5 is 500 "
                "× 0.75 ÷ 0.025."
            ),
            "Without the margin it is lifetime revenue, and promises money that you never get.",
            "At a churn near 0 it explodes: leave out the years that you would not bet on.",
        ),
    ),
    es=EntryWords(
        title="Valor de vida del cliente (CLV)",
        definition="El beneficio bruto que deja un cliente medio hasta que se va.",
        why=(
            "Es lo máximo que puede costar captar un cliente, y muestra qué segmentos merecen el "
            "esfuerzo."
        ),
        calculation=(
            "Ingreso por cliente en un periodo × margen bruto ÷ tasa de abandono del mismo periodo"
        ),
        pitfalls=(
            (
                "El ingreso y el abandono son del mismo periodo: los dos de un mes o los dos de un "
                "año."
            ),
            (
                "Escribir margen y abandono los dos en porcentaje o los dos en tanto por uno: 500 "
                "× 75 ÷ 2,5 es 500 × 0,75 ÷ 0,025."
            ),
            "Sin el margen es el ingreso de toda la vida y promete un dinero que nunca llega.",
            (
                "Con un abandono casi nulo se dispara: dejar fuera los años por los que nadie "
                "apostaría."
            ),
        ),
    ),
    ru=EntryWords(
        title="Пожизненная ценность клиента (CLV)",
        definition="Валовая прибыль, которую средний клиент приносит, пока не уйдёт.",
        why="Дороже этого привлекать клиента нельзя; видно и то, какие сегменты стоят усилий.",
        calculation=(
            "Выручка на клиента за период × валовая рентабельность ÷ отток за тот же период"
        ),
        pitfalls=(
            "Выручку и отток берите за один и тот же срок: оба показателя за месяц или оба за год.",
            (
                "Рентабельность и отток пишите одинаково, в процентах или в долях: 500 × 75 ÷ 2,5 "
                "— то же, что 500 × 0,75 ÷ 0,025."
            ),
            "Без рентабельности это пожизненная выручка: она обещает деньги, которых не будет.",
            (
                "При оттоке около нуля число взлетает: не считайте лет, на которые сами бы не "
                "поставили."
            ),
        ),
    ),
)

CAC = CatalogEntry(
    id="cac",
    family="revenue",
    direction="down",
    kind="lagging",
    cadence="monthly",
    unit=MONEY,
    bounds=AT_LEAST_0,
    formula="sales_and_marketing_cost / new_customers",
    parts=(
        Part(
            "sales_and_marketing_cost",
            local_text(
                "Cost of sales and marketing in the period",
                "Gasto en ventas y marketing del periodo",
                "Расходы на продажи и маркетинг за период",
            ),
            MONEY,
            AT_LEAST_0,
        ),
        NEW_CUSTOMERS,
    ),
    pairs=("clv", "clv_per_cac", "lead_conversion_rate"),
    source=SAAS_METRICS,
    en=EntryWords(
        title="Customer acquisition cost (CAC)",
        definition="What sales and marketing spend, on average, to win one new customer.",
        why="It tells whether growth is bought too dearly, and which channel is the cheap one.",
        calculation="Cost of sales and marketing ÷ new customers, of the same period",
        pitfalls=(
            "Count salaries, tools and commissions, and not the advertising alone.",
            (
                "Where selling takes months, the cost of one period wins the customers of a later "
                "one: take longer periods."
            ),
            "It is neither high nor low by itself: read it beside what a customer is worth.",
        ),
    ),
    es=EntryWords(
        title="Coste de captación de clientes (CAC)",
        definition="Lo que ventas y marketing gastan, de media, para ganar un cliente nuevo.",
        why="Dice si el crecimiento se paga demasiado caro y qué canal sale más barato.",
        calculation="Gasto en ventas y marketing ÷ clientes nuevos, del mismo periodo",
        pitfalls=(
            "Contar sueldos, herramientas y comisiones, no solo la publicidad.",
            (
                "Si la venta dura meses, el gasto de un periodo trae clientes en otro posterior: "
                "tomar periodos más largos."
            ),
            "Por sí solo no es alto ni bajo: leerlo junto a lo que vale un cliente.",
        ),
    ),
    ru=EntryWords(
        title="Стоимость привлечения клиента (CAC)",
        definition=(
            "Сколько продажи и маркетинг в среднем тратят, чтобы получить одного нового клиента."
        ),
        why="Показывает, не слишком ли дорого куплен рост и какой канал дешевле.",
        calculation="Расходы на продажи и маркетинг ÷ новые клиенты, за один период",
        pitfalls=(
            "Считайте и зарплаты, и программы, и комиссии, а не одну рекламу.",
            (
                "Когда сделка длится месяцы, расходы одного периода приводят клиентов следующего: "
                "берите периоды подлиннее."
            ),
            "Само по себе число ни велико, ни мало: смотрите рядом, сколько клиент приносит.",
        ),
    ),
)

CLV_PER_CAC = CatalogEntry(
    id="clv_per_cac",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=TIMES,
    bounds=AT_LEAST_0,
    formula="clv / cac",
    parts=(
        Part(
            "clv",
            local_text(
                "Customer lifetime value",
                "Valor de vida del cliente",
                "Пожизненная ценность клиента",
            ),
            MONEY,
            AT_LEAST_0,
        ),
        Part(
            "cac",
            local_text("Customer acquisition cost", "Coste de captación", "Стоимость привлечения"),
            MONEY,
            AT_LEAST_0,
        ),
    ),
    pairs=("clv", "cac", "churn_rate"),
    source=SAAS_METRICS,
    en=EntryWords(
        title="Lifetime value per acquisition cost (CLV/CAC)",
        definition="How many times over a customer brings back what winning one costs.",
        why=(
            "One number for whether growth pays: below 1 every new customer is a loss, from 3 on "
            "it is usually sound."
        ),
        calculation="Customer lifetime value ÷ customer acquisition cost",
        pitfalls=(
            "Both must be in one currency, and the value after margin.",
            "A ratio far above 5 often means that too little is spent on growing.",
            "It says nothing of when the money comes back: look at the cash as well.",
        ),
    ),
    es=EntryWords(
        title="Valor de vida por coste de captación (CLV/CAC)",
        definition="Cuántas veces devuelve un cliente lo que costó captarlo.",
        why=(
            "Un solo número para saber si crecer compensa: por debajo de 1 se pierde con cada "
            "cliente nuevo; a partir de 3 suele ser sano."
        ),
        calculation="Valor de vida del cliente ÷ coste de captación",
        pitfalls=(
            "Los dos van en la misma moneda, y el valor con el margen ya aplicado.",
            "Un cociente muy por encima de 5 suele indicar que se invierte poco en crecer.",
            "No dice cuándo vuelve el dinero: mirar también la caja.",
        ),
    ),
    ru=EntryWords(
        title="Ценность клиента к стоимости привлечения (CLV/CAC)",
        definition="Во сколько раз клиент возвращает то, во что обошлось его привлечение.",
        why=(
            "Одно число о том, окупается ли рост: ниже 1 каждый новый клиент убыточен, от 3 обычно "
            "всё в порядке."
        ),
        calculation="Пожизненная ценность клиента ÷ стоимость привлечения",
        pitfalls=(
            "Обе величины — в одной валюте, а ценность — с учётом рентабельности.",
            "Отношение намного выше 5 часто значит, что на рост тратят слишком мало.",
            "Когда вернутся деньги, оно не говорит: следите и за остатком на счетах.",
        ),
    ),
)

CUSTOMER_VALUE = (CLV, CAC, CLV_PER_CAC)
