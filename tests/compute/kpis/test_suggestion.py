"""Ready definitions that fit a theme, an objective or a team."""

from typing import Literal

import pytest

from okrcli.compute.kpis.suggestion import MOST, suggest, theme_names
from okrcli.model.catalog import CATALOG
from okrcli.model.catalog.themes import THEMES
from okrcli.model.kpi import Survey
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings, Team
from tests.builders import a_key_result, a_kpi, a_plan, an_objective

RETENTION = ["churn_rate", "csat", "nps", "repurchase_rate"]
REVENUE = ["lead_conversion_rate", "cac", "clv"]
RESPONSE = ["average_resolution_time", "ticket_backlog", "first_response_time"]


def ids(text: str, plan: Plan | None = None) -> list[str]:
    return [each.entry.id for each in suggest(text, plan, "2026-Q4")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("retention", RETENTION),
        ("Retención", RETENTION),
        ("RETENCION DE CLIENTES", RETENTION),
        ("удержание", RETENTION),
        ("Сократить отток клиентов", RETENTION),
        ("revenue", ["revenue", *REVENUE]),
        ("facturación", REVENUE),
        ("Повысить выручку", REVENUE),
        ("ticket response", RESPONSE),
        ("respuesta a los tickets", RESPONSE),
        ("заявки", RESPONSE),
        ("обслуживание заявок", RESPONSE),
        ("NPS", ["nps"]),
        ("churn rate", ["churn_rate"]),
        ("Время до первого ответа", ["first_response_time"]),
        ("Ответы на тикеты: 5 минут", RESPONSE),
    ],
)
def test_theme_is_understood_in_three_languages(text: str, first: list[str]) -> None:
    assert ids(text)[: len(first)] == first


@pytest.mark.parametrize("text", ["поддержка", "службы поддержки", "поддержкой", "поддержек"])
def test_noun_is_found_with_all_its_endings(text: str) -> None:
    assert ids(text) == ids("заявки")


@pytest.mark.parametrize(
    ("wishes", "first"),
    [
        ("customer turnover; lose customers; rotación de clientes; потеря клиентов", "churn_rate"),
        ("cancellations; que no se vayan los clientes; клиенты уходят; отписки", "churn_rate"),
        ("repeat purchases; recompra; clientes que repiten; повторные заказы", "repurchase_rate"),
        ("complaints; quejas de clientes; жалобы; клиентский опыт", "csat"),
        ("word of mouth; boca a boca; recomendaciones; сарафанное радио", "nps"),
        ("support quality; calidad del servicio; качество поддержки", "csat"),
        ("make it easy; hacerlo más fácil; сделать покупку проще", "ces_2"),
        ("lifetime value; valor de vida; пожизненная ценность клиента", "clv"),
        ("coste de adquisición; cost of acquiring a customer; стоимость привлечения", "cac"),
        ("marketing spend; costo de adquisición de clientes; стоимость лида", "cac"),
        ("unit economics; rentabilidad por cliente; юнит-экономика", "clv_per_cac"),
        ("arpu; ticket medio; средний чек", "revenue_per_customer"),
        ("sell more to current customers; venta cruzada; допродажи", "expansion_revenue"),
        ("more leads; convertir más interesados; лидогенерация", "lead_conversion_rate"),
        ("lead quality; calidad de los leads; качество лидов", "lead_conversion_rate"),
        ("win more deals; ganar más oportunidades; выигрывать больше сделок", "win_rate"),
        ("close deals faster; ciclo de venta; цикл сделки", "sales_cycle_length"),
        ("sales forecast; previsión de ventas; прогноз продаж", "forecast_accuracy"),
        ("response time; tiempo de respuesta; скорость ответа поддержки", "first_response_time"),
        ("answer customers faster; responder más rápido; время реакции", "first_response_time"),
        ("time to resolution; tiempo de resolución; время решения", "average_resolution_time"),
        ("customer service; atención al cliente; колл-центр", "average_resolution_time"),
        ("shorter calls; llamadas más cortas; время обработки", "average_handle_time"),
        (
            "first call resolution; resolver a la primera; решать с первого раза",
            "first_contact_resolution",
        ),
        ("long queues; tickets atrasados; очередь обращений", "ticket_backlog"),
        ("data quality; calidad de los datos; чистота данных", "data_accuracy"),
        ("reduce manual work; automatizar informes; меньше ручной работы", "automation_share"),
        ("cut costs; reducir gastos; снизить издержки", "operating_cost"),
        ("productivity of agents; productividad; производительность", "agent_productivity"),
        ("staff turnover; rotación de personal; текучесть кадров", "employee_satisfaction"),
        ("employee engagement; clima laboral; вовлечённость команды", "employee_satisfaction"),
        ("customer health; compromiso del cliente; вовлечённость клиентов", "customer_engagement"),
        ("active users; uso del CRM; адаптация новичков", "adoption_rate"),
        ("course completion; terminar los cursos; пройти курс", "completion_rate"),
        ("attendance; asistencia a los cursos; посещаемость", "participation_rate"),
        ("survey response; respuesta a las encuestas; ответы на опрос", "response_rate"),
    ],
)
def test_wish_in_words_of_every_day_finds_what_is_meant_first(wishes: str, first: str) -> None:
    assert {wish: ids(wish)[0] for wish in wishes.split("; ")} == dict.fromkeys(
        wishes.split("; "), first
    )


