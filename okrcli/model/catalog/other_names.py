"""Other names for a KPI than its title. The notation is that of the themes' words."""

from collections.abc import Mapping
from typing import Final

from okrcli.model.catalog.entry import LocalText
from okrcli.model.catalog.units import local_text

OTHER_NAMES: Final[Mapping[str, LocalText]] = {
    "nps": local_text(
        "recommend recommendation- promoter- word_of_mouth",
        "recomendación recomendaciones recomendar promotores boca_a_boca",
        "рекомендаци- рекомендовать рекомендуют промоутер- сарафанн-_радио",
    ),
    "csat": local_text(
        "quality_of_service quality_of_support support_quality service_quality",
        "calidad~servicio calidad~atención calidad~soporte",
        "качеств-_поддержк- качеств-_обслуживани- качеств-_сервис-",
    ),
    "ces_2": local_text("ces customer_effort", "esfuerzo_del_cliente", "усили-_клиент-"),
    "employee_satisfaction": local_text(
        "enps employee_engagement team_engagement employee_turnover staff_turnover morale burnout"
        " employee_happiness happy_employees",
        "satisfacción~empleado- satisfacción~personal compromiso~empleado- rotación~empleado-"
        " rotación_de_personal rotación_de_plantilla clima_laboral agotamiento moral_del_equipo"
        " empleado-_contento-",
        "вовлеченност-_сотрудник- вовлеченност-_персонал- вовлеченност-_команд- текучест-"
        " выгорани-"
        " удовлетворенност-_персонал-",
    ),
    "repurchase_rate": local_text(
        "repeat_purchase- repeat_order- repeat_customer- repeat_buyer- second_purchase- buy_again",
        "recompra- compra-_repetida- clientes_que_repiten repetir_compra segunda_compra",
        "повторн-_покупк- повторн-_покупок повторн-_заказ- возвращаемост-",
    ),
    "customer_engagement": local_text(
        "engagement customer_health",
        "compromiso~cliente- implicación",
        "вовлеченност-",
    ),
    "clv": local_text(
        "lifetime_value customer_lifetime ltv",
        "valor_de_vida valor_del_cliente",
        "пожизненн-_ценност- ценност-_клиент-",
    ),
    "cac": local_text(
        "acquisition_cost- cost_of_acquisition cost_of_acquiring cost_per_acquisition"
        " marketing_spend cost_per_lead cheaper_leads",
        "coste-_de_adquisición costo-_de_adquisición coste-_de_captación costo-_de_captación"
        " gasto_en_marketing coste_por_lead costo_por_lead",
        "стоимост-_привлечени- цен-_привлечени- затрат-_на_привлечени- расход-_на_привлечени-"
        " стоимост-_лид- цен-_лид-",
    ),
    "clv_per_cac": local_text(
        "unit_economics ltv/cac",
        "rentabilidad~cliente- economía_unitaria",
        "юнит-экономик- окупаемост-_привлечени- окупаемост-_клиент-",
    ),
    "revenue_per_customer": local_text(
        "arpu arpa average_order_value average_revenue revenue_per_user revenue_per_account",
        "ticket_medio ticket_promedio ingreso-_por_usuario",
        "средн-_чек- доход-_на_клиент- доход-_с_клиент- выручк-_с_клиент-",
    ),
    "expansion_revenue": local_text(
        "sell_more~customers", "vender_más~clientes_actuales", "продавать_больше~клиент-"
    ),
    "lead_conversion_rate": local_text(
        "lead_quality lead_conversion", "calidad~leads calidad~interesados", "качеств-_лид-"
    ),
    "sales_cycle_length": local_text(
        "sales_cycle- deals_faster time_to_close",
        "ciclo-_de_venta- ciclo_comercial cerrar_antes",
        "цикл-_сделк- цикл-_продаж- сделк-_быстрее быстрее_закры-~сделк-",
    ),
    "forecast_accuracy": local_text(
        "forecast- forecasting predictability",
        "pronóstico- previsión previsiones",
        "прогноз- предсказуемост-",
    ),
    "first_response_time": local_text(
        "response_time- reply_time- first_reply first_response speed_of_reply speed_of~replies"
        " speed_of_response answer~faster reply~faster respond~faster",
        "tiempo-_de_respuesta velocidad_de_respuesta primera_respuesta responder~rápido"
        " responder_antes contestar~rápido contestar_antes",
        "время_ответа времени_ответа скорост-_ответа перв-_ответ- первого_ответа время_реакции"
        " времени_реакции скорост-_реакции быстрее_отвечать отвечать~быстрее",
    ),
    "average_resolution_time": local_text(
        "resolution_time- time_to_resolution time_to_resolve",
        "tiempo-_de_resolución",
        "время_решения времени_решения скорост-_решения срок-_решения",
    ),
    "average_handle_time": local_text(
        "handle_time- handling_time- call_duration hold_time- shorter_calls",
        "duración~llamadas llamadas~cortas tiempo-_de_gestión",
        "время_обработки времени_обработки длительност-_разговор- длительност-_звонк-"
        " короче~разговор-",
    ),
    "first_contact_resolution": local_text(
        "first_contact first_call",
        "primer_contacto primera_llamada resolver~a_la_primera resuelto-~a_la_primera",
        "с_первого_обращения с_первого_звонка решать~с_первого_раза решить~с_первого_раза"
        " решени-~с_первого_раза решено_с_первого_раза",
    ),
    "ticket_backlog": local_text(
        "open_tickets backlog_of_tickets queue-",
        "tickets_abiertos tickets_atrasados cola-",
        "открыт-_заявк- открытых_заявок очереди очередей очередь~обращени- очередь~заявок",
    ),
    "completion_rate": local_text(
        "course_completion completion finish~course",
        "finalización finalizar~curso- terminar~curso-",
        "доходимост- прохождени-_курс- пройти~курс",
    ),
    "participation_rate": local_text(
        "attendance turnout",
        "asistencia_a participación~curso-",
        "посещаемост- участи-_в_программ-",
    ),
    "response_rate": local_text(
        "survey_response- answers_to~survey-",
        "respuesta-~encuesta-",
        "ответ-~опрос- ответов~опрос-",
    ),
    "agent_productivity": local_text("productivity", "productividad", "производительност-"),
    "automation_share": local_text(
        "automation automate automated automating manual_work",
        "automatización automatizar trabajo_manual tareas_manuales",
        "автоматизаци- автоматизировать ручн-_работ- ручн-_труд-",
    ),
    "data_accuracy": local_text(
        "data_quality clean~data clean~crm data_hygiene",
        "calidad~datos datos_fiables datos_limpios",
        "качеств-_данных чистот-_данных",
    ),
}
"""Other names by the entry's id."""
