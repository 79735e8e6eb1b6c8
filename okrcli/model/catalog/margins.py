"""KPIs of money kept and spent."""

from okrcli.model.catalog.citations import ACCOUNTING_PRACTICE
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import AT_LEAST_0, AT_MOST_100, MONEY, PERCENT, local_text

_REVENUE = Part(
    "revenue",
    local_text("Revenue of the period", "Ingresos del periodo", "Выручка за период"),
    MONEY,
    AT_LEAST_0,
)

_COST_OF_REVENUE = Part(
    "cost_of_revenue",
    local_text(
        "Direct cost of what was sold",
        "Coste directo de lo vendido",
        "Прямая себестоимость проданного",
    ),
    MONEY,
    AT_LEAST_0,
)

MARGIN = CatalogEntry(
    id="margin",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=MONEY,
    aggregate="sum",
    formula="revenue - cost_of_revenue",
    parts=(_REVENUE, _COST_OF_REVENUE),
    pairs=("revenue", "csat", "gross_margin"),
    source=ACCOUNTING_PRACTICE,
    en=EntryWords(
        title="Margin",
        definition=(
            "What is left of the revenue of a period after the direct cost of what was sold."
        ),
        why=(
            "Revenue can be bought by giving things away; margin shows what growth leaves in the "
            "till."
        ),
        calculation="Revenue − direct cost of what was sold",
        pitfalls=(
            "State the currency, and which costs are direct; support and hosting usually are.",
            "It can be below 0, and then more sales make it worse.",
            "Cuts raise it at once and hurt later: read it beside satisfaction.",
        ),
    ),
    es=EntryWords(
        title="Margen",
        definition=(
            "Lo que queda de los ingresos de un periodo tras el coste directo de lo vendido."
        ),
        why=(
            "Los ingresos se pueden comprar a base de descuentos; el margen muestra lo que el "
            "crecimiento deja en la caja."
        ),
        calculation="Ingresos − coste directo de lo vendido",
        pitfalls=(
            (
                "Indicar la moneda y qué costes son directos; el soporte y el alojamiento suelen "
                "serlo."
            ),
            "Puede ser negativo, y entonces vender más lo empeora.",
            "Recortar lo sube enseguida y pasa factura después: leerlo junto a la satisfacción.",
        ),
    ),
    ru=EntryWords(
        title="Маржа",
        definition="Что остаётся от выручки за период после прямой себестоимости проданного.",
        why="Выручку можно купить скидками; маржа показывает, что рост оставляет в кассе.",
        calculation="Выручка − прямая себестоимость проданного",
        pitfalls=(
            "Указывайте валюту и какие затраты считаются прямыми; поддержка и хостинг — обычно да.",
            "Она бывает ниже нуля, и тогда чем больше продаж, тем хуже.",
            "Экономия поднимает её сразу, а вредит потом: смотрите рядом удовлетворённость.",
        ),
    ),
)

GROSS_MARGIN = CatalogEntry(
    id="gross_margin",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=PERCENT,
    bounds=AT_MOST_100,
    formula="100 * (revenue - cost_of_revenue) / revenue",
    parts=(_REVENUE, _COST_OF_REVENUE),
    pairs=("margin", "revenue", "csat"),
    source=ACCOUNTING_PRACTICE,
    en=EntryWords(
        title="Gross margin",
        definition="The share of the revenue that is left after the direct cost of what was sold.",
        why=(
            "It tells how much of each sale pays for everything else, and lets periods of any size "
            "compare."
        ),
        calculation="100 × (revenue − direct cost of what was sold) ÷ revenue",
        pitfalls=(
            "Keep the list of direct costs the same, or last year's figure means nothing.",
            "A change of the mix moves it although no product has changed: look at it by product.",
        ),
    ),
    es=EntryWords(
        title="Margen bruto",
        definition="La proporción de los ingresos que queda tras el coste directo de lo vendido.",
        why=(
            "Dice cuánto de cada venta paga todo lo demás, y permite comparar periodos de "
            "cualquier tamaño."
        ),
        calculation="100 × (ingresos − coste directo de lo vendido) ÷ ingresos",
        pitfalls=(
            (
                "Mantener la misma lista de costes directos, o la cifra del año pasado no "
                "significa nada."
            ),
            (
                "Si cambia la mezcla de ventas, se mueve aunque ningún producto cambie: mirarlo "
                "por producto."
            ),
        ),
    ),
    ru=EntryWords(
        title="Валовая рентабельность",
        definition="Доля выручки, которая остаётся после прямой себестоимости проданного.",
        why=(
            "Показывает, сколько с каждой продажи остаётся на всё прочее, и позволяет сравнивать "
            "любые периоды."
        ),
        calculation="100 × (выручка − прямая себестоимость проданного) ÷ выручка",
        pitfalls=(
            "Не меняйте список прямых затрат, иначе прошлогоднее число ничего не значит.",
            (
                "Меняется структура продаж — меняется и она, хотя продукты прежние: смотрите по "
                "продуктам."
            ),
        ),
    ),
)

OPERATING_COST = CatalogEntry(
    id="operating_cost",
    family="operations",
    direction="down",
    kind="lagging",
    cadence="monthly",
    unit=MONEY,
    bounds=AT_LEAST_0,
    aggregate="sum",
    pairs=("csat", "agent_productivity", "automation_share"),
    source=ACCOUNTING_PRACTICE,
    en=EntryWords(
        title="Operating cost",
        definition=(
            "What it cost to run the team or the service in the period: people, tools, premises "
            "and services bought."
        ),
        why="It tells what the work costs, so that a saving elsewhere is seen here or was none.",
        calculation="Sum of the running costs of the period",
        pitfalls=(
            "State the currency, and what is in it; leave out investments, or show them apart.",
            (
                "A cost alone rewards doing less: pair it with satisfaction and with the volume of "
                "work."
            ),
            "Growing teams cost more: look at the cost per ticket or per customer too.",
        ),
    ),
    es=EntryWords(
        title="Coste operativo",
        definition=(
            "Lo que costó en el periodo hacer funcionar el equipo o el servicio: personas, "
            "herramientas, locales y servicios comprados."
        ),
        why="Dice lo que cuesta el trabajo: un ahorro en otra parte se ve aquí o no lo fue.",
        calculation="Suma de los gastos corrientes del periodo",
        pitfalls=(
            "Indicar la moneda y qué incluye; dejar fuera las inversiones o mostrarlas aparte.",
            (
                "Un coste por sí solo premia hacer menos: acompañarlo de la satisfacción y del "
                "volumen de trabajo."
            ),
            "Un equipo que crece cuesta más: mirar también el coste por ticket o por cliente.",
        ),
    ),
    ru=EntryWords(
        title="Операционные расходы",
        definition=(
            "Во что обошлась за период работа команды или сервиса: люди, программы, помещения, "
            "купленные услуги."
        ),
        why=(
            "Показывает, сколько стоит работа: экономия в другом месте либо видна здесь, либо её "
            "не было."
        ),
        calculation="Сумма текущих расходов за период",
        pitfalls=(
            (
                "Указывайте валюту и что входит; капитальные вложения не включайте или показывайте "
                "отдельно."
            ),
            (
                "Расходы сами по себе поощряют делать меньше: смотрите рядом удовлетворённость и "
                "объём работы."
            ),
            "Растущая команда стоит дороже: посмотрите и расход на заявку или на клиента.",
        ),
    ),
)

KEPT_AND_SPENT = (MARGIN, GROSS_MARGIN, OPERATING_COST)