def test_words_inside_of_longer_ones_say_nothing_themselves() -> None:
    assert not {"ticket_backlog", "first_response_time"} & set(ids("survey response"))
    assert "lead_conversion_rate" not in ids("employee turnover")
    assert "csat" not in ids("data quality")
    assert "margin" in ids("margin, gross margin")
    assert ids("gross margin")[0] == "gross_margin"


@pytest.mark.parametrize(
    "text",
    [
        "В первую очередь открыть склад",
        "в данном квартале",
        "по данным отдела",
        "быть в курсе дел",
        "курс доллара",
        "Se espera que llueva",
        "proyectos en curso",
        "facturas pendientes",
        "participación de mercado",
        "asistencia técnica",
        "uso horario",
        "rotación de inventario",
        "of course",
        "Lead the market",
        "deal with the move",
        "close the office",
        "hire more people",
        "Expand to Brazil",
    ],
)
def test_idiom_or_another_sense_of_a_word_is_none(text: str) -> None:
    assert suggest(text) == ()


@pytest.mark.parametrize(
    "text", ["Поддерживать темп", "retentive", "churning butter", "the costume", "", "¿?", "%s\\"]
)
def test_word_that_only_begins_like_another_is_none(text: str) -> None:
    assert suggest(text) == ()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name["en"])
def test_every_theme_is_found_by_its_own_name(theme: object) -> None:
    names = theme.name  # type: ignore[attr-defined]
    kpis = theme.kpis  # type: ignore[attr-defined]
    for name in names.values():
        assert set(ids(name)) & set(kpis), name


@pytest.mark.parametrize("entry", CATALOG)
def test_every_entry_is_found_by_its_id_and_its_titles(entry: str) -> None:
    known = CATALOG[entry]
    for name in (entry, known.en.title, known.es.title, known.ru.title):
        assert entry in ids(name), name


def test_reason_names_the_theme_and_the_word_that_shows_it() -> None:
    assert suggest("Клиентский отток", language="ru")[0].reason == "удержание: “отток”"
    assert suggest("Bajas", language="en")[0].reason == "retention: “Bajas”"
    assert suggest("our NPS")[0].reason == "“NPS”"


def test_objective_is_understood_by_its_title_why_and_key_results() -> None:
    objective = an_objective(
        a_key_result(id="hours", title="Cut the first response from 24 to 12 hours"),
        title="Become the leader",
        why="Customers leave, and renewals fall.",
    )
    found = suggest("cx-leader", a_plan(objective), "2026-Q4")

    assert found[0].entry.id == "first_response_time"
    assert found[0].reason == "“first response” (2026-Q4/cx-leader/hours)"
    assert "ticket response: “first response” (2026-Q4/cx-leader/hours)" in {
        each.reason for each in found
    }
    assert "retention: “Customers leave” (2026-Q4/cx-leader)" in {each.reason for each in found}


def test_kpi_of_a_key_result_comes_first_and_is_marked_as_there() -> None:
    objective = an_objective(a_key_result(kpi="nps"), title="Become the leader")
    found = suggest("2026-Q4/cx-leader", a_plan(objective, a_kpi(id="nps")))

    assert (found[0].entry.id, found[0].existing) == ("nps", "nps")


def test_team_is_understood_by_its_active_objectives_and_its_name() -> None:
    plan = a_plan(
        an_objective(id="grow", title="Grow revenue", team="gold"),
        an_objective(id="old", title="Train everybody in the course", team="gold", status="closed"),
        settings=Settings(teams={"gold": Team(name="Support")}),
    )
    found = ids("gold", plan)

    assert {*REVENUE, *RESPONSE} <= set(found)
    assert "completion_rate" not in found
    assert len(found) == MOST


def test_kpi_of_the_same_title_is_there_already_under_another_id() -> None:
    plan = a_plan(a_kpi(id="abandono", title="Tasa de abandono (churn)"))
    found = {each.entry.id: each.existing for each in suggest("retention", plan)}

    assert (found["churn_rate"], found["csat"]) == ("abandono", None)


@pytest.mark.parametrize(("version", "entry"), [(1, "ces"), (2, "ces_2")])
def test_effort_score_is_there_already_in_its_own_version_alone(
    version: Literal[1, 2], entry: str
) -> None:
    survey = Survey(type="ces", scale=(1, 5) if version == 1 else (1, 7), version=version)
    plan = a_plan(a_kpi(id="ces", title="CES", survey=survey))
    found = {each.entry.id: each.existing for each in suggest("CES", plan)}

    assert {each: found[each] for each in ("ces", "ces_2")} == {
        each: "ces" if each == entry else None for each in ("ces", "ces_2")
    }


def test_theme_in_a_workspace_is_understood_as_outside_of_one() -> None:
    assert ids("retention", a_plan(an_objective())) == ids("retention")


def test_more_themes_make_an_entry_fit_better() -> None:
    assert ids("automate to cut effort")[0] == "automation_share"


def test_themes_are_named_in_each_language() -> None:
    assert theme_names("en")[:2] == ("retention", "revenue")
    assert len(theme_names("ru")) == len(THEMES) == len(set(theme_names("es")))
