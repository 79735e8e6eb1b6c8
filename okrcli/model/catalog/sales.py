"""KPIs of how leads become customers."""

from okrcli.model.catalog.citations import FORECASTING, SALES_PRACTICE
from okrcli.model.catalog.entry import CatalogEntry, EntryWords, Part
from okrcli.model.catalog.units import (
    AT_LEAST_0,
    CUSTOMERS,
    DAYS,
    DEALS,
    LEADS,
    MONEY,
    PERCENT,
    SHARE,
    local_text,
)

LEAD_CONVERSION_RATE = CatalogEntry(
    id="lead_conversion_rate",
    family="revenue",
    direction="up",
    kind="leading",
    cadence="weekly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * customers_from_leads / leads",
    parts=(
        Part(
            "customers_from_leads",
            local_text(
                "Leads who became customers",
                "Interesados que se hicieron clientes",
                "Лиды, ставшие клиентами",
            ),
            CUSTOMERS,
            AT_LEAST_0,
        ),
        Part(
            "leads",
            local_text(
                "Leads of the same group", "Interesados del mismo grupo", "Лиды той же группы"
            ),
            LEADS,
            AT_LEAST_0,
        ),
    ),
    pairs=("cac", "sales_cycle_length", "revenue"),
    source=SALES_PRACTICE,
    en=EntryWords(
        title="Lead conversion rate",
        definition="The share of leads who become customers.",
        why=(
            "It moves before revenue does, and tells whether the leads or the follow-up are the "
            "trouble."
        ),
        calculation="100 × customers won from leads ÷ leads of the same group",
        pitfalls=(
            (
                "Follow the leads of one month to their end: dividing this month's customers by "
                "this month's leads mixes two groups."
            ),
            "Say what a lead is: a looser definition can halve the rate overnight.",
            "A few good leads look better than many: read it beside the number of customers won.",
        ),
    ),
    es=EntryWords(
        title="Tasa de conversión de interesados",
        definition="La proporción de interesados (leads) que llegan a ser clientes.",
        why=(
            "Se mueve antes que los ingresos y dice qué falla: a quién se atrae o cómo se le sigue."
        ),
        calculation="100 × clientes ganados entre ellos ÷ interesados del mismo grupo",
        pitfalls=(
            (
                "Seguir hasta el final a los interesados de un mes: dividir los clientes de este "
                "mes entre los interesados de este mes mezcla dos grupos."
            ),
            (
                "Decir quién cuenta como interesado: con una definición más laxa la tasa cae a la "
                "mitad de un día para otro."
            ),
            (
                "Pocos interesados buenos lucen más que muchos: leerla junto al número de clientes "
                "ganados."
            ),
        ),
    ),
    ru=EntryWords(
        title="Конверсия лидов",
        definition="Доля лидов, которые становятся клиентами.",
        why="Меняется раньше выручки и показывает, в чём беда: в самих лидах или в работе с ними.",
        calculation="100 × клиенты из этих лидов ÷ лиды той же группы",
        pitfalls=(
            (
                "Ведите лидов одного месяца до конца: делить клиентов этого месяца на лидов этого "
                "месяца — значит смешать две группы."
            ),
            (
                "Скажите, кто считается лидом: чуть вольнее определение — и конверсия может за "
                "ночь упасть вдвое."
            ),
            "Горстка хороших лидов выглядит лучше многих: смотрите рядом число новых клиентов.",
        ),
    ),
)

