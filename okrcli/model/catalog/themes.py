"""What people want to get better at, in their words, and the KPIs that fit.

In the words `_` is a space, `~` one that may have up to two words in it, and `-` at the end stands
for the endings of nouns and adjectives.
"""

from typing import Final

from okrcli.frozen import frozen_dataclass
from okrcli.model.catalog.entry import LocalText
from okrcli.model.catalog.units import local_text


@frozen_dataclass
class Theme:
    """One thing to get better at.

    Attributes:
        name: What the theme is called.
        words: Words that show that a text is about this theme, by language.
        kpis: Ids of the entries that fit, the best first.
    """

    name: LocalText
    words: LocalText
    kpis: tuple[str, ...]


THEMES: Final = (
    Theme(
        local_text("retention", "retención", "удержание"),
        local_text(
            "retention churn renewal- loyalty loyal attrition lapsed retain retained retaining"
            " stay_longer come_back win_back keep~customers keeping~customers lost_customers"
            " lose~customers losing~customers customers~leave customers~leaving customer_turnover"
            " cancellation- cancelation- customer_health repeat_purchase- repeat_order- renew"
            " renewing keep~clients customer_success",
            "retención retenciones churn abandono- bajas renovación renovaciones fidelidad"
            " fidelización lealtad fuga- retener fidelizar deserción cancelación cancelaciones"
            " rotación~clientes pérdida~clientes perder~clientes vayan~clientes clientes~van"
            " conservar~clientes clientes_que_repiten recompra- compra-_repetida- renovar"
            " clientes_fieles clientes~vuelven éxito_del_cliente",
            "удержани- отток- лояльност- продлени- пролонгаци- удержать удерживать отвал-"
            " повторн-_покупк- повторн-_покупок повторн-_заказ- возвращаемост- отписк- отписок"
            " отмен-_подписк- отмен-_подписок потер-~клиент- терять~клиент- теряем~клиент-"
            " уход~клиент- клиент-~уходят клиент-~ушли сохранить~клиент- сохранени-~клиент-"
            " продлевать продлить лояльн-_клиент- постоянн-_клиент- ушедш-_клиент-"
            " клиентск-_успех-",
        ),
        (
            "churn_rate",
            "csat",
            "nps",
            "repurchase_rate",
            "retention_rate",
            "customer_engagement",
        ),
    ),
    Theme(
        local_text("revenue", "ingresos", "выручка"),
        local_text(
            "revenue- income turnover earnings mrr arr monetization monetisation ltv arpu"
            " lifetime_value average_order_value",
            "ingreso- facturación monetización recaudación ticket_medio ticket_promedio"
            " valor_de_vida valor_del_cliente",
            "выручк- доход- оборот- монетизаци- заработок заработка средн-_чек-"
            " пожизненн-_ценност- ценност-_клиент-",
        ),
        (
            "lead_conversion_rate",
            "cac",
            "clv",
            "expansion_revenue",
            "revenue_per_customer",
            "clv_per_cac",
        ),
    ),
    Theme(
        local_text("ticket response", "respuesta a tickets", "ответы на заявки"),
        local_text(
            "ticket- support helpdesk service_desk response- response_time- first_response reply"
            " replies queue- backlog- waiting wait resolution- sla customer_service customer_care"
            " call_center call_centre contact_center contact_centre answer~faster"
            " answer~customers first_call hold_time- shorter_calls",
            "ticket- soporte incidencia- respuesta- cola- resolución resoluciones"
            " tiempo-_de_espera la_espera atención_al_cliente servicio_al_cliente mesa_de_ayuda"
            " centro_de_llamadas consultas_pendientes solicitudes_pendientes responder~rápido"
            " responder_antes contestar~rápido contestar_antes resolver~a_la_primera"
            " atender_antes atender~rápido mejorar_la_atención llamadas~cortas",
            "заявк- заявок тикет- поддержк- поддержек техподдержк- обращени- очереди очередей"
            " очередь~заявок очередь~обращени- перв-_ответ- первого_ответа время_ответа"
            " времени_ответа скорост-_ответа время_реакции времени_реакции скорост-_реакции"
            " время_ожидания времени_ожидания время_решения времени_решения скорост-_решения"
            " клиентск-_сервис- короче~разговор-"
            " колл-центр- контакт-центр- отвечать~клиент- решать~с_первого_раза"
            " решить~с_первого_раза решени-~с_первого_раза",
        ),
        (
            "average_resolution_time",
            "ticket_backlog",
            "first_response_time",
            "first_contact_resolution",
            "average_handle_time",
        ),
    ),
    Theme(
        local_text("satisfaction", "satisfacción", "удовлетворённость"),
        local_text(
            "satisfaction satisfied happy happier happiness recommend recommended recommendation-"
            " promoter- feedback experience cx survey- delight quality complaint- word_of_mouth",
            "satisfacción satisfecho- satisfecha- contento- contenta- recomendación"
            " recomendaciones experiencia encuesta- opinión opiniones calidad queja-"
            " reclamación reclamaciones boca_a_boca",
            "удовлетворенност- довольн- рекомендаци- отзыв- впечатлени- опрос- качеств- жалоб-"
            " клиентск-_опыт- сарафанн-_радио рекомендуют счастлив-_клиент-"
            " довольство довольства",
        ),
        ("csat", "nps", "ces_2", "first_contact_resolution", "response_rate"),
    ),
    Theme(
        local_text("customer effort", "esfuerzo del cliente", "усилия клиента"),
        local_text(
            "effort effortless ease easy easier friction self-service self_service",
            "esfuerzo- facilidad fácil fáciles fricción fricciones autoservicio",
            "усили- легкост- легко легче проще самообслуживани- удобств-",
        ),
        ("ces_2", "ces", "first_contact_resolution", "automation_share"),
    ),
    Theme(
        local_text("sales", "ventas", "продажи"),
        local_text(
            "sales deals the_deal deal_size pipeline- quota- selling sell_more closing_rate"
            " win_rate",
            "venta- oportunidad oportunidades tasa_de_cierre pipeline embudo- vendedor vendedores"
            " vender_más cerrar~tratos",
            "продаж- сделк- сделок воронк- воронок продавать_больше",
        ),
        (
            "win_rate",
            "sales_cycle_length",
            "lead_conversion_rate",
            "forecast_accuracy",
            "revenue",
        ),
    ),
    Theme(
        local_text("acquisition", "captación", "привлечение"),
        local_text(
            "acquisition acquire acquiring leads lead_generation lead_quality lead_conversion"
            " marketing campaign- conversion- convert prospect- new_customers new_clients",
            "captación captar adquisición marketing mercadotecnia campaña- conversión"
            " conversiones prospecto- interesados clientes_nuevos nuevos_clientes"
            " ganar_clientes",
            "привлечени- привлечь~клиент- привлекать~клиент- лид- лидогенераци- маркетинг-"
            " кампани- конверси- новые_клиенты новых_клиентов",
        ),
        ("lead_conversion_rate", "cac", "clv_per_cac", "win_rate_created"),
    ),
    Theme(
        local_text("expansion", "expansión", "допродажи"),
        local_text(
            "expansion upsell- upselling cross-sell- cross-selling cross_selling upgrade-"
            " existing_customers current_customers",
            "expansión ampliación ampliaciones venta_cruzada ventas_cruzadas clientes_actuales",
            "допродаж- кросс-продаж- апсейл- нынешн-_клиент- действующ-_клиент-"
            " существующ-_клиент- текущ-_клиент-",
        ),
        ("expansion_revenue", "revenue_per_customer", "clv", "churn_rate"),
    ),
    Theme(
        local_text("adoption", "adopción", "освоение"),
        local_text(
            "adoption adopt usage rollout roll-out activation engagement engaged onboarding"
            " active_users",
            "adopción adoptar uso_de uso_del uso_diario uso_semanal implantación activación"
            " implicación usuarios_activos compromiso~cliente- incorporación_de_clientes",
            "внедрени- освоени- использовани- активаци- вовлеченност- онбординг- адаптаци-"
            " активн-_пользовател-",
        ),
        ("adoption_rate", "customer_engagement", "completion_rate", "participation_rate"),
    ),
    Theme(
        local_text("training", "formación", "обучение"),
        local_text(
            "training- courses the_course course_completion learning workshop- certification-"
            " trained",
            "formación formaciones cursos el_curso del_curso capacitación aprendizaje taller"
            " talleres",
            "обучени- тренинг- курсы курсов курса курсам курсах пройти~курс семинар-",
        ),
        ("participation_rate", "completion_rate", "adoption_rate", "employee_satisfaction"),
    ),
    Theme(
        local_text("efficiency", "eficiencia", "эффективность"),
        local_text(
            "efficiency efficient efficiently cost- productivity productive automation automate"
            " automated automating manual_work expense- spending saving- save_money chatbot-"
            " bot-",
            "eficiencia eficiente- coste- costo- productividad automatización automatizar gasto-"
            " trabajo_manual tareas_manuales ahorro- ahorrar chatbot-",
            "эффективност- расход- затрат- издержк- издержек производительност- автоматизаци-"
            " автоматизировать себестоимост- чат-бот- ручн-_работ- ручн-_труд-"
            " экономи- экономить",
        ),
        (
            "operating_cost",
            "automation_share",
            "agent_productivity",
            "average_handle_time",
            "gross_margin",
        ),
    ),
    Theme(
        local_text("profit", "rentabilidad", "прибыль"),
        local_text(
            "margin- profit- profitability profitable finance",
            "margen márgenes beneficio- rentabilidad rentable- ganancia- finanzas",
            "марж- прибыл- рентабельност- маржинальност- финансы финансов",
        ),
        ("gross_margin", "margin", "operating_cost", "clv_per_cac"),
    ),
    Theme(
        local_text("data and forecasts", "datos y pronósticos", "данные и прогнозы"),
        local_text(
            "data forecast- forecasting accuracy accurate predictability clean~crm",
            "dato- pronóstico- previsión previsiones exactitud precisión",
            "данные данных данными прогноз- точност- предсказуемост-",
        ),
        ("data_accuracy", "forecast_accuracy", "automation_share"),
    ),
    Theme(
        local_text("employees", "empleados", "сотрудники"),
        local_text(
            "employee- staff morale burnout workload agent- colleague- workforce human_resources",
            "empleado- empleada- plantilla clima_laboral agotamiento agente- colaborador"
            " colaboradores rotación_de_personal recursos_humanos moral_del_equipo",
            "сотрудник- персонал- выгорани- коллектив- нагрузк- текучест- кадров оператор-",
        ),
        ("employee_satisfaction", "agent_productivity", "participation_rate"),
    ),
)
