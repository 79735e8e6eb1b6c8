"""The share of deals won, on its two bases."""

from okrcli.model.catalog.citations import SALES_PRACTICE
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import (
    AT_LEAST_0,
    DEALS,
    PERCENT,
    SHARE,
    local_text,
)

_DEALS_WON = Part(
    "deals_won",
    local_text("Deals won", "Oportunidades ganadas", "Выигранные сделки"),
    DEALS,
    AT_LEAST_0,
)

WIN_RATE = CatalogEntry(
    id="win_rate",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * deals_won / (deals_won + deals_lost)",
    parts=(
        _DEALS_WON,
        Part(
            "deals_lost",
            local_text("Deals lost", "Oportunidades perdidas", "Проигранные сделки"),
            DEALS,
            AT_LEAST_0,
        ),
    ),
    pairs=("win_rate_created", "sales_cycle_length", "margin"),
    source=SALES_PRACTICE,
    en=EntryWords(
        title="Win rate of decided deals",
        definition="The share of the deals decided in a period that were won.",
        why=(
            "It tells how well the team sells once a customer decides, apart from how many deals "
            "there are."
        ),
        calculation="100 × deals won ÷ (deals won + deals lost)",
        pitfalls=(
            "State the basis: of decided deals it is far higher than of created ones.",
            "Deals that nobody closes as lost make it shine: close what has been silent for long.",
            "Discounts win deals: read it beside the margin.",
        ),
    ),
    es=EntryWords(
        title="Tasa de cierre sobre oportunidades decididas",
        definition=(
            "La proporción de oportunidades ganadas entre las que se decidieron en un periodo."
        ),
        why=(
            "Dice lo bien que vende el equipo cuando el cliente decide, sin importar cuántas "
            "oportunidades haya."
        ),
        calculation="100 × ganadas ÷ (ganadas + perdidas)",
        pitfalls=(
            "Indicar la base: sobre las decididas sale mucho más alta que sobre las creadas.",
            (
                "Las que nadie da por perdidas la embellecen: cerrar las que llevan tiempo sin "
                "noticias."
            ),
            "Con descuentos se ganan oportunidades: leerla junto al margen.",
        ),
    ),
    ru=EntryWords(
        title="Доля выигранных из завершённых сделок",
        definition="Доля выигранных среди сделок, по которым за период принято решение.",
        why=(
            "Показывает, хорошо ли команда продаёт, когда клиент решает, сколько бы сделок ни было."
        ),
        calculation="100 × выигранные ÷ (выигранные + проигранные)",
        pitfalls=(
            "Указывайте базу: от завершённых доля гораздо выше, чем от созданных.",
            (
                "Сделки, которые никто не признаёт проигранными, её украшают: закрывайте давно "
                "затихшие."
            ),
            "Сделку можно выиграть скидкой: смотрите рядом маржу.",
        ),
    ),
)

WIN_RATE_CREATED = CatalogEntry(
    id="win_rate_created",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * deals_won / deals_created",
    parts=(
        _DEALS_WON,
        Part(
            "deals_created",
            local_text(
                "Deals created, open ones included",
                "Oportunidades creadas, también las abiertas",
                "Созданные сделки, включая открытые",
            ),
            DEALS,
            AT_LEAST_0,
        ),
    ),
    pairs=("win_rate", "lead_conversion_rate", "sales_cycle_length"),
    source=SALES_PRACTICE,
    en=EntryWords(
        title="Win rate of created deals",
        definition="The share of all deals created, open ones included, that have been won.",
        why="It cannot be polished by leaving deals open, and tells how many deals a target needs.",
        calculation="100 × deals won ÷ deals created",
        pitfalls=(
            "State the basis: with 3 won, 7 lost and 90 open it is 3 %, of the decided ones 30 %.",
            "Young deals pull it down: look only at those older than the usual sales cycle.",
        ),
    ),
    es=EntryWords(
        title="Tasa de cierre sobre oportunidades creadas",
        definition=(
            "La proporción de oportunidades ganadas entre todas las creadas, incluidas las "
            "abiertas."
        ),
        why=(
            "No se maquilla dejando oportunidades abiertas, y dice cuántas hacen falta para una "
            "meta."
        ),
        calculation="100 × oportunidades ganadas ÷ oportunidades creadas",
        pitfalls=(
            (
                "Indicar la base: con 3 ganadas, 7 perdidas y 90 abiertas es el 3 %; sobre las "
                "decididas, el 30 %."
            ),
            "Las recientes la bajan: mirar solo las más antiguas que el ciclo de venta normal.",
        ),
    ),
    ru=EntryWords(
        title="Доля выигранных из созданных сделок",
        definition="Доля выигранных среди всех созданных сделок, включая открытые.",
        why="Её не приукрасить, оставляя сделки открытыми; и видно, сколько сделок нужно для цели.",
        calculation="100 × выигранные сделки ÷ созданные сделки",
        pitfalls=(
            (
                "Указывайте базу: при 3 выигранных, 7 проигранных и 90 открытых это 3 %, а от "
                "завершённых — 30 %."
            ),
            "Молодые сделки тянут её вниз: берите лишь те, что старше обычного цикла продажи.",
        ),
    ),
)

WIN_RATES = (WIN_RATE, WIN_RATE_CREATED)