SALES_CYCLE_LENGTH = CatalogEntry(
    id="sales_cycle_length",
    family="revenue",
    direction="down",
    kind="lagging",
    cadence="monthly",
    unit=DAYS,
    bounds=AT_LEAST_0,
    formula="days_to_close / deals_closed",
    parts=(
        Part(
            "days_to_close",
            local_text(
                "Days from first contact to decision, added up",
                "Suma de días del primer contacto a la decisión",
                "Сумма дней от первого контакта до решения",
            ),
            DAYS,
            AT_LEAST_0,
        ),
        Part(
            "deals_closed",
            local_text("Deals closed", "Oportunidades cerradas", "Закрытые сделки"),
            DEALS,
            AT_LEAST_0,
        ),
    ),
    pairs=("win_rate", "margin"),
    source=SALES_PRACTICE,
    en=EntryWords(
        title="Sales cycle length",
        definition=(
            "The mean number of days from the first contact to the decision, over the deals closed "
            "in the period."
        ),
        why=(
            "Shorter cycles bring money sooner and let the same people sell more; longer ones tie "
            "both up."
        ),
        calculation="Days of all closed deals ÷ closed deals",
        pitfalls=(
            "State where the clock starts and stops, and whether lost deals count.",
            "Only closed deals are in it: old open ones lengthen it all at once when they close.",
            "Large and small deals have cycles of their own: split them.",
        ),
    ),
    es=EntryWords(
        title="Duración del ciclo de venta",
        definition=(
            "La media de días desde el primer contacto hasta la decisión, en las oportunidades "
            "cerradas en el periodo."
        ),
        why=(
            "Un ciclo más corto trae antes el dinero y deja vender más a las mismas personas; uno "
            "más largo inmoviliza dinero y personas."
        ),
        calculation="Días de todas las oportunidades cerradas ÷ oportunidades cerradas",
        pitfalls=(
            "Indicar cuándo arranca y se para el reloj y si cuentan las perdidas.",
            (
                "Solo entran las cerradas: las antiguas abiertas la alargan de golpe cuando se "
                "cierran."
            ),
            "Las ventas grandes y las pequeñas tienen cada cual su ciclo: separarlas.",
        ),
    ),
    ru=EntryWords(
        title="Длительность цикла продажи",
        definition=(
            "Среднее число дней от первого контакта до решения по сделкам, закрытым за период."
        ),
        why=(
            "Короткий цикл раньше приносит деньги и позволяет тем же людям продавать больше; "
            "длинный держит и деньги, и людей."
        ),
        calculation="Дни всех закрытых сделок ÷ закрытые сделки",
        pitfalls=(
            "Укажите, от какого события до какого считаются дни и входят ли проигранные сделки.",
            "Видны лишь закрытые сделки: когда закроются старые, цикл удлинится разом.",
            "У крупных и мелких сделок циклы разные: считайте их отдельно.",
        ),
    ),
)

FORECAST_ACCURACY = CatalogEntry(
    id="forecast_accuracy",
    family="revenue",
    direction="up",
    kind="lagging",
    cadence="monthly",
    unit=PERCENT,
    bounds=SHARE,
    formula="100 * max(0, 1 - abs(sales_forecast - sales_actual) / sales_actual)",
    parts=(
        Part(
            "sales_forecast",
            local_text("Sales as they were forecast", "Ventas previstas", "Продажи по прогнозу"),
            MONEY,
            AT_LEAST_0,
        ),
        Part(
            "sales_actual",
            local_text("Sales as they came", "Ventas reales", "Фактические продажи"),
            MONEY,
            AT_LEAST_0,
        ),
    ),
    pairs=("revenue", "win_rate"),
    source=FORECASTING,
    en=EntryWords(
        title="Forecast accuracy",
        definition=(
            "How near the forecast came to what was then sold: 100 % for a hit, one point less for "
            "each percent of error."
        ),
        why="Hiring and purchasing lean on the forecast; this tells how far they may.",
        calculation="100 × (1 − |forecast − actual| ÷ actual), never below 0",
        pitfalls=(
            (
                "Freeze the forecast on a stated day: one that is corrected up to the last week is "
                "always right."
            ),
            (
                "Errors of more than the actual value all show as 0: look at forecast and actual "
                "as well."
            ),
            "Too high and too low count alike: show on which side you usually err.",
        ),
    ),
    es=EntryWords(
        title="Precisión del pronóstico",
        definition=(
            "Lo cerca que quedó el pronóstico de lo que se vendió: 100 % si acertó, un punto menos "
            "por cada 1 % de error."
        ),
        why=(
            "Las contrataciones y las compras se apoyan en el pronóstico; aquí se ve hasta qué "
            "punto pueden fiarse."
        ),
        calculation="100 × (1 − |pronóstico − real| ÷ real), nunca por debajo de 0",
        pitfalls=(
            (
                "Congelar el pronóstico en un día indicado: si se corrige hasta la última semana, "
                "siempre acierta."
            ),
            (
                "Los errores mayores que el valor real salen todos como 0: mirar también el "
                "pronóstico y lo vendido."
            ),
            "Pasarse y quedarse corto cuentan igual: mostrar hacia qué lado se suele errar.",
        ),
    ),
    ru=EntryWords(
        title="Точность прогноза",
        definition=(
            "Насколько прогноз оказался близок к продажам: 100 % при точном попадании и на пункт "
            "меньше за каждый процент ошибки."
        ),
        why="На прогноз опираются наём и закупки; здесь видно, насколько ему можно верить.",
        calculation="100 × (1 − |прогноз − факт| ÷ факт), не ниже 0",
        pitfalls=(
            (
                "Фиксируйте прогноз в заранее названный день: если править его до последней "
                "недели, он всегда верен."
            ),
            "Все ошибки больше самого факта выглядят как 0: смотрите и прогноз, и факт.",
            (
                "Завышение и занижение считаются одинаково: покажите, в какую сторону ошибаетесь "
                "обычно."
            ),
        ),
    ),
)

SALES = (LEAD_CONVERSION_RATE, SALES_CYCLE_LENGTH, FORECAST_ACCURACY)
