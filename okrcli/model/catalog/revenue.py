"""KPIs of money earned."""

from okrcli.model.catalog.citations import ACCOUNTING_PRACTICE, SAAS_METRICS
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.loyalty import CUSTOMERS_IN_ALL
from okrcli.model.catalog.units import AT_LEAST_0, MONEY, local_text

REVENUE = CatalogEntry(
    id="revenue",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=MONEY,
    bounds=AT_LEAST_0,
    aggregate="sum",
    pairs=("margin", "churn_rate", "lead_conversion_rate"),
    source=ACCOUNTING_PRACTICE,
    en=EntryWords(
        title="Revenue",
        definition=(
            "What was earned by selling in the period, without sales tax and after discounts and "
            "returns."
        ),
        why="It tells whether customers pay for what you do; everything else is a promise.",
        calculation="Sum of the sales of the period − discounts − returns",
        pitfalls=(
            "State the currency, and whether it is what was booked, invoiced or paid.",
            "It comes late: pair it with a leading KPI such as the conversion of leads.",
            "One large order can hide a weak month: show it without the largest customer too.",
        ),
    ),
    es=EntryWords(
        title="Ingresos",
        definition=(
            "Lo ingresado por ventas en el periodo, sin impuestos y restados los descuentos y las "
            "devoluciones."
        ),
        why="Dice si los clientes pagan por el trabajo hecho; lo demás son promesas.",
        calculation="Suma de las ventas del periodo − descuentos − devoluciones",
        pitfalls=(
            "Indicar la moneda y si es lo contratado, lo facturado o lo cobrado.",
            (
                "Avisa tarde: acompañarlo de un KPI que se adelante, como la conversión de "
                "interesados."
            ),
            "Un pedido grande puede tapar un mes flojo: mostrarlo también sin el mayor cliente.",
        ),
    ),
    ru=EntryWords(
        title="Выручка",
        definition=(
            "Сколько заработано на продажах за период: без НДС, за вычетом скидок и возвратов."
        ),
        why="Показывает, платят ли клиенты за вашу работу; всё остальное — обещания.",
        calculation="Сумма продаж за период − скидки − возвраты",
        pitfalls=(
            "Указывайте валюту и что считаете: подписанное, выставленное к оплате или оплаченное.",
            (
                "Она предупреждает поздно: держите рядом опережающий показатель, например "
                "конверсию лидов."
            ),
            (
                "За одним крупным заказом не видно слабого месяца: показывайте её и без "
                "крупнейшего клиента."
            ),
        ),
    ),
)

EXPANSION_REVENUE = CatalogEntry(
    id="expansion_revenue",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=MONEY,
    bounds=AT_LEAST_0,
    aggregate="sum",
    formula="upsell_revenue + cross_sell_revenue",
    parts=(
        Part(
            "upsell_revenue",
            local_text(
                "Added revenue from larger plans and volumes",
                "Ingresos añadidos por planes y volúmenes mayores",
                "Прибавка от старших тарифов и объёмов",
            ),
            MONEY,
            AT_LEAST_0,
        ),
        Part(
            "cross_sell_revenue",
            local_text(
                "Added revenue from further products",
                "Ingresos añadidos por otros productos",
                "Прибавка от других продуктов",
            ),
            MONEY,
            AT_LEAST_0,
        ),
    ),
    pairs=("churn_rate", "csat", "revenue_per_customer"),
    source=SAAS_METRICS,
    en=EntryWords(
        title="Expansion revenue",
        definition=(
            "Revenue that existing customers add in the period, by larger plans, more seats or "
            "further products."
        ),
        why="It is the cheapest growth there is, and the sign that what was sold first has worked.",
        calculation="Revenue added by larger plans and volumes + revenue added by further products",
        pitfalls=(
            "State the currency; count only those who were customers before the period.",
            "A price increase is no expansion: keep the two apart.",
            "Read it beside churn: selling more to those who stay can hide that many leave.",
        ),
    ),
    es=EntryWords(
        title="Ingresos por expansión",
        definition=(
            "Los ingresos que añaden en el periodo quienes ya eran clientes, con planes mayores, "
            "más licencias u otros productos."
        ),
        why=(
            "Es el crecimiento más barato que hay y la señal de que lo primero que se vendió "
            "funcionó."
        ),
        calculation=(
            "Ingresos añadidos por planes y volúmenes mayores + ingresos añadidos por otros "
            "productos"
        ),
        pitfalls=(
            "Indicar la moneda; contar solo a quienes eran clientes antes del periodo.",
            "Subir precios no es expansión: separar lo uno de lo otro.",
            "Leerlo junto al abandono: vender más a quien se queda puede tapar que muchos se van.",
        ),
    ),
    ru=EntryWords(
        title="Выручка от допродаж",
        definition=(
            "Сколько выручки добавили за период уже имеющиеся клиенты: старшие тарифы, новые "
            "места, другие продукты."
        ),
        why="Это самый дешёвый рост и знак, что первая продажа оправдала себя.",
        calculation="Прибавка от старших тарифов и объёмов + прибавка от других продуктов",
        pitfalls=(
            "Указывайте валюту; считайте лишь тех, кто был клиентом до начала периода.",
            "Повышение цен — это не допродажа: разделяйте одно и другое.",
            "Смотрите рядом отток: рост у оставшихся может скрыть, что многие уходят.",
        ),
    ),
)

REVENUE_PER_CUSTOMER = CatalogEntry(
    id="revenue_per_customer",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=MONEY,
    bounds=AT_LEAST_0,
    formula="revenue / customers",
    parts=(
        Part(
            "revenue",
            local_text("Revenue of the period", "Ingresos del periodo", "Выручка за период"),
            MONEY,
            AT_LEAST_0,
        ),
        CUSTOMERS_IN_ALL,
    ),
    pairs=("churn_rate", "expansion_revenue", "csat"),
    source=ACCOUNTING_PRACTICE,
    en=EntryWords(
        title="Revenue per customer",
        definition="The revenue of a period divided by the customers who were there in it.",
        why=(
            "It tells growth by more customers from growth by better ones, and whether prices hold."
        ),
        calculation="Revenue ÷ customers, of the same period",
        pitfalls=(
            "State the currency and the period.",
            "Losing small customers raises it: read it beside churn.",
            "A few large customers carry the mean: look at the median too.",
        ),
    ),
    es=EntryWords(
        title="Ingreso por cliente",
        definition="Los ingresos de un periodo divididos entre los clientes de ese periodo.",
        why="Separa crecer con más clientes de crecer con mejores, y dice si los precios aguantan.",
        calculation="Ingresos ÷ clientes, del mismo periodo",
        pitfalls=(
            "Indicar la moneda y el periodo.",
            "Perder clientes pequeños lo hace subir: leerlo junto al abandono.",
            "Unos pocos clientes grandes arrastran la media: mirar también la mediana.",
        ),
    ),
    ru=EntryWords(
        title="Выручка на клиента",
        definition="Выручка за период, делённая на число клиентов за тот же период.",
        why=(
            "Отделяет рост за счёт числа клиентов от роста за счёт их качества и показывает, "
            "держатся ли цены."
        ),
        calculation="Выручка ÷ клиенты, за один период",
        pitfalls=(
            "Указывайте валюту и период.",
            "Уход мелких клиентов её поднимает: смотрите рядом отток.",
            "Среднее тянут вверх несколько крупных: смотрите и медиану.",
        ),
    ),
)

EARNED = (REVENUE, EXPANSION_REVENUE, REVENUE_PER_CUSTOMER)
